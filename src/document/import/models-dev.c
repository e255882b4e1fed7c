/* SPDX-License-Identifier: GPL-3.0-or-later */
/* models.dev's api.json: an object, a provider a key, a model a key in its
 * `models`.
 *
 * - US dollars per million tokens. `cache_write` is the 5-minute one.
 * - `tiers` are steps for whole requests. The list does not say whether a prompt
 *   of exactly the size is billed dearer. Its sizes that end in 1 (200001) are
 *   the first dearer prompt, so the threshold is one less; so it is with xai,
 *   whose steps begin at the round number. Any other size is the threshold. A
 *   price that a step leaves out is unknown.
 * - `context_over_200k` is an old copy of one step, of any size: not read where
 *   there are steps, and where there are none its size is unknown.
 * - 0 is what members of a plan pay, or unknown; free only where a name says so. */
#include "importer.h"

#include <math.h>
#include <string.h>

#define MAX_STEPS 100

static OutlayPriceBlock
read_prices (OutlayImporter  *importer,
             OutlayImportRow *row,
             const json_t    *cost)
{
  return (OutlayPriceBlock) {
    .input = outlay_importer_number (importer, row, cost, "input", 1),
    .output = outlay_importer_number (importer, row, cost, "output", 1),
    .cache_read = outlay_importer_number (importer, row, cost, "cache_read", 1),
    .cache_write = outlay_importer_number (importer, row, cost, "cache_write", 1),
    .cache_write_1h = NAN,
  };
}

/* The largest prompt that is still billed at the price before. */
static double
read_threshold (const OutlayImportRow *row,
                const json_t          *step)
{
  const json_t *tier = json_object_get (step, "tier");
  const char *type = outlay_importer_text (tier, "type");
  double size = outlay_importer_tokens (tier, "size");

  if (g_strcmp0 (type, "context") != 0 || isnan (size) || floor (size) != size)
    return NAN;

  return fmod (size, 1000) == 1 || strcmp (row->provider, "xai") == 0 ? size - 1 : size;
}

static void
read_steps (OutlayImporter  *importer,
            OutlayImportRow *row,
            const json_t    *steps,
            OutlayPriceCard *card)
{
  gsize n_steps = json_array_size (steps);
  json_t *step;
  gsize i;

  if (steps != NULL && (!json_is_array (steps) || n_steps > MAX_STEPS))
    {
      row->is_broken = TRUE;
      outlay_problems_add (importer->problems, row->path, NULL, "a list of at most 100 steps",
                           "\"tiers\" is no list of at most 100 steps");
      return;
    }

  card->long_context = outlay_pool_alloc0 (importer->pool, n_steps,
                                           sizeof *card->long_context);
  json_array_foreach (steps, i, step)
    {
      OutlayPriceBlock block = read_prices (importer, row, step);

      block.threshold = read_threshold (row, step);
      if (isnan (block.threshold))
        {
          row->is_broken = TRUE;
          outlay_problems_add (importer->problems, row->path, NULL, "a size in tokens",
                               "a step of \"tiers\" has no size in tokens");
          return;
        }
      card->long_context[card->n_long_context++] = block;
    }

  outlay_import_sort_blocks (card);
}

/* A second price for long prompts whose size is not told cannot be billed. */
static void
check_old_step (OutlayImporter        *importer,
                const OutlayImportRow *row,
                const json_t          *cost)
{
  if (json_object_get (cost, "context_over_200k") != NULL &&
      json_object_get (cost, "tiers") == NULL)
    outlay_problems_add (importer->problems, row->path, NULL, NULL,
                         "a price for long prompts without their size; it is left out");
}

static gboolean
answers_text (const json_t *model)
{
  const json_t *answers = json_object_get (json_object_get (model, "modalities"), "output");
  json_t *answer;
  gsize i;

  json_array_foreach (answers, i, answer)
    if (g_strcmp0 (json_string_value (answer), "text") == 0)
      return TRUE;

  return FALSE;
}

static gboolean
says_free (const OutlayImportRow *row,
           const char            *name)
{
  return outlay_import_says_free (row->listed) ||
         (name != NULL && outlay_import_says_free (name)) ||
         strcmp (row->provider, "lmstudio") == 0;
}

static void
read_card (OutlayImporter  *importer,
           OutlayImportRow *row,
           const json_t    *cost)
{
  OutlayPriceCard *card = outlay_importer_new_cards (importer, 1);
  double thinking = outlay_importer_number (importer, row, cost, "reasoning", 1);

  card->base = read_prices (importer, row, cost);
  read_steps (importer, row, json_object_get (cost, "tiers"), card);
  check_old_step (importer, row, cost);
  row->thinking_apart = thinking > 0 && thinking != card->base.output;
  row->model.cards = card;
  row->model.n_cards = 1;
}

static void
import_row (OutlayImporter *importer,
            const char     *provider,
            const char     *provider_name,
            const char     *key,
            const json_t   *object)
{
  g_autofree char *path = g_strdup_printf ("%s.models.%s", provider, key);
  const json_t *cost = json_object_get (object, "cost");
  const json_t *limit = json_object_get (object, "limit");
  const char *name = outlay_importer_text (object, "name");
  OutlayImportRow row;

  outlay_importer_begin_row (importer, &row, path, provider, key);
  if (!json_is_object (object))
    {
      outlay_importer_leave (importer, OUTLAY_LEFT_NO_MODEL);
      return;
    }
  if (!answers_text (object) || outlay_import_names_no_text (key))
    {
      outlay_importer_leave (importer, OUTLAY_LEFT_NO_TEXT);
      return;
    }

  read_card (importer, &row, cost);
  row.model.name = (char *) name;
  row.model.vendor = (char *) provider_name;
  row.model.status = (char *) outlay_importer_text (object, "status");
  row.model.context_window = outlay_importer_tokens (limit, "context");
  row.model.max_output = outlay_importer_tokens (limit, "output");
  outlay_importer_take (importer, &row, says_free (&row, name));
}

void
outlay_import_models_dev (OutlayImporter *importer,
                          const json_t   *root)
{
  const char *provider, *key;
  json_t *object, *model;

  json_object_foreach ((json_t *) root, provider, object)
    json_object_foreach (json_object_get (object, "models"), key, model)
      import_row (importer, provider, outlay_importer_text (object, "name"), key, model);
}
