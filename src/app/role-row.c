/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "role-row.h"

#include "break-box.h"
#include "choice-list.h"
#include "dial.h"
#include "drop-down-label.h"
#include "mix-editor.h"
#include "occupations.h"
#include "paths.h"
#include "scenario-edits.h"
#include "setters.h"

#include <glib/gi18n.h>

/**
 * OutlayRoleRow:
 *
 * A role of the team: name, expertise and people; unfolded, its name to change,
 * when it joins, its tasks, its wage and the occupation that suggests one, a task
 * mix of its own, and a button that removes it. Where name and controls do not
 * fit beside each other, the controls go below.
 *
 * # Signals
 *
 * - `remove`: the person wants the role gone
 *
 * # CSS nodes
 *
 * `row.role-row` with a `breakbox` and a `revealer`.
 *
 * # Accessibility
 *
 * A list item named as the role; each control's name tells whose it is.
 */
struct _OutlayRoleRow
{
  GtkListBoxRow    parent_instance;

  GtkLabel        *name_label;
  GtkDropDown     *expertise;
  OutlayDial      *people_dial;
  GtkLabel        *problem_label;
  GtkToggleButton *unfold_button;
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
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (OutlayRoleRow, outlay_role_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const OutlayRole *
outlay_role_row_get_role (OutlayRoleRow *self)
{
  return &outlay_session_get_scenario (self->session)->team[self->position];
}

/* "Hourly wage of Platform" */
static char *
outlay_role_row_name_of (OutlayRoleRow *self,
                         const char    *what)
{
  /* Translators: an input, and the role whose it is: "Hourly wage of Platform" */
  return g_strdup_printf (C_("input of a role", "%s of %s"), what,
                          outlay_role_row_get_role (self)->name);
}

static void
outlay_role_row_commit (OutlayRoleRow  *self,
                        OutlayScenario *draft,
                        const char     *what,
                        const char     *gesture)
{
  g_autofree char *name = outlay_role_row_name_of (self, what);

  outlay_session_commit_edit (self->session, draft, name, gesture);
}

static void
on_expertise_selected (OutlayRoleRow *self)
{
  OutlayScenario *draft;

  if (self->updating)
    return;

  draft = outlay_session_begin_edit (self->session);
  draft->team[self->position].expertise =
    (OutlayLevelId) gtk_drop_down_get_selected (self->expertise);
  outlay_role_row_commit (self, draft, _("Expertise"), NULL);
}

/* An occupation suggests a wage, and nothing else. */
static void
on_occupation_selected (OutlayRoleRow *self)
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
  outlay_role_row_commit (self, draft, _("Occupation"), NULL);
}

/* A role must have a name: an empty entry is about to be typed into. */
static void
on_name_typed (OutlayRoleRow *self)
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
on_name_done (OutlayRoleRow *self)
{
  outlay_session_end_gesture (self->session);
  outlay_role_row_update (self);
}

static void
on_mix_switched (OutlayRoleRow *self)
{
  OutlayScenario *draft;

  if (self->updating)
    return;

  draft = outlay_session_begin_edit (self->session);
  outlay_draft_set_own_mix (draft, self->position, gtk_switch_get_active (self->mix_switch));
  outlay_role_row_commit (self, draft, _("Task mix"), NULL);
}

static void
on_problem (OutlayRoleRow *self)
{
  const char *problem = outlay_dial_get_problem (self->people_dial);

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
on_remove_clicked (OutlayRoleRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
set_accessible_label (gpointer    widget,
                      const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
outlay_role_row_name_controls (OutlayRoleRow *self)
{
  const OutlayRole *role = outlay_role_row_get_role (self);
  g_autofree char *people = outlay_role_row_name_of (self, _("People"));
  g_autofree char *expertise = outlay_role_row_name_of (self, _("Expertise"));
  g_autofree char *details = outlay_role_row_name_of (self, _("Details"));
  g_autofree char *joins = outlay_role_row_name_of (self, _("Joins in month"));
  g_autofree char *tasks = outlay_role_row_name_of (self, _("Tasks a day"));
  g_autofree char *wage = outlay_role_row_name_of (self, _("Hourly wage"));
  g_autofree char *occupation = outlay_role_row_name_of (self, _("Occupation"));
  g_autofree char *mix = outlay_role_row_name_of (self, _("Own task mix"));

  set_accessible_label (self, role->name);
  outlay_drop_down_set_label (self->expertise, expertise);
  set_accessible_label (self->unfold_button, details);
  outlay_drop_down_set_label (self->occupation, occupation);
  set_accessible_label (self->mix_switch, mix);
  outlay_dial_set_full_name (self->people_dial, people);
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

/**
 * outlay_role_row_update:
 * @self: a row
 *
 * Shows the role as it is now. Dials follow the session by themselves.
 */
void
outlay_role_row_update (OutlayRoleRow *self)
{
  const OutlayScenario *scenario = outlay_session_get_scenario (self->session);
  const OutlayRole *role;

  /* It went while its name was typed: the row is taken away just now. */
  if (self->position >= scenario->n_team)
    return;

  role = outlay_role_row_get_role (self);
  self->updating = TRUE;
  if (g_strcmp0 (gtk_label_get_label (self->name_label), role->name) != 0)
    {
      gtk_label_set_label (self->name_label, role->name);
      outlay_set_tooltip (GTK_WIDGET (self->name_label), role->name);
      outlay_role_row_name_controls (self);
    }
  if (g_strcmp0 (gtk_editable_get_text (self->name_entry), role->name) != 0)
    gtk_editable_set_text (self->name_entry, role->name);
  gtk_drop_down_set_selected (self->expertise, role->expertise);
  gtk_drop_down_set_selected (self->occupation, find_occupation (role->occupation));
  gtk_switch_set_active (self->mix_switch, role->mix != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->mix_editor), role->mix != NULL);
  if (role->mix != NULL)
    outlay_mix_editor_update (self->mix_editor);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remove_button), scenario->n_team > 1);
  self->updating = FALSE;
}

static void
set_path (OutlayDial *dial,
          guint       position,
          const char *member)
{
  g_autofree char *path = g_strdup_printf ("team[%u].%s", position, member);

  outlay_dial_set_path (dial, path);
}

/**
 * outlay_role_row_set_position:
 * @self: a row
 * @position: of a role in the team
 *
 * Sets which role the row is for, and shows it.
 */
void
outlay_role_row_set_position (OutlayRoleRow *self,
                              guint          position)
{
  g_return_if_fail (OUTLAY_IS_ROLE_ROW (self));

  self->position = position;
  set_path (self->people_dial, position, "people");
  set_path (self->joins_dial, position, "joins");
  set_path (self->tasks_dial, position, "tasks_per_day");
  set_path (self->wage_dial, position, "hourly_wage");
  outlay_mix_editor_set_role (self->mix_editor, (int) position);
  outlay_role_row_update (self);
}

/**
 * outlay_role_row_rename:
 * @self: a row
 *
 * Unfolds the row with its name ready to be typed.
 */
void
outlay_role_row_rename (OutlayRoleRow *self)
{
  g_return_if_fail (OUTLAY_IS_ROLE_ROW (self));

  gtk_toggle_button_set_active (self->unfold_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
  gtk_editable_select_region (self->name_entry, 0, -1);
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
outlay_role_row_dispose (GObject *object)
{
  OutlayRoleRow *self = OUTLAY_ROLE_ROW (object);

  self->updating = TRUE;
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_ROLE_ROW);

  G_OBJECT_CLASS (outlay_role_row_parent_class)->dispose (object);
}

static void
outlay_role_row_class_init (OutlayRoleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_role_row_dispose;

  signals[SIGNAL_REMOVE] =
    g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OUTLAY_TYPE_BREAK_BOX);
  g_type_ensure (OUTLAY_TYPE_DIAL);
  g_type_ensure (OUTLAY_TYPE_MIX_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/role-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, expertise);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, people_dial);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, unfold_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, name_entry);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, joins_dial);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, tasks_dial);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, wage_dial);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, occupation);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, mix_switch);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, mix_editor);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_expertise_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_occupation_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_name_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_done);
  gtk_widget_class_bind_template_callback (widget_class, on_mix_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
outlay_role_row_init (OutlayRoleRow *self)
{
  g_autoptr (GListModel) expertise = outlay_choice_list_new ("team[].expertise");
  g_autoptr (GListModel) occupations = new_occupation_model ();

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->expertise, expertise);
  gtk_drop_down_set_model (self->occupation, occupations);
  self->updating = FALSE;
}

GtkWidget *
outlay_role_row_new (OutlaySession *session)
{
  OutlayRoleRow *self = g_object_new (OUTLAY_TYPE_ROLE_ROW, NULL);

  self->session = g_object_ref (session);
  outlay_dial_set_session (self->people_dial, session);
  outlay_dial_set_session (self->joins_dial, session);
  outlay_dial_set_session (self->tasks_dial, session);
  outlay_dial_set_session (self->wage_dial, session);
  outlay_mix_editor_set_session (self->mix_editor, session);

  return GTK_WIDGET (self);
}
