/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "breakdown-chart.h"

#include "breakdown-words.h"
#include "figure-format.h"

#include <glib/gi18n.h>
#include <math.h>

/* Fees are no work: the neutral one of the fills, whatever else there is. */
#define FEES_SLOT (OUTLAY_N_FILLS - 1)

static void
fill_series (OutlayBreakdownChart *data)
{
  guint n_parts = outlay_breakdown_count_parts (data->breakdown, data->by);
  guint n_months = data->breakdown->n_months;

  data->series = g_new0 (OutlayChartSeries, n_parts + 1);
  data->values = g_new0 (double, (gsize) n_parts * n_months + 1);

  for (guint part = 0; part < n_parts; part++)
    {
      double *values = data->values + (gsize) part * n_months;

      for (guint month = 0; month < n_months; month++)
        values[month] = outlay_breakdown_part_cost (data->breakdown, data->by, part,
                                                    (int) month);

      data->series[part].name = outlay_breakdown_part_name (data->breakdown, data->by, part);
      data->series[part].slot = outlay_breakdown_is_fees (data->breakdown, data->by, part)
                                  ? FEES_SLOT : part;
      data->series[part].values = values;
    }

  data->chart.series = data->series;
  data->chart.n_series = n_parts;
}

static void
fill_chart (OutlayBreakdownChart *data)
{
  const OutlayScenario *scenario = data->breakdown->estimate->scenario;

  data->chart.kind = OUTLAY_CHART_STACK;
  data->chart.bands = OUTLAY_CHART_BANDS_NONE;
  data->chart.n_months = data->breakdown->n_months;
  data->chart.first_year = scenario->start / 12;
  data->chart.first_month = scenario->start % 12 + 1;
  data->chart.has_budget = !isnan (scenario->budget);
  data->chart.budget = data->chart.has_budget ? scenario->budget : 0;
}

static double
get_cost (const OutlayBreakdownChart *data,
          guint                       row,
          int                         month)
{
  int part = outlay_breakdown_chart_get_part (data, row);

  if (part >= 0)
    return outlay_breakdown_part_cost (data->breakdown, data->by, (guint) part, month);

  return outlay_breakdown_get_cell (data->breakdown, OUTLAY_SPLIT_NONE, 0,
                                    month)[OUTLAY_CELL_COST];
}

static void
add_rows (OutlayBreakdownChart *data)
{
  OutlaySheetRow *sum;

  for (guint row = 0; row < data->chart.n_series; row++)
    {
      int part = outlay_breakdown_chart_get_part (data, row);
      OutlaySheetRow *added = outlay_sheet_add_row (data->sheet, data->series[part].name);

      added->mark = OUTLAY_SHEET_MARK_FILL;
      added->slot = data->series[part].slot;
      added->asks = TRUE;
    }

  sum = outlay_sheet_add_row (data->sheet, C_("sum of all parts", "Together"));
  sum->strong = TRUE;
  sum->asks = TRUE;
}

static void
fill_sheet (OutlayBreakdownChart *data)
{
  const OutlayScenario *scenario = data->breakdown->estimate->scenario;
  guint n_months = data->breakdown->n_months;

  data->sheet = outlay_sheet_new ();
  outlay_sheet_add_months (data->sheet, scenario->start, n_months);
  outlay_sheet_add_column (data->sheet, C_("column", "Period"), _("the whole period"), "period");
  for (guint i = 0; i < data->sheet->columns->len; i++)
    g_array_index (data->sheet->columns, OutlaySheetColumn, i).asks = TRUE;
  add_rows (data);

  for (guint row = 0; row < data->sheet->rows->len; row++)
    for (guint column = 0; column <= n_months; column++)
      {
        double cost = get_cost (data, row, column < n_months ? (int) column : OUTLAY_PERIOD);

        outlay_sheet_set (data->sheet, row, column, cost,
                          outlay_figure_format_money (cost, scenario->currency.code));
      }
}

/**
 * outlay_breakdown_chart_new:
 * @estimate: an estimate
 * @option: one of its options
 * @by: what the layers are
 *
 * Returns: (transfer full) (nullable): the chart and the table of what an option
 *   costs; %NULL for a refused one
 */
OutlayBreakdownChart *
outlay_breakdown_chart_new (OutlayEstimate    *estimate,
                            guint              option,
                            OutlayBreakdownBy  by)
{
  OutlayBreakdown *breakdown = outlay_breakdown_new (estimate, option);
  OutlayBreakdownChart *data;

  if (breakdown == NULL)
    return NULL;

  data = g_new0 (OutlayBreakdownChart, 1);
  data->breakdown = breakdown;
  data->by = by;
  fill_series (data);
  fill_chart (data);
  fill_sheet (data);

  return data;
}

void
outlay_breakdown_chart_free (OutlayBreakdownChart *data)
{
  outlay_sheet_free (data->sheet);
  g_free (data->values);
  g_free (data->series);
  outlay_breakdown_free (data->breakdown);
  g_free (data);
}

/* Returns: the part that a row of the table is about, -1 for the sum */
int
outlay_breakdown_chart_get_part (const OutlayBreakdownChart *data,
                                 guint                       row)
{
  return (int) data->chart.n_series - 1 - (int) row;
}

guint
outlay_breakdown_chart_get_row (const OutlayBreakdownChart *data,
                                int                         part)
{
  return (guint) ((int) data->chart.n_series - 1 - part);
}
