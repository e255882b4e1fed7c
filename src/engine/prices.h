/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pool.h"

G_BEGIN_DECLS

/* What a token is billed as. The names are those of scenario files. */
typedef enum
{
  OUTLAY_TOKEN_INPUT,
  OUTLAY_TOKEN_CACHE_WRITE,
  OUTLAY_TOKEN_CACHE_READ,
  OUTLAY_TOKEN_OUTPUT,
  OUTLAY_N_TOKEN_CLASSES
} OutlayTokenClass;

typedef enum
{
  OUTLAY_CLASS_ECONOMY,
  OUTLAY_CLASS_MID,
  OUTLAY_CLASS_FRONTIER,
  OUTLAY_N_CLASSES
} OutlayModelClass;

/* Which cache lifetime an option asks for. */
typedef enum
{
  OUTLAY_CACHE_5M,
  OUTLAY_CACHE_1H,
  OUTLAY_CACHE_NONE
} OutlayCache;

typedef enum
{
  OUTLAY_OVERAGE_API,  /* use past the allowance is billed at API prices */
  OUTLAY_OVERAGE_STOP  /* use past the allowance is lost */
} OutlayOverage;

/**
 * OutlayPriceBlock:
 * @threshold: the largest prompt, in tokens, that is still billed at the
 *   prices before; 0 in a card's base block
 *
 * Prices in US dollars per million tokens, 0 to 1e7. NaN: the vendor has no
 * such price (unknown is never 0); `input` and `output` are always numbers.
 */
typedef struct
{
  double threshold;
  double input;
  double output;
  double cache_read;
  double cache_write;
  double cache_write_1h;
} OutlayPriceBlock;

/**
 * OutlayPriceCard:
 * @from: the first day on which the card is in force, as 20260817, or 0 for
 *   "since ever"
 * @base: prices of an ordinary call
 * @long_context: further blocks by rising threshold
 *
 * What a model costs from a day on.
 */
typedef struct
{
  int               from;
  OutlayPriceBlock  base;
  OutlayPriceBlock *long_context;
  guint             n_long_context;
} OutlayPriceCard;

typedef struct
{
  char             *id;
  char             *vendor;
  char             *name;
  OutlayModelClass  model_class;
  OutlayPriceCard  *cards;          /* by rising date, at least one */
  guint             n_cards;
  double            context_window; /* tokens, 1 to 1e9 */
  double            max_output;     /* tokens, or NaN */
  double            tokenizer;      /* tokens relative to the reference tokenizer */
  char             *status;         /* or NULL, as all below */
  char             *source;
  char             *confidence;
} OutlayModel;

typedef struct
{
  char          *id;
  char          *vendor;
  char          *name;
  double         fee;        /* US dollars per seat and month */
  gint64         min_seats;
  gint64         max_seats;  /* or -1: no limit */
  double         allowance;  /* API-equivalent US dollars per seat and month; NaN: no limit */
  gboolean       pooled;     /* the allowance is judged on the team's month */
  OutlayOverage  overage;
  char          *allowance_note;
  char          *source;
  char          *as_of;
} OutlayPlan;

/**
 * OutlayPrices:
 *
 * Models and plans, each with a unique id: what a scenario carries along, and
 * what a catalogue holds.
 */
typedef struct
{
  OutlayModel *models;
  guint        n_models;
  OutlayPlan  *plans;
  guint        n_plans;
} OutlayPrices;

const OutlayModel      *outlay_prices_find_model     (const OutlayPrices     *prices,
                                                      const char             *id);
const OutlayPlan       *outlay_prices_find_plan      (const OutlayPrices     *prices,
                                                      const char             *id);

const OutlayPriceCard  *outlay_model_get_card        (const OutlayModel      *model,
                                                      int                     date);
guint                   outlay_price_card_find_block (const OutlayPriceCard  *card,
                                                      double                  prompt);
gboolean                outlay_price_card_is_free    (const OutlayPriceCard  *card);
const OutlayPriceBlock *outlay_price_card_get_block  (const OutlayPriceCard  *card,
                                                      guint                   block);

/**
 * OutlayRate:
 *
 * The price of one kind of token, and what it is billed as.
 */
typedef struct
{
  OutlayTokenClass billed_as;
  double           per_million; /* US dollars */
} OutlayRate;

OutlayRate              outlay_price_block_rate_read  (const OutlayPriceBlock *block,
                                                       OutlayCache             cache);
OutlayRate              outlay_price_block_rate_write (const OutlayPriceBlock *block,
                                                       OutlayCache             cache);

G_END_DECLS
