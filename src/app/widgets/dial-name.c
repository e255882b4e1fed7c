/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dial-name.h"

#include "evidence-button.h"
#include "input-default.h"
#include "paths.h"
#include "setters.h"

#include <glib/gi18n.h>

/**
 * OutlayDialName:
 *
 * What stands before a control: the input's name as the table of inputs has it,
 * its help as a tooltip, a dot while it is not the default, the small (i) that
 * tells where the default comes from, and, where it is wanted, the unit below.
 *
 * # Properties
 *
 * - `session`: whose scenario it looks at
 * - `path`: of the input
 *
 * # CSS nodes
 *
 * `dialname` with `box.changed-dot`, `label`, `label.caption` and
 * `evidencebutton`.
 */
struct _OutlayDialName
{
  GtkWidget             parent_instance;

  GtkWidget            *words;
  GtkWidget            *dot;
  GtkLabel             *name_label;
  GtkLabel             *unit_label;
  OutlayEvidenceButton *evidence_button;

  OutlaySession        *session;
  char                 *path;
};

G_DEFINE_FINAL_TYPE (OutlayDialName, outlay_dial_name, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PATH,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
outlay_dial_name_sync (OutlayDialName *self)
{
  if (self->session != NULL && self->path != NULL)
    gtk_widget_set_visible (self->dot,
                            outlay_input_is_changed (outlay_session_get_scenario (self->session),
                                                     self->path));
}

static void
outlay_dial_name_dispose (GObject *object)
{
  OutlayDialName *self = OUTLAY_DIAL_NAME (object);

  outlay_dial_name_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_DIAL_NAME);

  G_OBJECT_CLASS (outlay_dial_name_parent_class)->dispose (object);
}

static void
outlay_dial_name_finalize (GObject *object)
{
  g_free (OUTLAY_DIAL_NAME (object)->path);

  G_OBJECT_CLASS (outlay_dial_name_parent_class)->finalize (object);
}

static void
outlay_dial_name_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  OutlayDialName *self = OUTLAY_DIAL_NAME (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      outlay_dial_name_set_session (self, g_value_get_object (value));
      break;
    case PROP_PATH:
      if (g_value_get_string (value) != NULL)
        outlay_dial_name_set_path (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_dial_name_class_init (OutlayDialNameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_dial_name_dispose;
  object_class->finalize = outlay_dial_name_finalize;
  object_class->set_property = outlay_dial_name_set_property;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PATH] =
    g_param_spec_string ("path", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (OUTLAY_TYPE_EVIDENCE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/dial-name.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayDialName, words);
  gtk_widget_class_bind_template_child (widget_class, OutlayDialName, dot);
  gtk_widget_class_bind_template_child (widget_class, OutlayDialName, name_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayDialName, unit_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayDialName, evidence_button);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dialname");
}

static void
outlay_dial_name_init (OutlayDialName *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

/**
 * outlay_dial_name_describe:
 * @path: the path of an input
 * @owner: (nullable): whose it is: a role, a kind of task, a level
 *
 * Returns: (transfer full): its name for undo, screen readers and problems
 */
char *
outlay_dial_name_describe (const char *path,
                           const char *owner)
{
  const char *label = _(outlay_input_find (path)->label);

  /* Translators: an input, and whose it is: "Output of Fix and debug" */
  return owner != NULL ? g_strdup_printf (C_("input of a role", "%s of %s"), label, owner)
                       : g_strdup (label);
}

void
outlay_dial_name_set_session (OutlayDialName *self,
                              OutlaySession  *session)
{
  g_return_if_fail (OUTLAY_IS_DIAL_NAME (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  outlay_evidence_button_set_session (self->evidence_button, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (outlay_dial_name_sync), self,
                           G_CONNECT_SWAPPED);
  outlay_dial_name_sync (self);
}

/**
 * outlay_dial_name_set_path:
 * @self: an input's name
 * @path: of the input
 */
void
outlay_dial_name_set_path (OutlayDialName *self,
                           const char     *path)
{
  const OutlayInput *input = outlay_input_find (path);

  g_return_if_fail (OUTLAY_IS_DIAL_NAME (self));
  g_return_if_fail (input != NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  gtk_label_set_label (self->name_label, _(input->label));
  outlay_set_tooltip (GTK_WIDGET (self->name_label),
                      input->help != NULL ? _(input->help) : NULL);
  outlay_evidence_button_set_path (self->evidence_button, path, _(input->label));
  outlay_dial_name_sync (self);
}

/**
 * outlay_dial_name_set_unit:
 * @self: an input's name
 * @unit: (nullable): what stands dim below it
 */
void
outlay_dial_name_set_unit (OutlayDialName *self,
                           const char     *unit)
{
  g_return_if_fail (OUTLAY_IS_DIAL_NAME (self));

  gtk_label_set_label (self->unit_label, unit != NULL ? unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unit_label), unit != NULL);
}

/**
 * outlay_dial_name_set_wrap:
 * @self: an input's name
 * @wrap: whether it may take more than one line
 */
void
outlay_dial_name_set_wrap (OutlayDialName *self,
                           gboolean        wrap)
{
  g_return_if_fail (OUTLAY_IS_DIAL_NAME (self));

  gtk_label_set_wrap (self->name_label, wrap);
}
