/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of the price book shows: prices, or what models cost on the work of
 * the scenario. */
#include "price-window-private.h"

#include "book-columns.h"
#include "price-conflicts.h"

#include <glib/gi18n.h>

/* What is left where there is room for the list only: names, and what they are
 * looked at for. */
#define NARROW_BOOK (1u << 0 | 1u << 3 | 1u << 4)
#define NARROW_RANKING (1u << 0 | 1u << OUTLAY_RANKING_COLUMN)

/* The prices of today, or of the book's day where a clock is behind it. */
int
outlay_price_window_get_date (OutlayPriceWindow *self)
{
  return MAX (outlay_price_shelf_get_today (), outlay_catalogue_get_date (self->catalogue));
}

/* Whose price it is */

static GHashTable *
find_disputed (OutlayPriceBook *book,
               int              date)
{
  GHashTable *disputed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) conflicts = outlay_price_book_list_conflicts (book, date);

  for (guint i = 0; i < conflicts->len; i++)
    g_hash_table_add (disputed, g_array_index (conflicts, OutlayPriceConflict, i).model->id);

  return disputed;
}

static const char *
find_source (OutlayPriceBook *book,
             const char      *model)
{
  g_autoptr (GArray) alternatives = outlay_price_book_list_alternatives (book, model);

  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    if (g_array_index (alternatives, OutlayPriceAlternative, i).is_taken)
      return g_array_index (alternatives, OutlayPriceAlternative, i).source->id;

  return NULL;
}

static OutlayCatalogueItem *
new_item (const OutlayModel *model,
          OutlayPriceBook   *book,
          GHashTable        *disputed,
          int                date)
{
  OutlayCatalogueItem *item = outlay_catalogue_item_new (model, NULL, date);
  const char *source = find_source (book, model->id);

  outlay_catalogue_item_set_source (item, source, g_strcmp0 (source, "own") == 0,
                                    g_hash_table_contains (disputed, model->id));

  return item;
}

/* The book */

static void
outlay_price_window_show_book (OutlayPriceWindow *self)
{
  int date = outlay_price_window_get_date (self);
  OutlayPriceBook *book = outlay_price_shelf_get_book (self->shelf);
  const OutlayPrices *prices = outlay_catalogue_get_prices (self->catalogue);
  g_autoptr (GHashTable) disputed = find_disputed (book, date);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListStore) items = g_list_store_new (OUTLAY_TYPE_CATALOGUE_ITEM);
  g_autofree char *day = outlay_date_format (outlay_catalogue_get_date (self->catalogue));
  /* Translators: of the prices in a table; %s is a day */
  g_autofree char *note = g_strdup_printf (_("Dollars per million tokens, seen up to %s."), day);

  for (guint i = 0; i < prices->n_models; i++)
    g_ptr_array_add (all, new_item (&prices->models[i], book, disputed, date));
  g_list_store_splice (items, 0, 0, all->pdata, all->len);

  outlay_catalogue_list_show_book (self->list, items, note, outlay_book_columns,
                                   outlay_n_book_columns);
}

/* The ranking */

static OutlayCatalogueItem *
new_ranked_item (OutlayPriceWindow  *self,
                 const OutlayRanked *ranked,
                 OutlayPriceBook    *book,
                 GHashTable         *disputed,
                 int                 date)
{
  OutlayScenario *scenario = self->ranking->scenario;
  OutlayCatalogueItem *item = new_item (ranked->model, book, disputed, date);

  /* The scenario's own card is nobody else's. */
  if (outlay_prices_find_model (&scenario->prices, ranked->model->id) == ranked->model)
    outlay_catalogue_item_set_source (item, NULL, FALSE,
                                      outlay_catalogue_item_get_disputed (item));
  outlay_catalogue_item_set_ranked (item, ranked, scenario->currency.code);

  return item;
}

static void
outlay_price_window_show_ranking (OutlayPriceWindow *self)
{
  int date = outlay_price_window_get_date (self);
  OutlayPriceBook *book = outlay_price_shelf_get_book (self->shelf);
  g_autoptr (GHashTable) disputed = find_disputed (book, date);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListStore) items = g_list_store_new (OUTLAY_TYPE_CATALOGUE_ITEM);
  /* Translators: of the costs in a table; %s is the name of a scenario */
  g_autofree char *note = g_strdup_printf (_("On the work of “%s”, at list price."),
                                           self->ranking->scenario->name);

  for (guint i = 0; i < self->ranking->ranked->len; i++)
    g_ptr_array_add (all, new_ranked_item (self, &g_array_index (self->ranking->ranked,
                                                                 OutlayRanked, i),
                                           book, disputed, date));
  g_list_store_splice (items, 0, 0, all->pdata, all->len);

  outlay_catalogue_list_show_book (self->list, items, note, outlay_ranking_columns,
                                   outlay_n_ranking_columns);
}

static void
on_ranked (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  OutlayPriceWindow *self = OUTLAY_PRICE_WINDOW (source);
  g_autoptr (OutlayPriceRanking) before = NULL;

  self->is_ranking = FALSE;
  if (self->list == NULL) /* the window has gone */
    return;

  before = g_steal_pointer (&self->ranking);
  self->ranking = outlay_price_ranking_new_finish (result);
  outlay_price_window_update_list (self);
}

/* Asks for a ranking unless there is one of the scenario as it is, with these
 * prices and terms. One thread works at a time; what has become of the scenario
 * meanwhile is asked for when it is done. */
void
outlay_price_window_update_ranking (OutlayPriceWindow *self)
{
  OutlayScenario *scenario = outlay_session_get_scenario (self->session);
  OutlayCache cache = (OutlayCache) gtk_drop_down_get_selected (self->cache);
  double effort = outlay_factor_choice_get_value (self->effort);

  if (self->ranks && !self->is_ranking &&
      (self->ranking == NULL ||
       !outlay_price_ranking_answers (self->ranking, scenario, self->catalogue, cache, effort)))
    {
      self->is_ranking = TRUE;
      outlay_price_ranking_new_async (scenario, self->catalogue, cache, effort, self, on_ranked);
    }
  outlay_price_window_update_busy (self);
}

/* Both */

void
outlay_price_window_update_columns (OutlayPriceWindow *self)
{
  guint narrow = self->ranks ? NARROW_RANKING : NARROW_BOOK;

  if (self->leaflet != NULL)
    outlay_catalogue_list_show_columns (self->list, adw_leaflet_get_folded (self->leaflet)
                                                      ? narrow : G_MAXUINT);
}

/* Shows the book or the ranking as they are; the ranking that is there stays until
 * the next one is done. */
void
outlay_price_window_update_list (OutlayPriceWindow *self)
{
  gboolean is_new = self->ranks && self->ranking != NULL && !self->shows_ranking;

  gtk_widget_set_visible (self->terms, self->ranks);
  if (!self->ranks)
    outlay_price_window_show_book (self);
  else if (self->ranking != NULL)
    outlay_price_window_show_ranking (self);
  self->shows_ranking = self->ranks && self->ranking != NULL;
  if (is_new)
    outlay_catalogue_list_sort_by (self->list, OUTLAY_RANKING_COLUMN);

  outlay_price_window_update_columns (self);
  outlay_price_window_update_details (self);
  outlay_price_window_update_ranking (self);
}
