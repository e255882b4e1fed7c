/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs one by one, and what a person says of them: the questions follow. */
#include "ledger-private.h"
#include "log-writer.h"
#include "runs.h"
#include "store.h"

#include <string.h>

#define N_SESSIONS 23

typedef struct
{
  char         *folder;
  char         *logs;
  OutlayLedger *ledger;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->folder = log_writer_make_folder ();
  fixture->logs = g_build_filename (fixture->folder, "logs", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->logs, 0700), ==, 0);
  path = store_place (fixture->folder, "ledger.sqlite");
  fixture->ledger = store_open (path);

  /* Sessions that edit, each with prompts of its own, and a table's row. */
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("s%u.jsonl", i);
      g_autofree char *session = g_strdup_printf ("s%u", i);
      g_autoptr (GString) log = g_string_new (NULL);

      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *id = g_strdup_printf ("%u-%u", i, j);

          log_writer_add_prompt (log, session, id, (int) (i * 7200 + j * 60));
          log_writer_add_answer (log, session, id, (int) (i * 7200 + j * 60 + 9), 100);
        }
      log_writer_write (fixture->logs, name, log->str);
    }
  log_writer_write (fixture->logs, "table.csv",
                    "run,time,repository,model,output,cost,kind\n"
                    "by hand,2025-01-02T03:04:05Z,100%_Shop,claude-opus-5,7,0.5,write\n");
  store_import (fixture->ledger, fixture->logs);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  outlay_ledger_close (fixture->ledger);
  log_writer_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->logs);
}

static GPtrArray *
list (Fixture               *fixture,
      const OutlayRunFilter *filter)
{
  g_autoptr (GError) error = NULL;
  OutlayRunFilter own = *filter;
  GPtrArray *runs;

  if (own.period.last == 0)
    own.period = (OutlayPeriod) { 20000101, 20991231 };
  if (own.limit == 0)
    own.limit = 1000;
  runs = outlay_ledger_list_runs (fixture->ledger, &own, &error);
  g_assert_no_error (error);

  return runs;
}

static void
note (Fixture             *fixture,
      gint64               session,
      const OutlayRunNote *said)
{
  g_autoptr (GError) error = NULL;

  outlay_ledger_set_note (fixture->ledger, session, said, &error);
  g_assert_no_error (error);
}

/* Page by page come all runs, each once, the newest first. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) all = list (fixture, &(OutlayRunFilter) { .limit = 1000 });
  g_autoptr (GPtrArray) page = NULL;
  OutlayRunFilter filter = { .limit = 5 };
  guint n = 0;

  g_assert_cmpuint (all->len, ==, N_SESSIONS + 1);
  do
    {
      g_autoptr (GPtrArray) next = list (fixture, &filter);

      g_assert_cmpuint (next->len, ==, MIN (5, all->len - n));
      for (guint i = 0; i < next->len; i++, n++)
        {
          const OutlayRun *run = g_ptr_array_index (next, i);
          const OutlayRun *same = g_ptr_array_index (all, n);

          g_assert_cmpint (run->session, ==, same->session);
          g_assert_true (n == 0 ||
                         run->at <= ((OutlayRun *) g_ptr_array_index (all, n - 1))->at);
        }
      g_clear_pointer (&page, g_ptr_array_unref);
      page = g_steal_pointer (&next);
      filter.after = g_ptr_array_index (page, page->len - 1);
    }
  while (n < all->len);
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  const struct
  {
    OutlayRunFilter filter;
    guint           n_runs;
  } cases[] = {
    { { .kind = "build" }, N_SESSIONS },
    { { .kind = "write" }, 1 },
    { { .kind = "no such kind" }, 0 },
    { { .text = "100%_sHop" }, 1 },
    { { .text = "%" }, 1 },
    { { .text = "BY HAND" }, 1 },
    { { .text = "opus" }, N_SESSIONS + 1 },
    { { .text = "opus", .kind = "write" }, 1 },
    { { .text = "\\" }, 0 },
    { { .period = { 20250101, 20250131 } }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) runs = list (fixture, &cases[i].filter);

      g_test_message ("filter %u", i);
      g_assert_cmpuint (runs->len, ==, cases[i].n_runs);
    }
}

static gint64
ask_runs (Fixture    *fixture,
          const char *view,
          const char *kind)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT coalesce(sum(runs), 0) FROM day_sum JOIN name ON name.id = b"
                     " WHERE view = %s AND text = '%s'", view, kind);

  return store_ask (fixture->ledger, sql);
}

/* What is said goes before the rule, the sums follow, and it can be taken back. */
static void
test_note (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *before = store_dump (fixture->ledger);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) runs = list (fixture, &(OutlayRunFilter) { .kind = "build" });
  const OutlayRun *run = g_ptr_array_index (runs, 4);
  OutlayRunFilter own = { .session = run->session };
  g_autoptr (GPtrArray) noted = NULL;
  const OutlayRun *found;

  g_assert_cmpstr (run->rule, ==, "build");
  g_assert_null (run->note.kind);
  g_assert_cmpint (run->edits, ==, 3);
  g_assert_cmpint (run->tests, ==, 0);

  note (fixture, run->session,
        &(OutlayRunNote) { (char *) "review", (char *) "edited", (char *) "high", NULL });
  noted = list (fixture, &own);
  found = g_ptr_array_index (noted, 0);
  g_assert_cmpstr (found->kind, ==, "review");
  g_assert_cmpstr (found->rule, ==, "build");
  g_assert_cmpstr (found->note.kind, ==, "review");
  g_assert_cmpstr (found->note.outcome, ==, "edited");
  g_assert_cmpstr (found->note.risk, ==, "high");
  g_assert_cmpint (ask_runs (fixture, "2", "review"), ==, 1);
  g_assert_cmpint (ask_runs (fixture, "2", "build"), ==, N_SESSIONS - 1);
  g_assert_cmpint (ask_runs (fixture, "4", "high"), ==, 1);

  /* To read the logs again leaves what was said. */
  g_assert_cmpint (store_ask (fixture->ledger, "SELECT count(*) FROM source"), >, 0);
  outlay_database_run (fixture->ledger->database, "DELETE FROM source", NULL);
  store_import (fixture->ledger, fixture->logs);
  g_assert_cmpint (ask_runs (fixture, "2", "review"), ==, 1);

  note (fixture, run->session, &(OutlayRunNote) { NULL, NULL, NULL, NULL });
  after = store_dump (fixture->ledger);
  g_assert_cmpstr (after, ==, before);
}

/* A table's row has no rule: it is said otherwise where it stands. */
static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) runs = list (fixture, &(OutlayRunFilter) { .text = "by hand" });
  const OutlayRun *run = g_ptr_array_index (runs, 0);

  g_assert_true (run->is_table);
  g_assert_null (run->rule);
  g_assert_cmpstr (run->note.kind, ==, "write");
  note (fixture, run->session, &(OutlayRunNote) { (char *) "fix", NULL, NULL, (char *) "audit" });
  g_assert_cmpint (ask_runs (fixture, "2", "fix"), ==, 1);
  g_assert_cmpint (ask_runs (fixture, "2", "write"), ==, 0);
  g_clear_pointer (&runs, g_ptr_array_unref);
  runs = list (fixture, &(OutlayRunFilter) { .text = "by hand" });
  run = g_ptr_array_index (runs, 0);
  g_assert_cmpstr (run->note.kind, ==, "fix");
  g_assert_cmpstr (run->note.reason, ==, "audit");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) \
  g_test_add ("/ledger/runs/" #name, Fixture, NULL, set_up, test_ ## name, tear_down)
  ADD (pages);
  ADD (filters);
  ADD (note);
  ADD (table);

  return g_test_run ();
}
