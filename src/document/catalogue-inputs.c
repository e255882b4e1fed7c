/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of what models, plans and a catalogue hold. */
#include "catalogue.h"
#include "catalogue-private.h"
#include "inputs.h"
#include "input-rows.h"

#include <glib/gi18n-lib.h>

static const char * const class_names[] = { "economy", "mid", "frontier", NULL };
static const char * const overage_names[] = { "api", "stop", NULL };

#define MAX_PRICE 1e7

/* The same five prices stand in a card and in its long-context blocks. */
#define PRICE_ROWS(Type, prefix) \
  NUMBER (Type, "input", prefix input, 0, MAX_PRICE, N_("Input"), \
          .flags = OUTLAY_INPUT_REQUIRED, .unit = N_("US dollars per million tokens")), \
  NUMBER (Type, "output", prefix output, 0, MAX_PRICE, N_("Output"), \
          .flags = OUTLAY_INPUT_REQUIRED, .unit = N_("US dollars per million tokens")), \
  NUMBER (Type, "cache_read", prefix cache_read, 0, MAX_PRICE, N_("Cache read"), \
          .flags = OUTLAY_INPUT_NULLABLE, .fallback = NAN, \
          .unit = N_("US dollars per million tokens")), \
  NUMBER (Type, "cache_write", prefix cache_write, 0, MAX_PRICE, N_("Cache write"), \
          .flags = OUTLAY_INPUT_NULLABLE, .fallback = NAN, \
          .unit = N_("US dollars per million tokens")), \
  NUMBER (Type, "cache_write_1h", prefix cache_write_1h, 0, MAX_PRICE, \
          N_("Cache write, 1 hour"), \
          .flags = OUTLAY_INPUT_NULLABLE, .fallback = NAN, \
          .unit = N_("US dollars per million tokens"))

static const OutlayInput block_rows[] = {
  NUMBER (OutlayPriceBlock, "threshold", threshold, 0, 1e9, N_("Prompts over"),
          .flags = OUTLAY_INPUT_REQUIRED, .unit = N_("tokens")),
  PRICE_ROWS (OutlayPriceBlock, ),
};
static const OutlayInputTable block_table = TABLE (block_rows, OutlayPriceBlock);

static const OutlayInput card_rows[] = {
  ROW (OutlayPriceCard, DATE, "from", from, N_("In force from"),
       .flags = OUTLAY_INPUT_NULLABLE),
  PRICE_ROWS (OutlayPriceCard, base.),
  LIST (OutlayPriceCard, "long_context", long_context, n_long_context, block_table,
        0, 100, N_("Long context")),
};
static const OutlayInputTable card_table = TABLE (card_rows, OutlayPriceCard);

static const OutlayInput model_rows[] = {
  TEXT (OutlayModel, "id", id, REQUIRED | OUTLAY_INPUT_NAME | OUTLAY_INPUT_UNIQUE,
        N_("Identifier")),
  TEXT (OutlayModel, "vendor", vendor, NULLABLE, N_("Vendor")),
  TEXT (OutlayModel, "name", name, REQUIRED | OUTLAY_INPUT_NAME, N_("Model")),
  CHOICE (OutlayModel, "class", model_class, class_names, N_("Class"),
          .flags = OUTLAY_INPUT_REQUIRED),
  LIST (OutlayModel, "prices", cards, n_cards, card_table, 1, 1000, N_("Prices"),
        .flags = OUTLAY_INPUT_REQUIRED),
  NUMBER (OutlayModel, "context_window", context_window, 1, 1e9, N_("Context window"),
          .flags = OUTLAY_INPUT_REQUIRED, .unit = N_("tokens")),
  NUMBER (OutlayModel, "max_output", max_output, 1, 1e9, N_("Largest output"),
          .flags = OUTLAY_INPUT_NULLABLE, .fallback = NAN, .unit = N_("tokens")),
  NUMBER (OutlayModel, "tokenizer", tokenizer, 0.1, 10, N_("Tokenizer"), .fallback = 1,
          .unit = N_("tokens relative to the reference tokenizer")),
  TEXT (OutlayModel, "status", status, NULLABLE, N_("Status")),
  TEXT (OutlayModel, "source", source, NULLABLE, N_("Source")),
  TEXT (OutlayModel, "confidence", confidence, NULLABLE, N_("Confidence")),
};
static const OutlayInputTable model_table = TABLE (model_rows, OutlayModel);

static const OutlayInput plan_rows[] = {
  TEXT (OutlayPlan, "id", id, REQUIRED | OUTLAY_INPUT_NAME | OUTLAY_INPUT_UNIQUE,
        N_("Identifier")),
  TEXT (OutlayPlan, "vendor", vendor, NULLABLE, N_("Vendor")),
  TEXT (OutlayPlan, "name", name, REQUIRED | OUTLAY_INPUT_NAME, N_("Plan")),
  NUMBER (OutlayPlan, "fee", fee, 0, MAX_PRICE, N_("Fee"),
          .flags = OUTLAY_INPUT_REQUIRED, .unit = N_("US dollars per seat and month")),
  WHOLE (OutlayPlan, "min_seats", min_seats, 0, 1e9, N_("Fewest seats"), .fallback = 1),
  WHOLE (OutlayPlan, "max_seats", max_seats, 0, 1e9, N_("Most seats"),
         .flags = OUTLAY_INPUT_NULLABLE, .fallback = NAN),
  NUMBER (OutlayPlan, "allowance", allowance, 0, G_MAXDOUBLE, N_("Allowance"),
          .flags = OUTLAY_INPUT_NULLABLE, .fallback = NAN,
          .unit = N_("API-equivalent US dollars per seat and month")),
  FLAG (OutlayPlan, "pooled", pooled, N_("Pooled")),
  CHOICE (OutlayPlan, "overage", overage, overage_names, N_("Past the allowance")),
  TEXT (OutlayPlan, "allowance_note", allowance_note, NULLABLE, N_("About the allowance")),
  TEXT (OutlayPlan, "source", source, NULLABLE, N_("Source")),
  TEXT (OutlayPlan, "as_of", as_of, NULLABLE, N_("Seen")),
};
static const OutlayInputTable plan_table = TABLE (plan_rows, OutlayPlan);

static const OutlayInput prices_rows[] = {
  LIST (OutlayPrices, "models", models, n_models, model_table, 0, G_MAXUINT, N_("Models")),
  LIST (OutlayPrices, "plans", plans, n_plans, plan_table, 0, G_MAXUINT, N_("Plans")),
};
const OutlayInputTable outlay_prices_inputs = TABLE (prices_rows, OutlayPrices);

static const OutlayInput catalogue_rows[] = {
  WHOLE (OutlayCatalogue, "catalogue", format, 1, 1, N_("Format version")),
  ROW (OutlayCatalogue, DATE, "date", date, N_("Date"), .flags = OUTLAY_INPUT_NULLABLE),
  LIST (OutlayCatalogue, "models", prices.models, prices.n_models, model_table,
        0, G_MAXUINT, N_("Models")),
  LIST (OutlayCatalogue, "plans", prices.plans, prices.n_plans, plan_table,
        0, G_MAXUINT, N_("Plans")),
};
const OutlayInputTable outlay_catalogue_inputs = TABLE (catalogue_rows, OutlayCatalogue);
