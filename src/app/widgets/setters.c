/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "setters.h"

#define TOOLTIP "outlay-tooltip"

static gboolean
on_query_tooltip (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  const char *text = g_object_get_data (G_OBJECT (widget), TOOLTIP);

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

/**
 * outlay_set_tooltip:
 * @widget: a widget
 * @text: (nullable): its tooltip, and its accessible description
 *
 * Sets what the tooltip says when somebody asks for it. With GTK's own setter the
 * display is asked for the pointer, and waited for, each time; and it complains
 * where the pointer is over a menu that is just closing.
 */
void
outlay_set_tooltip (GtkWidget  *widget,
                    const char *text)
{
  const char *old = g_object_get_data (G_OBJECT (widget), TOOLTIP);

  if (g_strcmp0 (old, text) == 0)
    return;

  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_query_tooltip,
                             NULL) == 0)
    {
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
      gtk_widget_set_has_tooltip (widget, TRUE);
    }
  g_object_set_data_full (G_OBJECT (widget), TOOLTIP, g_strdup (text), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
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
