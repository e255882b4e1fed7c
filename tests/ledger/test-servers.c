/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger on a server, on two of them, and in a file: the same digits. Needs two
 * servers, see servers.py. */
#include "actuals.h"
#include "calibration.h"
#include "log-writer.h"
#include "questions.h"
#include "scenario-file.h"
#include "store.h"

#include <math.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char         *folder;
  char         *logs;
  OutlayLedger *file; /* what the servers are held against */
} Fixture;

/* Runs of tables, with names in other letters and ties, which only the order of the
 * names decides. */
static const char table[] =
  "time,agent,person,repository,kind,model,tier,risk,outcome,input,output,turns,calls,cost\n"
  "2026-06-03,bot,Ann,alpha,fix,m,economy,low,accepted,100,0,4,9,1.5\n"
  "2026-06-03,bot,Ann,Beta,fix,m,economy,low,accepted,100,0,4,9,1.5\n"
  "2026-06-03,bot,Bob,\xc3\xa9psilon,fix,m,economy,low,accepted,100,0,4,9,1.5\n"
  "2026-06-04,bot,Bob,beta,build,m,frontier,high,reverted,200,0,,1,0.25\n"
  "2026-07-01,bot,Ann,beta,build,m,frontier,high,rejected,400,0,9,1,0.000000001\n"
  "2026-07-02,Bot,Ann,beta,build,m,frontier,high,edited,4000000000000,0,9,1,9000000\n"
  "2026-07-03,Bot,Ann,beta,build,m,frontier,high,edited,4000000000000,0,9,1,9000000\n";

/* A year of days with the same names. */
static void
write_year (const char *folder)
{
  g_autoptr (GString) rows = g_string_new ("time,agent,repository,model,input,cost\n");

  for (guint i = 0; i < 360; i++)
    g_string_append_printf (rows, "2025-%02u-%02u,bot%u,year,m,%u,0.%03u\n", i / 30 + 1,
                            i % 28 + 1, i % 18, i, i);
  log_writer_write (folder, "year.csv", rows->str);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "data", "logs", NULL);
  g_autofree char *path = NULL;

  fixture->folder = log_writer_make_folder ();
  fixture->logs = g_build_filename (fixture->folder, "logs", NULL);
  path = g_build_filename (fixture->folder, "ledger.sqlite", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->logs, 0700), ==, 0);
  log_writer_write_sessions (fixture->logs, 25, 30);
  log_writer_write (fixture->logs, "runs.csv", table);
  write_year (fixture->logs);

  fixture->file = store_open (path);
  store_import (fixture->file, fixture->logs);
  store_import (fixture->file, samples);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  outlay_ledger_close (fixture->file);
  log_writer_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->logs);
}

static void
import_all (Fixture      *fixture,
            OutlayLedger *ledger)
{
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "data", "logs", NULL);

  g_assert_cmpuint (store_import (ledger, fixture->logs), >, 0);
  g_assert_cmpuint (store_import (ledger, samples), >, 0);
  g_assert_cmpuint (store_import (ledger, fixture->logs), ==, 0);
}

static void
check_answer (OutlayLedger   *one,
              OutlayLedger   *other,
              OutlayQuestion  question,
              OutlayPeriod    period,
              int             cap,
              gboolean        repaired)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayAnswer) first =
    outlay_question_ask (one, question, period, cap, repaired, &error);
  g_autoptr (OutlayAnswer) second = NULL;

  g_assert_no_error (error);
  second = outlay_question_ask (other, question, period, cap, repaired, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->n_rows, ==, second->n_rows);
  g_assert_cmpuint (first->n_columns, ==, second->n_columns);
  for (guint row = 0; row < first->n_rows; row++)
    for (guint column = 0; column < first->n_columns; column++)
      {
        const OutlayAnswerCell *a = outlay_answer_get_cell (first, row, column);
        const OutlayAnswerCell *b = outlay_answer_get_cell (second, row, column);

        g_assert_cmpint (a->is_known, ==, b->is_known);
        g_assert_cmpint (a->value, ==, b->value);
        g_assert_cmpstr (a->text, ==, b->text);
      }
}

static void
check_answers (OutlayLedger *one,
               OutlayLedger *other)
{
  static const OutlayPeriod periods[] = {
    { 20260601, 20260630 }, { 20260701, 20260731 }, { 20000101, 20991231 }
  };
  g_autofree char *first = store_dump (one);
  g_autofree char *second = store_dump (other);

  g_assert_cmpstr (first, ==, second);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    for (guint question = 0; question < OUTLAY_N_QUESTIONS; question++)
      for (int cap = 1; cap <= 5; cap += 2)
        for (guint repaired = 0; repaired <= 1; repaired++)
          check_answer (one, other, (OutlayQuestion) question, periods[i], cap, repaired == 1);
}

static OutlayScenario *
load_scenario (void)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("scenario");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "one-person.outlay", NULL);
  OutlayScenario *scenario =
    outlay_scenario_load (path, outlay_catalogue_get_default (), problems);

  g_assert_nonnull (scenario);
  scenario->start = 2026 * 12 + 5;

  return scenario;
}

static void
check_number (double one,
              double other)
{
  g_assert_true (one == other || (isnan (one) && isnan (other)));
}

/* What is fitted, and what is forecast against what was. */
static void
check_estimates (OutlayLedger *one,
                 OutlayLedger *other)
{
  const OutlayPeriod all = { 20000101, 20991231 };
  g_autoptr (OutlayScenario) scenario = load_scenario ();
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayCalibration) first = outlay_ledger_calibrate (one, scenario, all, &error);
  g_autoptr (OutlayCalibration) second = NULL;
  g_autoptr (GArray) months = NULL, others = NULL;

  g_assert_no_error (error);
  second = outlay_ledger_calibrate (other, scenario, all, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->rows->len, ==, second->rows->len);
  for (guint i = 0; i < first->rows->len; i++)
    {
      const OutlayFitValue *a = &g_array_index (first->rows, OutlayCalibrationRow, i).measured;
      const OutlayFitValue *b = &g_array_index (second->rows, OutlayCalibrationRow, i).measured;

      g_assert_cmpuint (a->n, ==, b->n);
      check_number (a->estimate, b->estimate);
      check_number (a->low, b->low);
      check_number (a->high, b->high);
    }

  months = outlay_ledger_compare (one, estimate, &estimate->options[0], &error);
  g_assert_no_error (error);
  others = outlay_ledger_compare (other, estimate, &estimate->options[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (months->len, >=, 1);
  g_assert_cmpuint (months->len, ==, others->len);
  for (guint i = 0; i < months->len; i++)
    g_assert_cmpfloat (g_array_index (months, OutlayMonthComparison, i).actual, ==,
                       g_array_index (others, OutlayMonthComparison, i).actual);
}

static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *place = store_on_server (g_getenv ("OUTLAY_TEST_SERVER"), "one");
  g_autoptr (OutlayLedger) ledger = store_open (place);

  import_all (fixture, ledger);
  check_answers (fixture->file, ledger);
  check_estimates (fixture->file, ledger);
}

/* Two who import at the same time wait for each other. */
static void
test_at_once (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *place = store_on_server (g_getenv ("OUTLAY_TEST_SERVER"), "at_once");
  g_autoptr (OutlayLedger) ledger = NULL;
  pid_t children[3];

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = fork ();
      g_assert_cmpint (children[i], >=, 0);
      if (children[i] == 0)
        {
          g_autoptr (OutlayLedger) own = store_open (place);

          store_import (own, fixture->logs);
          _exit (0);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }

  ledger = store_open (place);
  store_import (ledger, fixture->logs);
  {
    g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "data", "logs", NULL);

    store_import (ledger, samples);
  }
  check_answers (fixture->file, ledger);
}

/* An address with another part of the query, or the schema of its own there. */
static char *
get_part (const char *address,
          const char *name)
{
  const char *found = strstr (address, name);

  g_assert_nonnull (found);
  found += strlen (name);

  return g_strndup (found, strcspn (found, "&"));
}

static void
run_psql (const char *one,
          const char *two)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "..", "docs",
                                                   "spread-ledger.sql", NULL);
  g_autofree char *host = get_part (two, "host=");
  g_autofree char *schema = get_part (two, "search_path%3D");
  g_autofree char *host_variable = g_strconcat ("host=", host, NULL);
  g_autofree char *schema_variable = g_strconcat ("schema=", schema, NULL);
  const char *command[] = {
    "psql", "-X", "-q", "-d", one, "-f", script, "-v", host_variable, "-v", "port=5432",
    "-v", "dbname=postgres", "-v", schema_variable, "-v", "user=outlay", "-v", "password=none",
    NULL
  };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

/* The sums of a question are made where the rows are. */
static void
check_plan (OutlayLedger *ledger,
            OutlayLedger *other)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) plan = g_string_new (NULL);
  g_autoptr (OutlayStatement) rows = NULL;

  outlay_database_run (outlay_ledger_get_database (other), "ANALYZE day_sum", &error);
  g_assert_no_error (error);
  rows = outlay_database_prepare (outlay_ledger_get_database (ledger),
                                  "EXPLAIN (VERBOSE) SELECT a, b, sum(cost) FROM day_sum"
                                  " WHERE view = 1 GROUP BY a, b", &error);
  g_assert_no_error (error);
  while (outlay_statement_step (rows, &error))
    g_string_append_printf (plan, "%s\n", outlay_statement_get_text (rows, 0));
  g_assert_no_error (error);
  g_test_message ("%s", plan->str);
  g_assert_nonnull (strstr (plan->str, "Remote SQL: SELECT a, b, sum(cost)"));
}

/* As docs/spread-ledger.sql has it. */
static void
test_spread (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *one = store_on_server (g_getenv ("OUTLAY_TEST_SERVER"), "spread");
  g_autofree char *two = store_on_server (g_getenv ("OUTLAY_TEST_SERVER_2"), "spread");
  g_autoptr (OutlayLedger) other = store_open (two);
  g_autoptr (OutlayLedger) ledger = NULL;
  static const char * const tables[] = { "usage", "run", "turn", "day_sum" };

  outlay_ledger_close (store_open (one));
  run_psql (one, two);
  ledger = store_open (one);
  import_all (fixture, ledger);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *here = g_strdup_printf ("SELECT count(*) FROM %s_one", tables[i]);
      g_autofree char *there = g_strdup_printf ("SELECT count(*) FROM %s", tables[i]);

      g_assert_cmpint (store_ask (ledger, here), >, 0);
      g_assert_cmpint (store_ask (other, there), >, 0);
    }

  check_answers (fixture->file, ledger);
  check_estimates (fixture->file, ledger);
  check_plan (ledger, other);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *nowhere =
    g_strdup_printf ("postgresql://someone:secret@/nothing?host=%s", fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (outlay_ledger_open (nowhere, &error));
  g_assert_error (error, OUTLAY_DATABASE_ERROR, OUTLAY_DATABASE_ERROR_OPEN);
  g_assert_null (strstr (error->message, "secret"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/ledger/servers/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("one", test_one);
  ADD ("at-once", test_at_once);
  ADD ("spread", test_spread);
  ADD ("refused", test_refused);

  return g_test_run ();
}
