/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database adds up; only sums come here. $1 and $2 are the first and the last
 * day, $3 the loop cap. */
#include "questions.h"

#include <math.h>
#include <string.h>

static const OutlayAnswerColumn agent_columns[] = {
  { "agent", OUTLAY_ANSWER_TEXT },
  { "model", OUTLAY_ANSWER_TEXT },
  { "runs", OUTLAY_ANSWER_COUNT },
  { "calls", OUTLAY_ANSWER_COUNT },
  { "tokens", OUTLAY_ANSWER_COUNT },
  { "input", OUTLAY_ANSWER_COUNT },
  { "cache_write_5m", OUTLAY_ANSWER_COUNT },
  { "cache_write_1h", OUTLAY_ANSWER_COUNT },
  { "cache_read", OUTLAY_ANSWER_COUNT },
  { "output", OUTLAY_ANSWER_COUNT },
  { "cost", OUTLAY_ANSWER_MONEY },
  { "unpriced_calls", OUTLAY_ANSWER_COUNT },
  { "placeholder_calls", OUTLAY_ANSWER_COUNT },
};

static const OutlayAnswerColumn repository_columns[] = {
  { "repository", OUTLAY_ANSWER_TEXT },
  { "kind", OUTLAY_ANSWER_TEXT },
  { "runs", OUTLAY_ANSWER_COUNT },
  { "calls", OUTLAY_ANSWER_COUNT },
  { "tokens", OUTLAY_ANSWER_COUNT },
  { "cost", OUTLAY_ANSWER_MONEY },
  { "unpriced_calls", OUTLAY_ANSWER_COUNT },
};

static const OutlayAnswerColumn outcome_columns[] = {
  { "outcome", OUTLAY_ANSWER_TEXT },
  { "kind", OUTLAY_ANSWER_TEXT },
  { "runs", OUTLAY_ANSWER_COUNT },
  { "tokens", OUTLAY_ANSWER_COUNT },
  { "cost", OUTLAY_ANSWER_MONEY },
  { "unpriced_calls", OUTLAY_ANSWER_COUNT },
};

static const OutlayAnswerColumn tier_columns[] = {
  { "tier", OUTLAY_ANSWER_TEXT },
  { "risk", OUTLAY_ANSWER_TEXT },
  { "runs", OUTLAY_ANSWER_COUNT },
  { "tokens", OUTLAY_ANSWER_COUNT },
  { "cost", OUTLAY_ANSWER_MONEY },
  { "unpriced_calls", OUTLAY_ANSWER_COUNT },
};

static const OutlayAnswerColumn loop_columns[] = {
  { "run", OUTLAY_ANSWER_TEXT },
  { "repository", OUTLAY_ANSWER_TEXT },
  { "runs", OUTLAY_ANSWER_COUNT },
  { "turns", OUTLAY_ANSWER_COUNT },
  { "calls_past_cap", OUTLAY_ANSWER_COUNT },
  { "cost_past_cap", OUTLAY_ANSWER_MONEY },
};

#define NAME(table) \
  "CASE WHEN " table ".text = '' THEN '(not said)' ELSE " table ".text END"

/* Sub-agents have a line of their own. */
#define AGENT NAME ("one") " || CASE WHEN a % 2 = 1 THEN ' (sub-agent)' ELSE '' END"

#define TOKENS "sum(input + write_5m + write_1h + cache_read + @output)"

/* The sums of a view by what it is split by. Only these come from the servers that a
 * ledger is spread over, for the total too. */
#define GROUPS(view) \
  " FROM (SELECT a, b, sum(runs) AS runs, sum(calls) AS calls, sum(input) AS input," \
  " sum(write_5m) AS write_5m, sum(write_1h) AS write_1h, sum(cache_read) AS cache_read," \
  " sum(@output) AS @output, sum(@cost) AS @cost, sum(unpriced) AS unpriced," \
  " sum(placeholders) AS placeholders FROM day_sum" \
  " WHERE view = " view " AND day BETWEEN $1 AND $2 GROUP BY a, b) AS sums"

#define TWO(view, name, key, figures, order) \
  "SELECT " name ", " NAME ("other") ", " figures GROUPS (view) \
  " LEFT JOIN name AS one ON one.id = " key " LEFT JOIN name AS other ON other.id = b" \
  " GROUP BY a, b, one.text, other.text ORDER BY " order " DESC, 1, 2", \
  "SELECT 'total', '', " figures GROUPS (view)

/* What has no price does not cost nothing: it costs nobody knows what. */
#define COST "CASE WHEN sum(@cost) > 0 OR sum(unpriced) = 0 THEN sum(@cost) END"

#define ALL_TOKENS \
  "sum(runs), sum(calls), " TOKENS ", sum(input), sum(write_5m), sum(write_1h)," \
  " sum(cache_read), sum(@output), " COST ", sum(unpriced), sum(placeholders)"

#define SHORT "sum(runs), " TOKENS ", " COST ", sum(unpriced)"

static const struct
{
  const char               *name;
  const char               *text;
  const OutlayAnswerColumn *columns;
  guint                     n_columns;
  const char               *rows;
  const char               *total;
} questions[OUTLAY_N_QUESTIONS] = {
  {
    "agents", "Which agents used most tokens?",
    agent_columns, G_N_ELEMENTS (agent_columns),
    TWO ("1", AGENT, "a / 2", ALL_TOKENS, "5")
  },
  {
    "repositories", "Which repositories and kinds of work drove the spend?",
    repository_columns, G_N_ELEMENTS (repository_columns),
    TWO ("2", NAME ("one"), "a",
         "sum(runs), sum(calls), " TOKENS ", " COST ", sum(unpriced)", "sum(@cost)")
  },
  {
    "outcomes", "What was accepted, edited, rejected or reverted?",
    outcome_columns, G_N_ELEMENTS (outcome_columns),
    TWO ("3", NAME ("one"), "a", SHORT, "3")
  },
  {
    "tiers", "Which tiers handled which risk classes?",
    tier_columns, G_N_ELEMENTS (tier_columns),
    TWO ("4", NAME ("one"), "a", SHORT, "sum(@cost)")
  },
  {
    "loops", "Which runs passed the loop cap, and what would stopping there have saved?",
    loop_columns, G_N_ELEMENTS (loop_columns),
    /* The longest, the dearest of them first; of a table's runs only the number of
     * turns is known. +day: by the index of turns, not of days, which has all that is
     * needed to find them. */
    "SELECT run, repository, 1, turns, calls, cost FROM (SELECT coalesce(name, '(no name)')"
    " AS run, (SELECT text FROM name WHERE id = found.repository) AS repository,"
    " coalesce((SELECT max(turn) FROM turn WHERE turn.session = found.session), turns) AS turns,"
    " (SELECT sum(calls) FROM turn WHERE turn.session = found.session AND turn > $3) AS calls,"
    " (SELECT sum(@cost) FROM turn WHERE turn.session = found.session AND turn > $3) AS cost,"
    " session FROM (SELECT longest.session, max(run.name) AS name,"
    "  max(run.repository) AS repository, max(longest.turns) AS turns"
    "  FROM (SELECT session, turns FROM run WHERE turns > $3 AND turns > 1"
    "   AND +day BETWEEN $1 AND $2 ORDER BY turns DESC, session LIMIT 50) AS longest"
    "  CROSS JOIN run WHERE run.session = longest.session AND run.turns > $3"
    "  AND +run.day BETWEEN $1 AND $2 GROUP BY longest.session) AS found) AS rows"
    " ORDER BY cost IS NULL, cost DESC, turns DESC, session",
    "SELECT 'total', '', coalesce(sum(CASE WHEN view = 6 OR a = $3 + 1 THEN runs END), 0),"
    " max(a), coalesce(sum(CASE WHEN view = 5 THEN calls END), 0),"
    " coalesce(sum(CASE WHEN view = 5 THEN @cost END), 0)"
    " FROM (SELECT view, a, b, sum(runs) AS runs, sum(calls) AS calls, sum(@cost) AS @cost"
    " FROM day_sum WHERE view IN (5, 6) AND day BETWEEN $1 AND $2 AND a > $3"
    " GROUP BY view, a, b) AS sums"
  },
};

/**
 * outlay_question_find:
 * @name: `agents`, `repositories`, `outcomes`, `tiers` or `loops`
 * @question: (out): the question
 */
gboolean
outlay_question_find (const char     *name,
                      OutlayQuestion *question)
{
  for (guint i = 0; i < OUTLAY_N_QUESTIONS; i++)
    if (strcmp (questions[i].name, name) == 0)
      {
        *question = (OutlayQuestion) i;
        return TRUE;
      }

  return FALSE;
}

const char *
outlay_question_get_name (OutlayQuestion question)
{
  return questions[question].name;
}

const char *
outlay_question_get_text (OutlayQuestion question)
{
  return questions[question].text;
}

static void
clear_cell (gpointer data)
{
  OutlayAnswerCell *cell = data;

  g_free (cell->text);
}

void
outlay_answer_free (OutlayAnswer *answer)
{
  g_array_unref (answer->cells);
  g_free (answer);
}

const OutlayAnswerCell *
outlay_answer_get_cell (const OutlayAnswer *answer,
                        guint               row,
                        guint               column)
{
  return &g_array_index (answer->cells, OutlayAnswerCell, row * answer->n_columns + column);
}

/* Returns: the figure of a column of counts or money, in US dollars; NaN where there
 *   is none */
double
outlay_answer_get_number (const OutlayAnswer *answer,
                          guint               row,
                          guint               column)
{
  const OutlayAnswerCell *cell = outlay_answer_get_cell (answer, row, column);

  if (!cell->is_known || answer->columns[column].kind == OUTLAY_ANSWER_TEXT)
    return NAN;

  return answer->columns[column].kind == OUTLAY_ANSWER_MONEY ? (double) cell->value / 1e9
                                                             : (double) cell->value;
}

static void
add_row (OutlayAnswer    *answer,
         OutlayStatement *statement)
{
  for (guint i = 0; i < answer->n_columns; i++)
    {
      OutlayAnswerCell cell = { .is_known = !outlay_statement_is_null (statement, (int) i) };

      if (cell.is_known && answer->columns[i].kind == OUTLAY_ANSWER_TEXT)
        cell.text = g_strdup (outlay_statement_get_text (statement, (int) i));
      else if (cell.is_known)
        cell.value = outlay_statement_get_whole (statement, (int) i);
      g_array_append_val (answer->cells, cell);
    }
  answer->n_rows++;
}

/* @output and @cost are the columns as logged, or repaired. */
static char *
choose_columns (const char *sql,
                gboolean    repaired)
{
  g_auto (GStrv) parts = g_strsplit (sql, "@", -1);
  GString *text = g_string_new (parts[0]);

  for (guint i = 1; parts[i] != NULL; i++)
    {
      gsize length = strspn (parts[i], "abcdefghijklmnopqrstuvwxyz");

      g_string_append_len (text, parts[i], (gssize) length);
      if (repaired)
        g_string_append (text, "_estimate");
      g_string_append (text, parts[i] + length);
    }

  return g_string_free (text, FALSE);
}

static gboolean
add_rows (OutlayAnswer    *answer,
          OutlayLedger    *ledger,
          const char      *sql,
          gboolean         repaired,
          const gint64    *parameters,
          GError         **error)
{
  g_autofree char *own = choose_columns (sql, repaired);
  g_autoptr (OutlayStatement) statement =
    outlay_database_prepare (outlay_ledger_get_database (ledger), own, error);
  g_autoptr (GError) own_error = NULL;

  if (statement == NULL)
    return FALSE;

  outlay_statement_bind_whole (statement, 1, parameters[0]);
  outlay_statement_bind_whole (statement, 2, parameters[1]);
  if (strstr (own, "$3") != NULL)
    outlay_statement_bind_whole (statement, 3, parameters[2]);
  while (outlay_statement_step (statement, &own_error))
    add_row (answer, statement);
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/**
 * outlay_question_ask:
 * @ledger: a ledger
 * @question: what to ask
 * @period: about which days
 * @cap: the most turns a task may take, 1 or more: %OUTLAY_QUESTION_LOOPS alone
 *   asks for it
 * @repaired: whether output that was logged as a placeholder counts as the
 *   estimate from its content says
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the answer
 */
OutlayAnswer *
outlay_question_ask (OutlayLedger    *ledger,
                     OutlayQuestion   question,
                     OutlayPeriod     period,
                     int              cap,
                     gboolean         repaired,
                     GError         **error)
{
  g_autoptr (OutlayAnswer) answer = g_new0 (OutlayAnswer, 1);
  const gint64 parameters[] = { period.first, period.last, cap };

  answer->columns = questions[question].columns;
  answer->n_columns = questions[question].n_columns;
  answer->cells = g_array_new (FALSE, FALSE, sizeof (OutlayAnswerCell));
  g_array_set_clear_func (answer->cells, clear_cell);

  if (!add_rows (answer, ledger, questions[question].rows, repaired, parameters, error) ||
      !add_rows (answer, ledger, questions[question].total, repaired, parameters, error))
    return NULL;

  return g_steal_pointer (&answer);
}
