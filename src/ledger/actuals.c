/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forecast against actual. Cost is people x tasks of each x turns of each task x tokens
 * of each turn x price of each token, each kind of task having its own; what the mix
 * does is the forecast's cost of a task at the mix of the month over that at its own,
 * and the factors behind it are those at the mix of the month. The gap is split by
 * logarithmic means, so that the parts add up to it with nothing left over, and in no
 * order of precedence. */
#include "actuals.h"

#include "breakdown.h"

#include <math.h>
#include <string.h>

static const char * const gap_names[OUTLAY_N_GAPS] = {
  "people", "tasks", "mix", "turns", "tokens", "price"
};

typedef struct
{
  double people; /* 0: not known */
  double tasks;
  double turns;  /* 0: not known */
  double tokens;
  double cost;
  gint64 unpriced;
} Month;

const char *
outlay_gap_get_name (OutlayGap gap)
{
  return gap_names[gap];
}

static double
log_mean (double a,
          double b)
{
  return fabs (a - b) < 1e-9 * (a + b) ? a : (a - b) / (log (a) - log (b));
}

/* The ledger */

static gboolean
read_month (OutlayStatement  *statement,
            int               date,
            Month            *month,
            GError          **error)
{
  gboolean found;

  outlay_statement_bind_whole (statement, 1, date);
  outlay_statement_bind_whole (statement, 2, date + 30);
  found = outlay_statement_step (statement, error);
  if (found)
    *month = (Month) {
      .people = (double) outlay_statement_get_whole (statement, 0),
      .tasks = (double) outlay_statement_get_whole (statement, 1),
      .tokens = (double) outlay_statement_get_whole (statement, 2),
      .cost = (double) outlay_statement_get_whole (statement, 3) / 1e9,
      .unpriced = outlay_statement_get_whole (statement, 4),
    };
  outlay_statement_reset (statement);

  return found;
}

/* How many sessions were of each kind of the scenario, and the turns of all sessions,
 * which are known only if they are of each. */
static gboolean
read_kinds (OutlayStatement       *statement,
            int                    date,
            const OutlayScenario  *scenario,
            Month                 *month,
            double                *kinds,
            GError               **error)
{
  g_autoptr (GError) own_error = NULL;
  double n_known = 0;

  outlay_statement_bind_whole (statement, 1, date);
  outlay_statement_bind_whole (statement, 2, date + 30);
  while (outlay_statement_step (statement, &own_error))
    {
      const char *kind = outlay_statement_get_text (statement, 0);

      month->turns += (double) outlay_statement_get_whole (statement, 2);
      n_known += (double) outlay_statement_get_whole (statement, 3);
      for (guint i = 0; i < scenario->n_tasks; i++)
        if (strcmp (scenario->tasks[i].id, kind) == 0)
          kinds[i] += (double) outlay_statement_get_whole (statement, 1);
    }
  outlay_statement_reset (statement);
  if (n_known < month->tasks)
    month->turns = 0;
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/* The forecast */

static void
add_cell (Month        *month,
          const double *cell,
          double        rate,
          double        weight)
{
  month->tasks += weight * cell[OUTLAY_CELL_TASKS];
  month->turns += weight * cell[OUTLAY_CELL_TURNS];
  month->cost += weight * cell[OUTLAY_CELL_API_COST] / rate;
  for (guint i = 0; i < OUTLAY_N_TOKEN_CLASSES; i++)
    month->tokens += weight * cell[OUTLAY_CELL_TOKENS + i];
}

static Month
forecast_month (const OutlayBreakdown *breakdown,
                guint                  month)
{
  const double *cell = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_NONE, 0, (int) month);
  Month forecast = { .people = cell[OUTLAY_CELL_PEOPLE] };

  add_cell (&forecast, cell, breakdown->estimate->scenario->currency.rate, 1);

  return forecast;
}

/* One task of the forecast at the mix of what happened; FALSE where no kind of it is
 * known to the scenario. */
static gboolean
forecast_task (const OutlayBreakdown *breakdown,
               guint                  month,
               const double          *kinds,
               Month                 *task)
{
  const OutlayScenario *scenario = breakdown->estimate->scenario;

  *task = (Month) { 0 };
  for (guint i = 0; i < scenario->n_tasks; i++)
    {
      const double *cell =
        outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_TASK, i, (int) month);

      if (kinds[i] > 0 && cell[OUTLAY_CELL_TASKS] > 0)
        add_cell (task, cell, scenario->currency.rate, kinds[i] / cell[OUTLAY_CELL_TASKS]);
    }

  return task->tasks > 0;
}

/* The gap */

/* A part that is not known belongs to the one behind it. */
static void
split (OutlayMonthComparison *row,
       const Month           *forecast,
       const Month           *task, /* of the forecast, at the mix of the month, or NULL */
       const Month           *actual)
{
  double weight = log_mean (actual->cost, forecast->cost);
  const Month *base = task != NULL ? task : forecast;
  double tasks = weight * log (actual->tasks / forecast->tasks);
  double tokens = weight * log (actual->tokens / actual->tasks / (base->tokens / base->tasks));

  row->gaps[OUTLAY_GAP_TASKS] = tasks;
  if (actual->people > 0 && forecast->people > 0)
    {
      row->gaps[OUTLAY_GAP_PEOPLE] = weight * log (actual->people / forecast->people);
      row->gaps[OUTLAY_GAP_TASKS] = tasks - row->gaps[OUTLAY_GAP_PEOPLE];
    }
  if (task != NULL)
    row->gaps[OUTLAY_GAP_MIX] = weight * log (task->cost / task->tasks /
                                              (forecast->cost / forecast->tasks));
  row->gaps[OUTLAY_GAP_TOKENS] = tokens;
  if (actual->turns > 0 && base->turns > 0)
    {
      row->gaps[OUTLAY_GAP_TURNS] = weight * log (actual->turns / actual->tasks /
                                                  (base->turns / base->tasks));
      row->gaps[OUTLAY_GAP_TOKENS] = tokens - row->gaps[OUTLAY_GAP_TURNS];
    }
  row->gaps[OUTLAY_GAP_PRICE] = weight * log (actual->cost / actual->tokens /
                                              (base->cost / base->tokens));
}

static OutlayMonthComparison
compare_month (guint        month,
               int          date,
               const Month *forecast,
               const Month *task,
               const Month *actual)
{
  OutlayMonthComparison row = {
    .month = (int) month + 1,
    .date = date,
    .forecast = forecast->cost,
    .actual = actual->cost,
    .unpriced = actual->unpriced,
  };

  for (guint i = 0; i < OUTLAY_N_GAPS; i++)
    row.gaps[i] = NAN;
  if (forecast->cost > 0 && actual->cost > 0 && forecast->tasks > 0 && actual->tasks > 0)
    split (&row, forecast, task, actual);

  return row;
}

static gboolean
add_month (GArray                 *rows,
           OutlayStatement        *sums,
           OutlayStatement        *kinds,
           const OutlayBreakdown  *breakdown,
           guint                   month,
           GError                **error)
{
  const OutlayScenario *scenario = breakdown->estimate->scenario;
  int date = outlay_scenario_get_date (scenario, (int) month + 1);
  g_autofree double *counts = g_new0 (double, scenario->n_tasks + 1);
  Month forecast = forecast_month (breakdown, month), actual, task;
  OutlayMonthComparison row;

  if (!read_month (sums, date, &actual, error))
    return FALSE;
  if (actual.tasks == 0)
    return TRUE;
  if (!read_kinds (kinds, date, scenario, &actual, counts, error))
    return FALSE;

  row = compare_month (month, date, &forecast,
                       forecast_task (breakdown, month, counts, &task) ? &task : NULL, &actual);
  g_array_append_val (rows, row);

  return TRUE;
}

/**
 * outlay_ledger_compare:
 * @ledger: a ledger
 * @estimate: a forecast
 * @option: the option of it that the team uses
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type OutlayMonthComparison): the
 *   months that have happened: those of the forecast in which the ledger has a run
 */
GArray *
outlay_ledger_compare (OutlayLedger                *ledger,
                       const OutlayEstimate        *estimate,
                       const OutlayOptionEstimate  *option,
                       GError                     **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (OutlayMonthComparison));
  OutlayDatabase *database = outlay_ledger_get_database (ledger);
  g_autoptr (OutlayBreakdown) breakdown =
    outlay_breakdown_new ((OutlayEstimate *) estimate, (guint) (option - estimate->options));
  g_autoptr (OutlayStatement) kinds = NULL;
  g_autoptr (OutlayStatement) sums =
    outlay_database_prepare (database,
                             "SELECT count(DISTINCT nullif(person, 0)), count(DISTINCT session),"
                             " coalesce(sum(input + write_5m + write_1h + cache_read +"
                             " output_estimate), 0), coalesce(sum(cost_estimate), 0),"
                             " coalesce(sum(unpriced), 0) FROM run WHERE day BETWEEN $1 AND $2",
                             error);

  if (sums == NULL)
    return NULL;

  kinds = outlay_database_prepare (database,
                                   "SELECT name.text, count(*), coalesce(sum(turns), 0),"
                                   " count(turns) FROM (SELECT session, max(kind) AS kind,"
                                   "  max(turns) AS turns FROM run WHERE day BETWEEN $1 AND $2"
                                   "  GROUP BY session) AS task JOIN name ON name.id = task.kind"
                                   " GROUP BY name.text", error);
  if (kinds == NULL)
    return NULL;

  for (guint month = 0; month < estimate->n_months; month++)
    if (!add_month (rows, sums, kinds, breakdown, month, error))
      return NULL;

  return g_steal_pointer (&rows);
}
