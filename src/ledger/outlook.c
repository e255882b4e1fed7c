/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the months that have happened say about the rest: the forecast times what they
 * cost over what was forecast of them. */
#include "actuals.h"

#include <math.h>

/* Forecasts are wrong by a half or by three times, not by more. */
#define MAX_SCALE 10

/**
 * outlay_ledger_list_months:
 * @ledger: a ledger
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type OutlayLedgerMonth): what each month
 *   with a run came to, by date
 */
GArray *
outlay_ledger_list_months (OutlayLedger  *ledger,
                           GError       **error)
{
  g_autoptr (OutlayStatement) sums =
    outlay_database_prepare (outlay_ledger_get_database (ledger),
                             "SELECT day / 100, sum(cost_estimate) FROM day_sum WHERE view = 1"
                             " GROUP BY day / 100 ORDER BY 1", error);
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (OutlayLedgerMonth));
  g_autoptr (GError) own_error = NULL;

  while (sums != NULL && outlay_statement_step (sums, &own_error))
    {
      OutlayLedgerMonth month = { (int) outlay_statement_get_whole (sums, 0),
                                  outlay_statement_get_whole (sums, 1) };

      g_array_append_val (months, month);
    }
  if (sums != NULL && own_error == NULL)
    return g_steal_pointer (&months);

  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));

  return NULL;
}

static const OutlayMonthComparison *
get_month (const GArray *months,
           guint         i)
{
  return &g_array_index (months, OutlayMonthComparison, i);
}

/* A month counts once its last day is over. */
static gboolean
is_over (const OutlayMonthComparison *month,
         int                          today)
{
  return month->date / 100 < today / 100;
}

static guint
count_over (const GArray *months,
            int           today)
{
  guint n_over = 0;

  while (n_over < months->len && is_over (get_month (months, n_over), today))
    n_over++;

  return n_over;
}

/* Of the months from @first to before @last. */
static double
find_ratio (const GArray *months,
            guint         first,
            guint         last)
{
  double forecast = 0, actual = 0;

  for (guint i = first; i < last; i++)
    {
      forecast += get_month (months, i)->forecast;
      actual += get_month (months, i)->actual;
    }

  return forecast > 0 ? actual / forecast : NAN;
}

static double
find_error (const GArray *months,
            guint         first,
            guint         last,
            double        ratio)
{
  double off = 0, actual = 0;

  for (guint i = first; i < last; i++)
    {
      off += fabs (get_month (months, i)->forecast * ratio - get_month (months, i)->actual);
      actual += get_month (months, i)->actual;
    }

  return actual > 0 ? off / actual : NAN;
}

static double
sum_rest (const OutlayOutlook        *outlook,
          const OutlayEstimate       *estimate,
          const OutlayOptionEstimate *option)
{
  double all = 0;

  for (guint month = 0; month < estimate->n_months; month++)
    all += option->monthly[OUTLAY_FIGURE_API_COST][month] / estimate->scenario->currency.rate;

  return all - outlook->forecast;
}

/**
 * outlay_outlook_init:
 * @outlook: (out caller-allocates): what to fill
 * @months: (element-type OutlayMonthComparison): as outlay_ledger_compare() says
 * @estimate: the forecast
 * @option: the option that was compared
 * @today: as 20260701: months that are not over are no measure
 *
 * The backtest fits to the first half of the months, and scores the second.
 */
void
outlay_outlook_init (OutlayOutlook              *outlook,
                     const GArray               *months,
                     const OutlayEstimate       *estimate,
                     const OutlayOptionEstimate *option,
                     int                         today)
{
  guint n_over = count_over (months, today);

  *outlook = (OutlayOutlook) { .n_months = n_over, .error = NAN, .plain_error = NAN };
  for (guint i = 0; i < n_over; i++)
    {
      outlook->forecast += get_month (months, i)->forecast;
      outlook->actual += get_month (months, i)->actual;
    }
  outlook->rest = sum_rest (outlook, estimate, option);
  outlook->outlook = outlook->rest * find_ratio (months, 0, n_over);
  if (n_over < 2)
    return;

  outlook->n_fitted = (n_over + 1) / 2;
  outlook->n_scored = n_over - outlook->n_fitted;
  outlook->error = find_error (months, outlook->n_fitted, n_over,
                               find_ratio (months, 0, outlook->n_fitted));
  outlook->plain_error = find_error (months, outlook->n_fitted, n_over, 1);
  for (guint i = outlook->n_fitted; i < n_over; i++)
    outlook->scored += get_month (months, i)->actual;
}

/* Returns: whether forecast and ledger can be of the same team: where one is many times
 *   the other, how far off the forecast is says nothing of how good it is */
gboolean
outlay_outlook_is_comparable (const OutlayOutlook *outlook)
{
  return outlook->actual <= MAX_SCALE * outlook->forecast &&
         outlook->forecast <= MAX_SCALE * outlook->actual;
}
