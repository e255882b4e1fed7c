/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model-menu.h"

static char *
get_item_name (OutlayCatalogueItem *item,
               gpointer             data)
{
  return g_strdup (outlay_catalogue_item_get_name (item));
}

/**
 * outlay_model_menu_fill:
 * @menu: a drop down
 * @models: an #OutlayCatalogueItem for each model
 *
 * Makes a menu of models that can be searched.
 */
void
outlay_model_menu_fill (GtkDropDown *menu,
                        GListStore  *models)
{
  GtkExpression *name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                                     G_CALLBACK (get_item_name), NULL, NULL);

  gtk_drop_down_set_expression (menu, name);
  gtk_expression_unref (name);
  gtk_drop_down_set_enable_search (menu, TRUE);
  gtk_drop_down_set_model (menu, G_LIST_MODEL (models));
}

/**
 * outlay_model_menu_select:
 * @menu: a menu of models
 * @id: of one of them
 *
 * Selects a model.
 */
void
outlay_model_menu_select (GtkDropDown *menu,
                          const char  *id)
{
  GListModel *models = gtk_drop_down_get_model (menu);

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (OutlayCatalogueItem) item = g_list_model_get_item (models, i);

      if (g_strcmp0 (outlay_catalogue_item_get_id (item), id) == 0)
        gtk_drop_down_set_selected (menu, i);
    }
}
