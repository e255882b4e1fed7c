/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "breakdown.h"
#include "chart.h"
#include "sheet.h"

G_BEGIN_DECLS

/**
 * OutlayBreakdownChart:
 * @breakdown: (owned): whose cost is stacked
 * @by: what its parts are
 * @chart: the chart: a series for each part, in their order, the first at the
 *   bottom
 * @sheet: (owned): the same as a table: the topmost layer first, and their sum
 *
 * The chart of the Breakdown page with everything that it points to.
 */
typedef struct
{
  OutlayBreakdown   *breakdown;
  OutlayBreakdownBy  by;
  OutlayChart        chart;
  OutlaySheet       *sheet;

  OutlayChartSeries *series;
  double            *values;
} OutlayBreakdownChart;

OutlayBreakdownChart *outlay_breakdown_chart_new      (OutlayEstimate             *estimate,
                                                       guint                       option,
                                                       OutlayBreakdownBy           by);
void                  outlay_breakdown_chart_free     (OutlayBreakdownChart       *data);

int                   outlay_breakdown_chart_get_part (const OutlayBreakdownChart *data,
                                                       guint                       row);
guint                 outlay_breakdown_chart_get_row  (const OutlayBreakdownChart *data,
                                                       int                         part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBreakdownChart, outlay_breakdown_chart_free)

G_END_DECLS
