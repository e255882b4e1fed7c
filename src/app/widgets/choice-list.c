/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "choice-list.h"

#include "choice-names.h"
#include "paths.h"

#include <gtk/gtk.h>

/**
 * outlay_choice_list_new:
 * @path: the path of an input that is a choice
 *
 * Returns: (transfer full): the names of its values, in their order, for a drop
 *   down
 */
GListModel *
outlay_choice_list_new (const char *path)
{
  const OutlayInput *input = outlay_input_find (path);
  GtkStringList *list = gtk_string_list_new (NULL);

  for (int i = 0; input->choices[i] != NULL; i++)
    gtk_string_list_append (list, outlay_choice_get_name (input, i));

  return G_LIST_MODEL (list);
}
