/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/* In place of a month: the whole period. */
#define OUTLAY_PERIOD (-1)

/**
 * OutlayCellFigure:
 * @OUTLAY_CELL_COST: money: what is paid to the vendor, FEES and every PAID
 * @OUTLAY_CELL_API_COST: money: the same work at API prices, every API
 * @OUTLAY_CELL_FEES: money: seats of a plan
 * @OUTLAY_CELL_SEATS: seats that are paid for
 * @OUTLAY_CELL_PEOPLE: active people
 * @OUTLAY_CELL_TASKS: tasks done
 * @OUTLAY_CELL_ATTEMPTS: attempts at them, of all models
 * @OUTLAY_CELL_TURNS: turns in them
 * @OUTLAY_CELL_CALLS: model calls, those that sum up before a compaction included
 * @OUTLAY_CELL_ACCEPTED: tasks accepted
 * @OUTLAY_CELL_STOPPED: tasks stopped by the loop cap
 * @OUTLAY_CELL_VALUE: money: time saved
 * @OUTLAY_CELL_REVIEW: money: time spent on review
 * @OUTLAY_CELL_TOKENS: tokens, the first of %OUTLAY_N_TOKEN_CLASSES
 * @OUTLAY_CELL_PAID: money paid for tokens, the first of %OUTLAY_N_TOKEN_CLASSES
 * @OUTLAY_CELL_API: money for tokens at API prices, the first of
 *   %OUTLAY_N_TOKEN_CLASSES
 *
 * What is known of each cell of a breakdown. Money is in the scenario's
 * currency. Over the period, people are person-months and seats seat-months.
 */
typedef enum
{
  OUTLAY_CELL_COST,
  OUTLAY_CELL_API_COST,
  OUTLAY_CELL_FEES,
  OUTLAY_CELL_SEATS,
  OUTLAY_CELL_PEOPLE,
  OUTLAY_CELL_TASKS,
  OUTLAY_CELL_ATTEMPTS,
  OUTLAY_CELL_TURNS,
  OUTLAY_CELL_CALLS,
  OUTLAY_CELL_ACCEPTED,
  OUTLAY_CELL_STOPPED,
  OUTLAY_CELL_VALUE,
  OUTLAY_CELL_REVIEW,
  OUTLAY_CELL_TOKENS,
  OUTLAY_CELL_PAID = OUTLAY_CELL_TOKENS + OUTLAY_N_TOKEN_CLASSES,
  OUTLAY_CELL_API = OUTLAY_CELL_PAID + OUTLAY_N_TOKEN_CLASSES,
  OUTLAY_N_CELL_FIGURES = OUTLAY_CELL_API + OUTLAY_N_TOKEN_CLASSES
} OutlayCellFigure;

/**
 * OutlaySplit:
 * @OUTLAY_SPLIT_NONE: one row, all of the option
 * @OUTLAY_SPLIT_TASK: a row for each of the scenario's tasks
 * @OUTLAY_SPLIT_ROLE: a row for each role of its team
 * @OUTLAY_SPLIT_TIER: a row for each task and tier, outlay_breakdown_tier_row();
 *   a tier has what its own attempts took, and the tasks that began there
 *
 * By what an option's figures are split. Rows add up to those of
 * %OUTLAY_SPLIT_NONE, but for three things that have no kind of task: people
 * (everybody works on every kind: each row has all of them), and the fees and
 * seats of a plan (a kind's or tier's row has none, a role has them by its share
 * of the people active that month).
 */
typedef enum
{
  OUTLAY_SPLIT_NONE,
  OUTLAY_SPLIT_TASK,
  OUTLAY_SPLIT_ROLE,
  OUTLAY_SPLIT_TIER,
  OUTLAY_N_SPLITS
} OutlaySplit;

/**
 * OutlayBreakdown:
 * @option: (transfer none): lives in the scenario
 * @plan: (transfer none) (nullable): of an option that is a plan
 * @n_tiers: %OUTLAY_N_TIERS of a routing; of all else one, its model
 * @n_rows: rows of each split
 *
 * One option's figures by kind of task, by role and by class of token.
 *
 * A plan's overage belongs to the work in proportion to what it costs at API
 * prices: within a person's month, or, where the allowance is pooled, the
 * team's.
 *
 * A value, like the estimate that it keeps.
 */
typedef struct
{
  OutlayPool         *pool;
  OutlayEstimate     *estimate; /* (owned) */
  const OutlayOption *option;
  const OutlayPlan   *plan;
  guint               n_months;
  guint               n_tiers;
  guint               n_rows[OUTLAY_N_SPLITS];
  double             *cells[OUTLAY_N_SPLITS];
} OutlayBreakdown;

OutlayBreakdown   *outlay_breakdown_new        (OutlayEstimate        *estimate,
                                                guint                  option);
void               outlay_breakdown_free       (OutlayBreakdown       *breakdown);

const double      *outlay_breakdown_get_cell   (const OutlayBreakdown *breakdown,
                                                OutlaySplit            split,
                                                guint                  row,
                                                int                    month);
guint              outlay_breakdown_tier_row   (const OutlayBreakdown *breakdown,
                                                guint                  task,
                                                guint                  tier);
const OutlayModel *outlay_breakdown_tier_model (const OutlayBreakdown *breakdown,
                                                guint                  tier);

/**
 * OutlayBreakdownBy:
 *
 * What the layers of a stack are.
 */
typedef enum
{
  OUTLAY_BREAKDOWN_BY_TASK,
  OUTLAY_BREAKDOWN_BY_ROLE,
  OUTLAY_BREAKDOWN_BY_CLASS
} OutlayBreakdownBy;

guint              outlay_breakdown_count_parts (const OutlayBreakdown *breakdown,
                                                 OutlayBreakdownBy      by);
gboolean           outlay_breakdown_is_fees     (const OutlayBreakdown *breakdown,
                                                 OutlayBreakdownBy      by,
                                                 guint                  part);
double             outlay_breakdown_part_cost   (const OutlayBreakdown *breakdown,
                                                 OutlayBreakdownBy      by,
                                                 guint                  part,
                                                 int                    month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBreakdown, outlay_breakdown_free)

G_END_DECLS
