/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repaint.h"

static void
snapshot_whole (GtkWidget   *widget,
                GtkSnapshot *snapshot)
{
  static guint n_painted;
  /* Paints nothing, and is never the colour that stood here in the frame before. */
  const GdkRGBA clear = { (float) (n_painted++ % 1000) / 1000, 0, 0, 0 };
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                        (float) gtk_widget_get_height (widget));

  gtk_snapshot_append_color (snapshot, &clear, &bounds);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

/**
 * outlay_widget_class_repaint_whole:
 * @widget_class: a class of widgets with many small parts that change at once, which
 *   draws its children and nothing else
 *
 * Has one rectangle painted where a frame differs from the one before in any part of
 * such a widget. GTK paints anew each rectangle that differs, but once it counts more than
 * 30 of them in a node of the window it takes the whole node: twenty figures here and as
 * many in a table came to nearly the whole window at each move of a dial.
 */
void
outlay_widget_class_repaint_whole (GtkWidgetClass *widget_class)
{
  widget_class->snapshot = snapshot_whole;
}
