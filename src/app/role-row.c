/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "role-row.h"

#include "break-box.h"
#include "choice-list.h"
#include "dial.h"
#include "drop-down-label.h"
#include "late-bin.h"
#include "role-details.h"
#include "setters.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>

/**
 * OutlayRoleRow:
 *
 * A role of the team: name, expertise and people; unfolded, an #OutlayRoleDetails.
 * Where name and controls do not fit beside each other, the controls go below.
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
  OutlayLateBin   *details_bin;

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

static void
on_expertise_selected (OutlayRoleRow *self)
{
  g_autofree char *name = NULL;
  OutlayScenario *draft;

  if (self->updating)
    return;

  name = outlay_role_name_input (outlay_role_row_get_role (self), _("Expertise"));
  draft = outlay_session_begin_edit (self->session);
  draft->team[self->position].expertise =
    (OutlayLevelId) gtk_drop_down_get_selected (self->expertise);
  outlay_session_commit_edit (self->session, draft, name, NULL);
}

static void
on_problem (OutlayRoleRow *self)
{
  const char *problem = outlay_dial_get_problem (self->people_dial);

  outlay_label_set_sentence (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
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
  g_autofree char *people = outlay_role_name_input (role, _("People"));
  g_autofree char *expertise = outlay_role_name_input (role, _("Expertise"));
  g_autofree char *details = outlay_role_name_input (role, _("Details"));

  set_accessible_label (self, role->name);
  outlay_drop_down_set_label (self->expertise, expertise);
  set_accessible_label (self->unfold_button, details);
  outlay_dial_set_full_name (self->people_dial, people);
}

static OutlayRoleDetails *
outlay_role_row_get_details (OutlayRoleRow *self)
{
  GtkWidget *details = adw_bin_get_child (ADW_BIN (self->details_bin));

  return details != NULL ? OUTLAY_ROLE_DETAILS (details) : NULL;
}

static void
on_remove (OutlayRoleRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
on_details_made (OutlayRoleRow     *self,
                 OutlayRoleDetails *details)
{
  g_signal_connect_object (details, "remove", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  outlay_role_details_show (details, self->position);
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
  gtk_drop_down_set_selected (self->expertise, role->expertise);
  self->updating = FALSE;

  if (outlay_role_row_get_details (self) != NULL)
    outlay_role_details_show (outlay_role_row_get_details (self), self->position);
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
  g_autofree char *role = g_strdup_printf ("team[%u]", position);
  g_autofree char *people = g_strdup_printf ("%s.people", role);

  g_return_if_fail (OUTLAY_IS_ROLE_ROW (self));

  self->position = position;
  outlay_dial_set_path (self->people_dial, people);
  outlay_late_bin_set_path (self->details_bin, role);
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
  outlay_role_details_rename (OUTLAY_ROLE_DETAILS (outlay_late_bin_make (self->details_bin)));
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
  g_type_ensure (OUTLAY_TYPE_LATE_BIN);
  g_type_ensure (OUTLAY_TYPE_ROLE_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/role-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, expertise);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, people_dial);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, unfold_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayRoleRow, details_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_expertise_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_details_made);
}

static void
outlay_role_row_init (OutlayRoleRow *self)
{
  g_autoptr (GListModel) expertise = outlay_choice_list_new ("team[].expertise");

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_set_tooltip (GTK_WIDGET (self->unfold_button), _("Details"));
  gtk_drop_down_set_model (self->expertise, expertise);
  self->updating = FALSE;
}

GtkWidget *
outlay_role_row_new (OutlaySession *session)
{
  OutlayRoleRow *self = g_object_new (OUTLAY_TYPE_ROLE_ROW, NULL);

  self->session = g_object_ref (session);
  outlay_dial_set_session (self->people_dial, session);
  g_object_set (self->details_bin, "session", session, NULL);

  return GTK_WIDGET (self);
}
