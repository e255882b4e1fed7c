/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where sources disagree. Cards are compared on one day, price by price. A price
 * that one of two sources does not have is no conflict: that is a gap in what it
 * knows. Only what is shipped and not in the list that is taken is told, since
 * work is then billed at another price. Steps for long prompts are the same within one token, since lists put
 * the boundary on either side of it; between two that both have steps, each
 * step counts, and a step that is missing is a conflict. */
#include "price-conflicts.h"

#include "json-writer.h"
#include "price-book-private.h"
#include "writer.h"

#include <math.h>
#include <string.h>

/* Prices are compared as they are shown, not to the last bit. */
#define TOLERANCE 1e-6

static const char * const kind_keys[OUTLAY_N_PRICES] = {
  [OUTLAY_PRICE_INPUT] = "input",
  [OUTLAY_PRICE_OUTPUT] = "output",
  [OUTLAY_PRICE_CACHE_READ] = "cache_read",
  [OUTLAY_PRICE_CACHE_WRITE] = "cache_write",
  [OUTLAY_PRICE_CACHE_WRITE_1H] = "cache_write_1h",
};

const char *
outlay_price_kind_get_key (OutlayPriceKind kind)
{
  g_return_val_if_fail (kind < OUTLAY_N_PRICES, NULL);

  return kind_keys[kind];
}

/* Returns: that price of a block, in US dollars per million tokens, or NaN */
double
outlay_price_block_get_price (const OutlayPriceBlock *block,
                              OutlayPriceKind         kind)
{
  const double prices[OUTLAY_N_PRICES] = {
    block->input, block->output, block->cache_read, block->cache_write,
    block->cache_write_1h,
  };

  return prices[kind];
}

static gboolean
differ (double a,
        double b)
{
  return fabs (a - b) > TOLERANCE * MAX (fabs (a), fabs (b));
}

/* Whether a card bills prompts over @threshold by a block of its own. */
static const OutlayPriceBlock *
find_step (const OutlayPriceCard *card,
           double                 threshold)
{
  for (guint i = 0; i < card->n_long_context; i++)
    if (fabs (card->long_context[i].threshold - threshold) <= 1)
      return &card->long_context[i];

  return NULL;
}

/* Takes a difference; returns whether it wants to hear of more. */
typedef gboolean (* DifferenceFunc) (const OutlayPriceBlock *here,
                                     const OutlayPriceBlock *there,
                                     guint                   kind,
                                     gpointer                data);

static gboolean
compare_blocks (const OutlayPriceBlock *here,
                const OutlayPriceBlock *there,
                DifferenceFunc          take,
                gpointer                data)
{
  /* What is unknown differs from nothing: NaN is not larger than the tolerance. */
  for (guint kind = 0; kind < OUTLAY_N_PRICES; kind++)
    if (differ (outlay_price_block_get_price (here, kind),
                outlay_price_block_get_price (there, kind)) &&
        !take (here, there, kind, data))
      return FALSE;

  return TRUE;
}

static void
compare_cards (const OutlayPriceCard *here,
               const OutlayPriceCard *there,
               DifferenceFunc         take,
               gpointer               data)
{
  if (!compare_blocks (&here->base, &there->base, take, data))
    return;

  for (guint i = 0; i < here->n_long_context; i++)
    {
      const OutlayPriceBlock *block = &here->long_context[i];
      const OutlayPriceBlock *other = find_step (there, block->threshold);

      if (other != NULL ? !compare_blocks (block, other, take, data)
                        : !take (block, NULL, OUTLAY_PRICE_INPUT, data))
        return;
    }

  for (guint i = 0; i < there->n_long_context; i++)
    if (find_step (here, there->long_context[i].threshold) == NULL &&
        !take (NULL, &there->long_context[i], OUTLAY_PRICE_INPUT, data))
      return;
}

static gboolean
note_difference (const OutlayPriceBlock *here,
                 const OutlayPriceBlock *there,
                 guint                   kind,
                 gpointer                data)
{
  *(gboolean *) data = TRUE;

  return FALSE;
}

static gboolean
agree_on (const OutlayModel *a,
          const OutlayModel *b,
          int                date)
{
  gboolean differs = FALSE;

  compare_cards (outlay_model_get_card (a, date), outlay_model_get_card (b, date),
                 note_difference, &differs);

  return !differs;
}

/* Whether they agree on every day after @date on which @a comes to another card. */
static gboolean
agree_on_changes (const OutlayModel *a,
                  const OutlayModel *b,
                  int                date)
{
  for (guint i = 0; i < a->n_cards; i++)
    if (a->cards[i].from > date && !agree_on (a, b, a->cards[i].from))
      return FALSE;

  return TRUE;
}

/**
 * outlay_models_agree_from:
 * @a: a source's prices of a model
 * @b: another source's
 * @date: a day, as 20260928
 *
 * Returns: whether both say the same prices on that day and on all that come after,
 *   as far as both say any
 */
gboolean
outlay_models_agree_from (const OutlayModel *a,
                          const OutlayModel *b,
                          int                date)
{
  return agree_on (a, b, date) && agree_on_changes (a, b, date) && agree_on_changes (b, a, date);
}

typedef struct
{
  GArray              *conflicts;
  OutlayPriceConflict  conflict; /* what is the same for all of two cards */
} Collect;

static gboolean
add_conflict (const OutlayPriceBlock *here,
              const OutlayPriceBlock *there,
              guint                   kind,
              gpointer                data)
{
  Collect *collect = data;
  OutlayPriceConflict conflict = collect->conflict;

  conflict.kind = (OutlayPriceKind) kind;
  conflict.threshold = here != NULL ? here->threshold : there->threshold;
  conflict.price_here = here != NULL ? outlay_price_block_get_price (here, kind) : NAN;
  conflict.price_there = there != NULL ? outlay_price_block_get_price (there, kind) : NAN;
  g_array_append_val (collect->conflicts, conflict);

  return TRUE;
}

static void
add_gaps (const OutlayPriceBlock *here,
          const OutlayPriceBlock *there,
          Collect                *collect)
{
  for (guint kind = 0; kind < OUTLAY_N_PRICES; kind++)
    if (isnan (outlay_price_block_get_price (here, kind)) &&
        !isnan (outlay_price_block_get_price (there, kind)))
      add_conflict (here, there, kind, collect);
}

static void
add_conflicts (GArray                       *conflicts,
               const OutlayPriceAlternative *here,
               const OutlayPriceAlternative *there,
               int                           date)
{
  const OutlayPriceCard *card = outlay_model_get_card (here->model, date);
  const OutlayPriceCard *other = outlay_model_get_card (there->model, date);
  Collect collect = {
    conflicts,
    {
      .model = here->model,
      .here = here->source,
      .there = there->source,
      .since_here = card->from,
      .since_there = other->from,
    },
  };

  compare_cards (card, other, add_conflict, &collect);
  if (strcmp (there->source->id, OUTLAY_SOURCE_SHIPPED) == 0)
    add_gaps (&card->base, &other->base, &collect);
}

/* What the price that is taken says, against each other one. */
static void
add_model_conflicts (GArray       *conflicts,
                     const GArray *list,
                     int           date)
{
  const OutlayPriceAlternative *all = (const OutlayPriceAlternative *) (gpointer) list->data;
  guint taken = 0;

  while (!all[taken].is_taken)
    taken++;
  for (guint i = 0; i < list->len; i++)
    if (i != taken)
      add_conflicts (conflicts, &all[taken], &all[i], date);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * outlay_price_book_list_conflicts:
 * @book: a price book
 * @date: the day whose prices are compared, as 20261122
 *
 * Returns: (transfer full) (element-type OutlayPriceConflict): every price of a
 *   model that another source says is different, by model
 */
GArray *
outlay_price_book_list_conflicts (OutlayPriceBook *book,
                                  int              date)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (OutlayPriceConflict));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, value;

  outlay_price_book_index (book);
  g_hash_table_iter_init (&iter, book->models);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (((GArray *) value)->len > 1)
      g_ptr_array_add (ids, id);
  g_ptr_array_sort (ids, compare_ids);

  for (guint i = 0; i < ids->len; i++)
    add_model_conflicts (conflicts, g_hash_table_lookup (book->models,
                                                         g_ptr_array_index (ids, i)), date);

  return conflicts;
}

/* The same of one model. */
GArray *
outlay_price_book_list_model_conflicts (OutlayPriceBook *book,
                                        const char      *model,
                                        int              date)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (OutlayPriceConflict));
  const GArray *list;

  outlay_price_book_index (book);
  list = g_hash_table_lookup (book->models, model);
  if (list != NULL)
    add_model_conflicts (conflicts, list, date);

  return conflicts;
}

static void
append_price (GString *text,
              double   price,
              double   threshold,
              int      since)
{
  g_autofree char *number = outlay_number_to_string (price);

  if (isnan (price))
    g_string_append (text, threshold > 0 ? "no such step" : "no such price");
  else
    g_string_append (text, number);

  if (!isnan (price) && since != 0)
    {
      g_autofree char *day = outlay_date_to_string (since);

      g_string_append_printf (text, " since %s", day);
    }
}

/* Returns: (transfer full): `DeepSeek V4 Pro, input: 0.435 here (LiteLLM), 0.66
 *   since 2026-08-17 there (shipped catalogue)` */
char *
outlay_price_conflict_to_string (const OutlayPriceConflict *conflict)
{
  GString *text = g_string_new (conflict->model->name);

  g_string_append_printf (text, ", %s", kind_keys[conflict->kind]);
  if (conflict->threshold > 0)
    g_string_append_printf (text, " over %.0f tokens", conflict->threshold);
  g_string_append (text, ": ");
  append_price (text, conflict->price_here, conflict->threshold, conflict->since_here);
  g_string_append_printf (text, " here (%s), ", conflict->here->name);
  append_price (text, conflict->price_there, conflict->threshold, conflict->since_there);
  g_string_append_printf (text, " there (%s)", conflict->there->name);

  return g_string_free (text, FALSE);
}
