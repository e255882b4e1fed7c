/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "breakdown.h"

G_BEGIN_DECLS

/* In place of a token class: all of them. */
#define OUTLAY_ALL_CLASSES (-1)

/**
 * OutlayWhyTokens:
 * @tokens: how many
 * @tokens_a_call: tokens over calls; NaN without calls
 * @per_million: money for a million of them as billed, price factor, drift,
 *   long context and exchange rate included; NaN where there are none
 * @cost: money: calls x @tokens_a_call x @per_million / 1e6
 *
 * One class of token in a figure's reason, at API prices.
 */
typedef struct
{
  double tokens;
  double tokens_a_call;
  double per_million;
  double cost;
} OutlayWhyTokens;

/**
 * OutlayWhy:
 * @cost: money: the figure itself
 * @people: people active: of the role, else of all; over a period, person-months
 * @tasks_each: @tasks_all / @people
 * @tasks_all: tasks of all kinds that these people do
 * @share: @tasks / @tasks_all: 1 where the cell is not one kind of task
 * @tasks: tasks of the cell
 * @attempts_a_task: @attempts / @tasks
 * @turns_an_attempt: @turns / @attempts
 * @calls_a_turn: @calls / @turns
 * @classes: what the calls move, by class
 * @api_cost: money: the sum of the classes asked for
 * @is_plan: whether seats are paid for; then @cost is @fees + @overage, and the
 *   chain above explains @api_cost
 * @seats: seats paid for; over a period, seat-months; a role's are its share by
 *   people, a kind of task has none
 * @fee: money for a seat and month
 * @fees: money: @seats x @fee
 * @overage: money: what lies above the allowance
 * @work_is_billed: whether @cost is @api_cost: of all options but plans
 *
 * Why a figure is what it is: METHOD's pipeline from people to money. Each
 * factor is a ratio of sums, so that
 *
 *     people x tasks_each x share x attempts_a_task x turns_an_attempt x
 *       calls_a_turn x the sum of tokens_a_call x per_million / 1e6 = api_cost
 *
 * holds exactly, for a cell of one month as for the period. A ratio with nothing
 * below the line is NaN; there is then no work, and the cost is 0.
 */
typedef struct
{
  double          cost;

  double          people;
  double          tasks_each;
  double          tasks_all;
  double          share;
  double          tasks;
  double          attempts_a_task;
  double          attempts;
  double          turns_an_attempt;
  double          turns;
  double          calls_a_turn;
  double          calls;
  OutlayWhyTokens classes[OUTLAY_N_TOKEN_CLASSES];
  double          api_cost;

  gboolean        is_plan;
  double          seats;
  double          fee;
  double          fees;
  double          overage;
  gboolean        work_is_billed;
} OutlayWhy;

void   outlay_why_init        (OutlayWhy             *why,
                               const OutlayBreakdown *breakdown,
                               OutlaySplit            split,
                               guint                  row,
                               int                    month,
                               int                    token_class);
double outlay_why_get_product (const OutlayWhy       *why,
                               int                    token_class);

G_END_DECLS
