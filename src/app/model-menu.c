/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model-menu.h"

#include <math.h>

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

static gboolean
is_used (const OutlayScenario *scenario,
         const char           *id)
{
  for (guint i = 0; i < scenario->n_options; i++)
    if (g_strcmp0 (scenario->options[i].model, id) == 0)
      return TRUE;

  return FALSE;
}

/* The more, the likelier a seat of @plan works with @model: of the same vendor, then in
 * the comparison already, so that both do the same work, then not superseded, and of
 * the class that plans are bought for. */
static guint
judge (const OutlayModel    *model,
       const OutlayPlan     *plan,
       const OutlayScenario *scenario)
{
  gboolean same_vendor = g_strcmp0 (model->vendor, plan->vendor) == 0;
  gboolean current = g_strcmp0 (model->status, "current") == 0;

  return 8u * same_vendor + 4u * is_used (scenario, model->id) + 2u * current +
         1u * (model->model_class == OUTLAY_CLASS_FRONTIER);
}

/**
 * outlay_model_menu_suggest:
 * @menu: a menu of models
 * @plan: a plan
 * @scenario: where it is to be compared
 *
 * Selects the model that the plan's seats most likely work with; of several, the one
 * with the lowest price of input.
 */
void
outlay_model_menu_suggest (GtkDropDown          *menu,
                           const OutlayPlan     *plan,
                           const OutlayScenario *scenario)
{
  GListModel *models = gtk_drop_down_get_model (menu);
  guint best = 0, most = 0;
  double least = 0;

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (OutlayCatalogueItem) item = g_list_model_get_item (models, i);
      const OutlayModel *model = outlay_catalogue_item_get_model (item);
      double price = outlay_catalogue_item_get_card (item)->base.input;
      double input = price > 0 ? price : INFINITY; /* a free one is a trial */
      guint judged = judge (model, plan, scenario);

      if (i > 0 && (judged < most || (judged == most && input >= least)))
        continue;
      best = i;
      most = judged;
      least = input;
    }

  gtk_drop_down_set_selected (menu, best);
}
