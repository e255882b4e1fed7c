/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiteLLM's model_prices_and_context_window.json: an object, a model a key.
 *
 * - US dollars a token.
 * - `<price>_above_200k_tokens`: the price of a whole request whose prompt is
 *   larger than 200,000 tokens; with xai, of that size or larger, so that the
 *   threshold is 199,999 there. A price that a step does not name stays what it
 *   is below the first step. `_above_1hr` is no step but a cache lifetime, and
 *   may have steps itself. `_priority`, `_flex`, `_batches` are other services.
 * - `tiered_pricing`: a list of such steps instead, each for a range of prompts,
 *   low end exclusive.
 * - `off_peak_pricing`: prices at some hours, flat; a model of its own with us.
 * - 0 may mean that nobody looked the price up. */
#include "importer.h"

#include <math.h>
#include <string.h>

#define PER_TOKEN 1e6
#define MAX_STEPS 100

static const char * const price_keys[] = {
  "input_cost_per_token", "output_cost_per_token", "cache_read_input_token_cost",
  "cache_creation_input_token_cost", "cache_creation_input_token_cost_above_1hr",
};

static double *
price_of (OutlayPriceBlock *block,
          guint             key)
{
  double *prices[] = {
    &block->input, &block->output, &block->cache_read, &block->cache_write,
    &block->cache_write_1h,
  };

  return prices[key];
}

/* Prices that @object names; the others stay. */
static void
read_prices (OutlayImporter   *importer,
             OutlayImportRow  *row,
             const json_t     *object,
             OutlayPriceBlock *block)
{
  for (guint i = 0; i < G_N_ELEMENTS (price_keys); i++)
    {
      double price = outlay_importer_number (importer, row, object, price_keys[i], PER_TOKEN);

      if (!isnan (price))
        *price_of (block, i) = price;
    }

  /* An older name of the same price. */
  if (isnan (block->cache_read))
    block->cache_read = outlay_importer_number (importer, row, object,
                                                "input_cost_per_token_cache_hit", PER_TOKEN);
}

/* Whether a key is one of the five prices above a step, and which step. */
static gboolean
parse_step (const char *key,
            guint      *price,
            double     *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (price_keys); i++)
    {
      gsize length = strlen (price_keys[i]);
      char *end;

      if (strncmp (key, price_keys[i], length) != 0 ||
          !g_str_has_prefix (key + length, "_above_") || !g_ascii_isdigit (key[length + 7]))
        continue;

      *price = i;
      *step = (double) g_ascii_strtoull (key + length + 7, &end, 10);
      if (*end == 'k')
        {
          *step *= 1000;
          end++;
        }
      if (strcmp (end, "_tokens") == 0)
        return TRUE;
    }

  return FALSE;
}

static OutlayPriceBlock *
find_step (OutlayPriceCard *card,
           double           threshold)
{
  for (guint i = 0; i < card->n_long_context; i++)
    if (card->long_context[i].threshold == threshold)
      return &card->long_context[i];

  return NULL;
}

/* Adds a step that still has the prices below the first one. */
static OutlayPriceBlock *
add_step (OutlayImporter  *importer,
          OutlayPriceCard *card,
          double           threshold)
{
  OutlayPriceBlock *block;

  if (card->long_context == NULL)
    card->long_context = outlay_pool_alloc0 (importer->pool, MAX_STEPS, sizeof *block);
  if (card->n_long_context == MAX_STEPS)
    return NULL;

  block = &card->long_context[card->n_long_context++];
  *block = card->base;
  block->threshold = threshold;

  return block;
}

static void
read_steps (OutlayImporter  *importer,
            OutlayImportRow *row,
            const json_t    *object,
            OutlayPriceCard *card)
{
  double inclusive = strcmp (row->provider, "xai") == 0 ? 1 : 0;
  const char *key;
  json_t *value;

  json_object_foreach ((json_t *) object, key, value)
    {
      OutlayPriceBlock *block;
      double step, price;
      guint which;

      if (!parse_step (key, &which, &step) || step < 1 || step > 1e9)
        continue;

      price = outlay_importer_number (importer, row, object, key, PER_TOKEN);
      if (isnan (price))
        continue;

      block = find_step (card, step - inclusive);
      if (block == NULL)
        block = add_step (importer, card, step - inclusive);
      if (block != NULL)
        *price_of (block, which) = price;
    }

  outlay_import_sort_blocks (card);
}

/* A list of ranges: the first is the ordinary price. */
static void
read_ranges (OutlayImporter  *importer,
             OutlayImportRow *row,
             const json_t    *ranges,
             OutlayPriceCard *card)
{
  json_t *range;
  gsize i;

  if (!json_is_array (ranges) || json_array_size (ranges) > MAX_STEPS)
    {
      row->is_broken = TRUE;
      outlay_problems_add (importer->problems, row->path, NULL, "a list of at most 100 ranges",
                           "\"tiered_pricing\" is no list of at most 100 ranges");
      return;
    }

  json_array_foreach (ranges, i, range)
    {
      const json_t *low = json_array_get (json_object_get (range, "range"), 0);
      OutlayPriceBlock block = outlay_import_empty_block ();

      block.threshold = json_is_number (low) ? json_number_value (low) : NAN;
      read_prices (importer, row, range, &block);
      if (!(block.threshold >= 0 && block.threshold <= 1e9) ||
          (i == 0 && block.threshold > 0))
        {
          row->is_broken = TRUE;
          outlay_problems_add (importer->problems, row->path, NULL,
                               "ranges of tokens, from 0",
                               "\"tiered_pricing\" has no range of tokens, or none from 0");
          return;
        }

      if (i == 0)
        card->base = block;
      else
        {
          OutlayPriceBlock *step = add_step (importer, card, block.threshold);

          if (step != NULL)
            *step = block;
        }
    }

  outlay_import_sort_blocks (card);
}

static void
append_text (GString      *text,
             const json_t *json)
{
  json_t *entry;
  gsize i;

  if (json_is_string (json) && json_string_length (json) <= 40)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", json_string_value (json));
  json_array_foreach (json, i, entry)
    if (json_is_string (entry) && i < 10)
      append_text (text, entry);
}

/* The hours as the list writes them: `16:30-00:30 UTC`. */
static char *
describe_hours (const json_t *off_peak)
{
  GString *text = g_string_new (NULL);
  json_t *window;
  gsize i;

  append_text (text, json_object_get (off_peak, "hours_utc"));
  json_array_foreach (json_object_get (off_peak, "windows"), i, window)
    if (i < 10)
      {
        append_text (text, json_object_get (window, "hours_utc"));
        append_text (text, json_object_get (window, "weekdays"));
      }
  g_string_append (text, text->len > 0 ? " UTC" : "hours not told");

  return g_string_free (text, FALSE);
}

static void
take_off_peak (OutlayImporter  *importer,
               OutlayImportRow *row,
               const json_t    *off_peak)
{
  OutlayPriceCard *card = outlay_importer_new_cards (importer, 1);
  g_autofree char *hours = describe_hours (off_peak);

  card->base = row->model.cards[0].base;
  read_prices (importer, row, off_peak, &card->base);
  if (!row->is_broken)
    outlay_importer_take_hours (importer, row, hours, card, 1);
}

static gboolean
answers_text (const json_t *object)
{
  const char *mode = outlay_importer_text (object, "mode");

  return g_strcmp0 (mode, "chat") == 0 || g_strcmp0 (mode, "responses") == 0 ||
         g_strcmp0 (mode, "completion") == 0;
}

/* Whether a row that has no price per token has one in another unit. */
static gboolean
has_other_unit (const json_t *object)
{
  const char *key;
  json_t *value;

  json_object_foreach ((json_t *) object, key, value)
    if (json_is_number (value) && json_number_value (value) > 0 &&
        ((strstr (key, "_cost_per_") != NULL && strstr (key, "_per_token") == NULL) ||
         strstr (key, "_dbu_") != NULL))
      return TRUE;

  return FALSE;
}

/* Programs on the person's own machine bill nobody; a "cloud" model of theirs
 * does not run there. */
static gboolean
says_free (const OutlayImportRow *row)
{
  gboolean is_local = strcmp (row->provider, "ollama") == 0 ||
                      strcmp (row->provider, "lemonade") == 0;

  return outlay_import_says_free (row->listed) ||
         (is_local && !g_str_has_suffix (row->listed, "cloud"));
}

static void
read_card (OutlayImporter  *importer,
           OutlayImportRow *row,
           const json_t    *object)
{
  const json_t *ranges = json_object_get (object, "tiered_pricing");
  OutlayPriceCard *card = outlay_importer_new_cards (importer, 1);
  double thinking;

  read_prices (importer, row, object, &card->base);
  read_steps (importer, row, object, card);
  if (ranges != NULL && !json_is_null (ranges) && isnan (card->base.input))
    read_ranges (importer, row, ranges, card);

  thinking = outlay_importer_number (importer, row, object, "output_cost_per_reasoning_token",
                                     PER_TOKEN);
  row->thinking_apart = thinking > 0 && thinking != card->base.output;
  row->model.cards = card;
  row->model.n_cards = 1;
}

static void
import_row (OutlayImporter *importer,
            const char     *key,
            const json_t   *object)
{
  const char *provider = outlay_importer_text (object, "litellm_provider");
  const json_t *off_peak = json_object_get (object, "off_peak_pricing");
  guint n_taken = importer->import->n_taken;
  OutlayImportRow row;

  outlay_importer_begin_row (importer, &row, key, provider != NULL ? provider : "unknown", key);
  if (!json_is_object (object) || strcmp (key, "sample_spec") == 0 ||
      json_object_get (object, "mode") == NULL)
    {
      outlay_importer_leave (importer, OUTLAY_LEFT_NO_MODEL);
      return;
    }
  if (!answers_text (object) || outlay_import_names_no_text (key))
    {
      outlay_importer_leave (importer, OUTLAY_LEFT_NO_TEXT);
      return;
    }

  read_card (importer, &row, object);
  if (!row.is_broken && isnan (row.model.cards->base.input) && has_other_unit (object))
    {
      outlay_importer_leave (importer, OUTLAY_LEFT_OTHER_UNIT);
      return;
    }

  row.model.context_window = outlay_importer_tokens (object, "max_input_tokens");
  row.model.max_output = outlay_importer_tokens (object, "max_output_tokens");
  outlay_importer_take (importer, &row, says_free (&row));
  if (importer->import->n_taken > n_taken && json_is_object (off_peak))
    take_off_peak (importer, &row, off_peak);
}

void
outlay_import_litellm (OutlayImporter *importer,
                       const json_t   *root)
{
  const char *key;
  json_t *object;

  json_object_foreach ((json_t *) root, key, object)
    import_row (importer, key, object);
}
