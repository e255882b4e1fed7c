/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wheel.h"

#include <math.h>

/* Whether there is anything left that way. */
static gboolean
can_follow (GtkScrolledWindow *scroller,
            gboolean           across,
            double             turn)
{
  GtkAdjustment *adjustment = across ? gtk_scrolled_window_get_hadjustment (scroller)
                                     : gtk_scrolled_window_get_vadjustment (scroller);
  double value = gtk_adjustment_get_value (adjustment);

  if (turn < 0)
    return value > gtk_adjustment_get_lower (adjustment);

  return value < gtk_adjustment_get_upper (adjustment) -
                 gtk_adjustment_get_page_size (adjustment);
}

/* Its own controller takes both axes, or no event at all. */
static void
listen (GtkWidget *scroller,
        gboolean   listens)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);
  GtkEventControllerScrollFlags axes = GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GtkEventControllerScrollFlags flags;

      if (!GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        continue;

      flags = gtk_event_controller_scroll_get_flags (GTK_EVENT_CONTROLLER_SCROLL (controller));
      gtk_event_controller_scroll_set_flags (GTK_EVENT_CONTROLLER_SCROLL (controller),
                                             listens ? flags | axes : flags & ~axes);
    }
}

/* What the pointer is on. GTK 4.8 does not tell of a turn where that was, and knows no
 * place of the wheel itself, only of the pointer that it belongs to. */
static GtkWidget *
pick (GtkWidget *window)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (window));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  double shift_x, shift_y;
  double x, y;

  if (seat == NULL || gdk_seat_get_pointer (seat) == NULL ||
      !gdk_surface_get_device_position (surface, gdk_seat_get_pointer (seat), &x, &y, NULL))
    return NULL;

  gtk_native_get_surface_transform (GTK_NATIVE (window), &shift_x, &shift_y);

  return gtk_widget_pick (window, x - shift_x, y - shift_y, GTK_PICK_DEFAULT);
}

static gboolean
on_scroll (GtkEventController *controller,
           double              dx,
           double              dy,
           GtkWidget          *window)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  gboolean shifted = (state & GDK_SHIFT_MASK) != 0;
  gboolean is_x = fabs (dx) > fabs (dy);

  for (GtkWidget *widget = pick (window);
       widget != NULL && widget != window;
       widget = gtk_widget_get_parent (widget))
    if (GTK_IS_SCROLLED_WINDOW (widget))
      listen (widget, can_follow (GTK_SCROLLED_WINDOW (widget), is_x != shifted,
                                  is_x ? dx : dy));

  return GDK_EVENT_PROPAGATE;
}

/**
 * outlay_window_pass_wheel:
 * @window: a window
 *
 * Lets the wheel move a page wherever the pointer is. A table that may be wider than
 * its page stands in a scrolled window of its own, and GTK's keeps every turn of the wheel
 * to itself, also where it cannot move.
 */
void
outlay_window_pass_wheel (GtkWidget *window)
{
  GtkEventController *controller =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (on_scroll), window);
  gtk_widget_add_controller (window, controller);
}
