/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tooltip.h"

/**
 * outlay_tooltip_set:
 * @widget: a widget
 * @text: (nullable): its tooltip
 *
 * Sets the tooltip where it is another. GTK asks the display where the pointer is
 * at each setting, and waits for the answer: too long to do so for every widget at
 * every move of a dial.
 */
void
outlay_tooltip_set (GtkWidget  *widget,
                    const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}
