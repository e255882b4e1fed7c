/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 7: which model does the work, and what its tokens cost. */
#include "options.h"

#include <math.h>

/**
 * outlay_option_count_tiers:
 * @option: an option
 *
 * Returns: %OUTLAY_N_TIERS for a routing; all else has one tier, its model
 */
guint
outlay_option_count_tiers (const OutlayOption *option)
{
  return option->kind == OUTLAY_OPTION_ROUTING ? OUTLAY_N_TIERS : 1;
}

/**
 * outlay_option_tier_model:
 * @option: an option
 * @scenario: the scenario it belongs to
 * @tier: a tier of it, from 0
 *
 * Returns: (transfer none): its model
 */
const OutlayModel *
outlay_option_tier_model (const OutlayOption   *option,
                          const OutlayScenario *scenario,
                          guint                 tier)
{
  return outlay_prices_find_model (&scenario->prices,
                                   option->kind == OUTLAY_OPTION_ROUTING
                                     ? option->tiers[tier] : option->model);
}

/**
 * outlay_option_first_tier:
 * @option: an option
 * @level: the expertise of who asks
 * @task: which task, from 0
 * @tenure: month of the person's own use, from 1
 *
 * Returns: the tier of a first attempt
 */
guint
outlay_option_first_tier (const OutlayOption *option,
                          OutlayLevelId       level,
                          guint               task,
                          int                 tenure)
{
  if (option->kind != OUTLAY_OPTION_ROUTING)
    return 0;

  if (option->learning_tier != NULL && tenure <= option->learning_tier->months)
    return option->learning_tier->tier;

  return option->rules[task][level];
}

/**
 * outlay_option_retry_tier:
 * @option: an option
 * @first: the tier of the first attempt
 *
 * Returns: the tier of every later attempt
 */
guint
outlay_option_retry_tier (const OutlayOption *option,
                          guint               first)
{
  if (option->kind != OUTLAY_OPTION_ROUTING || option->escalate_to == OUTLAY_NONE)
    return first;

  return (guint) option->escalate_to;
}

/**
 * outlay_option_first_model:
 * @option: an option
 * @scenario: the scenario it belongs to
 * @level: the expertise of who asks
 * @task: which task, from 0
 * @tenure: month of the person's own use, from 1
 *
 * Returns: (transfer none): the model of a first attempt
 */
const OutlayModel *
outlay_option_first_model (const OutlayOption   *option,
                           const OutlayScenario *scenario,
                           OutlayLevelId         level,
                           guint                 task,
                           int                   tenure)
{
  return outlay_option_tier_model (option, scenario,
                                   outlay_option_first_tier (option, level, task, tenure));
}

/**
 * outlay_option_retry_model:
 * @option: an option
 * @scenario: the scenario it belongs to
 * @first: the model of the first attempt
 *
 * Returns: (transfer none): the model of every later attempt
 */
const OutlayModel *
outlay_option_retry_model (const OutlayOption   *option,
                           const OutlayScenario *scenario,
                           const OutlayModel    *first)
{
  if (option->kind != OUTLAY_OPTION_ROUTING || option->escalate_to == OUTLAY_NONE)
    return first;

  return outlay_option_tier_model (option, scenario, (guint) option->escalate_to);
}

static gboolean
same_thresholds (const OutlayPriceCard *a,
                 const OutlayPriceCard *b)
{
  if (a->n_long_context != b->n_long_context)
    return FALSE;

  for (guint i = 0; i < a->n_long_context; i++)
    if (a->long_context[i].threshold != b->long_context[i].threshold)
      return FALSE;

  return TRUE;
}

gboolean
outlay_lane_in_force (const OutlayLane *lane,
                      int               date)
{
  return same_thresholds (lane->card, outlay_model_get_card (lane->model, date));
}

static void
add_lane (OutlayLanes           *lanes,
          const OutlayModel     *model,
          const OutlayPriceCard *card)
{
  OutlayLane *lane;

  for (guint i = 0; i < lanes->n_lanes; i++)
    if (lanes->lanes[i].model == model &&
        same_thresholds (lanes->lanes[i].card, card))
      return;

  lane = &lanes->lanes[lanes->n_lanes++];
  lane->model = model;
  lane->card = card;
  lane->first = lanes->n_uses;
  lane->n_blocks = 1 + card->n_long_context;
  lanes->n_uses += lane->n_blocks * OUTLAY_N_USES;
}

/**
 * outlay_lanes_new:
 * @pool: where the lanes lie
 * @scenario: a scenario
 * @option: an option of it
 *
 * Returns: (transfer none): a lane for each model that @option can call and
 *   each set of thresholds in force during the period
 */
OutlayLanes *
outlay_lanes_new (OutlayPool           *pool,
                  const OutlayScenario *scenario,
                  const OutlayOption   *option)
{
  OutlayLanes *lanes = outlay_pool_alloc0 (pool, 1, sizeof *lanes);
  const OutlayModel *models[OUTLAY_N_TIERS];
  guint n_models = 0;
  guint n_most;

  for (guint tier = 0; tier < outlay_option_count_tiers (option); tier++)
    models[n_models++] = outlay_option_tier_model (option, scenario, tier);

  n_most = 0;
  for (guint i = 0; i < n_models; i++)
    n_most += models[i]->n_cards;
  lanes->lanes = outlay_pool_alloc0 (pool, n_most, sizeof *lanes->lanes);

  for (guint i = 0; i < n_models; i++)
    for (int month = 1; month <= scenario->months; month++)
      add_lane (lanes, models[i],
                outlay_model_get_card (models[i],
                                       outlay_scenario_get_date (scenario, month)));

  return lanes;
}

/* The factor on API prices: the option's own, and the drift of a falling market. */
static double
price_factor (const OutlayScenario *scenario,
              const OutlayOption   *option,
              int                   month)
{
  double factor = option->kind == OUTLAY_OPTION_PLAN ? 1 : option->price_factor;

  return factor * pow (1 - scenario->price_drift, (month - 1) / 12.0);
}

/**
 * outlay_lanes_price:
 * @lanes: the lanes of @option
 * @scenario: a scenario
 * @option: an option of it
 * @month: month of the scenario, from 1
 * @prices: arrays of @lanes' n_uses to fill in
 *
 * Prices each use at the cards in force on the first day of the month.
 */
void
outlay_lanes_price (const OutlayLanes    *lanes,
                    const OutlayScenario *scenario,
                    const OutlayOption   *option,
                    int                   month,
                    OutlayLanePrices     *prices)
{
  int date = outlay_scenario_get_date (scenario, month);
  double factor = price_factor (scenario, option, month) / 1e6;

  for (guint i = 0; i < lanes->n_lanes; i++)
    {
      const OutlayLane *lane = &lanes->lanes[i];
      const OutlayPriceCard *card = outlay_model_get_card (lane->model, date);
      gboolean in_force = same_thresholds (lane->card, card);

      for (guint block = 0; block < lane->n_blocks; block++)
        {
          guint at = lane->first + block * OUTLAY_N_USES;
          OutlayRate rates[OUTLAY_N_USES] = { 0 };

          if (in_force)
            {
              const OutlayPriceBlock *b = outlay_price_card_get_block (card, block);

              rates[OUTLAY_USE_WRITTEN] = outlay_price_block_rate_write (b, option->cache);
              rates[OUTLAY_USE_READ] = outlay_price_block_rate_read (b, option->cache);
              rates[OUTLAY_USE_OUTPUT] = (OutlayRate) { OUTLAY_TOKEN_OUTPUT, b->output };
            }

          for (guint use = 0; use < OUTLAY_N_USES; use++)
            {
              prices->price[at + use] = rates[use].per_million * factor;
              prices->billed_as[at + use] = rates[use].billed_as;
              prices->is_billed[at + use] = in_force && use != OUTLAY_USE_CALLS;
            }
        }
    }
}
