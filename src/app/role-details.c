/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "role-details.h"

#include "break-box.h"
#include "dial.h"
#include "drop-down-label.h"
#include "mix-editor.h"
#include "occupations.h"
#include "scenario-edits.h"

#include <glib/gi18n.h>

/**
 * OutlayRoleDetails:
 *
 * What a role of the team unfolds to: its name to change, when it joins, its tasks,
 * its wage and the occupation that suggests one, a task mix of its own, and a button
 * that removes it.
 *
 * # Properties
 *
 * - `session`: whose scenario has the role
 *
 * # Signals
 *
 * - `remove`: the person wants the role gone
 *
 * # Accessibility
 *
 * Each control's name tells whose it is.
 */
struct _OutlayRoleDetails
{
  AdwBin           parent_instance;

  GtkEditable     *name_entry;
  OutlayDial      *joins_dial;
  OutlayDial      *tasks_dial;
  OutlayDial      *wage_dial;
  GtkDropDown     *occupation;
  GtkSwitch       *mix_switch;
  OutlayMixEditor *mix_editor;
  GtkButton       *remove_button;

  OutlaySession   *session;
  guint            position;
  char            *name;     /* that the controls are named by */
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (OutlayRoleDetails, outlay_role_details, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * outlay_role_name_input:
 * @role: a role
 * @what: an input of it
 *
 * Returns: (transfer full): "Hourly wage of Platform"
 */
char *
outlay_role_name_input (const OutlayRole *role,
                        const char       *what)
{
  /* Translators: an input, and the role whose it is: "Hourly wage of Platform" */
  return g_strdup_printf (C_("input of a role", "%s of %s"), what, role->name);
}

static const OutlayRole *
outlay_role_details_get_role (OutlayRoleDetails *self)
{
  return &outlay_session_get_scenario (self->session)->team[self->position];
}

static void
outlay_role_details_commit (OutlayRoleDetails *self,
                            OutlayScenario    *draft,
                            const char        *what,
                            const char        *gesture)
{
  g_autofree char *name = outlay_role_name_input (outlay_role_details_get_role (self), what);

  outlay_session_commit_edit (self->session, draft, name, gesture);
}

/* An occupation suggests a wage, and nothing else. */
static void
on_occupation_selected (OutlayRoleDetails *self)
{
  guint n_occupations;
  const OutlayOccupation *occupations = outlay_occupations_list (&n_occupations);
  guint selected = gtk_drop_down_get_selected (self->occupation);
  OutlayScenario *draft;
  OutlayRole *role;

  if (self->updating || selected > n_occupations)
    return;

  draft = outlay_session_begin_edit (self->session);
  role = &draft->team[self->position];
  role->occupation = NULL;
  if (selected > 0)
    {
      role->occupation = outlay_pool_strdup (draft->pool, occupations[selected - 1].id);
      role->hourly_wage = occupations[selected - 1].hourly_wage;
    }
  outlay_role_details_commit (self, draft, _("Occupation"), NULL);
}

/* A role must have a name: an empty entry is about to be typed into. */
static void
on_name_typed (OutlayRoleDetails *self)
{
  const char *text = gtk_editable_get_text (self->name_entry);
  g_autofree char *gesture = NULL;
  OutlayScenario *draft;

  if (self->updating || *text == '\0')
    return;

  gesture = g_strdup_printf ("team[%u].name", self->position);
  draft = outlay_session_begin_edit (self->session);
  draft->team[self->position].name = outlay_pool_strdup (draft->pool, text);
  outlay_session_commit_edit (self->session, draft, _("Rename a Role"), gesture);
}

static void
on_name_done (OutlayRoleDetails *self)
{
  outlay_session_end_gesture (self->session);
  outlay_role_details_show (self, self->position);
}

static void
on_mix_switched (OutlayRoleDetails *self)
{
  OutlayScenario *draft;

  if (self->updating)
    return;

  draft = outlay_session_begin_edit (self->session);
  outlay_draft_set_own_mix (draft, self->position, gtk_switch_get_active (self->mix_switch));
  outlay_role_details_commit (self, draft, _("Task mix"), NULL);
}

static void
on_remove_clicked (OutlayRoleDetails *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
set_path (OutlayDial *dial,
          guint       position,
          const char *member)
{
  g_autofree char *path = g_strdup_printf ("team[%u].%s", position, member);

  outlay_dial_set_path (dial, path);
}

static void
outlay_role_details_name_controls (OutlayRoleDetails *self)
{
  const OutlayRole *role = outlay_role_details_get_role (self);
  g_autofree char *joins = outlay_role_name_input (role, _("Joins in month"));
  g_autofree char *tasks = outlay_role_name_input (role, _("Tasks a day"));
  g_autofree char *wage = outlay_role_name_input (role, _("Hourly wage"));
  g_autofree char *occupation = outlay_role_name_input (role, _("Occupation"));
  g_autofree char *mix = outlay_role_name_input (role, _("Own task mix"));

  outlay_drop_down_set_label (self->occupation, occupation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mix_switch),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, mix, -1);
  outlay_dial_set_full_name (self->joins_dial, joins);
  outlay_dial_set_full_name (self->tasks_dial, tasks);
  outlay_dial_set_full_name (self->wage_dial, wage);
}

static guint
find_occupation (const char *id)
{
  guint n_occupations;
  const OutlayOccupation *occupations = outlay_occupations_list (&n_occupations);

  for (guint i = 0; id != NULL && i < n_occupations; i++)
    if (g_str_equal (occupations[i].id, id))
      return i + 1;

  return 0;
}

static GListModel *
new_occupation_model (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint n_occupations;
  const OutlayOccupation *occupations = outlay_occupations_list (&n_occupations);

  gtk_string_list_append (names, C_("occupation", "Other"));
  for (guint i = 0; i < n_occupations; i++)
    gtk_string_list_append (names, occupations[i].name);

  return G_LIST_MODEL (names);
}

static void
outlay_role_details_set_session (OutlayRoleDetails *self,
                                 OutlaySession     *session)
{
  g_set_object (&self->session, session);
  outlay_dial_set_session (self->joins_dial, session);
  outlay_dial_set_session (self->tasks_dial, session);
  outlay_dial_set_session (self->wage_dial, session);
  outlay_mix_editor_set_session (self->mix_editor, session);
}

static void
outlay_role_details_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      outlay_role_details_set_session (OUTLAY_ROLE_DETAILS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_role_details_dispose (GObject *object)
{
  OutlayRoleDetails *self = OUTLAY_ROLE_DETAILS (object);

  self->updating = TRUE;
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_ROLE_DETAILS);

  G_OBJECT_CLASS (outlay_role_details_parent_class)->dispose (object);
}

static void
outlay_role_details_finalize (GObject *object)
{
  g_free (OUTLAY_ROLE_DETAILS (object)->name);

  G_OBJECT_CLASS (outlay_role_details_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, OutlayRoleDetails, name)

static void
outlay_role_details_class_init (OutlayRoleDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = outlay_role_details_set_property;
  object_class->dispose = outlay_role_details_dispose;
  object_class->finalize = outlay_role_details_finalize;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_REMOVE] =
    g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OUTLAY_TYPE_BREAK_BOX);
  g_type_ensure (OUTLAY_TYPE_DIAL);
  g_type_ensure (OUTLAY_TYPE_MIX_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/role-details.ui");
  BIND (name_entry);
  BIND (joins_dial);
  BIND (tasks_dial);
  BIND (wage_dial);
  BIND (occupation);
  BIND (mix_switch);
  BIND (mix_editor);
  BIND (remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_occupation_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_name_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_done);
  gtk_widget_class_bind_template_callback (widget_class, on_mix_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
outlay_role_details_init (OutlayRoleDetails *self)
{
  g_autoptr (GListModel) occupations = new_occupation_model ();

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->occupation, occupations);
  self->updating = FALSE;
}

/**
 * outlay_role_details_show:
 * @self: details
 * @position: of a role in the team
 *
 * Shows a role as it is now. Dials follow the session by themselves.
 */
void
outlay_role_details_show (OutlayRoleDetails *self,
                          guint              position)
{
  const OutlayScenario *scenario = outlay_session_get_scenario (self->session);
  const OutlayRole *role;

  g_return_if_fail (OUTLAY_IS_ROLE_DETAILS (self));

  /* It went while its name was typed: the row is taken away just now. */
  if (position >= scenario->n_team)
    return;

  self->position = position;
  role = outlay_role_details_get_role (self);
  self->updating = TRUE;
  set_path (self->joins_dial, position, "joins");
  set_path (self->tasks_dial, position, "tasks_per_day");
  set_path (self->wage_dial, position, "hourly_wage");
  outlay_mix_editor_set_role (self->mix_editor, (int) position);
  if (g_strcmp0 (self->name, role->name) != 0)
    {
      g_free (self->name);
      self->name = g_strdup (role->name);
      outlay_role_details_name_controls (self);
    }
  if (g_strcmp0 (gtk_editable_get_text (self->name_entry), role->name) != 0)
    gtk_editable_set_text (self->name_entry, role->name);
  gtk_drop_down_set_selected (self->occupation, find_occupation (role->occupation));
  gtk_switch_set_active (self->mix_switch, role->mix != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->mix_editor), role->mix != NULL);
  if (role->mix != NULL)
    outlay_mix_editor_update (self->mix_editor);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remove_button), scenario->n_team > 1);
  self->updating = FALSE;
}

/**
 * outlay_role_details_rename:
 * @self: details, unfolded
 *
 * Gets the name ready to be typed.
 */
void
outlay_role_details_rename (OutlayRoleDetails *self)
{
  g_return_if_fail (OUTLAY_IS_ROLE_DETAILS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
  gtk_editable_select_region (self->name_entry, 0, -1);
}
