/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cost-cell.h"

#include "cost-columns.h"
#include "setters.h"
#include "steady-label.h"
#include "why-popover.h"

#include <glib/gi18n.h>

#define SPACING 6
#define WARNING_SIZE 14

/**
 * OutlayCostCell:
 *
 * A figure in the table of costs, at the end of its column: a warning sign where
 * it is over the budget, the figure, and for the peak the month's name. A click
 * asks a cost why.
 *
 * # CSS nodes
 *
 * A `box` with an `image`, a `label.numeric` and a `label.dim-label`. The cells
 * of totals have the style class `total`, those of hidden options
 * `hidden-option`.
 */
struct _OutlayCostCell
{
  GtkBox             parent_instance;

  guint              column;
  gboolean           asks;
  GSignalGroup      *row_signals;

  GtkWidget         *warning;      /* or NULL */
  OutlaySteadyLabel *figure_label;
  OutlaySteadyLabel *note_label;   /* or NULL */
};

G_DEFINE_FINAL_TYPE (OutlayCostCell, outlay_cost_cell, GTK_TYPE_BOX)

/* Most cells have neither warning nor note, and a table has many. */
static void
show_warning (OutlayCostCell *self,
              gboolean        is_over)
{
  const char *meaning = self->column == OUTLAY_COST_COLUMN_PEAK
                          ? _("The dearest month is over the monthly budget")
                          : _("Over the budget");

  if (is_over && self->warning == NULL)
    {
      self->warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      gtk_image_set_pixel_size (GTK_IMAGE (self->warning), WARNING_SIZE);
      gtk_widget_add_css_class (self->warning, "over-budget");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->warning),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, meaning, -1);
      gtk_box_prepend (GTK_BOX (self), self->warning);
    }

  /* One that came keeps its room, or the table would lay itself out at each month that
   * goes over the budget and back. */
  if (self->warning != NULL)
    {
      gtk_widget_set_opacity (self->warning, is_over ? 1 : 0);
      outlay_set_tooltip (self->warning, is_over ? meaning : NULL);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->warning),
                                   GTK_ACCESSIBLE_STATE_HIDDEN, !is_over, -1);
    }
}

static void
show_note (OutlayCostCell *self,
           const char     *note)
{
  if (note != NULL && self->note_label == NULL)
    {
      self->note_label = g_object_new (OUTLAY_TYPE_STEADY_LABEL, NULL);
      gtk_widget_add_css_class (GTK_WIDGET (self->note_label), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->note_label), "dim-label");
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->note_label));
    }

  if (self->note_label != NULL)
    {
      outlay_steady_label_set_text (self->note_label, note != NULL ? note : "");
      gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
    }
}

static void
refresh (OutlayCostCell *self,
         OutlayCostRow  *row)
{
  g_autofree char *text = outlay_cost_row_dup_text (row, self->column);
  g_autofree char *note = outlay_cost_row_dup_note (row, self->column);
  OutlayEstimate *estimate;
  guint option;
  int month;
  gboolean asks = outlay_cost_row_get_question (row, self->column, &estimate, &option, &month);

  if (self->asks != asks)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), asks ? "pointer" : NULL);
  self->asks = asks;
  outlay_steady_label_set_text (self->figure_label, text);
  show_note (self, note);
  show_warning (self, outlay_cost_row_is_over (row, self->column));

  if (outlay_cost_row_get_look (row)->hidden)
    gtk_widget_add_css_class (GTK_WIDGET (self), "hidden-option");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hidden-option");
}

static void
outlay_cost_cell_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_COST_CELL (object)->row_signals);

  G_OBJECT_CLASS (outlay_cost_cell_parent_class)->dispose (object);
}

static void
outlay_cost_cell_class_init (OutlayCostCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_cost_cell_dispose;
}

static void
outlay_cost_cell_init (OutlayCostCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->row_signals = g_signal_group_new (OUTLAY_TYPE_COST_ROW);
  g_signal_group_connect_object (self->row_signals, "changed",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  self->figure_label = g_object_new (OUTLAY_TYPE_STEADY_LABEL, "xalign", 1.0, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->figure_label), "numeric");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->figure_label));
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);

  g_signal_connect_swapped (click, "released", G_CALLBACK (outlay_cost_cell_ask), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * outlay_cost_cell_new:
 * @column: a column of figures, see #OutlayCostColumn
 *
 * Returns: (transfer floating): a cell without a row
 */
GtkWidget *
outlay_cost_cell_new (guint column)
{
  OutlayCostCell *self = g_object_new (OUTLAY_TYPE_COST_CELL, NULL);

  self->column = column;
  if (column == OUTLAY_COST_COLUMN_TOTAL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "total");

  return GTK_WIDGET (self);
}

/**
 * outlay_cost_cell_set_row:
 * @self: a cell
 * @row: (nullable): the row that it shows from now on
 */
void
outlay_cost_cell_set_row (OutlayCostCell *self,
                          OutlayCostRow  *row)
{
  g_return_if_fail (OUTLAY_IS_COST_CELL (self));

  g_signal_group_set_target (self->row_signals, row);
  if (row != NULL)
    refresh (self, row);
}

guint
outlay_cost_cell_get_column (OutlayCostCell *self)
{
  g_return_val_if_fail (OUTLAY_IS_COST_CELL (self), 0);

  return self->column;
}

/**
 * outlay_cost_cell_ask:
 * @self: a cell
 *
 * Asks the cell why it is what it is, if it is a cost.
 */
void
outlay_cost_cell_ask (OutlayCostCell *self)
{
  g_autoptr (OutlayCostRow) row = NULL;
  OutlayEstimate *estimate;
  guint option;
  int month;

  g_return_if_fail (OUTLAY_IS_COST_CELL (self));

  row = g_signal_group_dup_target (self->row_signals);
  if (row == NULL ||
      !outlay_cost_row_get_question (row, self->column, &estimate, &option, &month))
    return;

  outlay_why_popover_present_option (GTK_WIDGET (self), GTK_WIDGET (self), estimate, option, month,
                                     self->column == OUTLAY_COST_COLUMN_PER_ACCEPTED
                                       ? OUTLAY_WHY_PER_ACCEPTED : OUTLAY_WHY_PER_NOTHING);
}
