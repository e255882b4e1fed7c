/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices that a person types: negotiated, or of a model that no list has. */
#include "own-price.h"

#include <string.h>

/**
 * outlay_own_price_new:
 * @pool: where it is to lie
 * @model: the model, with the prices that are taken now, if it has any
 * @from: the day from which the new price holds, as 20270101, or 0 for ever
 * @prices: it, for prompts of any length
 * @today: when it was typed
 *
 * What was before @from stays: a month is priced with the card in force on its
 * first day (METHOD section 5), so that a price agreed from January on must not
 * reach back. Later cards are no longer true, and go.
 *
 * Returns: (transfer none): the model with the price; it borrows its texts
 */
OutlayModel *
outlay_own_price_new (OutlayPool             *pool,
                      const OutlayModel      *model,
                      int                     from,
                      const OutlayPriceBlock *prices,
                      int                     today)
{
  OutlayModel *own = outlay_pool_alloc0 (pool, 1, sizeof *own);
  g_autofree char *source =
    g_strdup_printf ("own price, entered %04d-%02d-%02d", today / 10000, today / 100 % 100,
                     today % 100);
  guint n_kept = 0;

  *own = *model;
  while (from != 0 && n_kept < model->n_cards && model->cards[n_kept].from < from)
    n_kept++;

  own->cards = outlay_pool_alloc0 (pool, n_kept + 1, sizeof *own->cards);
  if (n_kept > 0)
    memcpy (own->cards, model->cards, n_kept * sizeof *own->cards);
  /* Only the first card may hold since ever, and without one before it does. */
  own->cards[n_kept] = (OutlayPriceCard) { .from = from, .base = *prices };
  own->cards[n_kept].base.threshold = 0;
  own->n_cards = n_kept + 1;
  own->source = outlay_pool_strdup (pool, source);
  own->confidence = outlay_pool_strdup (pool, "own");

  return own;
}
