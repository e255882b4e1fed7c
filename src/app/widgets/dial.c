/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dial-private.h"

#include "break-box.h"
#include "paths.h"
#include "repaint.h"
#include "tab-order.h"

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
 * Where one of the uncertain factors spreads the number, a range may be typed in
 * its place: `3..7`, or `3..5..7`, which makes it 5, too.
 *
 * A number that may be left open has a switch: off is "none".
 *
 * A bare dial is the field alone, for rows that say the rest themselves.
 *
 * # Properties
 *
 * - `path`: which number: `turns`, `team[1].people`
 * - `unit`: what stands before the field, dim
 * - `show-unit`: the unit of the table of inputs stands below the name
 * - `width-chars`: how many digits the field has room for
 * - `percent`: a share is shown in percents
 * - `step`: what a step adds to the number shown
 * - `scale-most`: where the scale ends, or 0 for no scale. The field goes on to
 *   the input's limit; then the scale rests at its end.
 * - `start-value`: what a number that was left open is switched on with
 * - `bare`: the field alone
 * - `buttons`: whether the field has buttons to step it
 * - `problem`: why what was typed does not count, or %NULL
 *
 * # CSS nodes
 *
 * `dial` with `breakbox`, `dialname`, `stepscale`, `switch`, `numberfield`,
 * `label.error`.
 *
 * # Accessibility
 *
 * Field, scale and switch carry the number's name.
 */
G_DEFINE_FINAL_TYPE (OutlayDial, outlay_dial, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PATH,
  PROP_UNIT,
  PROP_SHOW_UNIT,
  PROP_WIDTH_CHARS,
  PROP_PERCENT,
  PROP_STEP,
  PROP_SCALE_MOST,
  PROP_START_VALUE,
  PROP_BARE,
  PROP_BUTTONS,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

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
    case PROP_PATH:
      outlay_dial_set_path (self, g_value_get_string (value));
      break;
    case PROP_UNIT:
      gtk_label_set_label (self->unit_label, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->unit_label), g_value_get_string (value) != NULL);
      break;
    case PROP_SHOW_UNIT:
      self->show_unit = g_value_get_boolean (value);
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
    case PROP_BUTTONS:
      g_object_set (self->field, "buttons", g_value_get_boolean (value), NULL);
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

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, both);
  props[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, once);
  props[PROP_SHOW_UNIT] = g_param_spec_boolean ("show-unit", NULL, NULL, FALSE, once);
  props[PROP_WIDTH_CHARS] = g_param_spec_int ("width-chars", NULL, NULL, 1, 40, 4, once);
  props[PROP_PERCENT] = g_param_spec_boolean ("percent", NULL, NULL, FALSE, once);
  props[PROP_STEP] = g_param_spec_double ("step", NULL, NULL, 1e-6, 1e6, 1, once);
  props[PROP_SCALE_MOST] = g_param_spec_double ("scale-most", NULL, NULL, 0, 1e9, 0, once);
  props[PROP_START_VALUE] =
    g_param_spec_double ("start-value", NULL, NULL, 0, G_MAXDOUBLE, 0, once);
  props[PROP_BARE] = g_param_spec_boolean ("bare", NULL, NULL, FALSE, once);
  props[PROP_BUTTONS] = g_param_spec_boolean ("buttons", NULL, NULL, TRUE, once);
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, read);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, OutlayDial, name)

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
  widget_class->focus = outlay_widget_focus_in_order;
  outlay_widget_class_repaint_whole (widget_class);

  outlay_dial_install_properties (object_class);

  g_type_ensure (OUTLAY_TYPE_BREAK_BOX);
  g_type_ensure (OUTLAY_TYPE_NUMBER_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/dial.ui");
  BIND (line);
  BIND (name_bin);
  BIND (controls);
  BIND (unit_label);
  BIND (field);
  BIND (problem_label);
  BIND (range_label);
  gtk_widget_class_bind_template_callback (widget_class, outlay_dial_edit);
  gtk_widget_class_bind_template_callback (widget_class, outlay_dial_settle);
  gtk_widget_class_bind_template_callback (widget_class, outlay_dial_show_problem);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dial");
}

static void
outlay_dial_init (OutlayDial *self)
{
  GtkLayoutManager *layout;

  self->uncertainty = -1;
  self->factor = 1;
  self->step = 1;
  self->least = NAN;
  self->most = NAN;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * outlay_dial_set_session:
 * @self: a dial
 * @session: (nullable): whose scenario is turned
 */
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
      if (self->name != NULL)
        outlay_dial_name_set_session (self->name, session);
      g_signal_connect_object (session, "changed", G_CALLBACK (outlay_dial_sync), self,
                               G_CONNECT_SWAPPED);
      outlay_dial_sync (self);
    }
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
