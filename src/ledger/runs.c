/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs one by one, a page at a time: the database finds, orders and limits them, and
 * a page begins behind the last run of the one before, so that the last page costs
 * what the first one does. */
#include "runs.h"

#include "ledger-private.h"

#define NAMED(column) \
  " OR " column " IN (SELECT id FROM name WHERE lower(text) LIKE $4 ESCAPE '\\')"

/* The newest day first, so that the index of days finds a page without looking at all
 * runs. $2 is the last day, or that of the run behind which the page begins. */
#define PAGE \
  "SELECT * FROM run WHERE day BETWEEN $1 AND $2" \
  " AND (CAST($3 AS BIGINT) < 0 OR kind = CAST($3 AS BIGINT))" \
  " AND (CAST($4 AS TEXT) = '' OR lower(coalesce(name, '')) LIKE $4 ESCAPE '\\'" \
  NAMED ("repository") NAMED ("model") NAMED ("person") ")" \
  " AND (CAST($5 AS BIGINT) = 0 OR session = CAST($5 AS BIGINT))" \
  " AND (CAST($6 AS BIGINT) < 0 OR day < CAST($6 AS BIGINT) OR at < CAST($7 AS BIGINT)" \
  " OR (at = CAST($7 AS BIGINT) AND (session > CAST($8 AS BIGINT)" \
  " OR (session = CAST($8 AS BIGINT) AND (model > CAST($9 AS BIGINT)" \
  " OR (model = CAST($9 AS BIGINT) AND subagent > CAST($10 AS BIGINT)))))))" \
  " ORDER BY day DESC, at DESC, session, model, subagent LIMIT CAST($11 AS BIGINT)"

static const char runs[] =
  "WITH page AS (" PAGE ")"
  " SELECT page.session, page.name, at, day, agent.text, model.text, person.text,"
  " repository.text, tier.text, kind.text, rule.text, said.text, outcome.text, risk.text,"
  " reason.text, input + write_5m + write_1h + cache_read + output, cost, unpriced, turns,"
  " calls, tool_calls, edits, tests, operates, webs, delegates, page.model, subagent,"
  " from_table"
  " FROM page LEFT JOIN (SELECT usage.session, sum(edits) AS edits, sum(tests) AS tests,"
  "  sum(operates) AS operates, sum(webs) AS webs, sum(delegates) AS delegates,"
  "  " OUTLAY_LEDGER_KIND " AS kind FROM usage"
  "  WHERE usage.session IN (SELECT session FROM page) GROUP BY usage.session) AS work"
  " ON work.session = page.session"
  " LEFT JOIN note ON note.session = page.session"
  " LEFT JOIN name AS agent ON agent.id = page.agent"
  " LEFT JOIN name AS model ON model.id = page.model"
  " LEFT JOIN name AS person ON person.id = page.person"
  " LEFT JOIN name AS repository ON repository.id = page.repository"
  " LEFT JOIN name AS tier ON tier.id = page.tier"
  " LEFT JOIN name AS kind ON kind.id = page.kind"
  " LEFT JOIN name AS rule ON rule.id = work.kind"
  " LEFT JOIN name AS said ON said.id = CASE WHEN from_table = 1 THEN page.kind ELSE note.kind END"
  " LEFT JOIN name AS outcome ON outcome.id = page.outcome"
  " LEFT JOIN name AS risk ON risk.id = page.risk"
  " LEFT JOIN name AS reason ON reason.id = page.reason"
  " ORDER BY page.day DESC, page.at DESC, page.session, page.model, page.subagent";

/* Those of the statement. */
typedef enum
{
  SESSION, NAME, AT, DAY, AGENT, MODEL, PERSON, REPOSITORY, TIER, KIND, RULE, SAID, OUTCOME,
  RISK, REASON, TOKENS, COST, UNPRICED, TURNS, CALLS, TOOL_CALLS, EDITS, TESTS, OPERATES, WEBS,
  DELEGATES, MODEL_NUMBER, SUBAGENT, FROM_TABLE
} Column;

void
outlay_run_free (OutlayRun *run)
{
  g_free (run->name);
  g_free (run->agent);
  g_free (run->model);
  g_free (run->person);
  g_free (run->repository);
  g_free (run->tier);
  g_free (run->kind);
  g_free (run->rule);
  outlay_run_note_clear (&run->note);
  g_free (run);
}

static void
free_run (gpointer data)
{
  outlay_run_free (data);
}

/* %NULL where nothing is said. */
static char *
get_text (OutlayStatement *row,
          Column           column)
{
  const char *text = outlay_statement_is_null (row, (int) column)
                       ? NULL : outlay_statement_get_text (row, (int) column);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static gint64
get_whole (OutlayStatement *row,
           Column           column)
{
  return outlay_statement_is_null (row, (int) column)
           ? -1 : outlay_statement_get_whole (row, (int) column);
}

static OutlayRun *
read_run (OutlayStatement *row)
{
  OutlayRun *run = g_new (OutlayRun, 1);

  *run = (OutlayRun) {
    .session = get_whole (row, SESSION),
    .name = get_text (row, NAME),
    .at = get_whole (row, AT),
    .day = (int) get_whole (row, DAY),
    .agent = get_text (row, AGENT),
    .model = get_text (row, MODEL),
    .person = get_text (row, PERSON),
    .repository = get_text (row, REPOSITORY),
    .tier = get_text (row, TIER),
    .kind = get_text (row, KIND),
    .rule = get_text (row, RULE),
    .note = { get_text (row, SAID), get_text (row, OUTCOME), get_text (row, RISK),
              get_text (row, REASON) },
    .tokens = get_whole (row, TOKENS),
    .cost = get_whole (row, COST),
    .unpriced = get_whole (row, UNPRICED),
    .turns = get_whole (row, TURNS),
    .calls = get_whole (row, CALLS),
    .tool_calls = get_whole (row, TOOL_CALLS),
    .edits = get_whole (row, EDITS),
    .tests = get_whole (row, TESTS),
    .operates = get_whole (row, OPERATES),
    .webs = get_whole (row, WEBS),
    .delegates = get_whole (row, DELEGATES),
    .model_number = get_whole (row, MODEL_NUMBER),
    .is_subagent = get_whole (row, SUBAGENT) == 1,
    .is_table = get_whole (row, FROM_TABLE) == 1,
  };

  return run;
}

/* What LIKE finds anywhere in a name; the database compares small letters. */
static char *
make_pattern (const char *text)
{
  GString *pattern = g_string_new (NULL);

  if (text == NULL || *text == '\0')
    return g_string_free (pattern, FALSE);

  g_string_append_c (pattern, '%');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '%' || *at == '_' || *at == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, g_ascii_tolower (*at));
    }
  g_string_append_c (pattern, '%');

  return g_string_free (pattern, FALSE);
}

/* The number of a kind of task, -1 for any. A word that the ledger does not know has a
 * number that nothing has. */
static gboolean
find_kind (OutlayLedger  *ledger,
           const char    *kind,
           gint64        *number,
           GError       **error)
{
  g_autoptr (OutlayStatement) find = NULL;
  g_autoptr (GError) own_error = NULL;

  *number = -1;
  if (kind == NULL)
    return TRUE;

  find = outlay_database_prepare (ledger->database, "SELECT id FROM name WHERE text = $1", error);
  if (find == NULL)
    return FALSE;

  outlay_statement_bind_text (find, 1, kind);
  *number = outlay_statement_step (find, &own_error) ? outlay_statement_get_whole (find, 0)
                                                     : G_MAXINT64;
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

static void
bind (OutlayStatement       *statement,
      const OutlayRunFilter *filter,
      gint64                 kind)
{
  const OutlayRun *after = filter->after;
  g_autofree char *pattern = make_pattern (filter->text);
  const gint64 behind[] = {
    after != NULL ? after->day : -1,
    after != NULL ? after->at : 0,
    after != NULL ? after->session : 0,
    after != NULL ? after->model_number : 0,
    after != NULL ? after->is_subagent : 0,
    filter->limit,
  };

  outlay_statement_bind_whole (statement, 1, filter->period.first);
  outlay_statement_bind_whole (statement, 2, after != NULL ? after->day : filter->period.last);
  outlay_statement_bind_whole (statement, 3, kind);
  outlay_statement_bind_text (statement, 4, pattern);
  outlay_statement_bind_whole (statement, 5, filter->session);
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    outlay_statement_bind_whole (statement, (int) i + 6, behind[i]);
}

/**
 * outlay_ledger_list_runs:
 * @ledger: a ledger
 * @filter: which of its runs
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type OutlayRun): the runs, the newest
 *   first
 */
GPtrArray *
outlay_ledger_list_runs (OutlayLedger           *ledger,
                         const OutlayRunFilter  *filter,
                         GError                **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_run);
  g_autoptr (OutlayStatement) rows = NULL;
  g_autoptr (GError) own_error = NULL;
  gint64 kind;

  if (!find_kind (ledger, filter->kind, &kind, error))
    return NULL;
  rows = outlay_database_prepare (ledger->database, runs, error);
  if (rows == NULL)
    return NULL;

  bind (rows, filter, kind);
  while (outlay_statement_step (rows, &own_error))
    g_ptr_array_add (list, read_run (rows));
  if (own_error == NULL)
    return g_steal_pointer (&list);

  g_propagate_error (error, g_steal_pointer (&own_error));

  return NULL;
}
