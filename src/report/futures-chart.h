/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"
#include "simulate.h"

G_BEGIN_DECLS

/**
 * OutlayFuturesChart:
 * @chart: the chart
 * @series: its only series
 *
 * The futures of one option month by month. It points into itself and into the
 * simulation, and must stay where it is.
 */
typedef struct
{
  OutlayChart       chart;
  OutlayChartSeries series;
} OutlayFuturesChart;

void  outlay_futures_chart_init              (OutlayFuturesChart     *data,
                                              const OutlaySimulation *simulation,
                                              guint                   option,
                                              guint                   slot);
char *outlay_futures_chart_describe_subtitle (const OutlaySimulation *simulation);

G_END_DECLS
