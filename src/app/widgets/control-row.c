/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "control-row.h"

#include "tab-order.h"

/**
 * OutlayControlRow:
 *
 * A row of a list for controls: it does nothing itself and never has the focus.
 *
 * # Keys
 *
 * Tab goes from control to control and on to the next row. From a plain row of
 * GTK 4.8 that cannot have the focus, Shift+Tab leads nowhere: the row takes the
 * focus all the same, and gives it to nobody.
 */
struct _OutlayControlRow
{
  GtkListBoxRow parent_instance;
};

G_DEFINE_FINAL_TYPE (OutlayControlRow, outlay_control_row, GTK_TYPE_LIST_BOX_ROW)

static void
outlay_control_row_class_init (OutlayControlRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = outlay_widget_focus_in_order;
}

static void
outlay_control_row_init (OutlayControlRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}
