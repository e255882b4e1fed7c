/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * outlay_about_present:
 * @parent: (nullable): the window that asks
 *
 * Shows what program this is.
 */
void
outlay_about_present (GtkWindow *parent)
{
  const char * const developers[] = { _("The Outlay contributors"), NULL };

  adw_show_about_window (parent,
                         "application-name", _("Outlay"),
                         "application-icon", OUTLAY_APPLICATION_ID,
                         "version", OUTLAY_VERSION,
                         "comments", _("Estimates what AI assistants cost a team, month by month, "
                                       "while people learn to work with them."),
                         "developer-name", developers[0],
                         "developers", developers,
                         "copyright", _("© The Outlay contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your name, and perhaps your address */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
