/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tab-order.h"

/**
 * outlay_widget_focus_in_order:
 * @widget: a widget that is made of others
 * @direction: where the focus goes
 *
 * The `focus` of a widget that has a `grab_focus` of its own. GTK would grab it on
 * every way into the widget: Tab would pass over all that stands before the one that
 * is given the focus when somebody asks for @widget as a whole.
 *
 * Returns: whether a child has taken the focus
 */
gboolean
outlay_widget_focus_in_order (GtkWidget        *widget,
                              GtkDirectionType  direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP ||
                  direction == GTK_DIR_LEFT;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);

  for (; child != NULL;
       child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}
