/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "prices.h"

G_BEGIN_DECLS

/**
 * OutlayTaskTokens:
 * @base: B, system prompt, tool definitions and project files
 * @message: u, what the person adds each turn
 * @tool_result: r, what tools bring in by the first call
 * @output: o, all output of a call, which stays in the context
 * @summary: output of the call that sums up before a compaction
 * @limit: the largest prompt before a compaction
 * @cold: the chance that a person's next message finds the cache cold
 * @calls: model calls a turn
 *
 * What one attempt at a task moves, in tokens of the model's own tokenizer.
 */
typedef struct
{
  double base;
  double message;
  double tool_result;
  double output;
  double summary;
  double limit;
  double cold;
  double calls;
} OutlayTaskTokens;

/* METHOD section 5: a prompt this much above the limit still fits. */
#define OUTLAY_TOKEN_TOLERANCE 0.001

gboolean outlay_task_tokens_fit  (const OutlayTaskTokens *tokens);
double   outlay_task_tokens_need (const OutlayTaskTokens *tokens);
double   outlay_task_tokens_most (const OutlayTaskTokens *tokens);

/* What is counted of the calls in one price block. */
typedef enum
{
  OUTLAY_USE_WRITTEN, /* new and cold tokens */
  OUTLAY_USE_READ,    /* warm tokens */
  OUTLAY_USE_OUTPUT,  /* tokens */
  OUTLAY_USE_CALLS,   /* calls */
  OUTLAY_N_USES,

  OUTLAY_USE_COLDABLE = OUTLAY_USE_CALLS /* tokens: see outlay_walk_part_cold() */
} OutlayUse;

/* The four as one value, which processors add and scale at once. */
typedef double OutlayUses __attribute__ ((vector_size (OUTLAY_N_USES * sizeof (double)),
                                          aligned (sizeof (double))));

guint    outlay_price_card_count_blocks (const OutlayPriceCard *card,
                                         double                 limit);

G_END_DECLS
