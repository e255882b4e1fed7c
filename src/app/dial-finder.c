/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dial-finder.h"

#include "dial.h"

static GtkWidget *
find_dial (GtkWidget  *widget,
           const char *path)
{
  if (OUTLAY_IS_DIAL (widget) &&
      g_strcmp0 (outlay_dial_get_path (OUTLAY_DIAL (widget)), path) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_dial (child, path);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * outlay_show_dial:
 * @root: the window, or a part of it
 * @path: the path of a number of the scenario
 *
 * Goes to the dial of a number: unfolds what it is folded into, scrolls to it
 * and gives it the keyboard.
 *
 * Returns: whether there is such a dial
 */
gboolean
outlay_show_dial (GtkWidget  *root,
                  const char *path)
{
  GtkWidget *dial = find_dial (root, path);

  if (dial == NULL)
    return FALSE;

  for (GtkWidget *widget = dial; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_REVEALER (widget))
      gtk_revealer_set_reveal_child (GTK_REVEALER (widget), TRUE);

  return gtk_widget_grab_focus (dial);
}
