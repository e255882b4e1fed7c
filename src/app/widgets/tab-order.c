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

/**
 * outlay_widget_focus_past:
 * @widget: a widget with a long list at its end
 * @rows: the list
 * @before: the box that stands before it
 * @direction: where the focus goes
 *
 * As outlay_widget_focus_in_order(), but that Tab leads past the rows, which are
 * many: the arrows walk them.
 *
 * Returns: whether a child has taken the focus
 */
gboolean
outlay_widget_focus_past (GtkWidget        *widget,
                          GtkWidget        *rows,
                          GtkWidget        *before,
                          GtkDirectionType  direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean in_rows = focus != NULL && gtk_widget_is_ancestor (focus, rows);

  if (in_rows && direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (in_rows && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (before, direction);

  return outlay_widget_focus_in_order (widget, direction);
}

/**
 * outlay_widget_grab_focus_of_first:
 * @widget: a widget that is made of others
 *
 * The `grab_focus` of a widget whose first control is the one to begin with.
 *
 * Returns: whether it has taken the focus
 */
gboolean
outlay_widget_grab_focus_of_first (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) &&
        (gtk_widget_get_focusable (child) ? gtk_widget_grab_focus (child)
                                          : outlay_widget_grab_focus_of_first (child)))
      return TRUE;

  return FALSE;
}

/**
 * outlay_list_box_remove_row:
 * @list: a list
 * @row: one of its rows
 * @otherwise: what has the focus next if @row is the last
 *
 * Removes a row. If the focus is in it, the row below or above has it next: GTK would
 * leave it to nobody, and Tab would pass over what stands before the list.
 */
void
outlay_list_box_remove_row (GtkListBox *list,
                            GtkWidget  *row,
                            GtkWidget  *otherwise)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (list, position + 1);

  if (next == NULL && position > 0)
    next = gtk_list_box_get_row_at_index (list, position - 1);
  if (gtk_widget_get_focus_child (GTK_WIDGET (list)) == row)
    gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : otherwise);

  gtk_list_box_remove (list, row);
}
