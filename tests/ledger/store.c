/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store.h"

#include <string.h>

gboolean
store_is_server (void)
{
  return g_getenv ("OUTLAY_TEST_SERVER") != NULL;
}

/* A schema of its own in the server's first database: much quicker to make than
 * another database. */
char *
store_on_server (const char *server,
                 const char *name)
{
  static int n_made;
  g_auto (GStrv) parts = g_strsplit (server, "?", 2);
  g_autofree char *whole = g_strdup_printf ("%spostgres?%s", parts[0], parts[1]);
  g_autofree char *schema = g_strdup_printf ("%s_%d_%u", name, g_atomic_int_add (&n_made, 1),
                                             g_random_int ());
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayDatabase) database = outlay_database_open (whole, &error);

  g_assert_no_error (error);
  g_strdelimit (schema, ".-", '_');
  sql = g_strdup_printf ("CREATE SCHEMA %s", schema);
  outlay_database_run (database, sql, &error);
  g_assert_no_error (error);

  return g_strdup_printf ("%s&options=-csearch_path%%3D%s", whole, schema);
}

char *
store_place (const char *folder,
             const char *name)
{
  const char *server = g_getenv ("OUTLAY_TEST_SERVER");

  return server != NULL ? store_on_server (server, name)
                        : g_build_filename (folder, name, NULL);
}

OutlayLedger *
store_open (const char *place)
{
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger = outlay_ledger_open (place, &error);

  g_assert_no_error (error);

  return ledger;
}

guint64
store_import (OutlayLedger *ledger,
              const char   *path)
{
  const char * const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayImportReport) report = outlay_ledger_import (ledger, paths, NULL, NULL, &error);

  g_assert_no_error (error);

  return report->n_new;
}

gint64
store_ask (OutlayLedger *ledger,
           const char   *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayStatement) statement =
    outlay_database_prepare (outlay_ledger_get_database (ledger), sql, &error);
  gboolean found;

  g_assert_no_error (error);
  found = outlay_statement_step (statement, &error);
  g_assert_no_error (error);
  g_assert_true (found);

  return outlay_statement_get_whole (statement, 0);
}

/* Every row of every table but that of files; names stand for their numbers,
 * which follow the order of reading. */
char *
store_dump (OutlayLedger *ledger)
{
  static const char * const tables[] = {
    "SELECT key || ' ' || session || ' ' || at || ' ' || usage.kind || ' ' || flags || ' ' ||"
    " name.text || ' ' || input || ' ' || write_5m || ' ' || write_1h || ' ' || cache_read ||"
    " ' ' || output || ' ' || output_estimate || ' ' || coalesce(cost, -1) || ' ' || tools"
    " FROM usage JOIN name ON name.id = model ORDER BY key",
    "SELECT run.name || ' ' || name.text || ' ' || subagent || ' ' || day || ' ' || at || ' ' ||"
    " kind || ' ' || input || ' ' || cache_read || ' ' || output || ' ' || turns || ' ' ||"
    " calls || ' ' || cost || ' ' || cost_estimate || ' ' || (SELECT text FROM name WHERE"
    " id = repository) FROM run JOIN name ON name.id = model ORDER BY session, name.text",
    "SELECT session || ' ' || turn || ' ' || day || ' ' || calls || ' ' || cost FROM turn"
    " ORDER BY session, turn",
    "SELECT view || ' ' || day || ' ' || sum(runs) || ' ' || sum(calls) || ' ' || sum(input) ||"
    " ' ' || sum(output) || ' ' || sum(cost) FROM day_sum GROUP BY view, day ORDER BY view, day",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OutlayStatement) rows =
        outlay_database_prepare (outlay_ledger_get_database (ledger), tables[i], &error);

      g_assert_no_error (error);
      while (outlay_statement_step (rows, &error))
        g_string_append_printf (text, "%s\n", outlay_statement_get_text (rows, 0));
      g_assert_no_error (error);
    }

  return g_string_free (text, FALSE);
}
