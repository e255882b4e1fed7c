/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

/* A budget further above everything than this would press the curves into the
 * lower part of the plot: it gets an arrow at the top edge instead. */
#define BUDGET_STRETCH_MAX 1.5

static gboolean
series_is_shown (const OutlayChartSeries *series)
{
  return !series->hidden && series->values != NULL;
}

static void
range_add_values (OutlayScaleRange *range,
                  const double     *values,
                  guint             n_values)
{
  for (guint i = 0; values != NULL && i < n_values; i++)
    outlay_range_add (range, values[i]);
}

/* On a log scale a band never reaches below the smallest estimate, so that
 * one unlikely future near zero does not take the plot. */
static void
range_add_band (OutlayScaleRange        *range,
                const OutlayChart       *chart,
                const OutlayChartSeries *series,
                OutlayQuantile           low,
                OutlayQuantile           high)
{
  if (series->quantiles[low] == NULL || series->quantiles[high] == NULL)
    return;

  range_add_values (range, series->quantiles[high], chart->n_months);
  if (!chart->logarithmic)
    range_add_values (range, series->quantiles[low], chart->n_months);
}

static gboolean
series_has_band (const OutlayChart       *chart,
                 const OutlayChartSeries *series)
{
  return chart->bands == OUTLAY_CHART_BANDS_ALL ||
         (chart->bands == OUTLAY_CHART_BANDS_FOCUS && series->focus);
}

static void
range_add_totals (OutlayScaleRange  *range,
                  const OutlayChart *chart)
{
  for (guint month = 0; month < chart->n_months; month++)
    {
      double total = 0.0;

      for (guint i = 0; i < chart->n_series; i++)
        if (series_is_shown (&chart->series[i]) && chart->series[i].values[month] > 0.0)
          total += chart->series[i].values[month];
      outlay_range_add (range, total);
    }
}

/**
 * outlay_chart_find_range:
 * @chart: a chart
 * @range: (out caller-allocates): the smallest and largest thing drawn, over
 *   all months, revealed or not; a budget not too far above counts as drawn
 */
void
outlay_chart_find_range (const OutlayChart *chart,
                         OutlayScaleRange  *range)
{
  double budget;

  outlay_range_init (range);

  if (chart->kind == OUTLAY_CHART_STACK)
    range_add_totals (range, chart);

  for (guint i = 0; chart->kind != OUTLAY_CHART_STACK && i < chart->n_series; i++)
    {
      const OutlayChartSeries *series = &chart->series[i];

      if (!series_is_shown (series))
        continue;
      range_add_values (range, series->values, chart->n_months);
      if (chart->kind == OUTLAY_CHART_FAN)
        range_add_band (range, chart, series, OUTLAY_QUANTILE_P5, OUTLAY_QUANTILE_P95);
      if (chart->kind == OUTLAY_CHART_FAN || series_has_band (chart, series))
        range_add_band (range, chart, series, OUTLAY_QUANTILE_P10, OUTLAY_QUANTILE_P90);
    }

  if (chart->kind == OUTLAY_CHART_LINES && chart->actual != NULL)
    range_add_values (range, chart->actual, chart->n_months);

  budget = outlay_budget_get_value (chart, chart->n_months - 1);
  if (!(range->largest > 0.0) || budget <= BUDGET_STRETCH_MAX * range->largest)
    outlay_range_add (range, budget);
}

static void
place_layers (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;

  for (guint month = 0; month < layout->n_months; month++)
    {
      double total = 0.0;

      for (guint i = 0; i < layout->n_series; i++)
        {
          OutlayTrace *trace = &layout->traces[i];
          double value = trace->visible ? build->chart->series[i].values[month] : 0.0;

          trace->base[month] = outlay_scale_get_position (&layout->scale, total);
          total += value > 0.0 && outlay_scale_is_drawable (&layout->scale, value) ? value : 0.0;
          trace->y[month] = outlay_scale_get_position (&layout->scale, total);
        }
    }
}

/**
 * outlay_chart_place_series:
 * @build: with its scale set up
 *
 * Turns values into heights.
 */
void
outlay_chart_place_series (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;

  if (layout->kind == OUTLAY_CHART_STACK)
    {
      place_layers (build);
      return;
    }

  for (guint i = 0; i < layout->n_series; i++)
    for (guint month = 0; month < layout->n_months; month++)
      layout->traces[i].y[month] = layout->traces[i].visible
        ? outlay_scale_get_position (&layout->scale, build->chart->series[i].values[month])
        : NAN;
}
