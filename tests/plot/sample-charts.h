/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

#define SAMPLE_N_SERIES 5
#define SAMPLE_N_MONTHS 7
#define SAMPLE_N_MAX 120
#define SAMPLE_N_STEPS 9

/* A chart that owns its figures, so that a test may change any of them. */
typedef struct
{
  OutlayChart            chart;
  OutlayChartStyle       style;
  OutlayChartSeries      series[16];
  double                 values[16][SAMPLE_N_MAX];
  double                 quantiles[16][OUTLAY_N_QUANTILES][SAMPLE_N_MAX];
  OutlayChartPriceChange changes[4];
  OutlayChartStep        steps[SAMPLE_N_STEPS];
} SampleChart;

SampleChart *sample_chart_new        (void);
void         sample_chart_set_months (SampleChart *sample,
                                      guint        n_months);
void         sample_chart_set_steps  (SampleChart *sample);
void         sample_chart_fill       (SampleChart *sample,
                                      double       value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleChart, g_free)

G_END_DECLS
