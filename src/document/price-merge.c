/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which price of a model is taken, of all there are:
 *
 * 1. that of the source which the person chose for the model;
 * 2. the person's own;
 * 3. that of the list that was seen last, if it says another price than what is
 *    shipped;
 * 4. the shipped one, which has the dates and cache lifetimes that lists lack.
 *
 * A model is the same only where the id is, letter by letter. */
#include "price-book-private.h"

#include "catalogue-file.h"
#include "input-values.h"
#include "inputs.h"
#include "price-conflicts.h"

#include <string.h>

/* How much a source's price counts where the person chose none: see above. */
static int
rank_source (const OutlayPriceSource *source)
{
  if (strcmp (source->id, OUTLAY_SOURCE_OWN) == 0)
    return G_MAXINT;
  if (strcmp (source->id, OUTLAY_SOURCE_SHIPPED) == 0)
    return -1;

  return outlay_catalogue_get_date (source->catalogue);
}

static OutlayPriceAlternative *
find_from (GArray     *alternatives,
           const char *source)
{
  for (guint i = 0; source != NULL && i < alternatives->len; i++)
    {
      OutlayPriceAlternative *next = &g_array_index (alternatives, OutlayPriceAlternative, i);

      if (strcmp (next->source->id, source) == 0)
        return next;
    }

  return NULL;
}

/* Whether a list says no other price than what is shipped, on the day on which
 * the list was seen. */
static gboolean
only_repeats (const OutlayPriceAlternative *list,
              const OutlayPriceAlternative *shipped)
{
  return strcmp (list->source->id, OUTLAY_SOURCE_OWN) != 0 &&
         outlay_models_agree (list->model, shipped->model,
                              outlay_catalogue_get_date (list->source->catalogue));
}

static void
take_one (OutlayPriceBook *book,
          GArray          *alternatives)
{
  OutlayPriceAlternative *best = &g_array_index (alternatives, OutlayPriceAlternative, 0);
  OutlayPriceAlternative *shipped = find_from (alternatives, OUTLAY_SOURCE_SHIPPED);
  OutlayPriceAlternative *chosen =
    find_from (alternatives, g_hash_table_lookup (book->choices, best->model->id));

  for (guint i = 1; i < alternatives->len; i++)
    {
      OutlayPriceAlternative *next = &g_array_index (alternatives, OutlayPriceAlternative, i);

      if (rank_source (next->source) >= rank_source (best->source))
        best = next;
    }

  if (shipped != NULL && best != shipped && only_repeats (best, shipped))
    best = shipped;
  if (chosen != NULL)
    best = chosen;

  best->is_taken = TRUE;
}

/* Finds every source's prices of each model, and which of them are taken. */
void
outlay_price_book_index (OutlayPriceBook *book)
{
  GHashTableIter iter;
  gpointer alternatives;

  if (book->models != NULL)
    return;

  book->models = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < book->sources->len; i++)
    {
      const OutlayPriceSource *source = outlay_price_book_get_source (book, i);
      const OutlayPrices *prices = outlay_catalogue_get_prices (source->catalogue);

      for (guint j = 0; j < prices->n_models; j++)
        {
          OutlayPriceAlternative alternative = { source, &prices->models[j], FALSE };
          GArray *list = g_hash_table_lookup (book->models, prices->models[j].id);

          if (list == NULL)
            {
              list = g_array_sized_new (FALSE, FALSE, sizeof alternative, 1);
              g_hash_table_insert (book->models, prices->models[j].id, list);
            }
          g_array_append_val (list, alternative);
        }
    }

  g_hash_table_iter_init (&iter, book->models);
  while (g_hash_table_iter_next (&iter, NULL, &alternatives))
    take_one (book, alternatives);
}

static const OutlayModel *
find_taken (OutlayPriceBook *book,
            const char      *id)
{
  const GArray *list = g_hash_table_lookup (book->models, id);

  for (guint i = 0; i < list->len; i++)
    {
      const OutlayPriceAlternative *next = &g_array_index (list, OutlayPriceAlternative, i);

      if (next->is_taken)
        return next->model;
    }

  g_return_val_if_reached (NULL);
}

/* Each id once, where it stands first: what is shipped keeps its order. */
static guint
merge_models (OutlayPriceBook *book,
              OutlayModel     *models)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < book->sources->len; i++)
    {
      const OutlayPriceSource *source = outlay_price_book_get_source (book, i);
      const OutlayPrices *prices = outlay_catalogue_get_prices (source->catalogue);

      for (guint j = 0; j < prices->n_models; j++)
        if (g_hash_table_add (seen, prices->models[j].id))
          models[n++] = *find_taken (book, prices->models[j].id);
    }

  return n;
}

/* Of plans, the last source's holds: only the person's own bring any. */
static guint
merge_plans (OutlayPriceBook *book,
             OutlayPlan      *plans)
{
  guint n = 0;

  for (guint i = 0; i < book->sources->len; i++)
    {
      const OutlayPrices *prices =
        outlay_catalogue_get_prices (outlay_price_book_get_source (book, i)->catalogue);

      for (guint j = 0; j < prices->n_plans; j++)
        {
          OutlayPrices before = { .plans = plans, .n_plans = n };
          const OutlayPlan *same = outlay_prices_find_plan (&before, prices->plans[j].id);

          plans[same != NULL ? (guint) (same - plans) : n++] = prices->plans[j];
        }
    }

  return n;
}

/* Every model and plan once, with the prices that are taken. */
OutlayCatalogue *
outlay_price_book_merge (OutlayPriceBook *book)
{
  OutlayPool *pool = outlay_pool_new ();
  OutlayPrices merged = { 0 };
  guint n_models = 0, n_plans = 0;
  int date = 0;

  outlay_price_book_index (book);
  for (guint i = 0; i < book->sources->len; i++)
    {
      const OutlayCatalogue *catalogue = outlay_price_book_get_source (book, i)->catalogue;

      n_models += outlay_catalogue_get_prices (catalogue)->n_models;
      n_plans += outlay_catalogue_get_prices (catalogue)->n_plans;
      date = MAX (date, outlay_catalogue_get_date (catalogue));
    }

  merged.models = outlay_pool_alloc0 (pool, n_models, sizeof *merged.models);
  merged.plans = outlay_pool_alloc0 (pool, n_plans, sizeof *merged.plans);
  merged.n_models = merge_models (book, merged.models);
  merged.n_plans = merge_plans (book, merged.plans);

  /* It may outlive the book. */
  outlay_inputs_own (&outlay_prices_inputs, &merged, pool, 0);

  return outlay_catalogue_new (pool, date, &merged);
}
