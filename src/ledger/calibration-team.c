/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ledger says of people and of what they work on. The database adds up; rows
 * come in an order of their own, so that every store gives the same digits. */
#include "calibration-private.h"

#include <string.h>

/* One number a row. */
static gboolean
read_numbers (GArray           *numbers,
              OutlayStatement  *rows, /* (nullable) */
              GError          **error)
{
  g_autoptr (GError) own_error = NULL;

  while (rows != NULL && outlay_statement_step (rows, &own_error))
    {
      double number = (double) outlay_statement_get_whole (rows, 0);

      g_array_append_val (numbers, number);
    }
  if (rows != NULL)
    outlay_statement_reset (rows);
  if (own_error == NULL)
    return rows != NULL;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

static GArray *
read_all_numbers (OutlayLedger  *ledger,
                  const char    *sql,
                  OutlayPeriod   period,
                  GError       **error)
{
  g_autoptr (OutlayStatement) rows = outlay_calibration_prepare (ledger, sql, period, error);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  return read_numbers (numbers, rows, error) ? g_steal_pointer (&numbers) : NULL;
}

static const double *
get_values (const GArray *numbers)
{
  return (const double *) (gpointer) numbers->data;
}

gboolean
outlay_calibration_add_people (GArray                *rows,
                               OutlayLedger          *ledger,
                               const OutlayScenario  *scenario,
                               OutlayPeriod           period,
                               GError               **error)
{
  OutlayTeamMeans team = outlay_scenario_mean_team (scenario);
  g_autoptr (GArray) days =
    read_all_numbers (ledger, "SELECT count(DISTINCT session) AS tasks FROM run"
                      " WHERE day BETWEEN $1 AND $2 AND subagent = 0 AND person <> 0"
                      " GROUP BY person, day ORDER BY tasks", period, error);
  g_autoptr (GArray) people =
    days == NULL ? NULL :
    read_all_numbers (ledger, "SELECT CAST(sum(cost) AS BIGINT) / count(DISTINCT day / 100)"
                      " AS month FROM run WHERE day BETWEEN $1 AND $2 AND person <> 0"
                      " GROUP BY person ORDER BY month", period, error);
  g_autoptr (GArray) judged =
    people == NULL ? NULL :
    read_all_numbers (ledger, "SELECT count(*) FROM run JOIN name ON name.id = outcome"
                      " WHERE day BETWEEN $1 AND $2 AND name.text IN ('accepted', 'edited')"
                      " UNION ALL SELECT count(*) FROM run JOIN name ON name.id = outcome"
                      " WHERE day BETWEEN $1 AND $2 AND name.text IN ('accepted', 'edited',"
                      " 'rejected', 'reverted') ORDER BY 1", period, error);

  if (judged == NULL)
    return FALSE;

  outlay_calibration_add_row (rows, "team[].tasks_per_day", team.tasks_per_day,
                              outlay_fit_mean (get_values (days), days->len),
                              "active days of a person");
  outlay_calibration_add_row (rows, "usage_spread", scenario->usage_spread,
                              outlay_fit_variation (get_values (people), people->len), "people");

  /* Of the same people on the same mix, an attempt is accepted so much more often or
   * more seldom: every kind of task takes the factor. */
  outlay_calibration_add_row (rows, "tasks[].acceptance", team.acceptance,
                              outlay_fit_share ((guint64) g_array_index (judged, double, 0),
                                                (guint64) g_array_index (judged, double, 1)),
                              "runs with an outcome");

  return TRUE;
}

typedef struct
{
  GHashTable *found[2]; /* (element-type utf8 gint64): runs of each kind, by half */
  guint64     all[2];
} Mix;

static gboolean
read_mix (Mix           *mix,
          OutlayLedger  *ledger,
          OutlayPeriod   period,
          GError       **error)
{
  g_autoptr (OutlayStatement) rows =
    outlay_calibration_prepare (ledger,
                                "SELECT name.text, later, count(*) FROM (SELECT kind,"
                                " CASE WHEN 2 * row_number() OVER (ORDER BY at, session, model)"
                                " <= count(*) OVER () THEN 0 ELSE 1 END AS later FROM run"
                                " WHERE day BETWEEN $1 AND $2 AND subagent = 0) AS half"
                                " JOIN name ON name.id = half.kind GROUP BY name.text, later",
                                period, error);
  g_autoptr (GError) own_error = NULL;

  while (rows != NULL && outlay_statement_step (rows, &own_error))
    {
      guint half = (guint) outlay_statement_get_whole (rows, 1);
      gint64 count = outlay_statement_get_whole (rows, 2);

      g_hash_table_insert (mix->found[half], g_strdup (outlay_statement_get_text (rows, 0)),
                           g_memdup2 (&count, sizeof count));
      mix->all[half] += (guint64) count;
    }
  if (own_error == NULL)
    return rows != NULL;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/* The mix: the share of each kind of task in the first and the second half of the
 * sessions, which is how it drifts. */
gboolean
outlay_calibration_add_mix (GArray                *rows,
                            OutlayLedger          *ledger,
                            const OutlayScenario  *scenario,
                            OutlayPeriod           period,
                            GError               **error)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) second = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Mix mix = { { first, second }, { 0, 0 } };

  if (!read_mix (&mix, ledger, period, error))
    return FALSE;

  for (guint i = 0; i < scenario->n_tasks; i++)
    for (guint end = 0; end < 2; end++)
      {
        const OutlayTask *task = &scenario->tasks[i];
        g_autofree char *path = g_strdup_printf ("tasks[%u].share[%u]", i, end);
        const gint64 *found = g_hash_table_lookup (mix.found[end], task->id);

        outlay_calibration_add_row (rows, path,
                                    end == 0 ? task->share.start : task->share.end,
                                    outlay_fit_share (found != NULL ? (guint64) *found : 0,
                                                      mix.all[end]), "runs");
      }

  return TRUE;
}

/**
 * outlay_ledger_list_people:
 * @ledger: a ledger
 * @period: days
 * @limit: at most so many
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type utf8): who had a run then, those
 *   with most of them first
 */
GPtrArray *
outlay_ledger_list_people (OutlayLedger  *ledger,
                           OutlayPeriod   period,
                           guint          limit,
                           GError       **error)
{
  g_autoptr (OutlayStatement) rows =
    outlay_calibration_prepare (ledger,
                                "SELECT name.text FROM (SELECT person, count(*) AS runs FROM run"
                                " WHERE day BETWEEN $1 AND $2 AND person <> 0 GROUP BY person)"
                                " AS people JOIN name ON name.id = person"
                                " ORDER BY runs DESC, name.text LIMIT CAST($3 AS BIGINT)",
                                period, error);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) own_error = NULL;

  if (rows == NULL)
    return NULL;

  outlay_statement_bind_whole (rows, 3, limit);
  while (outlay_statement_step (rows, &own_error))
    g_ptr_array_add (people, g_strdup (outlay_statement_get_text (rows, 0)));
  if (own_error == NULL)
    return g_steal_pointer (&people);

  g_propagate_error (error, g_steal_pointer (&own_error));

  return NULL;
}

/* Tasks of each active day of one person. */
static gboolean
read_person (GArray           *days,
             OutlayStatement  *rows,
             const char       *person,
             GError          **error)
{
  outlay_statement_bind_text (rows, 3, person);

  return read_numbers (days, rows, error);
}

/**
 * outlay_calibration_add_role:
 * @calibration: the calibration of @scenario
 * @ledger: a ledger
 * @scenario: the inputs that it was held against
 * @role: the number of a role of its team
 * @people: (array zero-terminated=1): names in the ledger of who has that role
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Adds what is known of one role alone, where somebody says who has it.
 */
gboolean
outlay_calibration_add_role (OutlayCalibration     *calibration,
                             OutlayLedger          *ledger,
                             const OutlayScenario  *scenario,
                             guint                  role,
                             const char * const    *people,
                             GError               **error)
{
  GArray * const tables[] = { calibration->rows, calibration->with_mix };
  g_autofree char *path = g_strdup_printf ("team[%u].tasks_per_day", role);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (OutlayStatement) rows =
    outlay_calibration_prepare (ledger, "SELECT count(DISTINCT session) AS tasks FROM run"
                                " JOIN name ON name.id = person WHERE day BETWEEN $1 AND $2"
                                " AND subagent = 0 AND name.text = $3 GROUP BY day"
                                " ORDER BY tasks", calibration->period, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; people[i] != NULL; i++)
    if (!read_person (days, rows, people[i], error))
      return FALSE;

  for (guint i = 0; i < 2; i++)
    if (tables[i] != NULL)
      outlay_calibration_add_row (tables[i], path, scenario->team[role].tasks_per_day,
                                  outlay_fit_mean (get_values (days), days->len),
                                  "active days of a person of this role");

  return TRUE;
}
