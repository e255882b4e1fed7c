/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "factor-choice.h"

#include "drop-down-label.h"
#include "number-field.h"

#include <glib/gi18n.h>

#define STEP 0.05

/**
 * OutlayFactorChoice:
 *
 * A factor by what it stands for ("list price", "batch"), or any other, typed.
 *
 * # Signals
 *
 * - `edited`: the person made it another factor
 *
 * # CSS nodes
 *
 * `factorchoice` with a `dropdown` and, for another factor, a `numberfield`.
 */
struct _OutlayFactorChoice
{
  GtkWidget                parent_instance;

  GtkDropDown             *menu;
  OutlayNumberField       *field;

  const OutlayNamedFactor *factors;
  guint                    n_factors;
  gboolean                 updating;
};

G_DEFINE_FINAL_TYPE (OutlayFactorChoice, outlay_factor_choice, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_chosen (OutlayFactorChoice *self)
{
  guint chosen = gtk_drop_down_get_selected (self->menu);

  if (self->updating)
    return;

  /* "Another" begins as what it was before. */
  gtk_widget_set_visible (GTK_WIDGET (self->field), chosen >= self->n_factors);
  if (chosen < self->n_factors)
    outlay_number_field_set_value (self->field, self->factors[chosen].factor);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
on_typed (OutlayFactorChoice *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
outlay_factor_choice_dispose (GObject *object)
{
  OutlayFactorChoice *self = OUTLAY_FACTOR_CHOICE (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_FACTOR_CHOICE);

  G_OBJECT_CLASS (outlay_factor_choice_parent_class)->dispose (object);
}

static void
outlay_factor_choice_class_init (OutlayFactorChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_factor_choice_dispose;

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OUTLAY_TYPE_NUMBER_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/factor-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayFactorChoice, menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayFactorChoice, field);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "factorchoice");
}

static void
outlay_factor_choice_init (OutlayFactorChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              6);
}

/**
 * outlay_factor_choice_set_factors:
 * @self: a factor choice
 * @factors: (array length=n_factors): the factors that have a name; they must
 *   live for good
 * @n_factors: how many
 * @label: what is chosen, for screen readers and problems
 * @least: the smallest factor
 * @most: the largest
 */
void
outlay_factor_choice_set_factors (OutlayFactorChoice      *self,
                                  const OutlayNamedFactor *factors,
                                  guint                    n_factors,
                                  const char              *label,
                                  double                   least,
                                  double                   most)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (OUTLAY_IS_FACTOR_CHOICE (self));

  self->factors = factors;
  self->n_factors = n_factors;
  for (guint i = 0; i < n_factors; i++)
    gtk_string_list_append (names, _(factors[i].name));
  /* Translators: another factor than those with a name, typed into a field */
  gtk_string_list_append (names, C_("factor", "Other factor"));

  self->updating = TRUE;
  gtk_drop_down_set_model (self->menu, G_LIST_MODEL (names));
  self->updating = FALSE;
  outlay_drop_down_set_label (self->menu, label);
  outlay_number_field_set_label (self->field, label);
  outlay_number_field_set_range (self->field, least, most, STEP, FALSE);
  outlay_factor_choice_set_value (self, 1);
}

double
outlay_factor_choice_get_value (OutlayFactorChoice *self)
{
  g_return_val_if_fail (OUTLAY_IS_FACTOR_CHOICE (self), 1);

  return outlay_number_field_get_value (self->field);
}

void
outlay_factor_choice_set_value (OutlayFactorChoice *self,
                                double              value)
{
  guint chosen = 0;

  g_return_if_fail (OUTLAY_IS_FACTOR_CHOICE (self));

  while (chosen < self->n_factors && self->factors[chosen].factor != value)
    chosen++;

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->menu, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->field), chosen >= self->n_factors);
  outlay_number_field_set_value (self->field, value);
  self->updating = FALSE;
}
