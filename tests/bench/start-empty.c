/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty window of libadwaita, which start-bench.py starts beside Outlay's. */
#include "first-frame.h"

#include <adwaita.h>
#include <locale.h>

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  setlocale (LC_ALL, "");
  application = adw_application_new ("io.github.outlay.Empty", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  first_frame_end_with (GTK_APPLICATION (application), GTK_TYPE_WINDOW);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
