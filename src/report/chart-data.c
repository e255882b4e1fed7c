/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-data.h"

#include "price-news.h"

#include <math.h>

/* The series of refused options stay, without values, so that a series and an
 * option have the same position. */
static void
fill_series (OutlayChartData *data,
             gboolean         cumulative)
{
  OutlayEstimate *estimate = data->estimate;
  guint n_months = estimate->n_months;

  data->series = g_new0 (OutlayChartSeries, estimate->n_options + 1);
  if (cumulative)
    data->sums = g_new0 (double, (gsize) estimate->n_options * n_months + 1);

  for (guint i = 0; i < estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &estimate->options[i];
      OutlayChartSeries *series = &data->series[i];
      const double *cost = option->monthly[OUTLAY_FIGURE_COST];
      double *sums = cumulative ? data->sums + (gsize) i * n_months : NULL;

      series->name = option->option->name;
      series->slot = data->looks[i].slot;
      series->focus = data->looks[i].focus;
      series->hidden = data->looks[i].hidden || option->error != NULL;
      if (option->error != NULL)
        continue;

      series->values = cumulative ? sums : cost;
      for (guint month = 0; cumulative && month < n_months; month++)
        sums[month] = (month > 0 ? sums[month - 1] : 0) + cost[month];
    }
}

static void
fill_price_changes (OutlayChartData *data)
{
  guint n = 0;

  data->price_news = outlay_price_news_list (data->estimate, data->looks);
  data->price_changes = g_new0 (OutlayChartPriceChange, data->price_news->len + 1);

  for (guint i = 0; i < data->price_news->len; i++)
    {
      guint month = g_array_index (data->price_news, OutlayPriceNews, i).month;

      if (n == 0 || data->price_changes[n - 1].month != month)
        data->price_changes[n++].month = month;
      data->price_changes[n - 1].n_changes++;
    }

  data->chart.price_changes = data->price_changes;
  data->chart.n_price_changes = n;
}

/**
 * outlay_chart_data_new:
 * @estimate: what to draw
 * @looks: (array): how its options are looked at
 * @cumulative: sums from the first month on
 * @logarithmic: on a logarithmic scale
 *
 * Returns: (transfer full): a chart of lines
 */
OutlayChartData *
outlay_chart_data_new (OutlayEstimate         *estimate,
                       const OutlayOptionLook *looks,
                       gboolean                cumulative,
                       gboolean                logarithmic)
{
  OutlayChartData *data = g_new0 (OutlayChartData, 1);
  const OutlayScenario *scenario = estimate->scenario;

  data->estimate = outlay_estimate_ref (estimate);
  data->looks = g_memdup2 (looks, sizeof *looks * (estimate->n_options + 1));
  fill_series (data, cumulative);

  data->chart.kind = OUTLAY_CHART_LINES;
  data->chart.bands = OUTLAY_CHART_BANDS_NONE;
  data->chart.logarithmic = logarithmic;
  data->chart.series = data->series;
  data->chart.n_series = estimate->n_options;
  data->chart.n_months = estimate->n_months;
  data->chart.first_year = scenario->start / 12;
  data->chart.first_month = scenario->start % 12 + 1;
  data->chart.has_budget = !isnan (scenario->budget);
  data->chart.budget = data->chart.has_budget ? scenario->budget : 0;
  data->chart.budget_accumulates = cumulative;
  fill_price_changes (data);

  return data;
}

void
outlay_chart_data_free (OutlayChartData *data)
{
  g_free (data->price_changes);
  g_free (data->sums);
  g_free (data->series);
  g_array_unref (data->price_news);
  g_free (data->looks);
  outlay_estimate_unref (data->estimate);
  g_free (data);
}
