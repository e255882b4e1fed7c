/* SPDX-License-Identifier: GPL-3.0-or-later */
/* genai-prices' data.json, version 1 or 2: a list of providers, each with a list
 * of models.
 *
 * - US dollars per million tokens. `cache_write_mtok` is the 5-minute one.
 * - A price is a number, or {base, tiers: [{start, price}]}: the price of a whole
 *   request whose prompt, cache included, is larger than `start`. Where a vendor
 *   bills from the round number on, the list writes 271999: `start` is always
 *   our threshold.
 * - `prices` may be a list of {constraint, prices}: of those that hold, the last
 *   wins. A `start_date` makes a dated card. Hours of the day make a model of
 *   their own, since a scenario has no clock.
 * - {} is free.
 * - Models that answer with something else are told by the output that they bill,
 *   or by their names; those that bill no output (embeddings) are unpriced. */
#include "importer.h"

#include "read-values.h"

#include <math.h>
#include <string.h>

#define MAX_ENTRIES 100

static const struct
{
  const char *key;
  gsize       offset;
} rates[] = {
  { "input_mtok", G_STRUCT_OFFSET (OutlayPriceBlock, input) },
  { "output_mtok", G_STRUCT_OFFSET (OutlayPriceBlock, output) },
  { "cache_read_mtok", G_STRUCT_OFFSET (OutlayPriceBlock, cache_read) },
  { "cache_write_mtok", G_STRUCT_OFFSET (OutlayPriceBlock, cache_write) },
  { "cache_write_5m_mtok", G_STRUCT_OFFSET (OutlayPriceBlock, cache_write) },
  { "cache_write_1h_mtok", G_STRUCT_OFFSET (OutlayPriceBlock, cache_write_1h) },
};

/* One entry of `prices`. */
typedef struct
{
  int           date;  /* from which it holds, or 0 */
  const char   *start; /* (nullable): hours of the day in which it holds */
  const char   *end;
  const json_t *prices;
} Entry;

static double *
rate_of (OutlayPriceBlock *block,
         guint             rate)
{
  return G_STRUCT_MEMBER_P (block, rates[rate].offset);
}

static void
add_problem (OutlayImporter  *importer,
             OutlayImportRow *row,
             const char      *message)
{
  row->is_broken = TRUE;
  outlay_problems_add (importer->problems, row->path, NULL, NULL, "%s", message);
}

static OutlayPriceBlock *
get_step (OutlayPriceCard *card,
          double           threshold)
{
  OutlayPriceBlock *block;

  for (guint i = 0; i < card->n_long_context; i++)
    if (card->long_context[i].threshold == threshold)
      return &card->long_context[i];

  block = &card->long_context[card->n_long_context++];
  *block = outlay_import_empty_block ();
  block->threshold = threshold;

  return block;
}

/* A price that changes with the prompt: its base, and its steps. */
static void
read_stepped_rate (OutlayImporter  *importer,
                   OutlayImportRow *row,
                   const json_t    *object,
                   guint            rate,
                   OutlayPriceCard *card)
{
  json_t *step;
  gsize i;

  *rate_of (&card->base, rate) = outlay_importer_number (importer, row, object, "base", 1);
  json_array_foreach (json_object_get (object, "tiers"), i, step)
    {
      double start = json_number_value (json_object_get (step, "start"));

      if (!(start >= 1 && start <= 1e9) || i >= MAX_ENTRIES)
        {
          add_problem (importer, row, "a step without a size in tokens, or over 100 of them");
          return;
        }
      *rate_of (get_step (card, start), rate) =
        outlay_importer_number (importer, row, step, "price", 1);
    }
}

static double
last_rate_below (const OutlayPriceCard *card,
                 guint                  step,
                 guint                  rate)
{
  for (guint i = step; i > 0; i--)
    {
      double price = *rate_of (&card->long_context[i - 1], rate);

      if (!isnan (price))
        return price;
    }

  return *rate_of ((OutlayPriceBlock *) &card->base, rate);
}

/* Each price has its own steps; a block has all prices that hold in it. */
static void
fill_steps (OutlayPriceCard *card)
{
  outlay_import_sort_blocks (card);
  for (guint i = 0; i < card->n_long_context; i++)
    for (guint rate = 0; rate < G_N_ELEMENTS (rates); rate++)
      if (isnan (*rate_of (&card->long_context[i], rate)))
        *rate_of (&card->long_context[i], rate) = last_rate_below (card, i, rate);
}

static gsize
count_steps (const json_t *prices)
{
  gsize n = 0;

  for (guint rate = 0; rate < G_N_ELEMENTS (rates); rate++)
    n += json_array_size (json_object_get (json_object_get (prices, rates[rate].key), "tiers"));

  return n;
}

static void
read_card (OutlayImporter  *importer,
           OutlayImportRow *row,
           const json_t    *prices,
           OutlayPriceCard *card)
{
  card->base = outlay_import_empty_block ();
  card->long_context = outlay_pool_alloc0 (importer->pool, count_steps (prices),
                                           sizeof *card->long_context);
  if (!json_is_object (prices))
    {
      add_problem (importer, row, "the prices are no object");
      return;
    }

  if (json_object_size (prices) == 0)
    card->base.input = card->base.output = 0;
  for (guint rate = 0; rate < G_N_ELEMENTS (rates); rate++)
    {
      const json_t *json = json_object_get (prices, rates[rate].key);

      if (json_is_object (json))
        read_stepped_rate (importer, row, json, rate, card);
      else if (json != NULL)
        *rate_of (&card->base, rate) =
          outlay_importer_number (importer, row, prices, rates[rate].key, 1);
    }

  fill_steps (card);
}

static gboolean
read_entry (OutlayImporter  *importer,
            OutlayImportRow *row,
            const json_t    *json,
            Entry           *entry)
{
  const json_t *constraint = json_object_get (json, "constraint");
  const char *date = outlay_importer_text (constraint, "start_date");

  *entry = (Entry) {
    .start = outlay_importer_text (constraint, "start_time"),
    .end = outlay_importer_text (constraint, "end_time"),
    .prices = json_object_get (json, "prices"),
  };
  if (constraint == NULL || json_is_null (constraint))
    return TRUE;
  if (date != NULL && entry->start == NULL && outlay_parse_date (date, &entry->date))
    return TRUE;
  if (date == NULL && entry->start != NULL && entry->end != NULL &&
      strlen (entry->start) <= 20 && strlen (entry->end) <= 20)
    return TRUE;

  add_problem (importer, row, "a constraint that is neither a day nor hours");

  return FALSE;
}

static gboolean
same_hours (const Entry *a,
            const Entry *b)
{
  return g_strcmp0 (a->start, b->start) == 0 && g_strcmp0 (a->end, b->end) == 0;
}

/* What holds from @date on, at no certain hour or in the hours of @hours. */
static const Entry *
find_entry (const GArray *entries,
            int           date,
            const Entry  *hours)
{
  const Entry *found = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->date <= date &&
          (entry->start == NULL || (hours != NULL && same_hours (entry, hours))))
        found = entry;
    }

  return found;
}

static int
next_date (const GArray *entries,
           int           date)
{
  int next = G_MAXINT;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->date > date)
        next = MIN (next, entry->date);
    }

  return next;
}

/* A card for each day on which another entry begins to win. */
static guint
read_dated_cards (OutlayImporter   *importer,
                  OutlayImportRow  *row,
                  const GArray     *entries,
                  const Entry      *hours,
                  OutlayPriceCard **cards)
{
  const Entry *before = NULL;
  guint n = 0;

  *cards = outlay_importer_new_cards (importer, entries->len);
  for (int date = 0; date < G_MAXINT; date = next_date (entries, date))
    {
      const Entry *entry = find_entry (entries, date, hours);

      if (entry == NULL || entry == before)
        continue;

      read_card (importer, row, entry->prices, &(*cards)[n]);
      (*cards)[n++].from = date;
      before = entry;
    }

  return n;
}

/* `00:30:00Z` to `00:30`. */
static char *
describe_hours (const Entry *entry)
{
  g_autofree char *start = g_strndup (entry->start, 5);
  g_autofree char *end = g_strndup (entry->end, 5);

  return g_strdup_printf ("%s-%s UTC", start, end);
}

static void
take_hours (OutlayImporter  *importer,
            OutlayImportRow *row,
            const GArray    *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      g_autofree char *hours = NULL;
      OutlayPriceCard *cards;
      gboolean is_first = TRUE;
      guint n_cards;

      for (guint j = 0; j < i; j++)
        is_first = is_first && !same_hours (entry, &g_array_index (entries, Entry, j));
      if (entry->start == NULL || !is_first)
        continue;

      hours = describe_hours (entry);
      n_cards = read_dated_cards (importer, row, entries, entry, &cards);
      if (!row->is_broken && n_cards > 0)
        outlay_importer_take_hours (importer, row, hours, cards, n_cards);
    }
}

static GArray *
read_entries (OutlayImporter  *importer,
              OutlayImportRow *row,
              const json_t    *prices)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  Entry whole = { .prices = prices };
  json_t *json;
  gsize i;

  if (!json_is_array (prices))
    g_array_append_val (entries, whole);
  if (json_array_size (prices) > MAX_ENTRIES)
    add_problem (importer, row, "over 100 prices of one model");

  json_array_foreach (prices, i, json)
    {
      Entry entry;

      if (i < MAX_ENTRIES && read_entry (importer, row, json, &entry))
        g_array_append_val (entries, entry);
    }

  return entries;
}

/* Whether the only output that is billed is no text. */
static gboolean
bills_other_output (const json_t *prices)
{
  const char *key;
  json_t *value;

  if (json_is_array (prices))
    prices = json_object_get (json_array_get (prices, 0), "prices");
  if (json_object_get (prices, "output_mtok") != NULL)
    return FALSE;

  json_object_foreach ((json_t *) prices, key, value)
    if (g_str_has_prefix (key, "output_"))
      return TRUE;

  return FALSE;
}

static void
import_row (OutlayImporter *importer,
            const json_t   *provider,
            const char     *provider_id,
            const json_t   *object)
{
  const char *id = outlay_importer_text (object, "id");
  const json_t *prices = json_object_get (object, "prices");
  g_autofree char *path = g_strdup_printf ("%s.%s", provider_id, id != NULL ? id : "?");
  g_autoptr (GArray) entries = NULL;
  guint n_taken = importer->import->n_taken;
  OutlayImportRow row;

  outlay_importer_begin_row (importer, &row, path, provider_id, id != NULL ? id : "");
  if (id == NULL || prices == NULL)
    {
      outlay_importer_leave (importer, OUTLAY_LEFT_NO_MODEL);
      return;
    }
  if (bills_other_output (prices) || outlay_import_names_no_text (id))
    {
      outlay_importer_leave (importer, OUTLAY_LEFT_NO_TEXT);
      return;
    }

  entries = read_entries (importer, &row, prices);
  row.model.n_cards = read_dated_cards (importer, &row, entries, NULL, &row.model.cards);
  if (row.model.n_cards == 0 && !row.is_broken)
    {
      outlay_importer_leave (importer, OUTLAY_LEFT_UNPRICED);
      return;
    }

  row.model.name = (char *) outlay_importer_text (object, "name");
  row.model.vendor = (char *) outlay_importer_text (provider, "name");
  row.model.status = json_is_true (json_object_get (object, "deprecated")) ? (char *) "deprecated"
                                                                            : NULL;
  row.model.context_window = outlay_importer_tokens (object, "context_window");
  outlay_importer_take (importer, &row, TRUE);
  if (importer->import->n_taken > n_taken)
    take_hours (importer, &row, entries);
}

void
outlay_import_genai_prices (OutlayImporter *importer,
                            const json_t   *root)
{
  json_t *provider, *model;
  gsize i, j;

  json_array_foreach (root, i, provider)
    {
      const char *id = outlay_importer_text (provider, "id");

      json_array_foreach (json_object_get (provider, "models"), j, model)
        import_row (importer, provider, id != NULL ? id : "unknown", model);
    }
}
