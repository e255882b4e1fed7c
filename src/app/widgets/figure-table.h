/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_FIGURE_TABLE (outlay_figure_table_get_type ())

G_DECLARE_FINAL_TYPE (OutlayFigureTable, outlay_figure_table, OUTLAY, FIGURE_TABLE, GtkWidget)

GtkWidget *outlay_figure_table_new         (void);
void       outlay_figure_table_set_sheet   (OutlayFigureTable *self,
                                            const OutlaySheet *sheet);
void       outlay_figure_table_get_gutters (OutlayFigureTable *self,
                                            int                width,
                                            double            *start,
                                            double            *end);
GtkWidget *outlay_figure_table_get_cell    (OutlayFigureTable *self,
                                            guint              row,
                                            guint              column);

G_END_DECLS
