/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dial-finder.h"

#include "choice-dial.h"
#include "dial-set.h"
#include "dial.h"
#include "input-box.h"
#include "late-bin.h"
#include "task-editor.h"
#include "text-dial.h"

/**
 * outlay_dial_path:
 * @widget: a widget
 *
 * Returns: (nullable): the path of the input that it turns, if it is a dial of any
 *   kind
 */
const char *
outlay_dial_path (GtkWidget *widget)
{
  if (OUTLAY_IS_DIAL (widget))
    return outlay_dial_get_path (OUTLAY_DIAL (widget));
  if (OUTLAY_IS_DIAL_SET (widget))
    return outlay_dial_set_get_path (OUTLAY_DIAL_SET (widget));
  if (OUTLAY_IS_CHOICE_DIAL (widget))
    return outlay_choice_dial_get_path (OUTLAY_CHOICE_DIAL (widget));
  if (OUTLAY_IS_TEXT_DIAL (widget))
    return outlay_text_dial_get_path (OUTLAY_TEXT_DIAL (widget));

  return NULL;
}

/* What is still to be made on demand is made on the way. */
static GtkWidget *
find_dial (GtkWidget  *widget,
           const char *path)
{
  if (g_strcmp0 (outlay_dial_path (widget), path) == 0)
    return widget;

  if (OUTLAY_IS_LATE_BIN (widget))
    outlay_late_bin_make_for (OUTLAY_LATE_BIN (widget), path);
  if (OUTLAY_IS_TASK_EDITOR (widget))
    outlay_task_editor_show_path (OUTLAY_TASK_EDITOR (widget), path);
  if (OUTLAY_IS_INPUT_BOX (widget))
    outlay_input_box_build_for (OUTLAY_INPUT_BOX (widget), path);

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
 * @path: the path of an input of the scenario
 *
 * Goes to the dial of an input: unfolds what it is folded into, scrolls to it
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
