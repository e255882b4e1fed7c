/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a dial follows its number, and turns it. */
#include "dial-private.h"

#include "paths.h"
#include "sentence.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *
outlay_dial_get_label (OutlayDial *self)
{
  return self->input != NULL ? _(self->input->label) : "";
}

const char *
outlay_dial_get_full_name (OutlayDial *self)
{
  return self->full_name != NULL ? self->full_name : outlay_dial_get_label (self);
}

static char *
outlay_dial_get_unit (OutlayDial *self)
{
  if (self->input->unit == NULL || !self->show_unit)
    return NULL;

  return self->factor == 1 ? g_strdup (_(self->input->unit))
                           /* Translators: the unit of a share that is typed as 30 */
                           : g_strdup_printf (_("%s, in percent"), _(self->input->unit));
}

/* Values of the field, which may show percents, and of the scenario. The
 * product is rounded so that 0.07 is shown, and stepped, as 7. */
double
outlay_dial_to_field (OutlayDial *self,
                      double      value)
{
  return self->factor == 1 ? value : round (value * self->factor * 1e9) / 1e9;
}

double
outlay_dial_from_field (OutlayDial *self,
                        double      value)
{
  return value / self->factor;
}

void
outlay_dial_show_problem (OutlayDial *self)
{
  const char *problem = outlay_dial_get_problem (self);

  outlay_label_set_sentence (self->problem_label, problem);
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
  if (self->set_switch != NULL)
    gtk_switch_set_active (self->set_switch, !isnan (value));
  gtk_widget_set_visible (GTK_WIDGET (self->field), !isnan (value));
  if (!isnan (value))
    {
      outlay_number_field_set_value (self->field, outlay_dial_to_field (self, value));
      if (self->scale != NULL)
        outlay_step_scale_set_value (self->scale, outlay_dial_to_field (self, value));
    }
  self->syncing = FALSE;
  outlay_dial_sync_range (self);
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
  value = outlay_dial_from_field (self, value);
  if (!outlay_dial_commit_range (self, value))
    outlay_dial_commit (self, value);
}

void
outlay_dial_settle (OutlayDial *self)
{
  self->ranged = FALSE;
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

  outlay_number_field_set_range (self->field, outlay_dial_to_field (self, least),
                                 most < G_MAXDOUBLE ? outlay_dial_to_field (self, most)
                                                    : G_MAXDOUBLE,
                                 self->step, self->input->type == OUTLAY_INPUT_WHOLE);
}

/* Most dials are without a scale and a switch, and many without a name. */

static void
outlay_dial_configure_name (OutlayDial *self,
                            gboolean    wrap)
{
  g_autofree char *unit = outlay_dial_get_unit (self);

  gtk_widget_set_visible (GTK_WIDGET (self->name_bin), !self->bare);
  if (self->bare)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "bare");
      return;
    }

  if (self->name == NULL)
    {
      self->name = g_object_new (OUTLAY_TYPE_DIAL_NAME, NULL);
      adw_bin_set_child (self->name_bin, GTK_WIDGET (self->name));
      outlay_dial_name_set_session (self->name, self->session);
    }
  outlay_dial_name_set_path (self->name, self->path);
  outlay_dial_name_set_wrap (self->name, wrap);
  outlay_dial_name_set_unit (self->name, unit);
}

static void
outlay_dial_configure_scale (OutlayDial *self)
{
  if (self->scale == NULL)
    {
      self->scale = g_object_new (OUTLAY_TYPE_STEP_SCALE, "hexpand", TRUE,
                                  "valign", GTK_ALIGN_CENTER, NULL);
      g_signal_connect_object (self->scale, "edited", G_CALLBACK (outlay_dial_edit), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->scale, "settled", G_CALLBACK (outlay_dial_settle), self,
                               G_CONNECT_SWAPPED);
      gtk_box_prepend (self->controls, GTK_WIDGET (self->scale));
    }

  outlay_step_scale_set_label (self->scale, outlay_dial_get_full_name (self));
  outlay_step_scale_set_range (self->scale, outlay_dial_to_field (self, self->input->min),
                               self->scale_most, self->step);
}

static void
outlay_dial_configure_switch (OutlayDial *self)
{
  gboolean is_nullable = (self->input->flags & OUTLAY_INPUT_NULLABLE) != 0;

  if (is_nullable && self->set_switch == NULL)
    {
      self->set_switch = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
      g_signal_connect_object (self->set_switch, "notify::active",
                               G_CALLBACK (outlay_dial_switch), self, G_CONNECT_SWAPPED);
      gtk_box_insert_child_after (self->controls, GTK_WIDGET (self->set_switch),
                                  GTK_WIDGET (self->unit_label));
    }
  if (self->set_switch == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->set_switch), is_nullable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->set_switch),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  outlay_dial_get_full_name (self), -1);
}

/* Gives every part what follows from the input and the properties. */
void
outlay_dial_configure (OutlayDial *self)
{
  gboolean has_scale = self->scale_most > 0 && !self->bare;

  if (self->input == NULL)
    return;

  outlay_number_field_set_label (self->field, outlay_dial_get_full_name (self));
  outlay_dial_update_range (self);
  outlay_dial_configure_name (self, !has_scale);
  if (has_scale)
    outlay_dial_configure_scale (self);
  outlay_dial_configure_switch (self);
  outlay_dial_configure_range (self);
  outlay_dial_sync (self);
}
