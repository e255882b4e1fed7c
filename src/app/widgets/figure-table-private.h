/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure-table.h"

G_BEGIN_DECLS

struct _OutlayFigureTable
{
  GtkWidget          parent_instance;

  gboolean           below_chart;
  guint              n_rows;
  guint              n_columns;
  GPtrArray         *names;   /* (element-type GtkLabel) */
  GPtrArray         *samples; /* (element-type GtkWidget): lines before names, or empty */
  GPtrArray         *titles;  /* (element-type GtkLabel) */
  GPtrArray         *cells;   /* (element-type OutlayFigureCell): row by row */
  GArray            *slots;   /* of fills before names, or -1 */
  GArray            *tints;   /* whether a row is in focus */
  int               *widths;  /* px that the figures of a column need */
  int                names_width;
  int                row_height;
  guint              cursor_row;
  guint              cursor_column;
};

/* figure-table-layout.c: sizes and places */
gboolean outlay_figure_table_measure_sheet  (OutlayFigureTable *self,
                                             const OutlaySheet *sheet);
void     outlay_figure_table_measure        (GtkWidget         *widget,
                                             GtkOrientation     orientation,
                                             int                for_size,
                                             int               *minimum,
                                             int               *natural,
                                             int               *minimum_baseline,
                                             int               *natural_baseline);
void     outlay_figure_table_size_allocate  (GtkWidget         *widget,
                                             int                width,
                                             int                height,
                                             int                baseline);

/* figure-table-keys.c: which cell has the keyboard */
gboolean outlay_figure_table_focus          (GtkWidget         *widget,
                                             GtkDirectionType   direction);
void     outlay_figure_table_class_add_keys (GtkWidgetClass    *widget_class);

G_END_DECLS
