/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-canvas.h"
#include "chart.h"
#include "session.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_CHART_VIEW (outlay_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (OutlayChartView, outlay_chart_view, OUTLAY, CHART_VIEW, OutlayChartCanvas)

GtkWidget *outlay_chart_view_new       (void);
void       outlay_chart_view_set_bands (OutlayChartView  *self,
                                        OutlayChartBands  bands);

G_END_DECLS
