/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options that are drawn part by part, and many that all differ: the same futures and
 * the same figures as of all options at once. */
#include "near.h"
#include "plain-scenario.h"
#include "risk-scenario.h"
#include "simulate-private.h"
#include "variant.h"

#define SEED 7
#define N_MANY 20

/* The parts of so little memory have one work each. */
#define NO_MEMORY 1

/* Every kind of option, and one that is refused. */
static OutlayScenario *
new_scenario (void)
{
  OutlayScenario *scenario = risk_scenario_new (0);

  plain_add_model (scenario, "narrow", OUTLAY_CLASS_MID)->context_window = 1000;
  plain_add_option (scenario, OUTLAY_OPTION_MODEL, NULL, "narrow");

  return scenario;
}

static OutlaySimulator *
new_parted (OutlayScenario   *scenario,
            OutlayFuturesWay  way)
{
  OutlaySimulator *simulator = outlay_simulator_new_for_way (scenario, SEED, 2, way);

  g_clear_pointer (&simulator->parts, outlay_option_parts_free);
  simulator->parts = outlay_option_parts_new (simulator->estimate, NO_MEMORY);
  g_assert_true (outlay_simulator_has_parts (simulator));

  return simulator;
}

static void
compare_bands (const char        *row,
               const OutlayBands *found,
               const OutlayBands *expected,
               guint              n,
               double             tolerance)
{
  for (guint i = 0; i < n; i++)
    {
      assert_near_within (row, found->mean[i], expected->mean[i], tolerance);
      for (guint percent = 0; percent < OUTLAY_N_PERCENTS; percent++)
        assert_near_within (row, found->quantile[percent][i], expected->quantile[percent][i],
                            tolerance);
    }
}

/* Chances may differ by a few draws where costs differ. */
static void
compare_simulations (const OutlaySimulation *found,
                     const OutlaySimulation *expected,
                     double                  tolerance)
{
  double chance = tolerance * 10;

  g_assert_cmpuint (found->n_draws, ==, expected->n_draws);
  for (guint i = 0; i < expected->n_options; i++)
    {
      const OutlayOptionSimulation *a = &found->options[i], *b = &expected->options[i];

      for (guint j = 0; j < expected->n_options; j++)
        assert_near_within ("dearer", outlay_simulation_get_dearer (found, i, j),
                            outlay_simulation_get_dearer (expected, i, j), chance);
      g_assert_true (a->is_refused == b->is_refused);
      if (b->is_refused)
        continue;

      compare_bands ("cost", &a->cost, &b->cost, expected->n_months, tolerance);
      compare_bands ("cumulative", &a->cumulative, &b->cumulative, expected->n_months,
                     tolerance);
      compare_bands ("period", &a->period, &b->period, 1, tolerance);
      for (guint month = 0; month < expected->n_months; month++)
        assert_near_within ("over", a->over_budget[month], b->over_budget[month], chance);
      assert_near_within ("over", a->over_budget_period, b->over_budget_period, chance);
    }
}

/* Where each draw is estimated the plain way, to the last bit. */
static void
test_parts_are_the_whole (void)
{
  g_autoptr (OutlayScenario) scenario = new_scenario ();
  g_autoptr (OutlaySimulator) whole =
    outlay_simulator_new_for_way (scenario, SEED, 2, OUTLAY_FUTURES_PLAIN);
  g_autoptr (OutlaySimulator) parted = new_parted (scenario, OUTLAY_FUTURES_PLAIN);
  g_autoptr (OutlaySimulation) expected = outlay_simulator_run (whole, 700, NULL, NULL);
  g_autoptr (OutlaySimulation) found = outlay_simulator_run (parted, 700, NULL, NULL);
  g_autofree double *expected_periods = outlay_simulator_draw_periods (whole, 700);
  g_autofree double *found_periods = outlay_simulator_draw_periods (parted, 700);
  guint n_options = scenario->n_options - 1;

  g_assert_true (expected->options[n_options].is_refused);
  compare_simulations (found, expected, 0);
  for (guint i = 0; i < 700 * n_options; i++)
    g_assert_cmpfloat (found_periods[i], ==, expected_periods[i]);
}

/* From tables; of so many draws that they are not kept, too. */
static void
test_parts_have_tables (void)
{
  static const guint n_draws[] = { 5000, 300000 };
  static const OutlayFuturesWay ways[] = { OUTLAY_FUTURES_FAST, OUTLAY_FUTURES_FINE };
  g_autoptr (OutlayScenario) scenario = new_scenario ();

  for (guint i = 0; i < G_N_ELEMENTS (n_draws); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ways); j++)
      {
        g_autoptr (OutlaySimulator) whole =
          outlay_simulator_new_for_way (scenario, SEED, 2, ways[j]);
        g_autoptr (OutlaySimulator) parted = new_parted (scenario, ways[j]);
        g_autoptr (OutlaySimulation) expected =
          outlay_simulator_run (whole, n_draws[i], NULL, NULL);
        g_autoptr (OutlaySimulation) found =
          outlay_simulator_run (parted, n_draws[i], NULL, NULL);

        compare_simulations (found, expected, 2e-3);
      }
}

/* Two models of one price cost the same in every future, whichever part they are in. */
static void
test_twins_are_equal (void)
{
  g_autoptr (OutlayScenario) scenario = new_scenario ();
  g_autoptr (OutlaySimulator) parted = NULL;
  g_autoptr (OutlaySimulation) simulation = NULL;
  guint twin = scenario->n_options;

  *plain_add_model (scenario, "twin", OUTLAY_CLASS_FRONTIER)->cards = scenario->prices.models[1].cards[0];
  scenario->prices.models[scenario->prices.n_models - 1].context_window =
    scenario->prices.models[1].context_window;
  scenario->prices.models[scenario->prices.n_models - 1].tokenizer =
    scenario->prices.models[1].tokenizer;
  plain_add_option (scenario, OUTLAY_OPTION_MODEL, NULL, "twin");
  scenario->options[twin].cache = scenario->options[1].cache;
  scenario->options[twin].price_factor = scenario->options[1].price_factor;

  parted = new_parted (scenario, OUTLAY_FUTURES_FAST);
  g_assert_cmpuint (parted->parts->twin[twin], ==, 1);
  g_assert_cmpint (parted->parts->part[twin], ==, parted->parts->part[1]);

  simulation = outlay_simulator_run (parted, 5000, NULL, NULL);
  g_assert_cmpfloat (outlay_simulation_get_dearer (simulation, 1, twin), ==, 0);
  g_assert_cmpfloat (outlay_simulation_get_dearer (simulation, twin, 1), ==, 0);
}

typedef struct
{
  double done;
  double stop_at;
} Watch;

static gboolean
watch_progress (double   done,
                gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (done, >=, watch->done);
  g_assert_cmpfloat (done, <=, 1);
  watch->done = done;

  return done < watch->stop_at;
}

/* Progress goes on from part to part, and may stop any of them. */
static void
test_progress (void)
{
  g_autoptr (OutlayScenario) scenario = new_scenario ();
  g_autoptr (OutlaySimulator) parted = new_parted (scenario, OUTLAY_FUTURES_FAST);
  g_autoptr (OutlaySimulation) all = NULL;
  Watch watch = { 0, 2 }, stopped = { 0, 0.5 };

  all = outlay_simulator_run (parted, 5000, watch_progress, &watch);
  g_assert_nonnull (all);
  g_assert_cmpfloat (watch.done, >, 0.9);

  g_assert_null (outlay_simulator_run (parted, 5000, watch_progress, &stopped));
  g_assert_cmpfloat (stopped.done, <, 0.9);
  g_assert_null (outlay_simulator_draw_periods (parted, 10));
}

/* As many options as may be, each with an effort of its own. */
static OutlayScenario *
new_many (const OutlayScenario *scenario)
{
  guint options[N_MANY] = { 0 };
  OutlayScenario *many = outlay_variant_new (scenario, options, N_MANY);

  for (guint i = 0; i < N_MANY; i++)
    many->options[i].effort += 0.02 * i;

  return many;
}

/* Options that cannot be tabulated together are not drawn together; those that can are,
 * and their tables serve as many as of few options. */
static void
test_many_options (void)
{
  g_autoptr (OutlayScenario) few = risk_scenario_new (0);
  g_autoptr (OutlayScenario) many = new_many (few);
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (many);
  g_autoptr (OutlayFutures) futures = outlay_futures_new (estimate, OUTLAY_FUTURES_FAST);
  g_autoptr (OutlayOptionParts) one = outlay_option_parts_new (estimate, OUTLAY_PART_MEMORY);
  g_autoptr (OutlayOptionParts) each = outlay_option_parts_new (estimate, NO_MEMORY);

  g_assert_cmpuint (one->n, ==, 1);
  g_assert_cmpuint (each->n, ==, N_MANY);
  for (guint i = 0; i < N_MANY; i++)
    g_assert_cmpint (each->part[i], ==, (int) i);

  outlay_futures_prepare (futures, 20000, 2);
  g_assert_true (outlay_futures_have_tables (futures));
}

/* One who postpones gets no option the plain way: what tables do not serve at once is
 * left out. */
static void
test_postponed (void)
{
  g_autoptr (OutlayScenario) scenario = new_scenario ();
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
  g_autoptr (OutlayFutures) plain = outlay_futures_new (estimate, OUTLAY_FUTURES_PLAIN);
  g_autoptr (OutlayFutures) fine = outlay_futures_new (estimate, OUTLAY_FUTURES_FINE);
  guint n_options = outlay_futures_get_n_options (plain);

  for (guint i = 0; i < n_options; i++)
    g_assert_true (outlay_futures_serve (plain, i));

  outlay_futures_postpone (plain);
  outlay_futures_prepare (plain, 3000, 2);
  outlay_futures_postpone (fine);
  outlay_futures_prepare (fine, 3000, 2);
  for (guint i = 0; i < n_options; i++)
    {
      g_assert_false (outlay_futures_serve (plain, i));
      g_assert_true (outlay_futures_serve (fine, i));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parts/are-the-whole", test_parts_are_the_whole);
  g_test_add_func ("/parts/have-tables", test_parts_have_tables);
  g_test_add_func ("/parts/twins-are-equal", test_twins_are_equal);
  g_test_add_func ("/parts/progress", test_progress);
  g_test_add_func ("/parts/many-options", test_many_options);
  g_test_add_func ("/parts/postponed", test_postponed);

  return g_test_run ();
}
