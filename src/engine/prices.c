/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 5, "Billing" and "Dates". */
#include "prices.h"

#include <math.h>
#include <string.h>

/* Token counts differ from a limit only when they differ by more than this. */
#define TOKEN_TOLERANCE 0.001

const OutlayModel *
outlay_prices_find_model (const OutlayPrices *prices,
                          const char         *id)
{
  for (guint i = 0; i < prices->n_models; i++)
    if (strcmp (prices->models[i].id, id) == 0)
      return &prices->models[i];

  return NULL;
}

const OutlayPlan *
outlay_prices_find_plan (const OutlayPrices *prices,
                         const char         *id)
{
  for (guint i = 0; i < prices->n_plans; i++)
    if (strcmp (prices->plans[i].id, id) == 0)
      return &prices->plans[i];

  return NULL;
}

/**
 * outlay_model_get_card:
 * @model: a model
 * @date: a day, as 20261201
 *
 * Returns: (transfer none): the card in force on @date: the last whose date is
 *   not later; before the first, the first
 */
const OutlayPriceCard *
outlay_model_get_card (const OutlayModel *model,
                       int                date)
{
  const OutlayPriceCard *card = &model->cards[0];

  for (guint i = 1; i < model->n_cards && model->cards[i].from <= date; i++)
    card = &model->cards[i];

  return card;
}

/**
 * outlay_price_card_is_free:
 * @card: a card
 *
 * Returns: whether nothing is asked for what goes in and what comes out. A price
 *   that is missing is not free.
 */
gboolean
outlay_price_card_is_free (const OutlayPriceCard *card)
{
  return card->base.input <= 0 && card->base.output <= 0;
}

/**
 * outlay_price_card_find_block:
 * @card: a card
 * @prompt: the prompt of a call, in tokens
 *
 * Which prices a call is billed at, whole: a cliff, not a marginal rate.
 *
 * Returns: 0 for the base block, n for the nth long-context block
 */
guint
outlay_price_card_find_block (const OutlayPriceCard *card,
                              double                 prompt)
{
  guint block = 0;

  while (block < card->n_long_context &&
         prompt > card->long_context[block].threshold + TOKEN_TOLERANCE)
    block++;

  return block;
}

const OutlayPriceBlock *
outlay_price_card_get_block (const OutlayPriceCard *card,
                             guint                  block)
{
  return block == 0 ? &card->base : &card->long_context[block - 1];
}

static OutlayRate
rate (OutlayTokenClass billed_as,
      double           per_million)
{
  return (OutlayRate) { billed_as, per_million };
}

/**
 * outlay_price_block_rate_read:
 * @block: a price block
 * @cache: the option's cache
 *
 * Returns: the price of a token that the cache serves
 */
OutlayRate
outlay_price_block_rate_read (const OutlayPriceBlock *block,
                              OutlayCache             cache)
{
  if (cache == OUTLAY_CACHE_NONE || isnan (block->cache_read))
    return rate (OUTLAY_TOKEN_INPUT, block->input);

  return rate (OUTLAY_TOKEN_CACHE_READ, block->cache_read);
}

/**
 * outlay_price_block_rate_write:
 * @block: a price block
 * @cache: the option's cache
 *
 * Returns: the price of a new or cold token
 */
OutlayRate
outlay_price_block_rate_write (const OutlayPriceBlock *block,
                               OutlayCache             cache)
{
  if (cache == OUTLAY_CACHE_NONE ||
      isnan (block->cache_read) || isnan (block->cache_write))
    return rate (OUTLAY_TOKEN_INPUT, block->input);

  if (cache == OUTLAY_CACHE_1H && !isnan (block->cache_write_1h))
    return rate (OUTLAY_TOKEN_CACHE_WRITE, block->cache_write_1h);

  return rate (OUTLAY_TOKEN_CACHE_WRITE, block->cache_write);
}
