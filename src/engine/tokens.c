/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 5: whether a call fits, and which prices it can reach. */
#include "tokens.h"

#include <math.h>

/* What one call needs at the least: a prompt of this size must fit. */
double
outlay_task_tokens_need (const OutlayTaskTokens *tokens)
{
  return tokens->base + tokens->summary + tokens->message +
         tokens->tool_result + tokens->output;
}

gboolean
outlay_task_tokens_fit (const OutlayTaskTokens *tokens)
{
  return outlay_task_tokens_need (tokens) <= tokens->limit + OUTLAY_TOKEN_TOLERANCE;
}

/* The largest factor on all tokens with which they still fit: section 5's
 * comparison reaches to the limit and its tolerance. */
double
outlay_task_tokens_most (const OutlayTaskTokens *tokens)
{
  double need = outlay_task_tokens_need (tokens);

  return need > 0 ? (tokens->limit + OUTLAY_TOKEN_TOLERANCE) / need : INFINITY;
}

/**
 * outlay_price_card_count_blocks:
 * @card: a price card
 * @limit: the largest prompt
 *
 * Returns: how many of the card's price blocks, the base among them, a prompt
 *   can reach
 */
guint
outlay_price_card_count_blocks (const OutlayPriceCard *card,
                                double                 limit)
{
  guint n_blocks = 1;

  while (n_blocks <= card->n_long_context &&
         card->long_context[n_blocks - 1].threshold < limit)
    n_blocks++;

  return n_blocks;
}
