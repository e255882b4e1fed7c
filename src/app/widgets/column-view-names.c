/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "column-view-names.h"

#include <glib/gi18n.h>

/* GTK 4.8 leaves the parts of a column view without names, lets the keyboard in, and has
 * no other way to name them: an assistive technology would tell their types. */

static void
name_part (GtkWidget  *part,
           const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * outlay_column_view_name_parts:
 * @view: a column view
 * @rows: what its rows are, in the person's language
 */
void
outlay_column_view_name_parts (GtkColumnView *view,
                               const char    *rows)
{
  name_part (gtk_widget_get_first_child (GTK_WIDGET (view)), _("Columns"));
  name_part (gtk_widget_get_last_child (GTK_WIDGET (view)), rows);
}

/**
 * outlay_column_view_name_row:
 * @child: what the factory of a column gave to a cell
 * @name: what the cell's row is called
 */
void
outlay_column_view_name_row (GtkWidget  *child,
                             const char *name)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL)
    name_part (row, name);
}
