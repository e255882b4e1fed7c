/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-data.h"

#include "measures.h"
#include "outcome.h"
#include "odds.h"
#include "price-news.h"

#include <math.h>

static const double *
get_values (OutlayChartData *data,
            guint            option,
            OutlayMeasure    measure)
{
  const OutlayOptionEstimate *figures = &data->estimate->options[option];
  guint n_months = data->estimate->n_months;
  const double *cost = figures->monthly[OUTLAY_FIGURE_COST];
  double *derived;

  if (measure == OUTLAY_MEASURE_COST)
    return cost;

  derived = data->derived + (gsize) option * n_months;
  if (measure == OUTLAY_MEASURE_COST_PER_ACCEPTED)
    outlay_outcome_fill (figures, OUTLAY_OUTCOME_COST_PER_ACCEPTED, derived, n_months);
  else
    for (guint month = 0; month < n_months; month++)
      derived[month] = (month > 0 ? derived[month - 1] : 0) + cost[month];

  return derived;
}

/* The series of refused options stay, without values, so that a series and an
 * option have the same position. */
static void
fill_series (OutlayChartData *data,
             OutlayMeasure    measure)
{
  OutlayEstimate *estimate = data->estimate;
  guint n_months = estimate->n_months;

  data->series = g_new0 (OutlayChartSeries, estimate->n_options + 1);
  if (measure != OUTLAY_MEASURE_COST)
    data->derived = g_new0 (double, (gsize) estimate->n_options * n_months + 1);

  for (guint i = 0; i < estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &estimate->options[i];
      OutlayChartSeries *series = &data->series[i];

      series->name = option->option->name;
      series->slot = data->looks[i].slot;
      series->focus = data->looks[i].focus;
      series->hidden = data->looks[i].hidden || option->error != NULL;
      if (option->error == NULL)
        series->values = get_values (data, i, measure);
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

static OutlayChartData *
create_data (OutlayEstimate         *estimate,
             const OutlayOptionLook *looks,
             OutlayMeasure           measure)
{
  OutlayChartData *data = g_new0 (OutlayChartData, 1);
  const OutlayScenario *scenario = estimate->scenario;

  data->estimate = outlay_estimate_ref (estimate);
  /* Never NULL, even of no options. */
  data->looks = g_new0 (OutlayOptionLook, estimate->n_options + 1);
  for (guint i = 0; i < estimate->n_options; i++)
    data->looks[i] = looks[i];
  fill_series (data, measure);

  data->chart.kind = OUTLAY_CHART_LINES;
  data->chart.bands = OUTLAY_CHART_BANDS_NONE;
  data->chart.series = data->series;
  data->chart.n_series = estimate->n_options;
  data->chart.n_months = estimate->n_months;
  data->chart.first_year = scenario->start / 12;
  data->chart.first_month = scenario->start % 12 + 1;
  fill_price_changes (data);

  return data;
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
  OutlayChartData *data = create_data (estimate, looks,
                                       cumulative ? OUTLAY_MEASURE_COST_SO_FAR
                                                  : OUTLAY_MEASURE_COST);
  double budget = estimate->scenario->budget;

  data->chart.logarithmic = logarithmic;
  data->chart.has_budget = !isnan (budget);
  data->chart.budget = data->chart.has_budget ? budget : 0;
  data->chart.budget_accumulates = cumulative;

  return data;
}

/**
 * outlay_chart_data_new_per_accepted:
 * @estimate: what to draw
 * @looks: (array): how its options are looked at
 *
 * Returns: (transfer full): a chart of lines of what each task accepted costs
 */
OutlayChartData *
outlay_chart_data_new_per_accepted (OutlayEstimate         *estimate,
                                    const OutlayOptionLook *looks)
{
  return create_data (estimate, looks, OUTLAY_MEASURE_COST_PER_ACCEPTED);
}

/**
 * outlay_chart_data_add_bands:
 * @data: a chart of costs
 * @simulation: (nullable): futures
 * @bands: which options carry a band
 * @is_pending: the bands lie behind, and fade
 *
 * Adds the range from P10 to P90, if the futures are of the same options and
 * months.
 *
 * Returns: whether there is a band
 */
gboolean
outlay_chart_data_add_bands (OutlayChartData  *data,
                             OutlaySimulation *simulation,
                             OutlayChartBands  bands,
                             gboolean          is_pending)
{
  gboolean has_band = FALSE;

  if (bands == OUTLAY_CHART_BANDS_NONE || !outlay_simulation_fits (simulation, data->estimate))
    return FALSE;

  data->simulation = outlay_simulation_ref (simulation);
  data->chart.bands = bands;
  data->chart.bands_pending = is_pending;
  for (guint i = 0; i < simulation->n_options; i++)
    {
      const OutlayOptionSimulation *option = &simulation->options[i];
      const OutlayBands *range = data->chart.budget_accumulates ? &option->cumulative
                                                                : &option->cost;

      if (option->is_refused)
        continue;

      data->series[i].quantiles[OUTLAY_QUANTILE_P10] = range->quantile[OUTLAY_PERCENT_10];
      data->series[i].quantiles[OUTLAY_QUANTILE_P90] = range->quantile[OUTLAY_PERCENT_90];
      has_band |= data->looks[i].focus && !data->looks[i].hidden;
    }

  return has_band;
}

static gboolean
is_over_before (const OutlayChartData *data,
                guint                  option,
                guint                  first)
{
  OutlayMeasure measure = data->chart.budget_accumulates ? OUTLAY_MEASURE_COST_SO_FAR
                                                         : OUTLAY_MEASURE_COST;

  for (guint month = 0; data->chart.has_budget && month < first; month++)
    if (outlay_measure_is_over (data->estimate, option, (int) month, measure))
      return TRUE;

  return FALSE;
}

static void
zoom_series (OutlayChartData *data,
             guint            option,
             guint            first)
{
  OutlayChartSeries *series = &data->series[option];

  if (series->values == NULL)
    return;

  series->values += first;
  series->over_before = is_over_before (data, option, first);
  for (guint i = 0; i < OUTLAY_N_QUANTILES; i++)
    if (series->quantiles[i] != NULL)
      series->quantiles[i] += first;
}

/**
 * outlay_chart_data_set_actual:
 * @data: a chart of all months
 * @actual: (transfer full) (nullable): what each really came to, NaN where it has not
 *   happened, in the currency and sums of the chart
 */
void
outlay_chart_data_set_actual (OutlayChartData *data,
                              double          *actual)
{
  g_return_if_fail (data->first == 0);

  g_free (data->actual);
  data->actual = actual;
  data->chart.actual = actual;
}

/**
 * outlay_chart_data_zoom:
 * @data: a chart with its bands, of all months
 * @first: a month of it, from 0
 * @last: another, not before it
 *
 * Leaves months away before and behind. A line that was over the budget before is
 * not so for the first time in what is left.
 */
void
outlay_chart_data_zoom (OutlayChartData *data,
                        guint            first,
                        guint            last)
{
  int start = data->estimate->scenario->start + (int) first;
  guint n_changes = 0;

  g_return_if_fail (data->first == 0 && first <= last && last < data->chart.n_months);

  for (guint i = 0; i < data->chart.n_series; i++)
    zoom_series (data, i, first);
  for (guint i = 0; i < data->chart.n_price_changes; i++)
    {
      OutlayChartPriceChange change = data->price_changes[i];

      if (change.month < first || change.month > last)
        continue;
      change.month -= first;
      data->price_changes[n_changes++] = change;
    }

  if (data->chart.actual != NULL)
    data->chart.actual += first;
  data->first = first;
  data->chart.n_price_changes = n_changes;
  data->chart.n_months = last - first + 1;
  data->chart.n_before = first;
  data->chart.first_year = start / 12;
  data->chart.first_month = start % 12 + 1;
}

void
outlay_chart_data_free (OutlayChartData *data)
{
  g_free (data->price_changes);
  g_free (data->actual);
  g_free (data->derived);
  g_free (data->series);
  g_array_unref (data->price_news);
  g_free (data->looks);
  g_clear_pointer (&data->simulation, outlay_simulation_unref);
  outlay_estimate_unref (data->estimate);
  g_free (data);
}
