/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a call cost at list price: METHOD section 5, "Billing" and "Dates", for
 * tokens that are known. */
#include "list-price.h"

#include <math.h>
#include <string.h>

/* Models that the catalogue has under another name. A model that is neither here
 * nor there is not priced: no price is better than a wrong one. */
static const struct
{
  const char *logged;
  const char *id;
} other_names[] = {
  { "claude-opus-4-5-20251101", "anthropic/claude-opus-4-5" },
  { "claude-sonnet-4-5-20250929", "anthropic/claude-sonnet-4-5" },
  { "claude-haiku-4-5-20251001", "anthropic/claude-haiku-4-5" },
};

static gboolean
is_model (const OutlayModel *model,
          const char        *name,
          gsize              length)
{
  const char *slash = strchr (model->id, '/');
  const char *own = slash != NULL ? slash + 1 : model->id;

  return (strlen (own) == length && strncmp (own, name, length) == 0) ||
         (strlen (model->id) == length && strncmp (model->id, name, length) == 0);
}

static const OutlayModel *
find_name (const OutlayPrices *prices,
           const char         *name,
           gsize               length)
{
  for (guint i = 0; i < prices->n_models; i++)
    if (is_model (&prices->models[i], name, length))
      return &prices->models[i];

  return NULL;
}

/* How much of a name stands before "-20251101" or "[1m]". */
static gsize
cut_suffix (const char *name)
{
  gsize length = strlen (name);
  gsize digits = 0;

  if (length > 4 && strcmp (name + length - 4, "[1m]") == 0)
    length -= 4;
  while (digits < length && g_ascii_isdigit (name[length - 1 - digits]))
    digits++;
  if (digits == 8 && length > 9 && name[length - 9] == '-')
    length -= 9;

  return length;
}

/**
 * outlay_list_price_find_model:
 * @prices: a catalogue's
 * @logged: a model as a log names it
 *
 * A log's name is the catalogue's id, with or without its vendor, and with or
 * without the day it came out. Nothing else is guessed.
 *
 * Returns: (transfer none) (nullable): the model
 */
const OutlayModel *
outlay_list_price_find_model (const OutlayPrices *prices,
                              const char         *logged)
{
  const OutlayModel *model;

  if (logged == NULL)
    return NULL;

  model = find_name (prices, logged, strlen (logged));
  for (guint i = 0; model == NULL && i < G_N_ELEMENTS (other_names); i++)
    if (strcmp (other_names[i].logged, logged) == 0)
      model = outlay_prices_find_model (prices, other_names[i].id);
  if (model == NULL)
    model = find_name (prices, logged, cut_suffix (logged));

  return model;
}

/**
 * outlay_list_price_find_in_book:
 * @prices: those of a person's price book
 * @logged: a model as a log names it
 *
 * A book has most names many times, each from another seller: taken is the id itself,
 * or the name as that of a vendor whose agents write the logs.
 *
 * Returns: (transfer none) (nullable): the model
 */
const OutlayModel *
outlay_list_price_find_in_book (const OutlayPrices *prices,
                                const char         *logged)
{
  static const char * const vendors[] = { "anthropic", "google", "openai" };
  const OutlayModel *model;

  if (logged == NULL)
    return NULL;

  model = outlay_prices_find_model (prices, logged);
  for (guint i = 0; model == NULL && i < G_N_ELEMENTS (vendors); i++)
    {
      g_autofree char *id = g_strconcat (vendors[i], "/", logged, NULL);

      model = outlay_prices_find_model (prices, id);
    }

  return model;
}

/**
 * outlay_list_price:
 * @model: (nullable): a model
 * @tokens: what a call used
 * @output: its output, which may be repaired
 * @is_sum: whether it stands for many calls: no single prompt is known then, so
 *   that the base prices hold
 * @at: when it was, milliseconds since 1970
 *
 * Returns: nano-dollars, whole, so that every sum has the same digits; or
 *   %OUTLAY_UNPRICED
 */
gint64
outlay_list_price (const OutlayModel  *model,
                   const OutlayTokens *tokens,
                   gint64              output,
                   gboolean            is_sum,
                   gint64              at)
{
  const OutlayPriceCard *card;
  const OutlayPriceBlock *block;
  double prompt, cost;

  if (model == NULL)
    return OUTLAY_UNPRICED;

  card = outlay_model_get_card (model, outlay_moment_get_day (at));
  prompt = is_sum ? 0 : (double) outlay_tokens_prompt (tokens);
  block = outlay_price_card_get_block (card, outlay_price_card_find_block (card, prompt));

  /* A dollar per million tokens is a thousand nano-dollars a token. */
  cost = (double) tokens->input * block->input +
         (double) tokens->write_5m *
           outlay_price_block_rate_write (block, OUTLAY_CACHE_5M).per_million +
         (double) tokens->write_1h *
           outlay_price_block_rate_write (block, OUTLAY_CACHE_1H).per_million +
         (double) tokens->read *
           outlay_price_block_rate_read (block, OUTLAY_CACHE_5M).per_million +
         (double) output * block->output;

  return cost < 9e15 ? llround (cost * 1000.0) : OUTLAY_UNPRICED;
}
