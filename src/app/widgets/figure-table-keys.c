/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-table-private.h"

static GtkWidget *
get_cursor_cell (OutlayFigureTable *self)
{
  return g_ptr_array_index (self->cells,
                            self->cursor_row * self->n_columns + self->cursor_column);
}

static void
find_cursor (OutlayFigureTable *self,
             GtkWidget         *focus)
{
  guint position;

  if (g_ptr_array_find (self->cells, focus, &position))
    {
      self->cursor_row = position / self->n_columns;
      self->cursor_column = position % self->n_columns;
    }
}

/* Leaves the cursor where it is if there is no cell that way. */
static gboolean
move_cursor (OutlayFigureTable *self,
             int                down,
             int                along)
{
  int row = (int) self->cursor_row + down;
  int column = (int) self->cursor_column + along;

  for (; row >= 0 && row < (int) self->n_rows && column >= 0 && column < (int) self->n_columns;
       row += down, column += along)
    {
      GtkWidget *cell =
        g_ptr_array_index (self->cells, (guint) row * self->n_columns + (guint) column);

      if (gtk_widget_get_child_visible (cell))
        return gtk_widget_grab_focus (cell);
    }

  return FALSE;
}

gboolean
outlay_figure_table_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  OutlayFigureTable *self = OUTLAY_FIGURE_TABLE (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  int ahead = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if (self->cells->len == 0)
    return FALSE;

  if (focus == NULL)
    {
      self->cursor_row = MIN (self->cursor_row, self->n_rows - 1);
      self->cursor_column = MIN (self->cursor_column, self->n_columns - 1);
      if (!gtk_widget_get_child_visible (get_cursor_cell (self)))
        self->cursor_column = self->n_columns - 1;
      return gtk_widget_grab_focus (get_cursor_cell (self));
    }

  find_cursor (self, focus);
  switch (direction)
    {
    case GTK_DIR_UP:
      return move_cursor (self, -1, 0);
    case GTK_DIR_DOWN:
      return move_cursor (self, 1, 0);
    case GTK_DIR_LEFT:
      return move_cursor (self, 0, -ahead);
    case GTK_DIR_RIGHT:
      return move_cursor (self, 0, ahead);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static gboolean
on_row_end (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  OutlayFigureTable *self = OUTLAY_FIGURE_TABLE (widget);

  if (self->cells->len == 0)
    return FALSE;

  find_cursor (self, gtk_widget_get_focus_child (widget));
  self->cursor_column = g_variant_get_int32 (args) < 0 ? 0 : self->n_columns - 1;

  return gtk_widget_grab_focus (get_cursor_cell (self));
}

void
outlay_figure_table_class_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_row_end, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_row_end, "i", 1);
}
