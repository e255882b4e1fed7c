/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_FIGURE_CELL (outlay_figure_cell_get_type ())

G_DECLARE_FINAL_TYPE (OutlayFigureCell, outlay_figure_cell, OUTLAY, FIGURE_CELL, GtkWidget)

GtkWidget  *outlay_figure_cell_new      (void);
void        outlay_figure_cell_set      (OutlayFigureCell *self,
                                         const char       *text,
                                         gboolean          strong,
                                         gboolean          asks);
void        outlay_figure_cell_describe (OutlayFigureCell *self,
                                         const char       *name);
gboolean    outlay_figure_cell_get_asks (OutlayFigureCell *self);
const char *outlay_figure_cell_get_text (OutlayFigureCell *self);

G_END_DECLS
