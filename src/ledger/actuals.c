/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forecast against actual. Cost is people x tasks of each x tokens of each task x
 * price of each token; the gap is split by logarithmic means, so that the parts
 * add up to it with nothing left over, and in no order of precedence. */
#include "actuals.h"

#include <math.h>

static const char * const gap_names[OUTLAY_N_GAPS] = { "people", "tasks", "tokens", "price" };

typedef struct
{
  double people; /* 0: not known */
  double tasks;
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

static Month
forecast_month (const OutlayEstimate       *estimate,
                const OutlayOptionEstimate *option,
                guint                       month)
{
  Month forecast = {
    .people = option->monthly[OUTLAY_FIGURE_PEOPLE][month],
    .tasks = option->monthly[OUTLAY_FIGURE_TASKS][month],
    .cost = option->monthly[OUTLAY_FIGURE_API_COST][month] / estimate->scenario->currency.rate,
  };

  for (guint i = 0; i < OUTLAY_N_TOKEN_CLASSES; i++)
    forecast.tokens += option->monthly[OUTLAY_FIGURE_TOKENS + i][month];

  return forecast;
}

/* Without people on both sides, theirs and the tasks' part are one. */
static void
split (OutlayMonthComparison *row,
       const Month           *forecast,
       const Month           *actual)
{
  double weight = log_mean (actual->cost, forecast->cost);
  double tasks = weight * log (actual->tasks / forecast->tasks);

  row->gaps[OUTLAY_GAP_PEOPLE] = NAN;
  row->gaps[OUTLAY_GAP_TASKS] = tasks;
  if (actual->people > 0 && forecast->people > 0)
    {
      row->gaps[OUTLAY_GAP_PEOPLE] = weight * log (actual->people / forecast->people);
      row->gaps[OUTLAY_GAP_TASKS] = tasks - row->gaps[OUTLAY_GAP_PEOPLE];
    }
  row->gaps[OUTLAY_GAP_TOKENS] = weight * log (actual->tokens / actual->tasks /
                                               (forecast->tokens / forecast->tasks));
  row->gaps[OUTLAY_GAP_PRICE] = weight * log (actual->cost / actual->tokens /
                                              (forecast->cost / forecast->tokens));
}

static OutlayMonthComparison
compare_month (guint        month,
               int          date,
               const Month *forecast,
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
    split (&row, forecast, actual);

  return row;
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
  g_autoptr (OutlayStatement) statement =
    outlay_database_prepare (outlay_ledger_get_database (ledger),
                             "SELECT count(DISTINCT nullif(person, 0)), count(DISTINCT session),"
                             " coalesce(sum(input + write_5m + write_1h + cache_read +"
                             " output_estimate), 0), coalesce(sum(cost_estimate), 0),"
                             " coalesce(sum(unpriced), 0) FROM run WHERE day BETWEEN $1 AND $2",
                             error);

  if (statement == NULL)
    return NULL;

  for (guint month = 0; month < estimate->n_months; month++)
    {
      int date = outlay_scenario_get_date (estimate->scenario, (int) month + 1);
      Month forecast = forecast_month (estimate, option, month), actual;
      OutlayMonthComparison row;

      if (!read_month (statement, date, &actual, error))
        return NULL;
      if (actual.tasks == 0)
        continue;

      row = compare_month (month, date, &forecast, &actual);
      g_array_append_val (rows, row);
    }

  return g_steal_pointer (&rows);
}
