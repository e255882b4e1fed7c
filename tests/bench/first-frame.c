/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "first-frame.h"

#include <unistd.h>

static GType wanted;

static gboolean
shows (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (g_type_is_a (G_OBJECT_TYPE (widget), wanted))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child))
      return TRUE;

  return FALSE;
}

/* At once: what a program does to end belongs to no start. */
static void
on_after_paint (GdkFrameClock *clock,
                GtkWidget     *window)
{
  if (shows (window))
    _exit (0);
}

static void
on_map (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint), window);
}

static void
on_window_added (GtkApplication *application,
                 GtkWindow      *window)
{
  g_signal_connect (window, "map", G_CALLBACK (on_map), NULL);
}

/**
 * first_frame_end_with:
 * @application: a program
 * @content: a type of widget
 *
 * Ends the program as soon as a window of it has painted its first frame with a widget
 * of type @content: with %GTK_TYPE_WINDOW, its very first.
 */
void
first_frame_end_with (GtkApplication *application,
                      GType           content)
{
  wanted = content;
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
}
