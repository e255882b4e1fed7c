/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scroll-to-row.h"

#include "after-frame.h"

#define ROW "outlay-row-to-see" /* and one more, so that none is 0 */

static void
scroll (GtkWidget *view)
{
  guint row = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (view), ROW));

  if (row > 0)
    gtk_widget_activate_action (gtk_widget_get_last_child (view),
                                "list.scroll-to-item", "u", row - 1);
}

static void
scroll_soon (GtkWidget *view)
{
  if (g_object_get_data (G_OBJECT (view), ROW) == NULL)
    return;

  outlay_after_frame (view, scroll);
  gtk_widget_queue_draw (view);
}

/**
 * outlay_column_view_scroll_to_row:
 * @view: a table, also one that is not shown yet
 * @row: which row is to be seen
 *
 * Scrolls to a row, as soon as the table has been painted with the rows it now has.
 * A table that GTK 4.8 is told to scroll before it has laid them out shows no row at all
 * where the row stands far down.
 */
void
outlay_column_view_scroll_to_row (GtkColumnView *view,
                                  guint          row)
{
  GtkWidget *widget = GTK_WIDGET (view);

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  g_object_set_data (G_OBJECT (view), ROW, GUINT_TO_POINTER (row + 1));
  g_signal_handlers_disconnect_by_func (view, G_CALLBACK (scroll_soon), NULL);
  g_signal_connect (view, "map", G_CALLBACK (scroll_soon), NULL);
  if (gtk_widget_get_mapped (widget))
    scroll_soon (widget);
}
