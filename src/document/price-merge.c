/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which price of a model is taken, of all there are:
 *
 * 1. that of the source which the person chose for the model;
 * 2. the person's own;
 * 3. of what is shipped and the lists, that which was seen last. But
 *    - a price with dates gives way to no price without, nor to one whose last date
 *      is earlier: a list that tells no dates may have been out of date on the day
 *      on which it was seen (DeepSeek V4 Pro: 0.435 in a list of 28 September, 0.66
 *      since 17 August). Where it differs, that is a conflict, and shown as one;
 *    - where a list says the same as what is shipped, the shipped one stays, which
 *      has the cache lifetimes that lists lack.
 *
 * A model is the same only where the id is, letter by letter. */
#include "price-book-private.h"

#include "catalogue-file.h"
#include "input-values.h"
#include "inputs.h"
#include "price-conflicts.h"
#include "price-date.h"

#include <string.h>

static gboolean
is_from (const OutlayPriceAlternative *alternative,
         const char                   *source)
{
  return strcmp (alternative->source->id, source) == 0;
}

/* The day on which a price was seen. A list has one day for all it says; of what is
 * shipped, each model's source tells it, as exactly as the catalogue's own day. */
static int
find_seen (const OutlayPriceAlternative *alternative)
{
  int date = outlay_catalogue_get_date (alternative->source->catalogue);
  int seen = 0;

  if (is_from (alternative, OUTLAY_SOURCE_SHIPPED))
    seen = outlay_model_find_seen (alternative->model);

  if (seen == 0)
    return date;
  if (seen % 100 == 0) /* a month: it may have been its last day */
    seen += 31;

  return MIN (seen, date);
}

/* The order in which prices were seen. Of those of one day what is shipped counts
 * most, then the source that is shown last. */
static gboolean
is_seen_after (const OutlayPriceAlternative *a,
               const OutlayPriceAlternative *b)
{
  int seen_a = find_seen (a), seen_b = find_seen (b);

  if (seen_a != seen_b)
    return seen_a > seen_b;
  if (is_from (b, OUTLAY_SOURCE_SHIPPED))
    return FALSE;

  return is_from (a, OUTLAY_SOURCE_SHIPPED) || a > b;
}

static OutlayPriceAlternative *
find_from (GArray     *alternatives,
           const char *source)
{
  for (guint i = 0; source != NULL && i < alternatives->len; i++)
    {
      OutlayPriceAlternative *next = &g_array_index (alternatives, OutlayPriceAlternative, i);

      if (is_from (next, source))
        return next;
    }

  return NULL;
}

static int
get_last_from (const OutlayModel *model)
{
  return model->cards[model->n_cards - 1].from;
}

/* Whether a price takes the place of one that was seen before it. */
static gboolean
replaces (const OutlayPriceAlternative *next,
          const OutlayPriceAlternative *best)
{
  /* Made by hand of what there was on its day. */
  if (is_from (next, OUTLAY_SOURCE_SHIPPED))
    return TRUE;

  if (is_from (best, OUTLAY_SOURCE_SHIPPED) &&
      outlay_models_agree_from (next->model, best->model, find_seen (next)))
    return FALSE;

  return get_last_from (next->model) >= get_last_from (best->model);
}

/* Of those that are not the person's own, the first that was seen after @after. */
static OutlayPriceAlternative *
find_next_seen (GArray                       *alternatives,
                const OutlayPriceAlternative *after)
{
  OutlayPriceAlternative *found = NULL;

  for (guint i = 0; i < alternatives->len; i++)
    {
      OutlayPriceAlternative *next = &g_array_index (alternatives, OutlayPriceAlternative, i);

      if (!is_from (next, OUTLAY_SOURCE_OWN) &&
          (after == NULL || is_seen_after (next, after)) &&
          (found == NULL || is_seen_after (found, next)))
        found = next;
    }

  return found;
}

static void
take_one (OutlayPriceBook *book,
          GArray          *alternatives)
{
  const char *id = g_array_index (alternatives, OutlayPriceAlternative, 0).model->id;
  OutlayPriceAlternative *best = find_from (alternatives, g_hash_table_lookup (book->choices, id));

  if (best == NULL)
    best = find_from (alternatives, OUTLAY_SOURCE_OWN);
  if (best == NULL)
    for (OutlayPriceAlternative *next = find_next_seen (alternatives, NULL); next != NULL;
         next = find_next_seen (alternatives, next))
      if (best == NULL || replaces (next, best))
        best = next;

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
