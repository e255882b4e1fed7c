/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "first-frame.h"

#include <unistd.h>

/* At once: what a program does to end belongs to no start. */
static void
on_after_paint (GdkFrameClock *clock)
{
  _exit (0);
}

static void
on_map (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint), NULL);
}

static void
on_window_added (GtkApplication *application,
                 GtkWindow      *window)
{
  g_signal_connect (window, "map", G_CALLBACK (on_map), NULL);
}

/* Ends the program as soon as a window of it has painted its first frame. */
void
first_frame_end_with (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
}
