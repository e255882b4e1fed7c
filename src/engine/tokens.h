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

/**
 * OutlayGrowth:
 *
 * The powers k^taper and their sums, shared by all walks of a scenario.
 */
typedef struct _OutlayGrowth OutlayGrowth;

OutlayGrowth *outlay_growth_new  (double        taper);
void          outlay_growth_free (OutlayGrowth *growth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayGrowth, outlay_growth_free)

/**
 * OutlayWalk:
 *
 * The calls of one attempt, walked turn by turn and summed up: for n = 1, 2,
 * ... turns, what has been used so far.
 */
typedef struct _OutlayWalk OutlayWalk;

guint             outlay_price_card_count_blocks (const OutlayPriceCard  *card,
                                                  double                  limit);

OutlayWalk       *outlay_walk_new                (OutlayGrowth           *growth,
                                                  const OutlayTaskTokens *tokens,
                                                  const OutlayPriceCard  *card);
void              outlay_walk_free               (OutlayWalk             *walk);
void              outlay_walk_part_cold          (OutlayWalk             *walk);
void              outlay_walk_extend             (OutlayWalk             *walk,
                                                  guint                   n_turns);
void              outlay_walk_extend_roughly     (OutlayWalk             *walk,
                                                  guint                   n_exact,
                                                  guint                   n_turns);
void              outlay_walk_extend_straight    (OutlayWalk             *walk,
                                                  const OutlayWalk       *straight,
                                                  double                  factor);
gboolean          outlay_walk_fits               (const OutlayWalk       *walk,
                                                  double                  prompt);
guint             outlay_walk_get_n_turns        (const OutlayWalk       *walk);
guint             outlay_walk_get_n_blocks       (const OutlayWalk       *walk);
const OutlayUses *outlay_walk_get_uses           (const OutlayWalk       *walk,
                                                  guint                   n_turns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayWalk, outlay_walk_free)

G_END_DECLS
