/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person says of a session: it goes before what the rules and git say, and what
 * is said last, here or by a table, goes before what was said before. */
#include "runs.h"

#include "ledger-private.h"

/* A table's row holds what is said of it; of what logs tell, a note does. */
static const char * const statements[] = {
  "INSERT INTO note (session, kind, risk, outcome, reason)"
  " SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS BIGINT), CAST($4 AS BIGINT),"
  " CAST($5 AS BIGINT) WHERE EXISTS (SELECT 1 FROM usage WHERE session = CAST($1 AS BIGINT))"
  " ON CONFLICT (session) DO UPDATE SET kind = excluded.kind, risk = excluded.risk,"
  " outcome = excluded.outcome, reason = excluded.reason",
  "UPDATE run SET kind = coalesce(CAST($2 AS BIGINT), 0), risk = coalesce(CAST($3 AS BIGINT), 0),"
  " outcome = coalesce(CAST($4 AS BIGINT), 0), reason = coalesce(CAST($5 AS BIGINT), 0)"
  " WHERE session = CAST($1 AS BIGINT) AND from_table = 1",
};

void
outlay_run_note_copy (const OutlayRunNote *note,
                      OutlayRunNote       *copy)
{
  *copy = (OutlayRunNote) { g_strdup (note->kind), g_strdup (note->outcome),
                            g_strdup (note->risk), g_strdup (note->reason) };
}

void
outlay_run_note_clear (OutlayRunNote *note)
{
  g_clear_pointer (&note->kind, g_free);
  g_clear_pointer (&note->outcome, g_free);
  g_clear_pointer (&note->risk, g_free);
  g_clear_pointer (&note->reason, g_free);
}

/* Numbers of what is said, in the order of the statements; 0: nothing is. */
static gboolean
find_names (OutlayLedger         *ledger,
            const OutlayRunNote  *note,
            gint64               *names,
            GError              **error)
{
  const char * const texts[] = { note->kind, note->risk, note->outcome, note->reason };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      names[i] = outlay_ledger_get_name (ledger, texts[i], error);
      if (names[i] < 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_note (OutlayLedger         *ledger,
            gint64                session,
            const gint64         *names,
            GError              **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (OutlayStatement) write =
        outlay_database_prepare (ledger->database, statements[i], error);

      if (write == NULL)
        return FALSE;

      outlay_statement_bind_whole (write, 1, session);
      for (int j = 0; j < 4; j++)
        if (names[j] > 0)
          outlay_statement_bind_whole (write, j + 2, names[j]);
        else
          outlay_statement_bind_text (write, j + 2, NULL);
      if (!outlay_statement_run (write, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * outlay_ledger_set_note:
 * @ledger: a ledger
 * @session: of its runs
 * @note: all that is said of them from now on
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Notes what a person says of a session. The sums of its days follow.
 */
gboolean
outlay_ledger_set_note (OutlayLedger         *ledger,
                        gint64                session,
                        const OutlayRunNote  *note,
                        GError              **error)
{
  g_autoptr (GHashTable) sessions = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) days = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 names[4];

  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  g_hash_table_add (sessions, &session);
  if (find_names (ledger, note, names, error) &&
      write_note (ledger, session, names, error) &&
      outlay_ledger_refresh (ledger, sessions, days, error))
    return outlay_database_run (ledger->database, "COMMIT", error);

  outlay_database_run (ledger->database, "ROLLBACK", NULL);
  g_hash_table_remove_all (ledger->names);

  return FALSE;
}
