/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vendor-menu.h"

#include "catalogue-item.h"

#include <glib/gi18n.h>

/* From so many on, vendors are looked up by their letter. */
#define MANY 20

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

/**
 * outlay_vendor_menu_new:
 * @items: models or plans, an #OutlayCatalogueItem each
 *
 * Returns: (transfer full): what a menu of their vendors holds: first that all are
 *   meant, then a few in the order of the items, or many by name
 */
GtkStringList *
outlay_vendor_menu_new (GListModel *items)
{
  GtkStringList *vendors = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OutlayCatalogueItem) item = g_list_model_get_item (items, i);
      const char *vendor = outlay_catalogue_item_get_vendor (item);

      if (vendor != NULL && g_hash_table_add (seen, (gpointer) vendor))
        g_ptr_array_add (names, (gpointer) vendor);
    }

  if (names->len > MANY)
    g_ptr_array_sort (names, compare_names);
  gtk_string_list_append (vendors, _("All vendors"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (vendors, g_ptr_array_index (names, i));

  return vendors;
}
