/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drop-down-label.h"

static char *
get_choice (GtkDropDown *menu)
{
  gpointer item = gtk_drop_down_get_selected_item (menu);
  GtkExpression *expression = gtk_drop_down_get_expression (menu);
  g_auto (GValue) value = G_VALUE_INIT;

  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));
  if (item != NULL && expression != NULL &&
      gtk_expression_evaluate (expression, item, &value))
    return g_value_dup_string (&value);

  return g_strdup ("");
}

static void
update_choice (GtkDropDown *menu)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (menu));
  g_autofree char *choice = get_choice (menu);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, choice, -1);
}

/**
 * outlay_drop_down_set_label:
 * @menu: a drop down
 * @label: what is chosen with it
 *
 * Tells a screen reader what a drop down is for, and what is chosen. The drop
 * down itself never has the keyboard: it is the button in it that must know.
 */
void
outlay_drop_down_set_label (GtkDropDown *menu,
                            const char  *label)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (menu));

  gtk_accessible_update_property (GTK_ACCESSIBLE (menu),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  g_signal_handlers_disconnect_by_func (menu, update_choice, NULL);
  g_signal_connect (menu, "notify::selected-item", G_CALLBACK (update_choice), NULL);
  update_choice (menu);
}
