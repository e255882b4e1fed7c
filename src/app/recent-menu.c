/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recent-menu.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#define MAX_ITEMS 10
#define APPLICATION "outlay"
#define MIME_TYPE "application/x-outlay+json"

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  GtkRecentInfo *first = *(GtkRecentInfo **) a;
  GtkRecentInfo *second = *(GtkRecentInfo **) b;

  return g_date_time_compare (gtk_recent_info_get_modified (second),
                              gtk_recent_info_get_modified (first));
}

static GPtrArray *
find_recent (GtkRecentManager *manager)
{
  g_autolist (GtkRecentInfo) items = gtk_recent_manager_get_items (manager);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);

  for (GList *l = items; l != NULL; l = l->next)
    {
      GtkRecentInfo *info = l->data;

      if (gtk_recent_info_has_application (info, APPLICATION) && gtk_recent_info_exists (info))
        g_ptr_array_add (found, gtk_recent_info_ref (info));
    }

  g_ptr_array_sort (found, compare_latest_first);
  g_ptr_array_set_size (found, MIN (found->len, MAX_ITEMS));

  return found;
}

/* Two files of one name are told apart by their folders. */
static gboolean
is_name_unique (GPtrArray  *items,
                const char *name)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += g_strcmp0 (gtk_recent_info_get_display_name (items->pdata[i]), name) == 0;

  return n == 1;
}

static GMenuItem *
make_item (GPtrArray     *items,
           GtkRecentInfo *info)
{
  const char *name = gtk_recent_info_get_display_name (info);
  g_autofree char *place = gtk_recent_info_get_uri_display (info);
  const char *text = place == NULL || is_name_unique (items, name) ? name : place;
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-recent", "s",
                                     gtk_recent_info_get_uri (info));

  return item;
}

static void
update (GtkRecentManager *manager,
        GMenu            *section)
{
  g_autoptr (GPtrArray) items = find_recent (manager);

  g_menu_remove_all (section);

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GMenuItem) item = make_item (items, items->pdata[i]);

      g_menu_append_item (section, item);
    }
}

/**
 * outlay_recent_menu_get:
 *
 * Returns: (transfer none): the menu that all windows share; it keeps itself up
 *   to date. Its items call `win.open-recent`.
 */
GMenuModel *
outlay_recent_menu_get (void)
{
  static GMenu *menu = NULL;

  if (menu == NULL)
    {
      GtkRecentManager *manager = gtk_recent_manager_get_default ();
      g_autoptr (GMenu) section = g_menu_new ();

      menu = g_menu_new ();
      g_menu_append_section (menu, _("Recent Scenarios"), G_MENU_MODEL (section));
      g_signal_connect_object (manager, "changed", G_CALLBACK (update), section, 0);
      update (manager, section);
    }

  return G_MENU_MODEL (menu);
}

/**
 * outlay_recent_menu_note:
 * @file: a file that was opened or saved just now
 *
 * Puts @file first.
 */
void
outlay_recent_menu_note (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  GtkRecentData data = {
    .display_name = name,
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) APPLICATION,
    .app_exec = (char *) APPLICATION " %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
