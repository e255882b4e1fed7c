/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-data.h"
#include "chart-view.h"

G_BEGIN_DECLS

struct _OutlayChartView
{
  OutlayChartCanvas   parent_instance;

  OutlaySession      *session;
  GSignalGroup       *session_signals;
  gboolean            cumulative;
  gboolean            per_accepted;
  OutlayChartBands    bands;
  gboolean            logarithmic;

  OutlayChartData    *data;

  int                 left_month; /* that the pointer read last before it left, or -1 */
  int                 drag_month; /* where a drag over months began, or -1 */
  gboolean            has_dragged;
};

int      outlay_chart_view_get_month       (OutlayChartView *self);

/* chart-view-input.c: pointer and keys */
void     outlay_chart_view_class_add_keys  (GtkWidgetClass  *widget_class);
void     outlay_chart_view_add_controllers (OutlayChartView *self);
gboolean outlay_chart_view_query_tooltip   (GtkWidget       *widget,
                                            int              x,
                                            int              y,
                                            gboolean         keyboard,
                                            GtkTooltip      *tooltip);

/* chart-view-why.c */
gboolean outlay_chart_view_ask             (OutlayChartView *self,
                                            guint            option);

G_END_DECLS
