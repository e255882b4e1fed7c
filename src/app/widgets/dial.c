/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dial.h"

#include "break-box.h"
#include "evidence-button.h"
#include "number-field.h"
#include "paths.h"
#include "step-scale.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * OutlayDial:
 *
 * One number of the scenario as a row: its name, where its default comes from,
 * a scale if it has one, and a field. Name, limits and help are those of the
 * table of inputs. What the hand does reaches the session at once; one drag or
 * one burst of typing is one edit to undo. Out of range is explained in words
 * under the row.
 *
 * A number that may be left open has a switch: off is "none".
 *
 * A bare dial is the field alone, for rows that say the rest themselves.
 *
 * # Properties
 *
 * - `session`: whose scenario is turned
 * - `path`: which number: `turns`, `team[1].people`
 * - `label`: its name, where it is not that of the table of inputs
 * - `unit`: what stands before the field, dim
 * - `width-chars`: how many digits the field has room for
 * - `percent`: a share is shown in percents
 * - `step`: what a step adds to the number shown
 * - `scale-most`: where the scale ends, or 0 for no scale. The field goes on to
 *   the input's limit; then the scale rests at its end.
 * - `start-value`: what a number that was left open is switched on with
 * - `bare`: the field alone
 * - `problem`: why what was typed does not count, or %NULL
 *
 * # CSS nodes
 *
 * `dial` with `label.changed-dot` (only where the number is not the default),
 * `breakbox`, `evidencebutton`, `stepscale`, `switch`, `numberfield`, `label.error`.
 *
 * # Accessibility
 *
 * Field, scale and switch carry the number's name.
 */
struct _OutlayDial
{
  GtkWidget             parent_instance;

  GtkWidget            *line;
  GtkLabel             *dot;
  GtkWidget            *name_box;
  GtkLabel             *name_label;
  OutlayEvidenceButton *evidence_button;
  OutlayStepScale      *scale;
  GtkLabel             *unit_label;
  GtkSwitch            *set_switch;
  OutlayNumberField    *field;
  GtkLabel             *problem_label;

  OutlaySession        *session;
  char                 *path;
  const OutlayInput    *input;
  char                 *label;
  char                 *full_name;
  char                 *refusal;     /* what the scenario as a whole objects to */
  double                factor;      /* the field shows value * factor */
  double                step;        /* of the field */
  double                scale_most;  /* 0: no scale */
  double                start_value; /* what "none" is switched to */
  double                least;       /* narrower limits than the input's own, */
  double                most;        /* or NaN */
  gboolean              bare;
  gboolean              syncing;
};

G_DEFINE_FINAL_TYPE (OutlayDial, outlay_dial, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PATH,
  PROP_LABEL,
  PROP_UNIT,
  PROP_WIDTH_CHARS,
  PROP_PERCENT,
  PROP_STEP,
  PROP_SCALE_MOST,
  PROP_START_VALUE,
  PROP_BARE,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const char *
outlay_dial_get_label (OutlayDial *self)
{
  if (self->label != NULL)
    return self->label;

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

static void
outlay_dial_show_problem (OutlayDial *self)
{
  const char *problem = outlay_dial_get_problem (self);

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL && !self->bare);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
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

/* A number of everybody's has a default; one of a list's entry is an example. */
static void
outlay_dial_update_dot (OutlayDial *self,
                        double      value)
{
  double fallback;
  gboolean changed = FALSE;

  if (strchr (self->path, '[') == NULL &&
      outlay_scenario_get_number (outlay_scenario_get_defaults (), self->path, &fallback, NULL))
    changed = isnan (value) ? !isnan (fallback) : value != fallback;

  gtk_widget_set_visible (GTK_WIDGET (self->dot), changed);
}

static void
outlay_dial_sync (OutlayDial *self)
{
  double value;
  gboolean known;

  if (self->session == NULL || self->path == NULL)
    return;

  known = outlay_scenario_get_number (outlay_session_get_scenario (self->session),
                                      self->path, &value, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), known);
  if (!known)
    return;

  self->syncing = TRUE;
  gtk_switch_set_active (self->set_switch, !isnan (value));
  gtk_widget_set_visible (GTK_WIDGET (self->field), !isnan (value));
  if (!isnan (value))
    {
      outlay_number_field_set_value (self->field, to_field (self, value));
      outlay_step_scale_set_value (self->scale, to_field (self, value));
    }
  outlay_dial_update_dot (self, value);
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

static void
on_edited (OutlayDial *self,
           double      value)
{
  outlay_dial_commit (self, from_field (self, value));
}

static void
on_settled (OutlayDial *self)
{
  if (self->session != NULL)
    outlay_session_end_gesture (self->session);
}

static void
on_problem (OutlayDial *self)
{
  outlay_dial_show_problem (self);
}

static void
on_switched (OutlayDial *self)
{
  if (self->syncing)
    return;

  outlay_dial_commit (self, gtk_switch_get_active (self->set_switch) ? self->start_value : NAN);
  on_settled (self);
}

static void
outlay_dial_update_range (OutlayDial *self)
{
  double least = isnan (self->least) ? self->input->min : self->least;
  double most = isnan (self->most) ? self->input->max : self->most;

  outlay_number_field_set_range (self->field, to_field (self, least),
                                 most < G_MAXDOUBLE ? to_field (self, most) : G_MAXDOUBLE,
                                 self->step, self->input->type == OUTLAY_INPUT_WHOLE);
}

/* Gives every part what follows from the input and the properties. */
static void
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

static void
outlay_dial_constructed (GObject *object)
{
  G_OBJECT_CLASS (outlay_dial_parent_class)->constructed (object);

  outlay_dial_configure (OUTLAY_DIAL (object));
}

static void
outlay_dial_dispose (GObject *object)
{
  OutlayDial *self = OUTLAY_DIAL (object);

  outlay_dial_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_DIAL);

  G_OBJECT_CLASS (outlay_dial_parent_class)->dispose (object);
}

static void
outlay_dial_finalize (GObject *object)
{
  OutlayDial *self = OUTLAY_DIAL (object);

  g_free (self->path);
  g_free (self->label);
  g_free (self->full_name);
  g_free (self->refusal);

  G_OBJECT_CLASS (outlay_dial_parent_class)->finalize (object);
}

static gboolean
outlay_dial_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OUTLAY_DIAL (widget)->field));
}

static void
outlay_dial_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  OutlayDial *self = OUTLAY_DIAL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, outlay_dial_get_problem (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_dial_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  OutlayDial *self = OUTLAY_DIAL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      outlay_dial_set_session (self, g_value_get_object (value));
      break;
    case PROP_PATH:
      outlay_dial_set_path (self, g_value_get_string (value));
      break;
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    case PROP_UNIT:
      gtk_label_set_label (self->unit_label, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->unit_label), g_value_get_string (value) != NULL);
      break;
    case PROP_WIDTH_CHARS:
      g_object_set (self->field, "width-chars", g_value_get_int (value), NULL);
      break;
    case PROP_PERCENT:
      self->factor = g_value_get_boolean (value) ? 100 : 1;
      break;
    case PROP_STEP:
      self->step = g_value_get_double (value);
      break;
    case PROP_SCALE_MOST:
      self->scale_most = g_value_get_double (value);
      break;
    case PROP_START_VALUE:
      self->start_value = g_value_get_double (value);
      break;
    case PROP_BARE:
      self->bare = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_dial_install_properties (GObjectClass *object_class)
{
  GParamFlags once = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION, both);
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, both);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, once);
  props[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, once);
  props[PROP_WIDTH_CHARS] = g_param_spec_int ("width-chars", NULL, NULL, 1, 40, 4, once);
  props[PROP_PERCENT] = g_param_spec_boolean ("percent", NULL, NULL, FALSE, once);
  props[PROP_STEP] = g_param_spec_double ("step", NULL, NULL, 1e-6, 1e6, 1, once);
  props[PROP_SCALE_MOST] = g_param_spec_double ("scale-most", NULL, NULL, 0, 1e9, 0, once);
  props[PROP_START_VALUE] =
    g_param_spec_double ("start-value", NULL, NULL, 0, G_MAXDOUBLE, 0, once);
  props[PROP_BARE] = g_param_spec_boolean ("bare", NULL, NULL, FALSE, once);
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, read);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
outlay_dial_class_init (OutlayDialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = outlay_dial_constructed;
  object_class->dispose = outlay_dial_dispose;
  object_class->finalize = outlay_dial_finalize;
  object_class->get_property = outlay_dial_get_property;
  object_class->set_property = outlay_dial_set_property;
  widget_class->grab_focus = outlay_dial_grab_focus;

  outlay_dial_install_properties (object_class);

  g_type_ensure (OUTLAY_TYPE_BREAK_BOX);
  g_type_ensure (OUTLAY_TYPE_EVIDENCE_BUTTON);
  g_type_ensure (OUTLAY_TYPE_NUMBER_FIELD);
  g_type_ensure (OUTLAY_TYPE_STEP_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/dial.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayDial, line);
  gtk_widget_class_bind_template_child (widget_class, OutlayDial, dot);
  gtk_widget_class_bind_template_child (widget_class, OutlayDial, name_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayDial, name_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayDial, evidence_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayDial, scale);
  gtk_widget_class_bind_template_child (widget_class, OutlayDial, unit_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayDial, set_switch);
  gtk_widget_class_bind_template_child (widget_class, OutlayDial, field);
  gtk_widget_class_bind_template_child (widget_class, OutlayDial, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_problem);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dial");
}

static void
outlay_dial_init (OutlayDial *self)
{
  GtkLayoutManager *layout;

  self->factor = 1;
  self->step = 1;
  self->least = NAN;
  self->most = NAN;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
outlay_dial_new (const char *path)
{
  return g_object_new (OUTLAY_TYPE_DIAL, "path", path, NULL);
}

void
outlay_dial_set_session (OutlayDial    *self,
                         OutlaySession *session)
{
  g_return_if_fail (OUTLAY_IS_DIAL (self));
  g_return_if_fail (session == NULL || OUTLAY_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      outlay_evidence_button_set_session (self->evidence_button, session);
      g_signal_connect_object (session, "changed", G_CALLBACK (outlay_dial_sync), self,
                               G_CONNECT_SWAPPED);
      outlay_dial_sync (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

const char *
outlay_dial_get_path (OutlayDial *self)
{
  g_return_val_if_fail (OUTLAY_IS_DIAL (self), NULL);

  return self->path;
}

/**
 * outlay_dial_set_path:
 * @self: a dial
 * @path: (nullable): the path of a number of the scenario
 *
 * Binds the dial to another number.
 */
void
outlay_dial_set_path (OutlayDial *self,
                      const char *path)
{
  g_return_if_fail (OUTLAY_IS_DIAL (self));

  if (g_strcmp0 (self->path, path) == 0)
    return;

  g_free (self->path);
  self->path = g_strdup (path);
  self->input = path != NULL ? outlay_input_find (path) : NULL;
  g_return_if_fail (path == NULL || self->input != NULL);

  outlay_dial_configure (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATH]);
}

/**
 * outlay_dial_set_full_name:
 * @self: a dial
 * @name: (nullable): the number's name where its label does not tell whose it
 *   is: "People of Platform". For undo, screen readers and problems.
 */
void
outlay_dial_set_full_name (OutlayDial *self,
                           const char *name)
{
  g_return_if_fail (OUTLAY_IS_DIAL (self));

  if (g_strcmp0 (self->full_name, name) == 0)
    return;

  g_free (self->full_name);
  self->full_name = g_strdup (name);
  outlay_dial_configure (self);
}

/**
 * outlay_dial_set_limits:
 * @self: a dial
 * @least: the smallest number that others leave it, or NaN
 * @most: the largest, or NaN
 *
 * Sets limits narrower than the input's own, which follow from other inputs.
 */
void
outlay_dial_set_limits (OutlayDial *self,
                        double      least,
                        double      most)
{
  g_return_if_fail (OUTLAY_IS_DIAL (self));

  self->least = least;
  self->most = most;
  outlay_dial_update_range (self);
}

/**
 * outlay_dial_set_start_value:
 * @self: a dial
 * @value: what a number that was left open is switched on with
 */
void
outlay_dial_set_start_value (OutlayDial *self,
                             double      value)
{
  g_return_if_fail (OUTLAY_IS_DIAL (self));

  self->start_value = value;
}

const char *
outlay_dial_get_problem (OutlayDial *self)
{
  const char *problem;

  g_return_val_if_fail (OUTLAY_IS_DIAL (self), NULL);

  problem = outlay_number_field_get_problem (self->field);

  return problem != NULL ? problem : self->refusal;
}
