/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-months.h"

#include "figure-format.h"

#include <glib/gi18n.h>
#include <math.h>

struct _OutlayUsageMonths
{
  GObject           parent_instance;

  OutlayUsageStore *store;
  GArray           *months; /* (element-type OutlayLedgerMonth), or NULL */
};

G_DEFINE_FINAL_TYPE (OutlayUsageMonths, outlay_usage_months, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Asking */

static gpointer
list_months (OutlayLedger  *ledger,
             gpointer       data,
             GError       **error)
{
  return outlay_ledger_list_months (ledger, error);
}

static void
free_months (gpointer months)
{
  g_array_unref (months);
}

/* Where it cannot be asked there is nothing to draw; the window of real usage says why. */
static void
on_listed (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OutlayUsageMonths) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *months = outlay_usage_store_ask_finish (result, &error);

  if (months == NULL && self->months == NULL)
    return;

  g_clear_pointer (&self->months, g_array_unref);
  self->months = months;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ask (OutlayUsageMonths *self)
{
  outlay_usage_store_ask (self->store, NULL, list_months, NULL, NULL, free_months, on_listed,
                          g_object_ref (self));
}

/* The object */

static void
outlay_usage_months_finalize (GObject *object)
{
  OutlayUsageMonths *self = OUTLAY_USAGE_MONTHS (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->months, g_array_unref);

  G_OBJECT_CLASS (outlay_usage_months_parent_class)->finalize (object);
}

static void
outlay_usage_months_class_init (OutlayUsageMonthsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_usage_months_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_usage_months_init (OutlayUsageMonths *self)
{
}

/**
 * outlay_usage_months_new:
 * @store: the ledger
 *
 * Returns: (transfer full): its months, which come a moment later
 */
OutlayUsageMonths *
outlay_usage_months_new (OutlayUsageStore *store)
{
  OutlayUsageMonths *self = g_object_new (OUTLAY_TYPE_USAGE_MONTHS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);

  return self;
}

/* Returns: (transfer none): those of the user's own ledger */
OutlayUsageMonths *
outlay_usage_months_get_default (void)
{
  static OutlayUsageMonths *months = NULL;

  if (months == NULL)
    months = outlay_usage_months_new (outlay_usage_store_get_default ());

  return months;
}

/* Returns: the date in UTC, by which months are over, as 20260701 */
int
outlay_usage_get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_get_year (now) * 10000 + g_date_time_get_month (now) * 100 +
         g_date_time_get_day_of_month (now);
}

/* Drawing */

static double
find_cost (OutlayUsageMonths *self,
           int                month)
{
  for (guint i = 0; i < self->months->len; i++)
    if (g_array_index (self->months, OutlayLedgerMonth, i).month == month)
      return (double) g_array_index (self->months, OutlayLedgerMonth, i).cost / 1e9;

  return NAN;
}

/**
 * outlay_usage_months_list:
 * @self: months
 * @scenario: a scenario
 * @cumulative: sums from its first month on, up to the first month that is not known
 * @today: as 20260701: months that are not over are not known
 *
 * Returns: (transfer full) (nullable) (array): for each of its months what was used, at
 *   list price in its currency, NaN where that is not known; %NULL where nothing is
 */
double *
outlay_usage_months_list (OutlayUsageMonths    *self,
                          const OutlayScenario *scenario,
                          gboolean              cumulative,
                          int                   today)
{
  g_autofree double *actual = NULL;
  gboolean has_any = FALSE;
  double sum = 0;

  g_return_val_if_fail (OUTLAY_IS_USAGE_MONTHS (self), NULL);

  if (self->months == NULL)
    return NULL;

  actual = g_new (double, scenario->months);
  for (gint64 i = 0; i < scenario->months; i++)
    {
      int month = outlay_scenario_get_date (scenario, (int) i + 1) / 100;
      double cost = month < today / 100 ? find_cost (self, month) * scenario->currency.rate : NAN;

      sum += cost;
      actual[i] = cumulative ? sum : cost;
      has_any = has_any || !isnan (actual[i]);
    }

  return has_any ? g_steal_pointer (&actual) : NULL;
}

/**
 * outlay_usage_months_add_to:
 * @self: months
 * @data: a chart of the costs of all months
 *
 * Lets the chart show what was used.
 */
void
outlay_usage_months_add_to (OutlayUsageMonths *self,
                            OutlayChartData   *data)
{
  outlay_chart_data_set_actual (data,
                                outlay_usage_months_list (self, data->estimate->scenario,
                                                          data->chart.budget_accumulates,
                                                          outlay_usage_get_today ()));
}

/**
 * outlay_usage_months_describe:
 * @data: a chart of the costs of months
 * @month: one of its months, or -1
 *
 * Returns: (transfer full) (nullable): what it really came to, in words; %NULL where
 *   that is not drawn
 */
char *
outlay_usage_months_describe (const OutlayChartData *data,
                              int                    month)
{
  const OutlayScenario *scenario = data->estimate->scenario;
  g_autofree char *money = NULL;

  if (data->actual == NULL || month < 0 || isnan (data->actual[month]))
    return NULL;

  money = outlay_figure_format_money (data->actual[month], scenario->currency.code);

  /* Translators: %s is an amount of money */
  return g_strdup_printf (_("Used, at list price: %s"), money);
}
