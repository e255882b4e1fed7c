/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayChartCanvas:
 *
 * What all charts of the window have in common: an #OutlayChartLayout for the
 * size they have, which goes when theme, font or direction change, and how much
 * room they ask for.
 *
 * # Signals
 *
 * - `laid-out`: there is another layout. Who listens has it before the frame is painted
 *
 * # Accessibility
 *
 * An image, with the name and the description that a kind of chart gives it.
 */
#define OUTLAY_TYPE_CHART_CANVAS (outlay_chart_canvas_get_type ())

G_DECLARE_DERIVABLE_TYPE (OutlayChartCanvas, outlay_chart_canvas, OUTLAY, CHART_CANVAS, GtkWidget)

/**
 * OutlayChartCanvasClass:
 * @lay_out: (nullable) (transfer full): says where everything goes at a size,
 *   before the frame is painted; NULL where there is nothing to draw
 * @natural_width: px
 * @min_height: px, with text of usual size, as below
 * @natural_height: px
 * @follows_others: whether other widgets have a say in where everything goes, so
 *   that no layout outlives an allocation
 */
struct _OutlayChartCanvasClass
{
  GtkWidgetClass parent_class;

  OutlayChartLayout *(*lay_out) (OutlayChartCanvas *self,
                                 int                width,
                                 int                height);

  int                natural_width;
  int                min_height;
  int                natural_height;
  gboolean           follows_others;
};

/* NULL before the chart has a size, and where there is nothing to draw. */
OutlayChartLayout *outlay_chart_canvas_get_layout       (OutlayChartCanvas *self);
int                outlay_chart_canvas_get_layout_width (OutlayChartCanvas *self);
void               outlay_chart_canvas_drop_layout      (OutlayChartCanvas *self);
void               outlay_chart_canvas_fade             (OutlayChartCanvas *self);

gboolean           outlay_chart_canvas_move_pointer     (OutlayChartCanvas *self,
                                                         double             x,
                                                         double             y);
void               outlay_chart_canvas_forget_pointer   (OutlayChartCanvas *self);
void               outlay_chart_canvas_show_cursor      (OutlayChartCanvas *self,
                                                         const char        *name);

G_END_DECLS
