/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"
#include "option-look.h"
#include "simulate.h"

G_BEGIN_DECLS

/**
 * OutlayChartData:
 * @estimate: (owned): whose costs are drawn
 * @looks: (owned) (array): how its options are looked at
 * @price_news: (owned) (element-type OutlayPriceNews): changes of prices
 * @simulation: (owned) (nullable): the futures that bands are taken from
 * @chart: the chart: a series for each option of the estimate, in its order
 * @first: the month, from 0, that is the chart's first
 * @actual: (owned) (nullable): what months really came to
 *
 * The chart of the Cost or Outcome page with everything that it points to. It is made
 * once for an estimate and a look at it.
 */
typedef struct
{
  OutlayEstimate         *estimate;
  OutlayOptionLook       *looks;
  GArray                 *price_news;
  OutlaySimulation       *simulation;
  OutlayChart             chart;
  guint                   first;
  double                 *actual;

  OutlayChartSeries      *series;
  double                 *derived; /* values that the estimate does not hold */
  OutlayChartPriceChange *price_changes;
} OutlayChartData;

OutlayChartData *outlay_chart_data_new  (OutlayEstimate         *estimate,
                                         const OutlayOptionLook *looks,
                                         gboolean                cumulative,
                                         gboolean                logarithmic);
OutlayChartData *outlay_chart_data_new_per_accepted
                                        (OutlayEstimate         *estimate,
                                         const OutlayOptionLook *looks);
gboolean         outlay_chart_data_add_bands (OutlayChartData *data,
                                              OutlaySimulation *simulation,
                                              OutlayChartBands bands,
                                              gboolean         is_pending);
void             outlay_chart_data_set_actual
                                        (OutlayChartData        *data,
                                         double                 *actual);
void             outlay_chart_data_zoom (OutlayChartData        *data,
                                         guint                   first,
                                         guint                   last);
void             outlay_chart_data_free (OutlayChartData        *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayChartData, outlay_chart_data_free)

G_END_DECLS
