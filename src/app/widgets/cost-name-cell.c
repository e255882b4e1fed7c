/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cost-name-cell.h"

#include "column-view-names.h"
#include "line-sample.h"
#include "sentence.h"
#include "setters.h"

/**
 * OutlayCostNameCell:
 *
 * An option in the table of costs: the sample of its line, its name, and, if it
 * cannot be estimated, the sentence that says why.
 *
 * # CSS nodes
 *
 * A `box` with the option's `linesample` and `label`s. Cells of hidden options
 * have the style class `hidden-option`.
 */
struct _OutlayCostNameCell
{
  GtkBox            parent_instance;

  GSignalGroup     *row_signals;

  OutlayLineSample *sample;
  GtkLabel         *name_label;
  GtkWidget        *refusal_box;
  GtkLabel         *refusal_label;
};

G_DEFINE_FINAL_TYPE (OutlayCostNameCell, outlay_cost_name_cell, GTK_TYPE_BOX)

static void
refresh (OutlayCostNameCell *self,
         OutlayCostRow      *row)
{
  const OutlayOptionLook *look = outlay_cost_row_get_look (row);
  const char *name = outlay_cost_row_get_name (row);
  g_autofree char *refusal = outlay_cost_row_dup_refusal (row);

  outlay_line_sample_set_slot (self->sample, look->slot);
  outlay_line_sample_set_hidden (self->sample, look->hidden);
  if (g_strcmp0 (gtk_label_get_text (self->name_label), name) != 0)
    {
      gtk_label_set_text (self->name_label, name);
      outlay_set_tooltip (GTK_WIDGET (self->name_label), name);
      outlay_column_view_name_row (GTK_WIDGET (self), name);
    }
  outlay_label_set_sentence (self->refusal_label, refusal);
  gtk_widget_set_visible (self->refusal_box, refusal != NULL);

  if (look->hidden)
    gtk_widget_add_css_class (GTK_WIDGET (self), "hidden-option");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hidden-option");
}

static void
outlay_cost_name_cell_dispose (GObject *object)
{
  OutlayCostNameCell *self = OUTLAY_COST_NAME_CELL (object);

  g_clear_object (&self->row_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_COST_NAME_CELL);

  G_OBJECT_CLASS (outlay_cost_name_cell_parent_class)->dispose (object);
}

static void
outlay_cost_name_cell_class_init (OutlayCostNameCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_cost_name_cell_dispose;

  g_type_ensure (OUTLAY_TYPE_LINE_SAMPLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/cost-name-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCostNameCell, sample);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostNameCell, name_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostNameCell, refusal_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostNameCell, refusal_label);
}

static void
outlay_cost_name_cell_init (OutlayCostNameCell *self)
{
  self->row_signals = g_signal_group_new (OUTLAY_TYPE_COST_ROW);
  g_signal_group_connect_object (self->row_signals, "changed",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
outlay_cost_name_cell_new (void)
{
  return g_object_new (OUTLAY_TYPE_COST_NAME_CELL, NULL);
}

/**
 * outlay_cost_name_cell_set_row:
 * @self: a cell
 * @row: (nullable): the row that it shows from now on
 */
void
outlay_cost_name_cell_set_row (OutlayCostNameCell *self,
                               OutlayCostRow      *row)
{
  g_return_if_fail (OUTLAY_IS_COST_NAME_CELL (self));

  g_signal_group_set_target (self->row_signals, row);
  if (row != NULL)
    refresh (self, row);
}
