/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present-tools.h"

#include <glib/gi18n.h>

static void
add_tool (GtkWidget  *tools,
          const char *icon_name,
          const char *name,
          const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (tools), button);
}

/**
 * outlay_present_tools_new:
 *
 * What the arrow keys and Escape do while presenting, for who has only a pointer: the
 * month before, the next one, and the end. They come and go with the pointer.
 *
 * Returns: (transfer floating): the buttons
 */
GtkWidget *
outlay_present_tools_new (void)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_tool (tools, "go-previous-symbolic", _("Month before"), "present.step(-1)");
  add_tool (tools, "go-next-symbolic", _("Next month"), "present.step(1)");
  add_tool (tools, "view-restore-symbolic", _("End the presentation"), "window.close");

  return tools;
}
