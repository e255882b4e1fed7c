/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outlay as main.c starts it, up to its first frame, or, with any argument, to its first
 * chart: see start-bench.py. */
#include "application.h"
#include "chart-view.h"
#include "first-frame.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int   argc,
      char *argv[])
{
  g_autoptr (OutlayApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_("Outlay"));
  application = outlay_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  first_frame_end_with (GTK_APPLICATION (application),
                        argc > 1 ? OUTLAY_TYPE_CHART_VIEW : GTK_TYPE_WINDOW);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
