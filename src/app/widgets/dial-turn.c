/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a dial follows its number, and turns it. */
#include "dial-private.h"

#include "input-default.h"
#include "paths.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *
outlay_dial_get_label (OutlayDial *self)
{
  return self->input != NULL ? _(self->input->label) : "";
}

static const char *
outlay_dial_get_full_name (OutlayDial *self)
{
  return self->full_name != NULL ? self->full_name : outlay_dial_get_label (self);
}

/* Values of the field, which may show percents, and of the scenario. The
 * product is rounded so that 0.07 is shown, and stepped, as 7. */
static double
to_field (OutlayDial *self,
          double      value)
{
  return self->factor == 1 ? value : round (value * self->factor * 1e9) / 1e9;
}

static double
from_field (OutlayDial *self,
            double      value)
{
  return value / self->factor;
}

void
outlay_dial_show_problem (OutlayDial *self)
{
  const char *problem = outlay_dial_get_problem (self);

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL && !self->bare);
  g_object_notify (G_OBJECT (self), "problem");
}

static void
outlay_dial_set_refusal (OutlayDial *self,
                         const char *refusal)
{
  if (g_strcmp0 (self->refusal, refusal) == 0)
    return;

  g_free (self->refusal);
  self->refusal = g_strdup (refusal);
  outlay_dial_show_problem (self);
}

void
outlay_dial_sync (OutlayDial *self)
{
  const OutlayScenario *scenario;
  double value;
  double fallback;
  gboolean known;

  if (self->session == NULL || self->path == NULL)
    return;

  scenario = outlay_session_get_scenario (self->session);
  known = outlay_scenario_get_number (scenario, self->path, &value, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), known);
  if (!known)
    return;

  outlay_dial_set_refusal (self, NULL);
  self->syncing = TRUE;
  gtk_switch_set_active (self->set_switch, !isnan (value));
  gtk_widget_set_visible (GTK_WIDGET (self->field), !isnan (value));
  if (!isnan (value))
    {
      outlay_number_field_set_value (self->field, to_field (self, value));
      outlay_step_scale_set_value (self->scale, to_field (self, value));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->dot),
                          outlay_input_is_changed (scenario, self->path, &value, &fallback));
  self->syncing = FALSE;
}

static void
outlay_dial_commit (OutlayDial *self,
                    double      value)
{
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;

  if (outlay_session_set_number (self->session, self->path, value,
                                 outlay_dial_get_full_name (self), &error))
    outlay_dial_set_refusal (self, NULL);
  else
    outlay_dial_set_refusal (self, error->message);
}

void
outlay_dial_edit (OutlayDial *self,
                  double      value)
{
  outlay_dial_commit (self, from_field (self, value));
}

void
outlay_dial_settle (OutlayDial *self)
{
  if (self->session != NULL)
    outlay_session_end_gesture (self->session);
}

void
outlay_dial_switch (OutlayDial *self)
{
  if (self->syncing)
    return;

  outlay_dial_commit (self, gtk_switch_get_active (self->set_switch) ? self->start_value : NAN);
  outlay_dial_settle (self);
}

void
outlay_dial_update_range (OutlayDial *self)
{
  double least = isnan (self->least) ? self->input->min : self->least;
  double most = isnan (self->most) ? self->input->max : self->most;

  outlay_number_field_set_range (self->field, to_field (self, least),
                                 most < G_MAXDOUBLE ? to_field (self, most) : G_MAXDOUBLE,
                                 self->step, self->input->type == OUTLAY_INPUT_WHOLE);
}

/* Gives every part what follows from the input and the properties. */
void
outlay_dial_configure (OutlayDial *self)
{
  const OutlayInput *input = self->input;
  const char *label = outlay_dial_get_label (self);
  const char *full_name = outlay_dial_get_full_name (self);
  gboolean has_scale = self->scale_most > 0 && !self->bare;

  if (input == NULL)
    return;

  outlay_number_field_set_label (self->field, full_name);
  outlay_dial_update_range (self);
  outlay_step_scale_set_label (self->scale, full_name);
  outlay_step_scale_set_range (self->scale, to_field (self, input->min), self->scale_most,
                               self->step);

  gtk_label_set_label (self->name_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label),
                               input->help != NULL ? _(input->help) : NULL);
  gtk_label_set_wrap (self->name_label, !has_scale);
  if (self->bare)
    gtk_widget_add_css_class (GTK_WIDGET (self), "bare");
  gtk_widget_set_visible (self->name_box, !self->bare);
  outlay_evidence_button_set_path (self->evidence_button, self->path, label);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), has_scale);
  gtk_widget_set_visible (GTK_WIDGET (self->set_switch),
                          (input->flags & OUTLAY_INPUT_NULLABLE) != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->set_switch),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, full_name, -1);

  outlay_dial_sync (self);
}
