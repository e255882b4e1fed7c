/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scroll-start.h"

#define AWAY "outlay-away-from-start"

/* Right to left the start is at the end. */
static double
get_start (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static void
on_scrolled (GtkAdjustment *adjustment)
{
  gboolean away = gtk_adjustment_get_value (adjustment) < get_start (adjustment) - 1;

  g_object_set_data (G_OBJECT (adjustment), AWAY, GINT_TO_POINTER (away));
}

static void
on_resized (GtkScrolledWindow *scroller,
            GtkAdjustment     *adjustment)
{
  if (gtk_widget_get_direction (GTK_WIDGET (scroller)) == GTK_TEXT_DIR_RTL &&
      g_object_get_data (G_OBJECT (adjustment), AWAY) == NULL)
    gtk_adjustment_set_value (adjustment, get_start (adjustment));
}

/**
 * outlay_scroll_keep_start:
 * @scroller: what shows a table that may be wider than it
 *
 * Begins where lines begin. GTK begins on the left also where lines begin on the
 * right, so that the first column is cut off there.
 */
void
outlay_scroll_keep_start (GtkScrolledWindow *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scroller);

  g_signal_connect (adjustment, "value-changed", G_CALLBACK (on_scrolled), NULL);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_resized), scroller,
                           G_CONNECT_SWAPPED);
}
