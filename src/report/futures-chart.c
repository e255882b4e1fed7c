/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of the Risk page, for window and files. */
#include "futures-chart.h"

#include "currencies.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * outlay_futures_chart_init:
 * @data: (out caller-allocates): the chart
 * @simulation: futures; must outlive it
 * @option: one of its options, not a refused one
 * @slot: the option's colour and dash
 */
void
outlay_futures_chart_init (OutlayFuturesChart     *data,
                           const OutlaySimulation *simulation,
                           guint                   option,
                           guint                   slot)
{
  const OutlayOptionEstimate *estimate = &simulation->estimate->options[option];
  const OutlayScenario *scenario = simulation->estimate->scenario;

  data->series = (OutlayChartSeries) {
    .name = estimate->option->name,
    .slot = slot,
    .values = estimate->monthly[OUTLAY_FIGURE_COST],
    .focus = TRUE,
  };
  for (guint i = 0; i < OUTLAY_N_QUANTILES; i++)
    data->series.quantiles[i] = simulation->options[option].cost.quantile[i];

  data->chart = (OutlayChart) {
    .kind = OUTLAY_CHART_FAN,
    .series = &data->series,
    .n_series = 1,
    .n_months = simulation->n_months,
    .first_year = scenario->start / 12,
    .first_month = scenario->start % 12 + 1,
    .has_budget = !isnan (scenario->budget),
    .budget = isnan (scenario->budget) ? 0 : scenario->budget,
  };
}

/**
 * outlay_futures_chart_describe_subtitle:
 * @simulation: futures
 *
 * Returns: (transfer full): its unit, and what bands and line mean
 */
char *
outlay_futures_chart_describe_subtitle (const OutlaySimulation *simulation)
{
  const char *currency =
    outlay_currency_get_name (simulation->estimate->scenario->currency.code);
  /* Translators: a currency: "US dollars a month." */
  g_autofree char *unit = g_strdup_printf (_("%s a month."), currency);

  return g_strjoin (" ", unit, _("Bands: 5, 8 and 9 of 10 futures. "
                                 "Line with dots: the estimate."), NULL);
}
