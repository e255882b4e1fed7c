/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "readout-cell.h"

#include "line-sample.h"
#include "setters.h"
#include "steady-label.h"

#include <glib/gi18n.h>

/**
 * OutlayReadoutCell:
 *
 * One option in the read-out strip: the sample of its line, its name, a warning
 * sign where it is over the budget, and what it costs. It is a button of the
 * legend: #GtkButton::clicked hides the option or shows it again.
 *
 * # Signals
 *
 * - `alone`: a double click or Ctrl with Return or Space: show this option
 *   alone. The boolean tells whether the option was hidden before the double
 *   click, whose first click has already been a click.
 *
 * # CSS nodes
 *
 * A `button` with the style class `readout`, and with `focused` for the option
 * in focus and `hidden-option` for one that is hidden.
 *
 * # Accessibility
 *
 * A button, pressed while the option is shown. Its label is the option,
 * its cost, a warning in words, and the range of its futures.
 */
struct _OutlayReadoutCell
{
  GtkButton          parent_instance;

  char              *option_id;
  gboolean           hidden;
  gboolean           was_hidden;  /* before the first press */
  gboolean           is_repeated; /* the press at hand is not the first */
  char              *spoken;

  OutlayLineSample  *sample;
  GtkLabel          *name_label;
  GtkWidget         *warning;
  OutlaySteadyLabel *value_label;
  OutlaySteadyLabel *range_label;
};

enum
{
  SIGNAL_ALONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayReadoutCell, outlay_readout_cell, GTK_TYPE_BUTTON)

static void
outlay_readout_cell_pressed (OutlayReadoutCell *self,
                             int                n_press)
{
  self->is_repeated = n_press > 1;

  if (n_press == 1)
    self->was_hidden = self->hidden;
  else if (n_press == 2)
    g_signal_emit (self, signals[SIGNAL_ALONE], 0, self->was_hidden);
}

/* The second press of a double click ends in a click, too, which is none. */
static void
outlay_readout_cell_clicked (GtkButton *button)
{
  OutlayReadoutCell *self = OUTLAY_READOUT_CELL (button);

  if (self->is_repeated)
    g_signal_stop_emission_by_name (button, "clicked");
  self->is_repeated = FALSE;
}

static gboolean
on_alone_key (GtkWidget *widget,
              GVariant  *args,
              gpointer   data)
{
  g_signal_emit (widget, signals[SIGNAL_ALONE], 0, OUTLAY_READOUT_CELL (widget)->hidden);

  return GDK_EVENT_STOP;
}

/* Made when it is wanted: to set another text costs a question to the display. */
static gboolean
outlay_readout_cell_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  OutlayReadoutCell *self = OUTLAY_READOUT_CELL (widget);
  const char *hint = self->hidden ? _("Click to show, double-click to show alone")
                                  : _("Click to hide, double-click to show alone");
  g_autofree char *text = g_strjoin ("\n", self->spoken, hint, NULL);

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
outlay_readout_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_READOUT_CELL);

  G_OBJECT_CLASS (outlay_readout_cell_parent_class)->dispose (object);
}

static void
outlay_readout_cell_finalize (GObject *object)
{
  OutlayReadoutCell *self = OUTLAY_READOUT_CELL (object);

  g_free (self->option_id);
  g_free (self->spoken);

  G_OBJECT_CLASS (outlay_readout_cell_parent_class)->finalize (object);
}

static void
outlay_readout_cell_class_init (OutlayReadoutCellClass *klass)
{
  static const guint alone_keys[] = {
    GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_readout_cell_dispose;
  object_class->finalize = outlay_readout_cell_finalize;
  widget_class->query_tooltip = outlay_readout_cell_query_tooltip;
  GTK_BUTTON_CLASS (klass)->clicked = outlay_readout_cell_clicked;

  signals[SIGNAL_ALONE] =
    g_signal_new ("alone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  for (guint i = 0; i < G_N_ELEMENTS (alone_keys); i++)
    gtk_widget_class_add_binding (widget_class, alone_keys[i], GDK_CONTROL_MASK,
                                  on_alone_key, NULL);

  g_type_ensure (OUTLAY_TYPE_LINE_SAMPLE);
  g_type_ensure (OUTLAY_TYPE_STEADY_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/readout-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayReadoutCell, sample);
  gtk_widget_class_bind_template_child (widget_class, OutlayReadoutCell, name_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayReadoutCell, warning);
  gtk_widget_class_bind_template_child (widget_class, OutlayReadoutCell, value_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayReadoutCell, range_label);
  gtk_widget_class_bind_template_callback (widget_class, outlay_readout_cell_pressed);
}

static void
outlay_readout_cell_init (OutlayReadoutCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_readout_cell_new:
 * @option_id: the option that it stands for
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
outlay_readout_cell_new (const char *option_id)
{
  OutlayReadoutCell *self = g_object_new (OUTLAY_TYPE_READOUT_CELL, NULL);

  self->option_id = g_strdup (option_id);

  return GTK_WIDGET (self);
}

const char *
outlay_readout_cell_get_option_id (OutlayReadoutCell *self)
{
  g_return_val_if_fail (OUTLAY_IS_READOUT_CELL (self), NULL);

  return self->option_id;
}

gboolean
outlay_readout_cell_get_hidden (OutlayReadoutCell *self)
{
  g_return_val_if_fail (OUTLAY_IS_READOUT_CELL (self), FALSE);

  return self->hidden;
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
describe (OutlayReadoutCell   *self,
          const OutlayReadout *readout)
{
  g_autofree char *cost = g_strdup_printf (C_("spoken", "%s %s"), readout->name, readout->value);

  g_free (self->spoken);
  if (readout->remark != NULL)
    /* Translators: an option, its cost, and a remark such as "over the budget" */
    self->spoken = g_strdup_printf (C_("spoken", "%s %s, %s"), readout->name, readout->value,
                                    readout->remark);
  else
    self->spoken = g_steal_pointer (&cost);

  if (readout->range != NULL)
    {
      g_autofree char *before = self->spoken;

      /* Translators: an option and its cost, then two amounts of money */
      self->spoken = g_strdup_printf (C_("spoken", "%s, in 8 of 10 futures %s"), before,
                                      readout->range);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->spoken,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_PRESSED,
                               readout->hidden ? GTK_ACCESSIBLE_TRISTATE_FALSE
                                               : GTK_ACCESSIBLE_TRISTATE_TRUE,
                               -1);
}

/* A warning that came keeps its room, or all cells would move at each month that goes over
 * the budget and back. */
static void
show_warning (OutlayReadoutCell   *self,
              const OutlayReadout *readout)
{
  if (readout->warns || readout->hidden)
    gtk_widget_set_visible (self->warning, !readout->hidden);
  gtk_widget_set_opacity (self->warning, readout->warns ? 1 : 0);
}

/**
 * outlay_readout_cell_show:
 * @self: a cell
 * @readout: what to show
 *
 * Shows other figures; what stays the same is not touched.
 */
void
outlay_readout_cell_show (OutlayReadoutCell   *self,
                          const OutlayReadout *readout)
{
  g_return_if_fail (OUTLAY_IS_READOUT_CELL (self));

  self->hidden = readout->hidden;

  outlay_line_sample_set_slot (self->sample, readout->slot);
  outlay_line_sample_set_hidden (self->sample, readout->hidden);
  gtk_label_set_text (self->name_label, readout->name);
  outlay_steady_label_set_text (self->value_label, readout->value);
  outlay_steady_label_set_text (self->range_label, readout->range != NULL ? readout->range : "");
  show_warning (self, readout);
  outlay_set_tooltip (self->warning, readout->meaning);
  set_class (GTK_WIDGET (self), "focused", readout->focus);
  set_class (GTK_WIDGET (self), "hidden-option", readout->hidden);
  describe (self, readout);
}
