/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From messages to runs, and from runs to sums by day: always made anew for the
 * sessions that changed and their days, so that they cannot drift from what they
 * are made of. */
#include "ledger-private.h"

/* Every message with the turn it belongs to: how many messages of the person came
 * before it. */
#define NUMBERED \
  "SELECT usage.*, sum(CASE WHEN usage.kind = 1 THEN 1 ELSE 0 END) OVER" \
  " (PARTITION BY usage.session ORDER BY usage.at, usage.kind DESC, usage.key" \
  " ROWS UNBOUNDED PRECEDING) AS place" \
  " FROM touched CROSS JOIN usage WHERE usage.session = touched.session"

static const char * const runs[] = {
  "INSERT INTO touched_day SELECT DISTINCT day FROM touched CROSS JOIN run"
  " WHERE run.session = touched.session ON CONFLICT DO NOTHING",
  "INSERT INTO touched_day SELECT DISTINCT day FROM touched CROSS JOIN turn"
  " WHERE turn.session = touched.session ON CONFLICT DO NOTHING",

  /* A table's row stays until there are messages of its session; what it says of
   * the outcome stays then too. */
  "INSERT INTO note SELECT run.session, max(nullif(kind, 0)), max(nullif(risk, 0)),"
  " max(nullif(outcome, 0)), max(nullif(reviewer, 0)), max(nullif(reason, 0)),"
  " max(nullif(approval, 0)), max(nullif(person, 0)), max(nullif(repository, 0)),"
  " max(nullif(tier, 0)) FROM touched CROSS JOIN run WHERE run.session = touched.session"
  " AND from_table = 1 AND EXISTS (SELECT 1 FROM usage WHERE usage.session = run.session)"
  " GROUP BY run.session ON CONFLICT DO NOTHING",
  "DELETE FROM run WHERE session IN (SELECT session FROM touched) AND (from_table = 0"
  " OR EXISTS (SELECT 1 FROM usage WHERE usage.session = run.session))",
  "DELETE FROM turn WHERE session IN (SELECT session FROM touched)",

  "INSERT INTO run SELECT part.session, part.model, part.subagent, 0, whole.day, part.at,"
  " session.name, session.agent, coalesce(note.person, session.person),"
  " coalesce(note.repository, session.repository), coalesce(note.kind, whole.kind),"
  " coalesce(note.tier, part.tier), part.input, part.write_5m, part.write_1h,"
  " part.cache_read, part.output, part.output_estimate, part.turns, part.calls, part.tools,"
  " part.wall_ms, coalesce(note.risk, 0), coalesce(note.outcome, 0),"
  " coalesce(note.reviewer, 0), coalesce(note.reason, 0), coalesce(note.approval, 0),"
  " part.cost, part.cost_estimate, part.unpriced, part.placeholders"
  " FROM (SELECT session, model, flags & 1 AS subagent, min(at) AS at,"
  "  max(at) - min(at) AS wall_ms, max(tier) AS tier, sum(input) AS input,"
  "  sum(write_5m) AS write_5m, sum(write_1h) AS write_1h, sum(cache_read) AS cache_read,"
  "  sum(output) AS output, sum(output_estimate) AS output_estimate,"
  "  max(CASE WHEN place > 1 THEN place ELSE 1 END) AS turns, count(*) AS calls, sum(tools) AS tools,"
  "  sum(coalesce(cost, 0)) AS cost, sum(coalesce(cost_estimate, 0)) AS cost_estimate,"
  "  sum(CASE WHEN cost IS NULL THEN 1 ELSE 0 END) AS unpriced,"
  "  sum((flags & 2) / 2) AS placeholders"
  "  FROM (" NUMBERED ") AS numbered WHERE kind = 0 GROUP BY session, model, flags & 1) AS part"
  " JOIN (SELECT usage.session, min(day) AS day, " OUTLAY_LEDGER_KIND " AS kind"
  "  FROM touched CROSS JOIN usage WHERE usage.session = touched.session"
  "  GROUP BY usage.session) AS whole ON whole.session = part.session"
  " JOIN session ON session.key = part.session"
  " LEFT JOIN note ON note.session = part.session",

  "INSERT INTO turn SELECT numbered.session, CASE WHEN place > 1 THEN place ELSE 1 END,"
  " whole.day, sum(CASE WHEN numbered.kind = 0 THEN 1 ELSE 0 END),"
  " sum(coalesce(cost, 0)), sum(coalesce(cost_estimate, 0))"
  " FROM (" NUMBERED ") AS numbered"
  " JOIN (SELECT usage.session, min(day) AS day FROM touched CROSS JOIN usage"
  "  WHERE usage.session = touched.session GROUP BY usage.session) AS whole"
  " ON whole.session = numbered.session"
  " GROUP BY numbered.session, whole.day, CASE WHEN place > 1 THEN place ELSE 1 END",

  "INSERT INTO touched_day SELECT DISTINCT day FROM touched CROSS JOIN run"
  " WHERE run.session = touched.session ON CONFLICT DO NOTHING",
  "INSERT INTO touched_day SELECT DISTINCT day FROM touched CROSS JOIN turn"
  " WHERE turn.session = touched.session ON CONFLICT DO NOTHING",
  "DELETE FROM day_sum WHERE view IN (1, 2, 3, 4, 5, 6)"
  " AND day IN (SELECT day FROM touched_day)",
};

/* Sums of runs. */
#define VIEW(number, a, b) \
  "INSERT INTO day_sum SELECT " number ", run.day, " a ", " b ", count(*)," \
  " sum(coalesce(calls, 0)), sum(input), sum(write_5m), sum(write_1h), sum(cache_read)," \
  " sum(output), sum(output_estimate), sum(cost), sum(cost_estimate), sum(unpriced)," \
  " sum(placeholders) FROM touched_day CROSS JOIN run WHERE run.day = touched_day.day" \
  " GROUP BY run.day, " a ", " b

static const char * const sums[] = {
  VIEW ("1", "agent * 2 + subagent", "model"),
  VIEW ("2", "repository", "kind"),
  VIEW ("3", "outcome", "kind"),
  VIEW ("4", "tier", "risk"),

  /* View 5: turns of sessions whose turns are known one by one: a is the turn, runs
   * how many sessions had it. */
  "INSERT INTO day_sum SELECT 5, turn.day, turn, 0, count(*), sum(calls), 0, 0, 0, 0, 0, 0,"
  " sum(cost), sum(cost_estimate), 0, 0 FROM touched_day CROSS JOIN turn"
  " WHERE turn.day = touched_day.day GROUP BY turn.day, turn",

  /* View 6: runs of tables, whose turns are only counted: a is how many. */
  "INSERT INTO day_sum SELECT 6, run.day, turns, 0, count(*), sum(coalesce(calls, 0)),"
  " 0, 0, 0, 0, 0, 0, sum(cost), sum(cost_estimate), 0, 0 FROM touched_day CROSS JOIN run"
  " WHERE run.day = touched_day.day AND from_table = 1 AND turns IS NOT NULL"
  " GROUP BY run.day, turns",
};

static const char * const lists[] = {
  "CREATE TEMPORARY TABLE IF NOT EXISTS touched (session BIGINT PRIMARY KEY)",
  "CREATE TEMPORARY TABLE IF NOT EXISTS touched_day (day INTEGER PRIMARY KEY)",
  "DELETE FROM touched",
  "DELETE FROM touched_day",
};

/* Puts every number of a set into a table. */
static gboolean
list_numbers (OutlayDatabase  *database,
              GHashTable      *numbers,
              const char      *sql,
              GError         **error)
{
  g_autoptr (OutlayStatement) add = outlay_database_prepare (database, sql, error);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, numbers);
  while (add != NULL && g_hash_table_iter_next (&iter, &key, NULL))
    {
      outlay_statement_bind_whole (add, 1, *(const gint64 *) key);
      if (!outlay_statement_run (add, NULL, error))
        return FALSE;
    }

  return add != NULL;
}

/**
 * outlay_ledger_refresh:
 * @ledger: a ledger, in a transaction
 * @sessions: (element-type gint64): those that changed
 * @days: (element-type gint64): days that lost a row
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Makes the runs of these sessions anew, and the sums of their days.
 */
gboolean
outlay_ledger_refresh (OutlayLedger  *ledger,
                       GHashTable    *sessions,
                       GHashTable    *days,
                       GError       **error)
{
  OutlayDatabase *database = ledger->database;

  if (g_hash_table_size (sessions) + g_hash_table_size (days) == 0)
    return TRUE;

  return outlay_database_run_list (database, lists, G_N_ELEMENTS (lists), error) &&
         list_numbers (database, sessions, "INSERT INTO touched VALUES ($1)", error) &&
         list_numbers (database, days, "INSERT INTO touched_day VALUES ($1)", error) &&
         (database->kind->settle == NULL ||
          outlay_database_run (database, database->kind->settle, error)) &&
         outlay_database_run_list (database, runs, G_N_ELEMENTS (runs), error) &&
         outlay_database_run_list (database, sums, G_N_ELEMENTS (sums), error);
}
