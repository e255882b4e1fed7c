/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "breakdown.h"

G_BEGIN_DECLS

/**
 * OutlayTierUse:
 * @model: (transfer none): the tier's model
 * @cost: money: what the attempts on this tier are paid
 * @attempts: attempts on it
 * @accepted: tasks accepted from it
 * @cost_per_accepted: @cost / @accepted; NaN where none is
 *
 * What one tier of an option does over the period. A plan's fees belong to its
 * only tier.
 */
typedef struct
{
  const OutlayModel *model;
  double             cost;
  double             attempts;
  double             accepted;
  double             cost_per_accepted;
} OutlayTierUse;

/**
 * OutlayTierDiscipline:
 * @tiers: the option's tiers
 * @n_tiers: %OUTLAY_N_TIERS of a routing, else 1
 * @dearest: which tier is the dearest: the highest price of output, then of
 *   input, in the first month's card; a plan's or a model's only one
 * @low_risk_attempts: attempts at tasks of low risk
 * @low_risk_dearest: the share of them on the dearest tier's model
 * @low_risk_frontier: the share of them on models of class `frontier`
 * @low_risk_dearest_cost: money: what those on the dearest tier's model cost
 *
 * Where an option's work goes, over the period. Shares are NaN where there is
 * no work of low risk.
 */
typedef struct
{
  OutlayTierUse tiers[OUTLAY_N_TIERS];
  guint         n_tiers;
  guint         dearest;
  double        low_risk_attempts;
  double        low_risk_dearest;
  double        low_risk_frontier;
  double        low_risk_dearest_cost;
} OutlayTierDiscipline;

void     outlay_tier_discipline_init (OutlayTierDiscipline  *discipline,
                                      const OutlayBreakdown *breakdown);

/**
 * OutlayLoopCapEffect:
 * @has_cap: whether the team has set one; without, nothing is saved or lost
 * @is_known: whether the option can be estimated both ways
 * @stopped: tasks that the cap stops
 * @cost_saved: money: what the period would cost more without the cap
 * @accepted_lost: tasks that would be accepted without it
 * @value_lost: money: value - review that they would have brought
 * @net: money: @cost_saved - @value_lost
 *
 * What the loop cap does over the period, against none: then tasks end at
 * %OUTLAY_MAX_TURNS.
 */
typedef struct
{
  gboolean has_cap;
  gboolean is_known;
  double   stopped;
  double   cost_saved;
  double   accepted_lost;
  double   value_lost;
  double   net;
} OutlayLoopCapEffect;

void     outlay_loop_cap_effect_init (OutlayLoopCapEffect   *effect,
                                      const OutlayEstimate  *estimate,
                                      guint                  option);

/**
 * OutlayLargestBill:
 * @has_cap: whether a loop cap of the team's own bounds it; else a task runs to
 *   %OUTLAY_MAX_TURNS, which is no limit of the team's own
 * @month: the dearest month, from 1; 0 where nobody is active
 * @fees: money: seats, that month
 * @work: money: people x tasks x max_attempts x the cost of a task that runs to
 *   the cap, at API prices
 * @billed: money: what of @work is billed: all of it; of a plan what lies above
 *   the allowance where it bills that at API prices, else nothing
 * @bill: money: @fees + @billed
 * @period_bill: money: the bills of all months
 * @everybody: money: the dearest month's bill if everybody who has joined were
 *   active in it
 *
 * The largest bill that could come: every attempt of every active person's tasks
 * is used up and runs to the cap. First attempts run on their model, later ones
 * on that of retries. Where a plan's work is stopped at the allowance, @work is
 * what it would be without.
 */
typedef struct
{
  gboolean has_cap;
  int      month;
  double   fees;
  double   work;
  double   billed;
  double   bill;
  double   period_bill;
  double   everybody;
} OutlayLargestBill;

void     outlay_largest_bill_init    (OutlayLargestBill     *bill,
                                      const OutlayBreakdown *breakdown);

/**
 * OutlayRoleUse:
 * @role: (transfer none): who
 * @tokens: of all classes, a person and month
 * @cost: money at API prices, a person and month
 *
 * How much a person of one role uses.
 */
typedef struct
{
  const OutlayRole *role;
  double            tokens;
  double            cost;
} OutlayRoleUse;

/**
 * OutlayHeavyUse:
 * @uses: (array length=n_uses) (owned): roles with anybody active, the heaviest
 *   users of tokens first
 * @correlation: Spearman's rank correlation of tokens a person and month with
 *   the hourly wage, each role counting once and ties sharing their mean rank:
 *   1 where dearer people always use more, -1 where always less; NaN where
 *   there are fewer than two roles or all are alike
 * @heaviest_is_best_paid: whether nobody is better paid than the heaviest users
 */
typedef struct
{
  OutlayRoleUse *uses;
  guint          n_uses;
  double         correlation;
  gboolean       heaviest_is_best_paid;
} OutlayHeavyUse;

void     outlay_heavy_use_init       (OutlayHeavyUse        *use,
                                      const OutlayBreakdown *breakdown);
void     outlay_heavy_use_clear      (OutlayHeavyUse        *use);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayHeavyUse, outlay_heavy_use_clear)

/**
 * OutlaySecondLook:
 * @task: (transfer none): which kind
 * @needs_review: high risk: a person should look a second time
 * @needs_reason: low risk, and some attempts run on the dearest of several
 *   tiers, or on a model of class `frontier` where there is but one
 * @tasks: how many, over the period
 * @dearest_attempts: attempts on that tier
 * @dearest_cost: money: what they cost
 * @review_minutes: minutes of review that the scenario plans for each attempt
 *
 * Where published rules of governance would ask for a reason or a second look.
 */
typedef struct
{
  const OutlayTask *task;
  gboolean          needs_review;
  gboolean          needs_reason;
  double            tasks;
  double            dearest_attempts;
  double            dearest_cost;
  double            review_minutes;
} OutlaySecondLook;

void     outlay_second_look_init     (OutlaySecondLook      *look,
                                      const OutlayBreakdown *breakdown,
                                      guint                  task);

G_END_DECLS
