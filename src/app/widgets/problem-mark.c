/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "problem-mark.h"

/**
 * outlay_widget_mark_problem:
 * @widget: where somebody types
 * @problem: (nullable): why what stands there does not count
 *
 * Outlines a widget in red and tells screen readers why, or takes that back. The
 * words have to be shown besides.
 */
void
outlay_widget_mark_problem (GtkWidget  *widget,
                            const char *problem)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (problem == NULL)
    {
      gtk_widget_remove_css_class (widget, "error");
      gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  gtk_widget_add_css_class (widget, "error");
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem, -1);
}
