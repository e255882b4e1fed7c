/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/**
 * OutlayChartSheet:
 *
 * The chart that a window shows, with its finding, ready to be drawn elsewhere: on
 * paper or as an image.
 */
typedef struct _OutlayChartSheet OutlayChartSheet;

OutlayChartSheet *outlay_chart_sheet_new         (OutlayWindow     *window,
                                                  gboolean          on_paper);
void              outlay_chart_sheet_free        (OutlayChartSheet *sheet);
void              outlay_chart_sheet_draw        (OutlayChartSheet *sheet,
                                                  cairo_t          *cr,
                                                  double            width,
                                                  double            height);
GdkTexture       *outlay_chart_sheet_to_texture  (OutlayChartSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayChartSheet, outlay_chart_sheet_free)

G_END_DECLS
