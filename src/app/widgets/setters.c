/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "setters.h"

/**
 * outlay_set_tooltip:
 * @widget: a widget
 * @text: (nullable): its tooltip
 *
 * Sets the tooltip where it is another. GTK asks the display where the pointer is
 * at each setting, and waits for the answer.
 */
void
outlay_set_tooltip (GtkWidget  *widget,
                    const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

/**
 * outlay_set_icon_name:
 * @button: a button
 * @icon_name: its icon
 *
 * Sets the icon where it is another. GTK looks it up, and lays the window out, at
 * each setting.
 */
void
outlay_set_icon_name (GtkButton  *button,
                      const char *icon_name)
{
  if (g_strcmp0 (gtk_button_get_icon_name (button), icon_name) != 0)
    gtk_button_set_icon_name (button, icon_name);
}
