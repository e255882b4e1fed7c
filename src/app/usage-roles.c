/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-roles.h"

#include "usage-choices.h"

#include <glib/gi18n.h>
#include <string.h>

#define KEY      "person-roles"
#define ANSWERED "outlay-roles-answered"
#define ROLES    "outlay-roles"

/* Returns: (transfer full) (element-type utf8 utf8): people to the names of their roles */
GHashTable *
outlay_usage_roles_load (void)
{
  return outlay_usage_choices_load (KEY);
}

/**
 * outlay_usage_roles_add:
 * @calibration: the calibration of @scenario
 * @ledger: a ledger
 * @scenario: the inputs that it was held against
 * @roles: (element-type utf8 utf8): people to the names of their roles
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Adds what is known of each role that somebody has.
 */
gboolean
outlay_usage_roles_add (OutlayCalibration     *calibration,
                        OutlayLedger          *ledger,
                        const OutlayScenario  *scenario,
                        GHashTable            *roles,
                        GError               **error)
{
  for (guint role = 0; role < scenario->n_team; role++)
    {
      g_autoptr (GPtrArray) people = g_ptr_array_new ();
      GHashTableIter iter;
      gpointer person, name;

      g_hash_table_iter_init (&iter, roles);
      while (g_hash_table_iter_next (&iter, &person, &name))
        if (g_strcmp0 (name, scenario->team[role].name) == 0)
          g_ptr_array_add (people, person);
      g_ptr_array_add (people, NULL);
      if (people->len > 1 &&
          !outlay_calibration_add_role (calibration, ledger, scenario, role,
                                        (const char * const *) people->pdata, error))
        return FALSE;
    }

  return TRUE;
}

/* Those of whom nothing was asked keep the role they had. */
static void
on_answered (GtkWidget   *asker,
             GPtrArray   *people,
             const guint *selected)
{
  OutlayUsageRolesFunc answered =
    (OutlayUsageRolesFunc) g_object_steal_data (G_OBJECT (asker), ANSWERED);
  g_auto (GStrv) names = g_object_steal_data (G_OBJECT (asker), ROLES);
  g_autoptr (GHashTable) roles = outlay_usage_roles_load ();

  if (selected == NULL)
    return;

  for (guint i = 0; i < people->len; i++)
    if (selected[i] > 0)
      g_hash_table_replace (roles, g_strdup (g_ptr_array_index (people, i)),
                            g_strdup (names[selected[i] - 1]));
    else
      g_hash_table_remove (roles, g_ptr_array_index (people, i));
  outlay_usage_choices_save (KEY, roles);
  answered (asker);
}

static guint
find_role (const OutlayScenario *scenario,
           const char           *name)
{
  for (guint i = 0; name != NULL && i < scenario->n_team; i++)
    if (strcmp (scenario->team[i].name, name) == 0)
      return i + 1;

  return 0;
}

static void
free_names (gpointer names)
{
  g_strfreev (names);
}

/**
 * outlay_usage_roles_ask:
 * @asker: who asks
 * @scenario: whose roles people can have
 * @people: (element-type utf8): whom to ask about
 * @answered: called where something was said
 *
 * Asks who has which role, and remembers it.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
outlay_usage_roles_ask (GtkWidget            *asker,
                        const OutlayScenario *scenario,
                        const GPtrArray      *people,
                        OutlayUsageRolesFunc  answered)
{
  g_autoptr (GHashTable) roles = outlay_usage_roles_load ();
  g_autofree guint *selected = g_new0 (guint, people->len + 1);
  GPtrArray *asked = g_ptr_array_new_with_free_func (g_free);
  GtkStringList *list = gtk_string_list_new (NULL);
  GStrvBuilder *names = g_strv_builder_new ();

  gtk_string_list_append (list, C_("role", "not said"));
  for (guint i = 0; i < scenario->n_team; i++)
    {
      gtk_string_list_append (list, scenario->team[i].name);
      g_strv_builder_add (names, scenario->team[i].name);
    }
  for (guint i = 0; i < people->len; i++)
    {
      const char *person = g_ptr_array_index (people, i);

      g_ptr_array_add (asked, g_strdup (person));
      selected[i] = find_role (scenario, g_hash_table_lookup (roles, person));
    }
  g_object_set_data (G_OBJECT (asker), ANSWERED, (gpointer) answered);
  g_object_set_data_full (G_OBJECT (asker), ROLES, g_strv_builder_end (names), free_names);
  g_strv_builder_unref (names);

  return outlay_usage_choices_ask (asker, _("Who Has Which Role?"),
                                   _("Then each role is measured by its own people. It is "
                                     "remembered on this computer alone."),
                                   _("_Measure"), asked, selected, list, on_answered);
}
