/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "breakdown-chart.h"
#include "chart-canvas.h"
#include "figure-table.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_STACK_VIEW (outlay_stack_view_get_type ())

G_DECLARE_FINAL_TYPE (OutlayStackView, outlay_stack_view, OUTLAY, STACK_VIEW, OutlayChartCanvas)

GtkWidget *outlay_stack_view_new         (void);
void       outlay_stack_view_set_table   (OutlayStackView            *self,
                                          OutlayFigureTable          *table);
void       outlay_stack_view_set_data    (OutlayStackView            *self,
                                          const OutlayBreakdownChart *data);
void       outlay_stack_view_select      (OutlayStackView            *self,
                                          int                         part,
                                          int                         month);
void       outlay_stack_view_set_pinned  (OutlayStackView            *self,
                                          gboolean                    is_pinned);
void       outlay_stack_view_get_place   (OutlayStackView            *self,
                                          int                         part,
                                          int                         month,
                                          GdkRectangle               *place);

G_END_DECLS
