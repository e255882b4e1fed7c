/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "why.h"

#include <math.h>

static double
ratio (double above,
       double below)
{
  return below != 0 ? above / below : NAN;
}

static void
fill_chain (OutlayWhy    *why,
            const double *cell,
            double        tasks_all)
{
  why->people = cell[OUTLAY_CELL_PEOPLE];
  why->tasks_all = tasks_all;
  why->tasks = cell[OUTLAY_CELL_TASKS];
  why->attempts = cell[OUTLAY_CELL_ATTEMPTS];
  why->turns = cell[OUTLAY_CELL_TURNS];
  why->calls = cell[OUTLAY_CELL_CALLS];

  why->tasks_each = ratio (why->tasks_all, why->people);
  why->share = ratio (why->tasks, why->tasks_all);
  why->attempts_a_task = ratio (why->attempts, why->tasks);
  why->turns_an_attempt = ratio (why->turns, why->attempts);
  why->calls_a_turn = ratio (why->calls, why->turns);

  for (guint i = 0; i < OUTLAY_N_TOKEN_CLASSES; i++)
    {
      OutlayWhyTokens *tokens = &why->classes[i];

      tokens->tokens = cell[OUTLAY_CELL_TOKENS + i];
      tokens->cost = cell[OUTLAY_CELL_API + i];
      tokens->tokens_a_call = ratio (tokens->tokens, why->calls);
      tokens->per_million = ratio (tokens->cost, tokens->tokens) * 1e6;
    }
}

/**
 * outlay_why_init:
 * @why: (out caller-allocates): the reason
 * @breakdown: the option's breakdown
 * @split: by what the figure is split; not %OUTLAY_SPLIT_TIER
 * @row: which row of the split, from 0
 * @month: which month, from 0, or %OUTLAY_PERIOD
 * @token_class: an #OutlayTokenClass, or %OUTLAY_ALL_CLASSES
 *
 * Says why a figure is what it is. The fees of a plan are those of
 * %OUTLAY_SPLIT_NONE.
 */
void
outlay_why_init (OutlayWhy             *why,
                 const OutlayBreakdown *breakdown,
                 OutlaySplit            split,
                 guint                  row,
                 int                    month,
                 int                    token_class)
{
  const double *cell = outlay_breakdown_get_cell (breakdown, split, row, month);
  const double *all = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_NONE, 0, month);

  g_return_if_fail (split != OUTLAY_SPLIT_TIER);

  *why = (OutlayWhy) { 0 };
  fill_chain (why, cell, split == OUTLAY_SPLIT_TASK ? all[OUTLAY_CELL_TASKS]
                                                    : cell[OUTLAY_CELL_TASKS]);

  why->is_plan = breakdown->plan != NULL;
  why->work_is_billed = !why->is_plan;
  if (token_class == OUTLAY_ALL_CLASSES)
    {
      why->cost = cell[OUTLAY_CELL_COST];
      why->api_cost = cell[OUTLAY_CELL_API_COST];
      why->seats = cell[OUTLAY_CELL_SEATS];
      why->fees = cell[OUTLAY_CELL_FEES];
    }
  else
    {
      why->cost = cell[OUTLAY_CELL_PAID + token_class];
      why->api_cost = cell[OUTLAY_CELL_API + token_class];
    }

  if (why->is_plan)
    {
      why->fee = breakdown->plan->fee * breakdown->estimate->scenario->currency.rate;
      why->overage = why->cost - why->fees;
    }
}

/**
 * outlay_why_get_product:
 * @why: a reason
 * @token_class: an #OutlayTokenClass, or %OUTLAY_ALL_CLASSES
 *
 * Returns: the factors multiplied: @why's api_cost, or the cost of the class;
 *   0 where there is no work
 */
double
outlay_why_get_product (const OutlayWhy *why,
                        int              token_class)
{
  double calls = why->people * why->tasks_each * why->share * why->attempts_a_task *
                 why->turns_an_attempt * why->calls_a_turn;
  double sum = 0;

  for (int i = 0; i < OUTLAY_N_TOKEN_CLASSES; i++)
    if ((token_class == OUTLAY_ALL_CLASSES || token_class == i) &&
        why->classes[i].tokens > 0)
      sum += why->classes[i].tokens_a_call * why->classes[i].per_million / 1e6;

  return why->calls > 0 ? calls * sum : 0;
}
