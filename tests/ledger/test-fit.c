/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A synthetic team is made with known parameters, by the walk of METHOD section 5;
 * the fit has to find them again within the intervals that it states. */
#include "collector.h"

#include "actuals.h"
#include "calibration.h"
#include "ledger.h"
#include "log-writer.h"
#include "scenario-file.h"

#include <math.h>
#include <string.h>

#define TRIALS   100
#define SESSIONS 150

typedef struct
{
  double turns, spread, calls, base, message, tool, output, warm[2];
} Truth;

static const Truth truth = { 4, 1.2, 6, 30000, 250, 7500, 500, { 0.75, 0.85 } };

static double
draw_normal (GRand *rand)
{
  return sqrt (-2 * log (1 - g_rand_double (rand))) * cos (2 * G_PI * g_rand_double (rand));
}

/* A figure that varies as people do: lognormal with the mean given. */
static double
vary (GRand  *rand,
      double  mean,
      double  deviation)
{
  return mean * exp (deviation * draw_normal (rand) - deviation * deviation / 2);
}

/* Turns behind the first: negative binomial with mean nu and variance
 * spread^2 * mu * nu, as a sum of geometric steps over a gamma mean. */
static guint
draw_turns (GRand *rand)
{
  double mu = truth.turns, nu = mu - 1, q = truth.spread * truth.spread * mu;
  double u = g_rand_double (rand), p = exp (-nu / (q - 1) * log (q)), sum = p;
  guint k = 0;

  for (; u > sum && k < 400; k++)
    {
      p *= (k + nu / (q - 1)) / (k + 1) * (q - 1) / q;
      sum += p;
    }

  return k + 1;
}

typedef struct
{
  OutlayFit *fit;
  GRand     *rand;
  double     prefix, output;
  guint      k;
  guint      lifetime;
} Walk;

static void
add_call (Walk     *walk,
          gboolean  is_first)
{
  OutlayUsage usage = { .kind = OUTLAY_USAGE_CALL };
  double r = vary (walk->rand, truth.tool, 0.6);
  double added = walk->k == 0 ? vary (walk->rand, truth.base, 0.1)
                              : walk->output + r * (sqrt (walk->k) - sqrt (walk->k - 1));
  gboolean is_cold = is_first && walk->k > 0 &&
                     g_rand_double (walk->rand) > truth.warm[walk->lifetime];
  gint64 fresh;

  if (is_first)
    added += vary (walk->rand, truth.message, 0.5);
  fresh = llround (is_cold ? walk->prefix + added : added);
  *(walk->lifetime == 1 ? &usage.tokens.write_1h : &usage.tokens.write_5m) = fresh;
  usage.tokens.read = llround (is_cold ? 0 : walk->prefix);
  walk->prefix = (double) (usage.tokens.read + fresh);
  walk->output = round (vary (walk->rand, truth.output, 0.7));
  usage.tokens.output = usage.output_estimate = (gint64) walk->output;
  walk->k++;
  outlay_fit_add (walk->fit, &usage, 1);
}

static void
add_session (OutlayFit *fit,
             GRand     *rand,
             guint      lifetime)
{
  const OutlayUsage prompt = { .kind = OUTLAY_USAGE_PROMPT };
  Walk walk = { .fit = fit, .rand = rand, .lifetime = lifetime };
  guint turns = draw_turns (rand);

  for (guint turn = 0; turn < turns; turn++)
    {
      guint calls = (guint) g_rand_int_range (rand, 1, (gint32) (2 * truth.calls));

      outlay_fit_add (fit, &prompt, 1);
      for (guint call = 0; call < calls; call++)
        add_call (&walk, call == 0);
    }
  outlay_fit_end_session (fit);
}

static gboolean
holds (OutlayFit          *fit,
       OutlayFitParameter  parameter,
       double              value)
{
  OutlayFitValue found = outlay_fit_get (fit, parameter);

  g_assert_cmpfloat (found.low, <=, found.estimate);
  g_assert_cmpfloat (found.estimate, <=, found.high);

  return found.low <= value && value <= found.high;
}

static void
test_recovery (void)
{
  const struct
  {
    OutlayFitParameter parameter;
    double             value;
  } asked[] = {
    { OUTLAY_FIT_TURNS, truth.turns },
    { OUTLAY_FIT_TURN_SPREAD, truth.spread },
    { OUTLAY_FIT_CALLS_PER_TURN, truth.calls },
    { OUTLAY_FIT_BASE_CONTEXT, truth.base },
    { OUTLAY_FIT_MESSAGE, truth.message },
    { OUTLAY_FIT_TOOL_RESULT, truth.tool },
    { OUTLAY_FIT_OUTPUT, truth.output },
    { OUTLAY_FIT_WARMTH_5M, truth.warm[0] },
    { OUTLAY_FIT_WARMTH_1H, truth.warm[1] },
  };
  guint found[G_N_ELEMENTS (asked)] = { 0 };

  for (guint trial = 0; trial < TRIALS; trial++)
    {
      g_autoptr (OutlayFit) fit = outlay_fit_new ();
      GRand *rand = g_rand_new_with_seed (trial + 1);

      for (guint i = 0; i < SESSIONS; i++)
        add_session (fit, rand, i % 2);
      for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
        found[i] += holds (fit, asked[i].parameter, asked[i].value);
      g_rand_free (rand);
    }

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_test_message ("parameter %d: within its interval %u times of %d", asked[i].parameter,
                      found[i], TRIALS);
      g_assert_cmpuint (found[i], >=, 90);
    }
}

static void
test_spread_between_people (void)
{
  GRand *rand = g_rand_new_with_seed (3);
  double deviation = sqrt (log1p (1.5 * 1.5));
  guint found = 0;

  for (guint trial = 0; trial < TRIALS; trial++)
    {
      double people[30];
      OutlayFitValue value;

      for (guint i = 0; i < G_N_ELEMENTS (people); i++)
        people[i] = vary (rand, 100, deviation);
      value = outlay_fit_variation (people, G_N_ELEMENTS (people));
      found += value.low <= 1.5 && 1.5 <= value.high;
    }
  g_rand_free (rand);
  g_assert_cmpuint (found, >=, 90);
}

static void
test_shares_and_means (void)
{
  const OutlayFitValue share = outlay_fit_share (30, 100);
  double values[20];
  OutlayFitValue mean;

  /* Wilson's interval as tables have it. */
  g_assert_cmpfloat_with_epsilon (share.low, 0.2189, 1e-4);
  g_assert_cmpfloat_with_epsilon (share.high, 0.3958, 1e-4);

  /* 0..19: mean 9.5, deviation 5.9161, t(19) 2.0930. */
  for (guint i = 0; i < 20; i++)
    values[i] = i;
  mean = outlay_fit_mean (values, 20);
  g_assert_cmpfloat_with_epsilon (mean.estimate, 9.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (mean.high, 9.5 + 2.0930 * 5.916080 / sqrt (20), 2e-3);
}

/* Too little data says so, and says no number. */
static void
test_too_little (void)
{
  g_autoptr (OutlayFit) fit = outlay_fit_new ();
  GRand *rand = g_rand_new_with_seed (1);
  const double few[4] = { 1, 2, 3, 4 };

  for (guint i = 0; i < OUTLAY_FIT_ENOUGH - 1; i++)
    add_session (fit, rand, 0);
  g_rand_free (rand);

  for (guint i = 0; i < OUTLAY_N_FITS; i++)
    g_assert_true (isnan (outlay_fit_get (fit, (OutlayFitParameter) i).estimate));
  g_assert_true (isnan (outlay_fit_share (3, OUTLAY_FIT_ENOUGH - 1).estimate));
  g_assert_true (isnan (outlay_fit_mean (few, 4).estimate));
  g_assert_true (isnan (outlay_fit_variation (few, 4).estimate));
}

/* However many sessions there are: those of one turn say nothing of the spread. */
static void
test_one_turn (void)
{
  g_autoptr (OutlayFit) fit = outlay_fit_new ();
  OutlayFitValue spread;

  for (guint i = 0; i < 3 * OUTLAY_FIT_ENOUGH; i++)
    {
      const OutlayUsage prompt = { .session = i + 1, .at = 1, .kind = OUTLAY_USAGE_PROMPT };
      const OutlayUsage call = { .session = i + 1, .at = 2, .tokens = { 9, 9, 0, 9, 9 } };

      outlay_fit_add (fit, &prompt, 1);
      outlay_fit_add (fit, &call, 1);
      outlay_fit_end_session (fit);
    }

  spread = outlay_fit_get (fit, OUTLAY_FIT_TURN_SPREAD);
  g_assert_true (isnan (spread.estimate));
  g_assert_cmpuint (spread.n, ==, 0);
  g_assert_cmpfloat (outlay_fit_get (fit, OUTLAY_FIT_TURNS).estimate, ==, 1);
}

static int
compare_usages (gconstpointer a,
                gconstpointer b)
{
  const OutlayUsage *one = *(const OutlayUsage * const *) a;
  const OutlayUsage *other = *(const OutlayUsage * const *) b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;

  return (int) other->kind - (int) one->kind;
}

/* Cold caches of real sessions, as EXPECTED.csv counts them. */
static void
test_misses (void)
{
  g_autofree char *expected_path = g_test_build_filename (G_TEST_DIST, "data", "logs",
                                                          "EXPECTED.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean read = g_file_get_contents (expected_path, &text, NULL, NULL);
  guint n_checked = 0;

  g_assert_true (read);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) row = g_strsplit (g_strchomp (lines[i]), ",", -1);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "logs", row[0], NULL);
      const char * const paths[] = { path, NULL };
      g_autoptr (Collector) collector = collector_new ();
      g_autoptr (GPtrArray) usages = g_ptr_array_new ();
      g_autoptr (OutlayFit) fit = outlay_fit_new ();
      GHashTableIter iter;
      gpointer usage;

      if (*row[15] == '\0')
        continue;

      collector_read (collector, paths, NULL, 1);
      g_hash_table_iter_init (&iter, collector->usages);
      while (g_hash_table_iter_next (&iter, NULL, &usage))
        g_ptr_array_add (usages, usage);
      g_ptr_array_sort (usages, compare_usages);
      for (guint j = 0; j < usages->len; j++)
        outlay_fit_add (fit, g_ptr_array_index (usages, j), 1);
      outlay_fit_end_session (fit);
      g_assert_cmpuint (outlay_fit_get_misses (fit), ==,
                        g_ascii_strtoull (row[15], NULL, 10));
      n_checked++;
    }
  g_assert_cmpuint (n_checked, ==, 6);
}

static OutlayScenario *
load_scenario (const char *name)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("scenario");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 name, NULL);
  OutlayScenario *scenario = outlay_scenario_load (path, outlay_catalogue_get_default (), problems);

  g_assert_nonnull (scenario);

  return scenario;
}

/* From logs to rows; what can be taken is taken by one edit, which another
 * calibration then finds as the old value. */
static void
check_calibration (OutlayLedger   *ledger,
                   OutlayScenario *scenario)
{
  const OutlayPeriod all = { 20260101, 20261231 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayCalibration) calibration =
    outlay_ledger_calibrate (ledger, scenario, all, &error);
  guint n_taken = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < calibration->rows->len; i++)
    {
      const OutlayCalibrationRow *row =
        &g_array_index (calibration->rows, OutlayCalibrationRow, i);
      g_autoptr (OutlayScenario) next = outlay_calibration_apply (scenario, row, &error);
      g_autoptr (OutlayCalibration) again = NULL;

      g_assert_no_error (error);
      if (next == NULL || g_str_has_suffix (row->path, "calls_per_turn"))
        continue;

      again = outlay_ledger_calibrate (ledger, next, all, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (
        g_array_index (again->rows, OutlayCalibrationRow, i).old, row->measured.estimate,
        1e-9 * (1 + row->measured.estimate));
      n_taken++;
    }
  g_assert_cmpuint (n_taken, >=, 5);
}

/* One role's figures, where somebody says who has it. */
static void
check_role (OutlayLedger   *ledger,
            OutlayScenario *scenario)
{
  const OutlayPeriod all = { 20260101, 20261231 };
  const char * const people[] = { "someone", "nobody", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayCalibration) calibration =
    outlay_ledger_calibrate (ledger, scenario, all, &error);
  g_autoptr (OutlayScenario) next = NULL;
  const OutlayCalibrationRow *row;

  g_assert_no_error (error);
  outlay_calibration_add_role (calibration, ledger, scenario, 1, people, &error);
  g_assert_no_error (error);
  row = &g_array_index (calibration->rows, OutlayCalibrationRow, calibration->rows->len - 1);
  g_assert_cmpstr (row->path, ==, "team[1].tasks_per_day");

  /* 45 sessions of one person begin 40,000 seconds apart. */
  g_assert_cmpuint (row->measured.n, ==, 21);
  g_assert_cmpfloat_with_epsilon (row->measured.estimate, 45.0 / 21, 1e-12);
  next = outlay_calibration_apply (scenario, row, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (next->team[1].tasks_per_day, ==, row->measured.estimate);
  g_assert_cmpfloat (next->team[0].tasks_per_day, ==, scenario->team[0].tasks_per_day);
}

/* The parts of a month's gap add up to it. */
static void
check_actuals (OutlayLedger   *ledger,
               OutlayScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayScenario) own = outlay_scenario_ref (scenario);
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (GArray) months = NULL;
  const OutlayMonthComparison *june;
  double sum = 0;

  own->start = 2026 * 12 + 5;
  estimate = outlay_estimate_new (own);
  months = outlay_ledger_compare (ledger, estimate, &estimate->options[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (months->len, ==, 1);
  june = &g_array_index (months, OutlayMonthComparison, 0);
  g_assert_cmpint (june->date, ==, 20260601);
  g_assert_cmpfloat (june->actual, >, 0);
  for (guint i = 0; i < OUTLAY_N_GAPS; i++)
    sum += isnan (june->gaps[i]) ? 0 : june->gaps[i];
  g_assert_false (isnan (june->gaps[OUTLAY_GAP_TURNS]));
  g_assert_cmpfloat_with_epsilon (sum, june->actual - june->forecast, 1e-9 * june->forecast);
}

static void
test_ledger (void)
{
  g_autofree char *folder = log_writer_make_folder ();
  g_autofree char *path = g_build_filename (folder, "ledger.sqlite", NULL);
  const char * const paths[] = { folder, NULL };
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayScenario) scenario = load_scenario ("one-person.outlay");
  g_autoptr (OutlayScenario) team = load_scenario ("forty-people.outlay");

  for (int i = 0; i < 45; i++)
    {
      g_autofree char *session = g_strdup_printf ("s%d", i);

      for (int j = 0; j < 6 + i % 5; j++)
        {
          g_autofree char *id = g_strdup_printf ("m%d-%d", i, j);

          if (j % 3 == 0)
            log_writer_add_prompt (log, session, id, i * 40000 + 60 * j);
          log_writer_add_answer (log, session, id, i * 40000 + 60 * j + 1, 100 + 10 * j);
        }
    }
  log_writer_write (folder, "a.jsonl", log->str);

  {
    g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, &error);
    g_autoptr (OutlayImportReport) report G_GNUC_UNUSED =
      outlay_ledger_import (ledger, paths, "someone", NULL, &error);

    g_assert_no_error (error);
    check_calibration (ledger, scenario);
    check_role (ledger, team);
    check_actuals (ledger, scenario);
  }
  log_writer_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/fit/recovery", test_recovery);
  g_test_add_func ("/ledger/fit/spread-between-people", test_spread_between_people);
  g_test_add_func ("/ledger/fit/shares-and-means", test_shares_and_means);
  g_test_add_func ("/ledger/fit/too-little", test_too_little);
  g_test_add_func ("/ledger/fit/one-turn", test_one_turn);
  g_test_add_func ("/ledger/fit/misses", test_misses);
  g_test_add_func ("/ledger/fit/ledger", test_ledger);

  return g_test_run ();
}
