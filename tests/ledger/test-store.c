/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger in its database: whatever is imported in whatever order and however
 * often, the same rows come out. */
#include "collector.h"
#include "ledger-private.h"
#include "log-writer.h"
#include "questions.h"
#include "store.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS    12
#define LONG_KILLS 100 /* with -m slow */
#define N_FILES    12
#define N_MESSAGES 1800

typedef struct
{
  char *folder; /* all of the test's files */
  char *logs;   /* those to import */
  char *path;   /* of the ledger */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = log_writer_make_folder ();
  fixture->logs = g_build_filename (fixture->folder, "logs", NULL);
  fixture->path = store_place (fixture->folder, "ledger.sqlite");
  g_assert_cmpint (g_mkdir_with_parents (fixture->logs, 0700), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  log_writer_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->logs);
  g_free (fixture->path);
}

static void
test_samples (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "data", "logs", NULL);
  const char * const paths[] = { samples, NULL };
  g_autoptr (OutlayLedger) ledger = store_open (fixture->path);
  g_autoptr (Collector) collector = collector_new ();
  CollectorSums sums;

  collector_read (collector, paths, NULL, 1);
  sums = collector_sum (collector);
  g_assert_cmpuint (store_import (ledger, samples), ==,
                    g_hash_table_size (collector->usages));
  g_assert_cmpint (store_ask (ledger, "SELECT sum(calls) FROM run"), ==, sums.calls);
  g_assert_cmpint (store_ask (ledger, "SELECT sum(cost) FROM run"), ==, sums.cost);
  g_assert_cmpint (store_ask (ledger, "SELECT sum(cost_estimate) FROM run"), ==,
                   sums.cost_estimate);
  g_assert_cmpint (store_ask (ledger, "SELECT sum(output) FROM run"), ==,
                   sums.tokens.output);
  g_assert_cmpint (store_ask (ledger, "SELECT sum(unpriced) FROM run"), ==, sums.unpriced);
  g_assert_cmpint (store_ask (ledger, "SELECT sum(placeholders) FROM run"), ==,
                   sums.placeholders);
  g_assert_cmpint (store_ask (ledger, "SELECT sum(cost) FROM turn"), ==, sums.cost);
  for (guint view = 1; view <= 4; view++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT sum(cost) FROM day_sum WHERE view = %u",
                                              view);

      g_assert_cmpint (store_ask (ledger, sql), ==, sums.cost);
    }
}

/* Twice, in another order, and file by file: the same ledger. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *other_path = store_place (fixture->folder, "other.sqlite");
  g_autofree char *third_path = store_place (fixture->folder, "third.sqlite");
  g_autoptr (OutlayLedger) ledger = store_open (fixture->path);
  g_autoptr (OutlayLedger) other = store_open (other_path);
  g_autoptr (OutlayLedger) third = store_open (third_path);
  g_autofree char *first = NULL, *second = NULL;

  log_writer_write_sessions (fixture->logs, 9, 40);
  g_assert_cmpuint (store_import (ledger, fixture->logs), >, 0);
  first = store_dump (ledger);
  g_assert_cmpuint (store_import (ledger, fixture->logs), ==, 0);
  second = store_dump (ledger);
  g_assert_cmpstr (first, ==, second);

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *up = g_strdup_printf ("%s/%u.jsonl", fixture->logs, i);
      g_autofree char *down = g_strdup_printf ("%s/%u.jsonl", fixture->logs, 8 - i);

      store_import (other, up);
      store_import (third, down);
    }
  g_free (second);
  second = store_dump (other);
  g_assert_cmpstr (first, ==, second);
  g_free (second);
  second = store_dump (third);
  g_assert_cmpstr (first, ==, second);
}

/* A log that grows: only what is new is added. */
static void
test_growing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (OutlayLedger) ledger = store_open (fixture->path);
  g_autoptr (GString) log = g_string_new (NULL);

  log_writer_add_prompt (log, "s", "p1", 1);
  log_writer_add_answer (log, "s", "m1", 2, 10);
  log_writer_write (fixture->logs, "a.jsonl", log->str);
  g_assert_cmpuint (store_import (ledger, fixture->logs), ==, 2);

  log_writer_add_answer (log, "s", "m1", 3, 50);
  log_writer_add_prompt (log, "s", "p2", 4);
  log_writer_add_answer (log, "s", "m2", 5, 7);
  log_writer_write (fixture->logs, "a.jsonl", log->str);
  g_assert_cmpuint (store_import (ledger, fixture->logs), ==, 2);
  g_assert_cmpint (store_ask (ledger, "SELECT count(*) FROM run"), ==, 1);
  g_assert_cmpint (store_ask (ledger, "SELECT output FROM run"), ==, 57);
  g_assert_cmpint (store_ask (ledger, "SELECT turns FROM run"), ==, 2);
  g_assert_cmpint (store_ask (ledger, "SELECT kind FROM run"), ==, 2);
  g_assert_cmpint (store_ask (ledger, "SELECT wall_ms FROM run"), ==, 3000);
}

static gboolean
stop_at_once (const OutlayImportProgress *progress,
              gpointer                    data)
{
  guint *n_steps = data;

  g_assert_cmpuint (progress->n_bytes, <=, progress->all_bytes);
  (*n_steps)++;

  return FALSE;
}

/* Reading stops within a file, and goes on another time as if it had not. */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  const char * const paths[] = { fixture->logs, NULL };
  g_autofree char *other_path = store_place (fixture->folder, "other.sqlite");
  g_autoptr (OutlayLedger) ledger = store_open (fixture->path);
  g_autoptr (OutlayLedger) other = store_open (other_path);
  g_autoptr (OutlayImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *second = NULL;
  guint n_steps = 0;
  const OutlayImportWatch watch = { stop_at_once, &n_steps };

  log_writer_write_sessions (fixture->logs, 1, 9000);
  report = outlay_ledger_import_watched (ledger, paths, NULL, NULL, &watch, &error);
  g_assert_no_error (error);
  g_assert_true (report->stopped);
  g_assert_cmpuint (n_steps, ==, 1);
  g_assert_cmpuint (report->n_files, ==, 0);
  g_assert_cmpuint (report->n_new, <, 9000);
  g_assert_cmpint (store_ask (ledger, "SELECT count(*) FROM source"), ==, 0);

  store_import (ledger, fixture->logs);
  store_import (other, fixture->logs);
  first = store_dump (ledger);
  second = store_dump (other);
  g_assert_cmpstr (first, ==, second);
}

/* Returns: whether the import was still at work when it was killed */
static gboolean
import_and_kill (const char *path,
                 const char *logs,
                 gint64      duration)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (OutlayLedger) ledger = store_open (path);

      ledger->transaction = N_MESSAGES / 5;
      store_import (ledger, logs);
      _exit (0);
    }

  g_usleep ((gulong) g_test_rand_int_range (0, (gint32) MIN (duration, 400000) + 1));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  return WIFSIGNALED (status);
}

/* A ledger that was read to its end can be killed no more: the next one is new. */
static void
add_place (GPtrArray *places,
           Fixture   *fixture)
{
  g_autofree char *name = g_strdup_printf ("killed-%u.sqlite", places->len);

  g_ptr_array_add (places, store_place (fixture->folder, name));
}

/* Killed at any moment, an import loses nothing and doubles nothing. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *clean_path = store_place (fixture->folder, "clean.sqlite");
  g_autofree char *expected = NULL;
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  guint n_killed = 0, n_kills = g_test_slow () ? LONG_KILLS : N_KILLS;
  gint64 duration;

  add_place (places, fixture);

  log_writer_write_sessions (fixture->logs, N_FILES, N_MESSAGES / N_FILES);
  {
    g_autoptr (OutlayLedger) clean = store_open (clean_path);

    clean->transaction = N_MESSAGES / 5;
    duration = g_get_monotonic_time ();
    store_import (clean, fixture->logs);
    duration = g_get_monotonic_time () - duration;
    expected = store_dump (clean);
  }

  while (n_killed < n_kills)
    {
      if (import_and_kill (g_ptr_array_index (places, places->len - 1), fixture->logs, duration))
        n_killed++;
      else
        add_place (places, fixture);
    }

  /* Each of them, the last one after it went on. */
  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *found = NULL;
      g_autoptr (OutlayLedger) ledger = store_open (g_ptr_array_index (places, i));

      store_import (ledger, fixture->logs);
      found = store_dump (ledger);
      g_assert_cmpstr (found, ==, expected);
    }
}

/* A table tells what became of a session; its own counts do not count twice,
 * whichever is read first. */
static void
test_notes (Fixture       *fixture,
            gconstpointer  data)
{
  static const char table[] =
    "session,time,outcome,risk,person,model,input,output,turns\n"
    "s,2026-06-01,accepted,high,someone,claude-opus-5,999,999,1\n"
    "elsewhere,2026-06-02,rejected,low,,gpt-5.5,1000000,0,12\n"
    "elsewhere,2026-06-02,rejected,low,,gpt-5.5,1000000,0,12\n";
  g_autofree char *csv = g_build_filename (fixture->logs, "a.csv", NULL);
  g_autofree char *jsonl = g_build_filename (fixture->logs, "a.jsonl", NULL);
  g_autofree char *other_path = store_place (fixture->folder, "other.sqlite");
  const char * const orders[][3] = { { csv, jsonl, fixture->path }, { jsonl, csv, other_path } };
  g_autoptr (GString) log = g_string_new (NULL);

  log_writer_add_answer (log, "s", "m1", 2, 10);
  log_writer_write (fixture->logs, "a.csv", table);
  log_writer_write (fixture->logs, "a.jsonl", log->str);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (OutlayLedger) ledger = store_open (orders[i][2]);

      store_import (ledger, orders[i][0]);
      store_import (ledger, orders[i][1]);
      g_assert_cmpint (store_ask (ledger, "SELECT count(*) FROM run"), ==, 3);
      g_assert_cmpint (store_ask (ledger, "SELECT sum(output) FROM run"), ==, 10);
      g_assert_cmpint (store_ask (ledger, "SELECT count(*) FROM run JOIN name ON name.id = outcome"
                            " WHERE name.text = 'accepted' AND output = 10"), ==, 1);
      g_assert_cmpint (store_ask (ledger, "SELECT count(*) FROM run JOIN name ON name.id = person"
                            " WHERE name.text = 'someone'"), ==, 1);
      g_assert_cmpint (store_ask (ledger, "SELECT sum(cost) FROM run WHERE from_table = 1"), ==,
                       G_GINT64_CONSTANT (10000000000));
      g_assert_cmpint (store_ask (ledger, "SELECT sum(runs) FROM day_sum WHERE view = 3"), ==,
                       3);
    }
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger = store_open (fixture->path);

  outlay_database_run (outlay_ledger_get_database (ledger),
                       "UPDATE meta SET value = 2 WHERE name = 'version'", &error);
  g_assert_no_error (error);
  outlay_ledger_close (ledger);

  g_assert_null (outlay_ledger_open (fixture->path, &error));
  g_assert_error (error, OUTLAY_DATABASE_ERROR, OUTLAY_DATABASE_ERROR_NEWER);
}

static void
test_no_ledger (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  log_writer_write (fixture->folder, "ledger.sqlite", "This is not a database, and a long text "
                    "at that, so that nobody takes it for an empty one. This is not a database.");
  g_assert_null (outlay_ledger_open (fixture->path, &error));
  g_assert_error (error, OUTLAY_DATABASE_ERROR, OUTLAY_DATABASE_ERROR_SQL);
}

static gboolean
holds (const char *contents,
       gsize       length,
       const char *word)
{
  for (gsize i = 0; i + strlen (word) <= length; i++)
    if (memcmp (contents + i, word, strlen (word)) == 0)
      return TRUE;

  return FALSE;
}

/* Nothing that a person or a tool said is in the file. */
static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  static const char line[] =
    "{\"type\":\"assistant\",\"sessionId\":\"s\",\"uuid\":\"u\",\"timestamp\":"
    "\"2026-06-01T10:00:00Z\",\"cwd\":\"/secret-path/repository\",\"gitBranch\":\"secret-branch\","
    "\"message\":{\"id\":\"m\",\"model\":\"claude-opus-5\",\"content\":[{\"type\":\"text\","
    "\"text\":\"secret-text\"},{\"type\":\"tool_use\",\"name\":\"Bash\",\"input\":{\"command\":"
    "\"pytest secret-command\"}}],\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}}\n"
    "{\"type\":\"user\",\"sessionId\":\"s\",\"uuid\":\"v\",\"timestamp\":\"2026-06-01T10:00:01Z\","
    "\"message\":{\"content\":\"secret-prompt\"}}\n";
  g_autoptr (OutlayLedger) ledger = store_open (fixture->path);
  g_autofree char *contents = NULL;
  gsize length;

  log_writer_write (fixture->logs, "a.jsonl", line);
  g_assert_cmpuint (store_import (ledger, fixture->logs), ==, 2);
  g_assert_cmpint (store_ask (ledger, "SELECT tests FROM usage WHERE kind = 0"), ==, 1);
  g_clear_pointer (&ledger, outlay_ledger_close);

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (holds (contents, length, "repository"));
  g_assert_false (holds (contents, length, "secret"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) \
  g_test_add ("/ledger/store/" #name, Fixture, NULL, set_up, test_ ## name, tear_down)
  ADD (samples);
  ADD (again);
  ADD (growing);
  ADD (stopped);
  ADD (killed);
  ADD (notes);
  ADD (newer);
  if (!store_is_server ())
    {
      ADD (no_ledger);
      ADD (private);
    }

  return g_test_run ();
}
