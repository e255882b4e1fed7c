/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-canvas.h"
#include "chart-data.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_PRESENT_CHART (outlay_present_chart_get_type ())

G_DECLARE_FINAL_TYPE (OutlayPresentChart, outlay_present_chart, OUTLAY, PRESENT_CHART,
                      OutlayChartCanvas)

GtkWidget *outlay_present_chart_new          (void);
void       outlay_present_chart_set_data     (OutlayPresentChart *self,
                                              OutlayChartData    *data);
void       outlay_present_chart_set_caption  (OutlayPresentChart *self,
                                              const char         *caption,
                                              const char         *subtitle,
                                              const char         *values);
void       outlay_present_chart_reveal       (OutlayPresentChart *self,
                                              guint               n_months);
double     outlay_present_chart_get_revealed (OutlayPresentChart *self);
double     outlay_present_chart_get_zoom     (int                 width,
                                              int                 height);

G_END_DECLS
