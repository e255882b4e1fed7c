/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many futures of the worked example are drawn in a second: by the engine,
 * by the same model in NumPy and by the plain loop, on the same draws, whose costs
 * are compared; how far the engine is from what the processor could do at best;
 * and how time grows with draws, options, roles and months. */
#include "fast-private.h"
#include "futures.h"
#include "option-estimate.h"
#include "scenario-file.h"
#include "simulate.h"
#include "stopwatch.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define N_RUNS 21
/* Microseconds. */
#define FRAME 16000

/* So many draws the slow ways are given. */
#define N_COMPARED 2048

typedef struct
{
  OutlayScenario *scenario;
  guint           n_draws;
  guint           n_threads;
} Job;

/* As a dial is moved: everything from the scenario on, the tables included. */
static void
simulate_from_nothing (gpointer data)
{
  Job *job = data;
  g_autoptr (OutlaySimulator) simulator =
    outlay_simulator_new (job->scenario, 1, job->n_threads);

  outlay_simulation_unref (outlay_simulator_run (simulator, job->n_draws, NULL, NULL));
}

static Times
time_simulation (OutlayScenario *scenario,
                 guint           n_draws,
                 guint           n_threads)
{
  Job job = { scenario, n_draws, n_threads };

  return measure (simulate_from_nothing, &job, n_draws > 200000 ? 1 : N_RUNS);
}

/* --- The same draws three ways --- */

typedef struct
{
  OutlayScenario *scenario;
  OutlayEstimate *estimate;
  OutlayBatch    *batches;
  guint           n_batches;
  guint           n_rows;
} Comparison;

static void
comparison_init (Comparison     *comparison,
                 OutlayScenario *scenario)
{
  g_autoptr (OutlayDraws) draws = NULL;

  *comparison = (Comparison) {
    .scenario = scenario, .estimate = outlay_estimate_new (scenario)
  };
  comparison->n_batches = N_COMPARED / OUTLAY_BATCH_SIZE;
  comparison->batches = g_new (OutlayBatch, comparison->n_batches);
  comparison->n_rows = scenario->n_options * (guint) scenario->months;
  draws = outlay_draws_new (scenario, outlay_factors_most_tokens (comparison->estimate), 1);
  for (guint i = 0; i < comparison->n_batches; i++)
    {
      outlay_draws_next (draws, &comparison->batches[i], OUTLAY_BATCH_SIZE);
      outlay_draws_finish (draws, &comparison->batches[i]);
    }
}

static void
comparison_clear (Comparison *comparison)
{
  outlay_estimate_unref (comparison->estimate);
  g_free (comparison->batches);
}

/* Costs by option, month and draw, and the seconds that it took, tables included. */
static double *
cost_by_engine (const Comparison *comparison,
                OutlayFuturesWay  way,
                double           *seconds)
{
  double *all = g_new (double, (gsize) comparison->n_rows * N_COMPARED);
  g_autofree double *rows = g_new (double, (gsize) comparison->n_rows * OUTLAY_BATCH_SIZE);
  gint64 before = g_get_monotonic_time ();
  g_autoptr (OutlayFutures) futures = outlay_futures_new (comparison->estimate, way);

  outlay_futures_prepare (futures, N_COMPARED, 1);
  for (guint i = 0; i < comparison->n_batches; i++)
    {
      outlay_futures_fill_costs (futures, &comparison->batches[i], rows);
      for (guint row = 0; row < comparison->n_rows; row++)
        for (guint draw = 0; draw < OUTLAY_BATCH_SIZE; draw++)
          all[(gsize) row * N_COMPARED + i * OUTLAY_BATCH_SIZE + draw] =
            rows[(gsize) row * OUTLAY_BATCH_SIZE + draw];
    }
  *seconds = (double) (g_get_monotonic_time () - before) / 1e6;

  return all;
}

static void
write_factors (const Comparison *comparison,
               const char       *path)
{
  g_autofree double *factors = g_new (double, N_COMPARED * OUTLAY_N_FACTORS);
  g_autoptr (GError) error = NULL;

  for (guint draw = 0; draw < N_COMPARED; draw++)
    for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
      factors[draw * OUTLAY_N_FACTORS + i] =
        comparison->batches[draw / OUTLAY_BATCH_SIZE].value[i][draw % OUTLAY_BATCH_SIZE];
  g_file_set_contents (path, (const char *) factors,
                       N_COMPARED * OUTLAY_N_FACTORS * sizeof (double), &error);
  g_assert_no_error (error);
}

static double *
cost_by_numpy (const Comparison *comparison,
               const char       *python,
               const char       *script,
               const char       *example,
               double           *seconds)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-bench-XXXXXX", NULL);
  g_autofree char *factors = g_build_filename (folder, "factors", NULL);
  g_autofree char *costs = g_build_filename (folder, "costs", NULL);
  g_autofree char *printed = NULL;
  const char *arguments[] = { python, script, example, factors, costs, NULL };
  g_autoptr (GError) error = NULL;
  char *all = NULL;
  gsize size;
  int status;

  write_factors (comparison, factors);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &printed, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  *seconds = g_ascii_strtod (printed, NULL);

  g_file_get_contents (costs, &all, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (size, ==, (gsize) comparison->n_rows * N_COMPARED * sizeof (double));
  remove (factors);
  remove (costs);
  remove (folder);

  return (double *) (gpointer) all;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The largest difference of a draw's cost in a month, and of a month's quantile,
 * both relative. Sorts the rows. */
static void
print_difference (const char       *what,
                  const Comparison *comparison,
                  double           *found,
                  double           *expected)
{
  double of_draw = 0, of_quantile = 0;

  for (gsize row = 0; row < comparison->n_rows; row++)
    {
      double *x = found + row * N_COMPARED, *y = expected + row * N_COMPARED;

      for (guint i = 0; i < N_COMPARED; i++)
        of_draw = MAX (of_draw, fabs (x[i] - y[i]) / y[i]);
      qsort (x, N_COMPARED, sizeof *x, compare_doubles);
      qsort (y, N_COMPARED, sizeof *y, compare_doubles);
      for (guint i = 0; i < OUTLAY_N_PERCENTS; i++)
        {
          guint at = (guint) outlay_percent_get_value (i) * N_COMPARED / 100;

          of_quantile = MAX (of_quantile, fabs (x[at] - y[at]) / y[at]);
        }
    }
  printf ("  %-42s largest difference of a draw's month %.1e, of a quantile %.1e\n", what,
          of_draw, of_quantile);
}

static void
print_rate (const char *what,
            double      rate,
            double      numpy)
{
  printf ("%-44s %12.0f draws a second", what, rate);
  if (numpy > 0)
    printf ("   %.0f x NumPy", rate / numpy);
  putchar ('\n');
}

static void
bench_ways (OutlayScenario *scenario,
            const char     *python,
            const char     *script,
            const char     *example)
{
  Comparison comparison;
  double plain_seconds, fast_seconds, numpy_seconds, numpy;

  comparison_init (&comparison, scenario);
  {
    g_autofree double *plain = cost_by_engine (&comparison, OUTLAY_FUTURES_PLAIN,
                                               &plain_seconds);
    g_autofree double *fast = cost_by_engine (&comparison, OUTLAY_FUTURES_FAST,
                                              &fast_seconds);
    g_autofree double *twin = cost_by_numpy (&comparison, python, script, example,
                                             &numpy_seconds);
    g_autofree double *again = g_memdup2 (plain, (gsize) comparison.n_rows * N_COMPARED *
                                                 sizeof *plain);

    numpy = N_COMPARED / numpy_seconds;
    printf ("The same %u draws on one core\n", N_COMPARED);
    print_rate ("  NumPy", numpy, 0);
    print_rate ("  the plain loop, an estimate a draw", N_COMPARED / plain_seconds, numpy);
    print_rate ("  this engine, its tables included", N_COMPARED / fast_seconds, numpy);
    print_rate ("  this engine, 1,000,000 draws and quantiles",
                1e6 / (time_simulation (scenario, 1000000, 1).best / 1e6), numpy);
    print_difference ("NumPy and the plain loop", &comparison, twin, plain);
    print_difference ("this engine and the plain loop", &comparison, fast, again);
  }
  comparison_clear (&comparison);
}

/* --- Times --- */

static void
bench_times (OutlayScenario *scenario)
{
  static const guint draws[] = { OUTLAY_FIRST_DRAWS, 10000, 100000, OUTLAY_FINE_DRAWS };

  printf ("\nEvery month's mean and seven quantiles, cumulative too, and odds\n"
          "%-16s %22s %26s\n", "", "one core, best median", "two cores, best median");
  for (guint i = 0; i < G_N_ELEMENTS (draws); i++)
    {
      Times one = time_simulation (scenario, draws[i], 1);
      Times two = time_simulation (scenario, draws[i], 2);

      printf ("%8u draws   %8.2f ms %8.2f ms    %9.2f ms %8.2f ms%s\n", draws[i],
              one.best / 1e3, one.median / 1e3, two.best / 1e3, two.median / 1e3,
              draws[i] > 10000 ? "" : two.best <= FRAME ? "  a frame" : "  over a frame");
    }
}

/* --- The limit --- */

typedef struct
{
  const OutlayFastFutures *futures;
  OutlayBatch             *batch;
  double                  *rows;
} Pass;

static void
fill_batch (gpointer data)
{
  Pass *pass = data;

  outlay_fast_futures_fill_costs (pass->futures, pass->batch, pass->rows);
}

/* What a draw takes: reading the values off the corners of a cell, then for each
 * stage a polynomial, and for each month the sum over those who have started. */
static double
count_multiply_adds (const OutlayFastFutures *futures)
{
  const OutlayCostTables *tables = futures->tables;
  const OutlayCostCases *cases = futures->cases;
  double corners = tables->turns.width * tables->tokens.width * tables->acceptance.width;
  double sum = corners * tables->n_values;
  double stages = futures->n_stages, months = futures->n_months;

  for (guint i = 0; i < cases->works->len; i++)
    {
      const OutlayWork *work = &g_array_index (cases->works, OutlayWork, i);
      double profiles = (double) work->n_epochs * cases->profiles->len;

      sum += profiles * (stages + work->n_groups) * tables->n_terms;
      for (guint month = 0; month < futures->n_months; month++)
        sum += profiles * MIN (month + 1, stages);
      sum += months * cases->scenario->n_team;
    }

  return sum;
}

static void
bench_limit (OutlayScenario *scenario)
{
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
  double most_tokens = outlay_factors_most_tokens (estimate);
  g_autoptr (OutlayFastFutures) futures =
    outlay_fast_futures_new (estimate, NULL, most_tokens, OUTLAY_FINENESS_USUAL, G_MAXSIZE,
                             1);
  g_autoptr (OutlayDraws) draws = outlay_draws_new (scenario, most_tokens, 1);
  g_autofree OutlayBatch *batch = g_new (OutlayBatch, 1);
  g_autofree double *rows = g_new (double, (gsize) scenario->n_options *
                                           (gsize) scenario->months * OUTLAY_BATCH_SIZE);
  Pass pass = { futures, batch, rows };
  double rate = multiply_adds_a_microsecond ();
  double adds, each;

  outlay_draws_next (draws, batch, OUTLAY_BATCH_SIZE);
  outlay_draws_finish (draws, batch);
  adds = count_multiply_adds (futures);
  each = measure (fill_batch, &pass, 1001).median / OUTLAY_BATCH_SIZE;

  printf ("\nThe inner loop on one core\n"
          "  %.0f multiply-adds a draw; this machine does %.2f thousand million a second\n"
          "  at best %.2f microseconds a draw, here %.2f: %.0f %% of the arithmetic limit\n"
          "  tables of %.1f MB are read beside\n",
          adds, rate / 1e3, adds / rate, each, 100 * adds / rate / each,
          8e-6 * futures->tables->turns.n * futures->tables->tokens.n *
            futures->tables->acceptance.n * futures->tables->n_values);
}

/* --- Growth --- */

static OutlayScenario *
copy_scenario (const OutlayScenario *scenario,
               guint                 n_options,
               guint                 n_roles,
               guint                 n_months)
{
  OutlayScenario *copy = outlay_scenario_alloc ();
  OutlayPool *pool = copy->pool;
  gatomicrefcount ref_count = copy->ref_count;

  *copy = *scenario;
  copy->ref_count = ref_count;
  copy->pool = pool;
  copy->months = n_months;
  copy->n_options = n_options;
  copy->options = outlay_pool_alloc0 (pool, n_options, sizeof *copy->options);
  for (guint i = 0; i < n_options; i++)
    {
      /* Another effort, so that nothing is shared with the one before. */
      copy->options[i] = scenario->options[i % scenario->n_options];
      copy->options[i].effort += i / scenario->n_options * 0.01;
    }

  copy->n_team = n_roles;
  copy->team = outlay_pool_alloc0 (pool, n_roles, sizeof *copy->team);
  for (guint i = 0; i < n_roles; i++)
    {
      OutlayRole *role = &copy->team[i];
      double shift = 1e-3 * (i + 1);

      /* Another mix, likewise. */
      *role = scenario->team[i % scenario->n_team];
      role->people *= (double) scenario->n_team / n_roles;
      role->mix = outlay_pool_alloc0 (pool, scenario->n_tasks, sizeof *role->mix);
      for (guint j = 0; j < scenario->n_tasks; j++)
        role->mix[j] = scenario->tasks[j].share;
      role->mix[0].start += shift;
      role->mix[1].start -= shift;
    }

  return copy;
}

static void
print_growth (const OutlayScenario *scenario,
              const char           *what,
              guint                 n_options,
              guint                 n_roles,
              guint                 n_months,
              guint                 n_draws)
{
  g_autoptr (OutlayScenario) copy = copy_scenario (scenario, n_options, n_roles, n_months);

  printf ("| %s | %u | %u | %u | %u | %.1f |\n", what, n_draws, n_options, n_roles, n_months,
          time_simulation (copy, n_draws, 1).best / 1e3);
}

static void
bench_growth (const OutlayScenario *scenario)
{
  static const guint draws[] = { 20000, 40000, 80000, 160000 };
  static const guint options[] = { 5, 10, 20 };
  static const guint roles[] = { 3, 6, 12 };
  static const guint months[] = { 7, 15, 30, 60 };

  printf ("\nHow time grows, best of runs on one core, tables included; no two roles or options alike\n\n"
          "| more | draws | options | roles | months | ms |\n|---|---|---|---|---|---|\n");
  for (guint i = 0; i < G_N_ELEMENTS (draws); i++)
    print_growth (scenario, "draws", 5, 3, 7, draws[i]);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    print_growth (scenario, "options", options[i], 3, 7, 20000);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    print_growth (scenario, "roles", 5, roles[i], 7, 20000);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    print_growth (scenario, "months", 5, 3, months[i], 20000);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("forty-people");
  g_autoptr (GBytes) bytes = outlay_examples_get ("forty-people");
  g_autoptr (OutlayScenario) scenario = NULL;

  if (argc != 4)
    {
      fprintf (stderr, "Usage: simulate-bench PYTHON SIMULATE_NUMPY EXAMPLE\n");
      return 2;
    }

  setvbuf (stdout, NULL, _IOLBF, 0);
  scenario = outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);
  g_assert (scenario != NULL);

  bench_ways (scenario, argv[1], argv[2], argv[3]);
  bench_times (scenario);
  bench_limit (scenario);
  bench_growth (scenario);

  return 0;
}
