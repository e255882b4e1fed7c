/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Simulations against a loop that builds each drawn scenario and estimates it.
 * Both see the same draws: with -m slow 20,000 of them, else as many as a test may
 * take. */
#include "draws.h"
#include "futures.h"
#include "near.h"
#include "parallel.h"
#include "plain-scenario.h"
#include "risk-scenario.h"

#include <stdlib.h>

#define N_DRAWS (g_test_slow () ? 20000 : 1024)
#define N_THREADS 2
#define SEED 7

/* Costs by option, month and draw; then the same, cumulated. */
typedef struct
{
  OutlayScenario *scenario;
  OutlayEstimate *estimate;
  guint           n_draws;
  OutlayBatch    *batches;
  guint           n_batches;
  guint           n_rows;
  double         *rows;
  gint            next;
} Loop;

static void
estimate_draw (Loop                *loop,
               const OutlayFactors *factors,
               guint                draw)
{
  g_autoptr (OutlayScenario) drawn = risk_scenario_draw (loop->scenario, factors);
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (drawn);
  guint n_months = estimate->n_months;

  for (guint i = 0; i < estimate->n_options; i++)
    {
      double sum = 0;

      g_assert_no_error (estimate->options[i].error);
      for (guint month = 0; month < n_months; month++)
        {
          double cost = estimate->options[i].monthly[OUTLAY_FIGURE_COST][month];
          gsize row = i * n_months + month;

          sum += cost;
          loop->rows[row * loop->n_draws + draw] = cost;
          loop->rows[(loop->n_rows / 2 + row) * loop->n_draws + draw] = sum;
        }
    }
}

static void
estimate_batches (guint    thread,
                  gpointer data)
{
  Loop *loop = data;
  guint i;

  while (outlay_parallel_take (&loop->next, loop->n_batches, &i))
    for (guint draw = 0; draw < loop->batches[i].n; draw++)
      {
        OutlayFactors factors = outlay_batch_get (&loop->batches[i], draw);

        estimate_draw (loop, &factors, i * OUTLAY_BATCH_SIZE + draw);
      }
}

static void
run_loop (Loop           *loop,
          OutlayScenario *scenario,
          guint           n_draws)
{
  g_autoptr (OutlayDraws) draws = NULL;

  *loop = (Loop) {
    .scenario = scenario, .estimate = outlay_estimate_new (scenario), .n_draws = n_draws
  };
  loop->n_batches = (n_draws + OUTLAY_BATCH_SIZE - 1) / OUTLAY_BATCH_SIZE;
  loop->batches = g_new (OutlayBatch, loop->n_batches);
  loop->n_rows = 2 * scenario->n_options * (guint) scenario->months;
  loop->rows = g_new (double, (gsize) loop->n_rows * n_draws);

  draws = outlay_draws_new (scenario, outlay_factors_most_tokens (loop->estimate), SEED);
  for (guint i = 0; i < loop->n_batches; i++)
    {
      outlay_draws_next (draws, &loop->batches[i],
                         MIN (OUTLAY_BATCH_SIZE, n_draws - i * OUTLAY_BATCH_SIZE));
      outlay_draws_finish (draws, &loop->batches[i]);
    }
  outlay_parallel_run (N_THREADS, estimate_batches, loop);
}

static void
clear_loop (Loop *loop)
{
  outlay_estimate_unref (loop->estimate);
  g_free (loop->batches);
  g_free (loop->rows);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Where few draws lie far apart, one draw that is a little off may take the place
 * of its neighbour: so with some slack a quantile may be near a neighbour too. */
static void
check_quantile (const char   *name,
                double        found,
                const double *sorted,
                gsize         number,
                guint         slack)
{
  double low = sorted[number - slack];
  double high = sorted[number + slack];

  if (found < low)
    assert_near_within (name, found, low, 1e-3);
  else if (found > high)
    assert_near_within (name, found, high, 1e-3);
}

/* Quantiles agree to 1e-3 of their value, the mean to four standard errors. */
static void
check_row (const char        *name,
           double            *expected,
           guint              n_draws,
           const OutlayBands *bands,
           guint              at,
           guint              slack)
{
  double sum = 0, squares = 0, mean, deviation;

  for (guint i = 0; i < n_draws; i++)
    sum += expected[i];
  mean = sum / n_draws;
  for (guint i = 0; i < n_draws; i++)
    squares += (expected[i] - mean) * (expected[i] - mean);
  deviation = sqrt (squares / n_draws);

  assert_near_within (name, bands->mean[at], mean, 3e-4);
  g_assert_cmpfloat (fabs (bands->mean[at] - mean), <=,
                     4 * deviation / sqrt (n_draws) + 1e-9);

  qsort (expected, n_draws, sizeof *expected, compare_doubles);
  for (guint i = 0; i < OUTLAY_N_PERCENTS; i++)
    check_quantile (name, bands->quantile[i][at], expected,
                    (gsize) outlay_percent_get_value (i) * n_draws / 100, slack);
}

static double
share_above (const double *row,
             const double *other,
             double        limit,
             guint         n_draws)
{
  guint n = 0;

  for (guint i = 0; i < n_draws; i++)
    n += row[i] > (other != NULL ? other[i] : limit);

  return (double) n / n_draws;
}

static double *
get_period (const Loop *loop,
            guint       option)
{
  gsize row = loop->n_rows / 2 + (option + 1) * loop->estimate->n_months - 1;

  return loop->rows + row * loop->n_draws;
}

/* Chances, before rows are sorted. A draw in a thousand may fall on the other
 * side, and of few draws a handful. */
#define HANDFUL 4

static void
check_chances (const Loop             *loop,
               const OutlaySimulation *simulation)
{
  guint n_months = simulation->n_months;
  double budget = loop->scenario->budget;
  double tolerance = MAX (1e-3, (double) HANDFUL / loop->n_draws);

  for (guint i = 0; i < simulation->n_options; i++)
    {
      const OutlayOptionSimulation *option = &simulation->options[i];

      for (guint month = 0; month < n_months; month++)
        assert_near_within ("over the budget", option->over_budget[month],
                            share_above (loop->rows + (gsize) (i * n_months + month) *
                                                      loop->n_draws,
                                         NULL, budget, loop->n_draws), tolerance);
      assert_near_within ("period over the budget", option->over_budget_period,
                          share_above (get_period (loop, i), NULL, budget * n_months,
                                       loop->n_draws), tolerance);
      for (guint j = 0; j < simulation->n_options; j++)
        assert_near_within ("dearer", outlay_simulation_get_dearer (simulation, i, j),
                            share_above (get_period (loop, i), get_period (loop, j), 0,
                                         loop->n_draws), tolerance);
    }
}

/* Sorts the rows of the loop. */
static void
check_rows (const Loop             *loop,
            const OutlaySimulation *simulation,
            const char             *name,
            guint                   slack)
{
  guint n_months = simulation->n_months;

  for (guint i = 0; i < simulation->n_options; i++)
    for (guint month = 0; month < n_months; month++)
      {
        g_autofree char *row = g_strdup_printf ("%s, option %u, month %u", name, i, month);
        double *cost = loop->rows + (gsize) (i * n_months + month) * loop->n_draws;
        double *cumulative = cost + (gsize) loop->n_rows / 2 * loop->n_draws;

        check_row (row, cost, loop->n_draws, &simulation->options[i].cost, month, slack);
        check_row (row, cumulative, loop->n_draws, &simulation->options[i].cumulative, month,
                   slack);
        if (month + 1 == n_months)
          check_row (row, cumulative, loop->n_draws, &simulation->options[i].period, 0, slack);
      }
}

static OutlaySimulation *
simulate (OutlayScenario   *scenario,
          OutlayFuturesWay  way)
{
  g_autoptr (OutlaySimulator) simulator =
    outlay_simulator_new_for_way (scenario, SEED, N_THREADS, way);

  return outlay_simulator_run (simulator, N_DRAWS, NULL, NULL);
}

static void
test_against_loop (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  const char *name = risk_scenario_get_name (which);
  guint slack = g_test_slow () ? 0 : 1;
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (which);
  g_autoptr (OutlaySimulation) fast = simulate (scenario, OUTLAY_FUTURES_FAST);
  g_autoptr (OutlaySimulation) fine = simulate (scenario, OUTLAY_FUTURES_FINE);
  Loop loop;

  run_loop (&loop, scenario, N_DRAWS);
  check_chances (&loop, fast);
  check_chances (&loop, fine);
  check_rows (&loop, fast, name, slack);
  check_rows (&loop, fine, name, slack);
  clear_loop (&loop);
}

/* For how many of the scenarios tables are good enough. */
static guint
count_tables (guint            n_draws,
              OutlayFuturesWay way)
{
  guint n = 0;

  for (guint which = 0; which < N_RISK_SCENARIOS; which++)
    {
      g_autoptr (OutlayScenario) scenario = risk_scenario_new (which);
      g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
      g_autoptr (OutlayFutures) futures = outlay_futures_new (estimate, way);

      outlay_futures_prepare (futures, n_draws, N_THREADS);
      if (outlay_futures_have_tables (futures))
        n++;
      else
        g_test_message ("%u draws, %s: the plain way", n_draws, risk_scenario_get_name (which));
    }

  return n;
}

/* The comparison would say nothing if all were estimated the plain way. */
static void
test_tables_are_used (void)
{
  g_assert_cmpuint (count_tables (2048, OUTLAY_FUTURES_FAST), >=, N_RISK_SCENARIOS - 5);
  g_assert_cmpuint (count_tables (20000, OUTLAY_FUTURES_FAST), >=, N_RISK_SCENARIOS - 2);
}

/* Many kinds of attempts, and a context that each of them meets again and again. */
static OutlayScenario *
new_busy_scenario (void)
{
  OutlayScenario *scenario = risk_scenario_new (0);

  while (scenario->n_tasks < PLAIN_ROOM)
    {
      g_autofree char *id = g_strdup_printf ("task-%u", scenario->n_tasks);
      OutlayTask *task = plain_add_task (scenario, id);
      char *kept = task->id;

      *task = scenario->tasks[scenario->n_tasks % 2];
      task->id = task->name = kept;
      task->tool_result *= 1 + scenario->n_tasks / 10.0;
    }
  for (guint i = 0; i < scenario->n_tasks; i++)
    scenario->tasks[i].share = (OutlayPair) { 1.0 / PLAIN_ROOM, 1.0 / PLAIN_ROOM };
  scenario->compact_at = 160000;
  scenario->uncertainty[OUTLAY_FACTOR_TOKENS] = (OutlayRange) { 0.3, 1, 3 };

  return scenario;
}

/* No month is off by more in the mean than was found good. */
static void
check_busy_tables (OutlayScenario *scenario,
                   guint           n_draws)
{
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
  double most_tokens = outlay_factors_most_tokens (estimate);
  g_autoptr (OutlayFutures) fast = outlay_futures_new (estimate, OUTLAY_FUTURES_FAST);
  g_autoptr (OutlayFutures) plain = outlay_futures_new (estimate, OUTLAY_FUTURES_PLAIN);
  g_autoptr (OutlayDraws) draws = outlay_draws_new (scenario, most_tokens, 5);
  guint n_rows = scenario->n_options * (guint) scenario->months;
  g_autofree double *found = g_new0 (double, (gsize) n_rows * OUTLAY_BATCH_SIZE);
  g_autofree double *expected = g_new0 (double, (gsize) n_rows * OUTLAY_BATCH_SIZE);
  OutlayBatch batch;

  g_assert_no_error (estimate->options[0].error);
  outlay_futures_prepare (fast, n_draws, 2);
  outlay_draws_next (draws, &batch, 128);
  outlay_draws_finish (draws, &batch);
  outlay_futures_fill_costs (fast, &batch, found);
  outlay_futures_fill_costs (plain, &batch, expected);

  for (guint row = 0; row < n_rows; row++)
    {
      double off = 0, sum = 0;

      for (guint i = 0; i < batch.n; i++)
        {
          off += fabs (found[row * OUTLAY_BATCH_SIZE + i] -
                       expected[row * OUTLAY_BATCH_SIZE + i]);
          sum += expected[row * OUTLAY_BATCH_SIZE + i];
        }
      g_assert_cmpfloat (off, <=, 6e-4 * sum);
    }
}

/* Tables are compared with the plain way, however many kinds of attempts there are:
 * those of many draws always, those of a first picture where many calls meet a limit. */
static void
test_busy_tables_are_checked (void)
{
  static const guint n_draws[] = { 2048, 4096, 20000 };

  for (guint i = 0; i < G_N_ELEMENTS (n_draws); i++)
    {
      g_autoptr (OutlayScenario) wide = new_busy_scenario ();
      g_autoptr (OutlayScenario) narrow = new_busy_scenario ();

      narrow->uncertainty[OUTLAY_FACTOR_TOKENS] = (OutlayRange) { 0.7, 1, 1.5 };
      narrow->compact_at = 60000;
      check_busy_tables (wide, n_draws[i]);
      check_busy_tables (narrow, n_draws[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/brute-force/tables-are-used", test_tables_are_used);
  g_test_add_func ("/brute-force/busy-tables-are-checked", test_busy_tables_are_checked);
  for (guint which = 0; which < N_RISK_SCENARIOS; which++)
    {
      g_autofree char *path = g_strdup_printf ("/brute-force/%s",
                                               risk_scenario_get_name (which));

      g_test_add_data_func (path, GUINT_TO_POINTER (which), test_against_loop);
    }

  return g_test_run ();
}
