/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "price-book.h"

G_BEGIN_DECLS

/* Which price of a card. */
typedef enum
{
  OUTLAY_PRICE_INPUT,
  OUTLAY_PRICE_OUTPUT,
  OUTLAY_PRICE_CACHE_READ,
  OUTLAY_PRICE_CACHE_WRITE,
  OUTLAY_PRICE_CACHE_WRITE_1H,
  OUTLAY_N_PRICES
} OutlayPriceKind;

/**
 * OutlayPriceConflict:
 * @model: the model, as it is taken
 * @here: where the price that is taken comes from
 * @there: another source of it
 * @kind: which price differs
 * @threshold: of prompts larger than this; 0: of ordinary prompts
 * @price_here: US dollars per million tokens
 * @price_there: the same, or NaN where that source has no such step
 * @since_here: the day from which the card holds, as 20260817, or 0
 * @since_there: the same
 *
 * Two sources that say different prices of one model. Lives as long as the book
 * is not changed.
 */
typedef struct
{
  const OutlayModel       *model;
  const OutlayPriceSource *here;
  const OutlayPriceSource *there;
  OutlayPriceKind          kind;
  double                   threshold;
  double                   price_here;
  double                   price_there;
  int                      since_here;
  int                      since_there;
} OutlayPriceConflict;

GArray     *outlay_price_book_list_conflicts (OutlayPriceBook           *book,
                                              int                        date);
GArray     *outlay_price_book_list_model_conflicts (OutlayPriceBook     *book,
                                              const char                *model,
                                              int                        date);
gboolean    outlay_models_agree_from         (const OutlayModel         *a,
                                              const OutlayModel         *b,
                                              int                        date);
double      outlay_price_block_get_price     (const OutlayPriceBlock    *block,
                                              OutlayPriceKind            kind);
const char *outlay_price_kind_get_key        (OutlayPriceKind            kind);
char       *outlay_price_conflict_to_string  (const OutlayPriceConflict *conflict);

G_END_DECLS
