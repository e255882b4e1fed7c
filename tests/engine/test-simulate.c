/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10, but for what takes many draws. */
#include "fast-private.h"
#include "futures.h"
#include "near.h"
#include "option-estimate.h"
#include "plain-scenario.h"
#include "random-scenario.h"
#include "risk-scenario.h"

#include <string.h>

static OutlaySimulation *
simulate (OutlayScenario *scenario,
          guint           n_draws,
          guint           n_threads)
{
  g_autoptr (OutlaySimulator) simulator = outlay_simulator_new (scenario, 3, n_threads);

  return outlay_simulator_run (simulator, n_draws, NULL, NULL);
}

static void
set_all (OutlayScenario *scenario,
         double          low,
         double          likely,
         double          high)
{
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    scenario->uncertainty[i] = (OutlayRange) { low, likely, high };
}

/* Every quantile of a figure, and its mean, is the one value. */
static void
check_constant (const char        *name,
                const OutlayBands *bands,
                guint              at,
                double             expected)
{
  assert_near_within (name, bands->mean[at], expected, 1e-9);
  for (guint i = 0; i < OUTLAY_N_PERCENTS; i++)
    assert_near_within (name, bands->quantile[i][at], expected, 1e-9);
}

static void
test_constants_give_the_estimate (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      g_autoptr (OutlaySimulation) simulation = NULL;
      const OutlayEstimate *estimate;

      set_all (scenario, 1, 1, 1);
      simulation = simulate (scenario, 600, 2);
      estimate = simulation->estimate;
      for (guint j = 0; j < simulation->n_options; j++)
        {
          const OutlayOptionSimulation *option = &simulation->options[j];
          double sum = 0;

          g_assert_cmpint (option->is_refused, ==, estimate->options[j].error != NULL);
          for (guint month = 0; month < simulation->n_months && !option->is_refused; month++)
            {
              double cost = estimate->options[j].monthly[OUTLAY_FIGURE_COST][month];

              sum += cost;
              check_constant ("cost", &option->cost, month, cost);
              check_constant ("cumulative", &option->cumulative, month, sum);
            }
          if (!option->is_refused)
            check_constant ("period", &option->period, 0, sum);
        }
    }
}

/* A draw's estimate is that of the scenario that it draws. */
static void
test_a_draw_is_a_scenario (void)
{
  for (guint which = 0; which < N_RISK_SCENARIOS; which++)
    {
      g_autoptr (OutlayScenario) scenario = risk_scenario_new (which);
      g_autoptr (OutlayDraws) draws = outlay_draws_new (scenario, INFINITY, which);
      OutlayBatch batch;

      outlay_draws_next (draws, &batch, 4);
      outlay_draws_finish (draws, &batch);
      for (guint draw = 0; draw < batch.n; draw++)
        {
          OutlayFactors factors = outlay_batch_get (&batch, draw);
          g_autoptr (OutlayScenario) drawn = risk_scenario_draw (scenario, &factors);
          g_autoptr (OutlayEstimate) expected = outlay_estimate_new (drawn);
          g_autoptr (OutlayEstimate) found =
            outlay_estimate_new_for_factors (scenario, &factors, FALSE);

          for (guint i = 0; i < scenario->n_options; i++)
            for (guint month = 0; month < scenario->months; month++)
              assert_near_within (risk_scenario_get_name (which),
                                  found->options[i].monthly[OUTLAY_FIGURE_COST][month],
                                  expected->options[i].monthly[OUTLAY_FIGURE_COST][month],
                                  1e-9);
        }
    }
}

static gboolean
same_bands (const OutlayBands *a,
            const OutlayBands *b,
            guint              n)
{
  for (guint i = 0; i < OUTLAY_N_PERCENTS; i++)
    if (memcmp (a->quantile[i], b->quantile[i], n * sizeof (double)) != 0)
      return FALSE;

  return memcmp (a->mean, b->mean, n * sizeof (double)) == 0;
}

static void
assert_same (const OutlaySimulation *a,
             const OutlaySimulation *b)
{
  for (guint i = 0; i < a->n_options; i++)
    {
      const OutlayOptionSimulation *x = &a->options[i];
      const OutlayOptionSimulation *y = &b->options[i];

      g_assert_true (same_bands (&x->cost, &y->cost, a->n_months));
      g_assert_true (same_bands (&x->cumulative, &y->cumulative, a->n_months));
      g_assert_true (same_bands (&x->period, &y->period, 1));
      g_assert_cmpmem (x->over_budget, a->n_months * sizeof (double),
                       y->over_budget, a->n_months * sizeof (double));
      g_assert_cmpfloat (x->over_budget_period, ==, y->over_budget_period);
      for (guint j = 0; j < a->n_options; j++)
        g_assert_cmpfloat (outlay_simulation_get_dearer (a, i, j), ==,
                           outlay_simulation_get_dearer (b, i, j));
    }
}

static void
test_threads_do_not_show (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySimulation) one = simulate (scenario, 3001, 1);

  for (guint n_threads = 2; n_threads <= 5; n_threads++)
    {
      g_autoptr (OutlaySimulation) more = simulate (scenario, 3001, n_threads);

      assert_same (one, more);
    }
}

/* A simulator that has been used before, for more or for less, gives the same. */
static void
test_earlier_runs_do_not_show (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (3);
  g_autoptr (OutlaySimulation) fresh = simulate (scenario, 1000, 1);
  g_autoptr (OutlaySimulator) used = outlay_simulator_new (scenario, 3, 1);
  g_autoptr (OutlaySimulation) less = outlay_simulator_run (used, 7, NULL, NULL);
  g_autoptr (OutlaySimulation) more = outlay_simulator_run (used, 2000, NULL, NULL);
  g_autoptr (OutlaySimulation) again = outlay_simulator_run (used, 1000, NULL, NULL);

  g_assert_cmpuint (less->n_draws, ==, 7);
  g_assert_cmpuint (more->n_draws, ==, 2000);
  assert_same (fresh, again);
}

/* Both kinds of processor round alike. */
static void
test_processors_agree (void)
{
#ifdef OUTLAY_HAS_AVX2
  if (!__builtin_cpu_supports ("avx2"))
    return;

  for (guint which = 0; which < N_RISK_SCENARIOS; which += 3)
    {
      g_autoptr (OutlayScenario) scenario = risk_scenario_new (which);
      g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
      g_autoptr (OutlayFastFutures) futures =
        outlay_fast_futures_new (estimate, NULL, INFINITY, OUTLAY_FINENESS_USUAL, G_MAXSIZE,
                                 1);
      g_autoptr (OutlayDraws) draws = outlay_draws_new (scenario, INFINITY, which);
      gsize n = (gsize) scenario->n_options * (gsize) scenario->months * OUTLAY_BATCH_SIZE;
      g_autofree double *any = g_new0 (double, n);
      g_autofree double *avx2 = g_new0 (double, n);
      OutlayBatch batch;

      outlay_draws_next (draws, &batch, 101);
      outlay_draws_finish (draws, &batch);
      outlay_fast_pass_run_any (futures, &batch, any);
      outlay_fast_pass_run_avx2 (futures, &batch, avx2);
      g_assert_cmpmem (any, n * sizeof (double), avx2, n * sizeof (double));
    }
#else
  g_assert_cmpuint (OUTLAY_QUAD_SIZE, ==, 4);
#endif
}

typedef struct
{
  guint  n_calls;
  guint  stop_at;
  double done;
} Watch;

static gboolean
watch_progress (double   done,
                gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (done, >, watch->done);
  g_assert_cmpfloat (done, <=, 1);
  watch->done = done;

  return ++watch->n_calls != watch->stop_at;
}

static void
test_progress (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySimulator) simulator = outlay_simulator_new (scenario, 3, 1);
  g_autoptr (OutlaySimulation) simulation = NULL;
  Watch watch = { 0 };

  simulation = outlay_simulator_run (simulator, 5000, watch_progress, &watch);
  g_assert_nonnull (simulation);
  g_assert_cmpfloat (watch.done, ==, 1);
  g_assert_cmpuint (watch.n_calls, ==, 10);
}

static void
test_stop (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySimulator) simulator = outlay_simulator_new (scenario, 3, 2);
  Watch watch = { .stop_at = 2 };

  g_assert_null (outlay_simulator_run (simulator, 100000, watch_progress, &watch));
  g_assert_cmpuint (watch.n_calls, <=, 3);
  g_assert_null (outlay_simulator_run (simulator, 10, NULL, NULL));
}

static void
test_one_draw (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySimulation) simulation = simulate (scenario, 1, 2);

  for (guint i = 0; i < simulation->n_options; i++)
    check_constant ("period", &simulation->options[i].period, 0,
                    *simulation->options[i].period.mean);
}

/* From P5 to P95 of the period. */
static double
get_width (const OutlaySimulation *simulation,
           guint                   option)
{
  const OutlayBands *period = &simulation->options[option].period;

  return *period->quantile[OUTLAY_PERCENT_95] - *period->quantile[OUTLAY_PERCENT_5];
}

/* Widening the range of a factor that nothing bounds never narrows the band. */
static void
test_wider_ranges_widen_the_band (void)
{
  static const OutlayFactor factors[] = {
    OUTLAY_FACTOR_TASKS, OUTLAY_FACTOR_TURNS, OUTLAY_FACTOR_TOKENS
  };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      double before[PLAIN_ROOM] = { 0 };

      for (guint step = 0; step < 5; step++)
        {
          g_autoptr (OutlayScenario) scenario = risk_scenario_new (5);
          g_autoptr (OutlaySimulation) simulation = NULL;

          scenario->uncertainty[factors[i]] =
            (OutlayRange) { 1 - 0.15 * step, 1, 1 + 0.2 * step };
          simulation = simulate (scenario, 4096, 1);
          for (guint j = 0; j < scenario->n_options; j++)
            {
              double width = get_width (simulation, j);

              /* Draws are as many steps as there are: a step is no narrowing. */
              g_assert_cmpfloat (width, >=, before[j] * (1 - 1e-3));
              before[j] = width;
            }
        }
    }
}

static void
test_a_budget_above_p95 (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySimulation) first = simulate (scenario, 4096, 1);

  for (guint i = 0; i < first->n_options; i++)
    {
      double p95 = *first->options[i].period.quantile[OUTLAY_PERCENT_95];
      g_autoptr (OutlaySimulation) above = NULL, below = NULL;

      scenario->budget = p95 * 1.0001 / (double) scenario->months;
      above = simulate (scenario, 4096, 1);
      g_assert_cmpfloat (above->options[i].over_budget_period, <, 0.05);

      scenario->budget = p95 * 0.98 / (double) scenario->months;
      below = simulate (scenario, 4096, 1);
      g_assert_cmpfloat (below->options[i].over_budget_period, >=,
                         above->options[i].over_budget_period);
    }
}

static void
assert_figures_are_finite (const OutlaySimulation *simulation)
{
  for (guint i = 0; i < simulation->n_options; i++)
    {
      const OutlayOptionSimulation *option = &simulation->options[i];

      for (guint month = 0; month < simulation->n_months; month++)
        for (guint percent = 0; percent < OUTLAY_N_PERCENTS; percent++)
          {
            g_assert_true (isfinite (option->cost.quantile[percent][month]));
            g_assert_true (isfinite (option->cumulative.quantile[percent][month]));
            g_assert_true (isfinite (option->cost.mean[month]));
          }
      g_assert_true (isfinite (*option->period.mean));
      g_assert_true (isfinite (option->over_budget_period));
    }
}

static void
test_nobody (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySimulation) simulation = NULL;

  for (guint i = 0; i < scenario->n_team; i++)
    scenario->team[i].people = 0;
  simulation = simulate (scenario, 1000, 2);
  assert_figures_are_finite (simulation);
  for (guint i = 0; i < scenario->n_options; i++)
    check_constant ("period", &simulation->options[i].period, 0, 0);
}

static void
test_all_factors_nothing (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySimulation) certain = NULL, mostly = NULL;

  set_all (scenario, 0, 0, 0);
  certain = simulate (scenario, 1000, 1);
  assert_figures_are_finite (certain);

  set_all (scenario, 0, 0, 0.5);
  mostly = simulate (scenario, 1000, 1);
  assert_figures_are_finite (mostly);
}

/* Each factor a constant but one, and one a constant but the others. */
static void
test_some_constants (void)
{
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    {
      g_autoptr (OutlayScenario) one = risk_scenario_new (0);
      g_autoptr (OutlayScenario) others = risk_scenario_new (0);
      g_autoptr (OutlaySimulation) a = NULL, b = NULL;
      OutlayRange range = one->uncertainty[i];

      set_all (one, 1, 1, 1);
      one->uncertainty[i] = range;
      others->uncertainty[i] = (OutlayRange) { 1, 1, 1 };
      a = simulate (one, 500, 1);
      b = simulate (others, 500, 1);
      assert_figures_are_finite (a);
      assert_figures_are_finite (b);
    }
}

/* METHOD section 10: one future may have more people than seats, but what the
 * estimate refuses is not simulated. */
static void
test_refused_options_are_left_out (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySimulation) simulation = NULL;

  scenario->prices.plans[0].max_seats = 3;
  scenario->prices.plans[1].max_seats = 18;
  simulation = simulate (scenario, 500, 1);

  g_assert_true (simulation->options[3].is_refused);
  g_assert_false (simulation->options[4].is_refused);
  g_assert_true (isnan (outlay_simulation_get_dearer (simulation, 3, 0)));
  g_assert_true (isnan (outlay_simulation_get_dearer (simulation, 0, 3)));
  g_assert_false (isnan (outlay_simulation_get_dearer (simulation, 0, 4)));
}

static void
test_no_options (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySimulation) simulation = NULL;

  scenario->n_options = 0;
  simulation = simulate (scenario, 500, 2);
  g_assert_cmpuint (simulation->n_options, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/simulate/constants-give-the-estimate", test_constants_give_the_estimate);
  g_test_add_func ("/simulate/a-draw-is-a-scenario", test_a_draw_is_a_scenario);
  g_test_add_func ("/simulate/threads-do-not-show", test_threads_do_not_show);
  g_test_add_func ("/simulate/earlier-runs-do-not-show", test_earlier_runs_do_not_show);
  g_test_add_func ("/simulate/processors-agree", test_processors_agree);
  g_test_add_func ("/simulate/progress", test_progress);
  g_test_add_func ("/simulate/stop", test_stop);
  g_test_add_func ("/simulate/one-draw", test_one_draw);
  g_test_add_func ("/simulate/wider-ranges-widen-the-band", test_wider_ranges_widen_the_band);
  g_test_add_func ("/simulate/a-budget-above-p95", test_a_budget_above_p95);
  g_test_add_func ("/simulate/nobody", test_nobody);
  g_test_add_func ("/simulate/all-factors-nothing", test_all_factors_nothing);
  g_test_add_func ("/simulate/some-constants", test_some_constants);
  g_test_add_func ("/simulate/refused-options", test_refused_options_are_left_out);
  g_test_add_func ("/simulate/no-options", test_no_options);

  return g_test_run ();
}
