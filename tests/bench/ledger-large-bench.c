/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the five questions, and pages of runs, on a large ledger: ledger-large-bench [ROWS]
 * In a file, or on a server: servers.py 1 ledger-large-bench [ROWS]. Both have to
 * print the same digits. */
#include "ledger-private.h"
#include "questions.h"
#include "runs.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* A year of ready runs, as if a table had been read; names are made up. */
static const char names[] =
  "INSERT INTO name (id, text) WITH RECURSIVE n (i) AS (SELECT 20 UNION ALL SELECT i + 1 FROM n"
  " WHERE i < 400) SELECT i, 'name ' || i FROM n";

#define ROWS \
  "WITH RECURSIVE n (i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %1$d)," \
  " d AS (SELECT i, i * 360 / %1$d AS day, (i * 2654435761) %% 1000003 AS h FROM n) "

#define DAY "20260101 + day / 30 * 100 + day % 30"

/* Every tenth run with its turns, one by one up to 17. */
static const char *
get_turns (void)
{
  return "INSERT INTO turn SELECT session, number, day, 5, 1000000, 1000000 FROM run"
         " CROSS JOIN (WITH RECURSIVE t (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM t"
         " WHERE number < 17) SELECT number FROM t) AS t WHERE session % 10 = 0 AND number <= turns";
}

static void
must (gboolean  done,
      GError   *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static void
fill (OutlayLedger *ledger,
      int           n_rows)
{
  g_autofree char *head = g_strdup_printf (ROWS, n_rows);
  g_autofree char *sql = g_strconcat (
    head, "INSERT INTO run SELECT i, 20 + h % 6, 0, 1, " DAY ", 1767225600000 + day * 86400000,"
    " NULL, 30 + h % 5, 0, 100 + h % 200, 1 + h % 7, 40 + h % 3, h, h * 2, 0, h * 30, h % 900,"
    " h % 900, 1 + h % 17, 5 + h % 90, h % 60, h * 100, 50 + h % 2, 60 + h % 4, 0, 0, 0,"
    " h * 1000, h * 1000, 0, 0 FROM d", NULL);
  g_autoptr (GHashTable) sessions = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 before = g_get_monotonic_time ();
  GError *error = NULL;

  must (outlay_database_run (ledger->database, names, &error), error);
  must (outlay_database_run (ledger->database, sql, &error), error);
  must (outlay_database_run (ledger->database, get_turns (), &error), error);
  must (outlay_database_run (ledger->database, "ANALYZE", &error), error);
  printf ("%-28s %8.1f s\n", "rows written", (double) (g_get_monotonic_time () - before) / 1e6);

  for (gint64 month = 0; month < 12; month++)
    for (gint64 day = 1; day <= 30; day++)
      {
        gint64 number = 20260000 + (month + 1) * 100 + day;

        g_hash_table_add (days, g_memdup2 (&number, sizeof number));
      }
  before = g_get_monotonic_time ();
  must (outlay_ledger_refresh (ledger, sessions, days, &error), error);
  printf ("%-28s %8.1f s\n", "all sums by day made anew",
          (double) (g_get_monotonic_time () - before) / 1e6);

  /* What a server does by itself within minutes. */
  if (g_getenv ("OUTLAY_TEST_SERVER") != NULL)
    must (outlay_database_run (ledger->database, "VACUUM ANALYZE", &error), error);
}

static void
ask (OutlayLedger   *ledger,
     OutlayQuestion  question,
     const char     *name,
     OutlayPeriod    period,
     GChecksum      *digits)
{
  gint64 before = g_get_monotonic_time ();
  GError *error = NULL;
  g_autoptr (OutlayAnswer) answer =
    outlay_question_ask (ledger, question, period, OUTLAY_QUESTION_CAP, FALSE, &error);

  must (answer != NULL, error);
  printf ("%-14s %-13s %8.1f ms, %u rows\n", outlay_question_get_name (question), name,
          (double) (g_get_monotonic_time () - before) / 1e3, answer->n_rows);
  fflush (stdout);
  for (guint i = 0; i < answer->cells->len; i++)
    {
      const OutlayAnswerCell *cell = &g_array_index (answer->cells, OutlayAnswerCell, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, cell->value);
      const char *text = !cell->is_known ? "?" : cell->text != NULL ? cell->text : number;

      g_checksum_update (digits, (const guchar *) text, (gssize) strlen (text) + 1);
    }
}

/* A page of runs, as the window shows it. */
static void
list (OutlayLedger *ledger,
      const char   *name,
      const char   *text,
      OutlayPeriod  period)
{
  const OutlayRunFilter filter = { .period = period, .text = text, .limit = 51 };
  gint64 before = g_get_monotonic_time ();
  GError *error = NULL;
  g_autoptr (GPtrArray) runs = outlay_ledger_list_runs (ledger, &filter, &error);

  must (runs != NULL, error);
  printf ("%-14s %-13s %8.1f ms, %u rows\n", "runs", name,
          (double) (g_get_monotonic_time () - before) / 1e3, runs->len);
  fflush (stdout);
}

static char *
put_database (const char *server)
{
  g_auto (GStrv) parts = g_strsplit (server, "?", 2);

  return g_strdup_printf ("%spostgres?%s", parts[0], parts[1]);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ledger.sqlite", NULL);
  int n_rows = argc > 1 ? (int) g_ascii_strtoll (argv[1], NULL, 10) : 1000000;
  const char *server = g_getenv ("OUTLAY_TEST_SERVER");
  g_autofree char *address = server != NULL ? put_database (server) : NULL;
  g_autoptr (GChecksum) digits = g_checksum_new (G_CHECKSUM_SHA256);
  OutlayLedger *ledger;
  GError *error = NULL;

  ledger = outlay_ledger_open (address != NULL ? address : path, &error);
  must (ledger != NULL, error);
  printf ("%d runs\n", n_rows);
  fill (ledger, n_rows);
  for (guint i = 0; i < OUTLAY_N_QUESTIONS; i++)
    {
      ask (ledger, (OutlayQuestion) i, "a month", (OutlayPeriod) { 20260601, 20260630 },
           digits);
      ask (ledger, (OutlayQuestion) i, "all time", (OutlayPeriod) { 20260101, 20261231 },
           digits);
    }
  list (ledger, "a month", NULL, (OutlayPeriod) { 20260601, 20260630 });
  list (ledger, "all time", NULL, (OutlayPeriod) { 20260101, 20261231 });
  list (ledger, "found", "name 105", (OutlayPeriod) { 20260101, 20261231 });
  list (ledger, "not found", "no such", (OutlayPeriod) { 20260601, 20260630 });
  outlay_ledger_close (ledger);
  printf ("digits %.16s\n", g_checksum_get_string (digits));

  for (guint i = 0; i < 3; i++)
    {
      static const char * const ends[] = { "", "-wal", "-shm" };
      g_autofree char *name = g_strconcat (path, ends[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (name);

      g_file_delete (file, NULL, NULL);
    }
  g_rmdir (folder);

  return 0;
}
