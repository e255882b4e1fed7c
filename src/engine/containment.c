/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a loop cap contains, and what the bill could come to: two scenarios with
 * a dial turned all the way, estimated like any other. */
#include "governance.h"

#include "option-alone.h"
#include "turns.h"

/* Copies that share all lists with the scenario: never to be unreferenced. */

static OutlayScenario
without_cap (const OutlayScenario *scenario)
{
  OutlayScenario open = *scenario;

  open.max_turns = OUTLAY_NONE;

  return open;
}

static double
worth (const OutlayOptionEstimate *option)
{
  return option->total[OUTLAY_FIGURE_VALUE] - option->total[OUTLAY_FIGURE_REVIEW];
}

/**
 * outlay_loop_cap_effect_init:
 * @effect: (out caller-allocates): what the cap does
 * @estimate: an estimate
 * @option: which of its options, from 0
 */
void
outlay_loop_cap_effect_init (OutlayLoopCapEffect  *effect,
                             const OutlayEstimate *estimate,
                             guint                 option)
{
  const OutlayOptionEstimate *capped = &estimate->options[option];
  OutlayScenario scenario = without_cap (estimate->scenario);
  g_autoptr (OutlayPool) pool = outlay_pool_new ();
  OutlayOptionEstimate open = { .option = capped->option };

  *effect = (OutlayLoopCapEffect) {
    .has_cap = estimate->scenario->max_turns != OUTLAY_NONE,
    .is_known = capped->error == NULL,
  };
  if (!effect->is_known)
    return;

  effect->stopped = capped->total[OUTLAY_FIGURE_STOPPED];
  if (!effect->has_cap)
    return;

  /* A cap changes neither seats nor contexts: what was not refused is not now. */
  outlay_option_estimate_alone (&open, pool, &scenario, FALSE);
  effect->cost_saved = open.total[OUTLAY_FIGURE_COST] - capped->total[OUTLAY_FIGURE_COST];
  effect->accepted_lost = open.total[OUTLAY_FIGURE_ACCEPTED] -
                          capped->total[OUTLAY_FIGURE_ACCEPTED];
  effect->value_lost = worth (&open) - worth (capped);
  effect->net = effect->cost_saved - effect->value_lost;
}

/* Every attempt runs to the cap by itself, and is rejected: so all attempts are
 * used up. Nobody differs from anybody else. */
static OutlayScenario
at_the_cap (const OutlayScenario *scenario,
            OutlayTask           *tasks)
{
  OutlayScenario worst = *scenario;
  guint cap = outlay_scenario_turn_cap (scenario);

  worst.turns = cap;
  worst.turn_spread = 0;
  worst.max_turns = cap;
  worst.usage_spread = 0;
  worst.wage_effect.turns = 0;
  worst.tasks = tasks;
  for (guint i = 0; i < scenario->n_tasks; i++)
    {
      tasks[i] = scenario->tasks[i];
      tasks[i].turns = 1;
    }
  for (guint i = 0; i < OUTLAY_N_LEVELS; i++)
    {
      worst.expertise[i].turns = (OutlayPair) { 1, 1 };
      worst.expertise[i].acceptance = (OutlayPair) { 0, 0 };
    }
  for (guint i = 0; i < OUTLAY_N_CLASSES; i++)
    worst.classes[i].turns = 1;

  return worst;
}

/* The same work on a plan's model, every token billed. */
static OutlayOption
without_plan (const OutlayOption *option)
{
  OutlayOption model = *option;

  if (option->kind == OUTLAY_OPTION_PLAN)
    {
      model.kind = OUTLAY_OPTION_MODEL;
      model.price_factor = 1;
    }

  return model;
}

/* The dearest month, from 0, or -1 where nobody is active. */
static int
find_dearest_month (const OutlayOptionEstimate *option,
                    guint                       n_months)
{
  int dearest = -1;

  for (guint month = 0; month < n_months; month++)
    if (option->monthly[OUTLAY_FIGURE_PEOPLE][month] > 0 &&
        (dearest < 0 || option->monthly[OUTLAY_FIGURE_COST][month] >
                        option->monthly[OUTLAY_FIGURE_COST][dearest]))
      dearest = (int) month;

  return dearest;
}

/* The dearest month's bill if everybody who has joined were active. */
static double
get_bill_of_everybody (OutlayScenario     *worst,
                       const OutlayOption *option,
                       OutlayPool         *pool)
{
  OutlayOptionEstimate billed = { .option = option };
  int month;

  worst->adoption = (OutlayAdoption) {
    .shape = OUTLAY_ADOPTION_IMMEDIATE, .from = 1, .to = 1, .months = 1,
  };
  outlay_option_estimate_alone (&billed, pool, worst, FALSE);
  month = find_dearest_month (&billed, (guint) worst->months);

  return month >= 0 ? billed.monthly[OUTLAY_FIGURE_COST][month] : 0;
}

/**
 * outlay_largest_bill_init:
 * @bill: (out caller-allocates): the largest bill that could come
 * @breakdown: an option's breakdown
 */
void
outlay_largest_bill_init (OutlayLargestBill     *bill,
                          const OutlayBreakdown *breakdown)
{
  const OutlayScenario *scenario = breakdown->estimate->scenario;
  g_autofree OutlayTask *tasks = g_new (OutlayTask, scenario->n_tasks);
  OutlayScenario worst = at_the_cap (scenario, tasks);
  OutlayOption model = without_plan (breakdown->option);
  g_autoptr (OutlayPool) pool = outlay_pool_new ();
  OutlayOptionEstimate billed = { .option = breakdown->option };
  OutlayOptionEstimate work = { .option = &model };
  int month;

  outlay_option_estimate_alone (&billed, pool, &worst, FALSE);
  outlay_option_estimate_alone (&work, pool, &worst, FALSE);

  *bill = (OutlayLargestBill) {
    .has_cap = scenario->max_turns != OUTLAY_NONE,
    .period_bill = billed.total[OUTLAY_FIGURE_COST],
    .everybody = get_bill_of_everybody (&worst, breakdown->option, pool),
  };
  month = find_dearest_month (&billed, breakdown->n_months);
  if (month < 0)
    return;

  bill->month = month + 1;
  bill->bill = billed.monthly[OUTLAY_FIGURE_COST][month];
  bill->fees = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_NONE, 0,
                                          month)[OUTLAY_CELL_FEES];
  bill->work = work.monthly[OUTLAY_FIGURE_COST][month];
  bill->billed = MAX (0, bill->bill - bill->fees);
}
