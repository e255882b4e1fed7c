/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "people-panel.h"

#include "role-row.h"
#include "scenario-edits.h"
#include "scenario-file.h"
#include "setters.h"
#include "tab-order.h"

#include <glib/gi18n.h>

/* As in the table of inputs. */
#define MAX_ROLES 100

/**
 * OutlayPeoplePanel:
 *
 * Who uses the assistants: a row for each role of the team, and a button to add
 * one.
 */
struct _OutlayPeoplePanel
{
  OutlayPanel  parent_instance;

  GtkListBox  *list;
  GtkWidget   *add_button;
};

G_DEFINE_FINAL_TYPE (OutlayPeoplePanel, outlay_people_panel, OUTLAY_TYPE_PANEL)

static GtkWidget *
outlay_people_panel_get_row (OutlayPeoplePanel *self,
                             guint              index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) index));
}

static void
on_remove (OutlayPeoplePanel *self,
           OutlayRoleRow     *row)
{
  OutlaySession *session = outlay_panel_get_session (OUTLAY_PANEL (self));
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  OutlayScenario *draft = outlay_session_begin_edit (session);
  g_autofree char *name = g_strdup_printf (_("Remove %s"), draft->team[position].name);

  outlay_draft_remove_role (draft, position);

  /* This very row goes, so that those below stay folded as they are. */
  outlay_list_box_remove_row (self->list, GTK_WIDGET (row), self->add_button);
  outlay_session_commit_edit (session, draft, name, NULL);
}

static void
outlay_people_panel_changed (OutlayPanel   *panel,
                             OutlaySession *session)
{
  OutlayPeoplePanel *self = OUTLAY_PEOPLE_PANEL (panel);
  OutlayScenario *scenario = outlay_session_get_scenario (session);
  GtkWidget *surplus;

  while ((surplus = outlay_people_panel_get_row (self, scenario->n_team)) != NULL)
    outlay_list_box_remove_row (self->list, surplus, self->add_button);

  for (guint i = 0; i < scenario->n_team; i++)
    {
      GtkWidget *row = outlay_people_panel_get_row (self, i);

      if (row == NULL)
        {
          row = outlay_role_row_new (session);
          g_signal_connect_object (row, "remove", G_CALLBACK (on_remove), self,
                                   G_CONNECT_SWAPPED);
          gtk_list_box_append (self->list, row);
        }
      outlay_role_row_set_position (OUTLAY_ROLE_ROW (row), i);
    }

  gtk_widget_set_sensitive (self->add_button, scenario->n_team < MAX_ROLES);
}

static gboolean
has_role (const OutlayScenario *scenario,
          const char           *name)
{
  for (guint i = 0; i < scenario->n_team; i++)
    if (g_str_equal (scenario->team[i].name, name))
      return TRUE;

  return FALSE;
}

/* "Team", then "Team 2" and so on. */
static char *
make_role_name (const OutlayScenario *scenario)
{
  char *name = g_strdup (_("Team"));

  for (guint n = 2; has_role (scenario, name); n++)
    {
      g_free (name);
      name = g_strdup_printf (_("Team %u"), n);
    }

  return name;
}

static void
action_add (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  OutlayPeoplePanel *self = OUTLAY_PEOPLE_PANEL (widget);
  OutlaySession *session = outlay_panel_get_session (OUTLAY_PANEL (self));
  OutlayScenario *draft = outlay_session_begin_edit (session);
  OutlayRole role = outlay_scenario_get_defaults ()->team[0];
  g_autofree char *name = make_role_name (draft);
  guint position = draft->n_team;

  role.name = name;
  role.mix = NULL;
  outlay_draft_add_role (draft, &role);
  outlay_session_commit_edit (session, draft, _("Add a Role"), NULL);

  outlay_role_row_rename (OUTLAY_ROLE_ROW (outlay_people_panel_get_row (self, position)));
}

static void
outlay_people_panel_dispose (GObject *object)
{
  G_OBJECT_CLASS (outlay_people_panel_parent_class)->dispose (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_PEOPLE_PANEL);
}

static void
outlay_people_panel_class_init (OutlayPeoplePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_people_panel_dispose;
  OUTLAY_PANEL_CLASS (klass)->changed = outlay_people_panel_changed;

  gtk_widget_class_install_action (widget_class, "people.add", NULL, action_add);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/people-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPeoplePanel, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayPeoplePanel, add_button);
}

static void
outlay_people_panel_init (OutlayPeoplePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_set_tooltip (self->add_button, _("Add a role"));
}
