/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-canvas.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_WATERFALL_VIEW (outlay_waterfall_view_get_type ())

G_DECLARE_FINAL_TYPE (OutlayWaterfallView, outlay_waterfall_view, OUTLAY, WATERFALL_VIEW,
                      OutlayChartCanvas)

GtkWidget *outlay_waterfall_view_new       (void);
void       outlay_waterfall_view_set_chart (OutlayWaterfallView *self,
                                            const OutlayChart   *chart,
                                            const char          *currency);
void       outlay_waterfall_view_get_place (OutlayWaterfallView *self,
                                            guint                row,
                                            GdkRectangle        *place);

G_END_DECLS
