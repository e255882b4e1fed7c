/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scenario on the way from A to B: each part of bridge.h is taken from one of
 * them. This file is where every input that a cost depends on finds its part. */
#include "bridge-step.h"

#include <math.h>

/* What is needed while one step is built. */
typedef struct
{
  const OutlayBridgeSides *sides;
  const guint             *from;     /* by part: which side it is taken from */
  OutlayScenario          *scenario; /* the step */
} Step;

static const OutlayScenario *
scenario_of (const Step       *step,
             OutlayBridgePart  part)
{
  return step->sides->scenario[step->from[part]];
}

static const OutlayOption *
option_of (const Step       *step,
           OutlayBridgePart  part)
{
  return step->sides->option[step->from[part]];
}

static gboolean
has_match (const Step              *step,
           const OutlayBridgeMatch *match,
           OutlayBridgePart         part)
{
  return match->index[step->from[part]] >= 0;
}

/* The side that a role or task is taken from: the other, where one lacks it. */
static guint
side_of (const Step              *step,
         const OutlayBridgeMatch *match,
         OutlayBridgePart         part)
{
  guint side = step->from[part];

  return match->index[side] >= 0 ? side : OUTLAY_OTHER (side);
}

static const OutlayRole *
role_of (const Step              *step,
         const OutlayBridgeMatch *match,
         OutlayBridgePart         part)
{
  guint side = side_of (step, match, part);

  return &step->sides->scenario[side]->team[match->index[side]];
}

static const OutlayTask *
task_of (const Step              *step,
         const OutlayBridgeMatch *match,
         OutlayBridgePart         part)
{
  guint side = side_of (step, match, part);

  return &step->sides->scenario[side]->tasks[match->index[side]];
}

/* A role's own mix, over the tasks of both sides. */
static OutlayPair *
build_mix (const Step              *step,
           const OutlayBridgeMatch *match)
{
  const OutlayPair *mix = role_of (step, match, OUTLAY_BRIDGE_MIX)->mix;
  guint side = side_of (step, match, OUTLAY_BRIDGE_MIX);
  GArray *tasks = step->sides->tasks;
  OutlayPair *shares;

  if (mix == NULL)
    return NULL;

  shares = outlay_pool_alloc0 (step->scenario->pool, tasks->len, sizeof *shares);
  for (guint i = 0; i < tasks->len; i++)
    {
      int index = g_array_index (tasks, OutlayBridgeMatch, i).index[side];

      if (index >= 0)
        shares[i] = mix[index];
    }

  return shares;
}

static void
build_team (const Step *step)
{
  OutlayScenario *scenario = step->scenario;
  GArray *roles = step->sides->roles;

  scenario->n_team = roles->len;
  scenario->team = outlay_pool_alloc0 (scenario->pool, roles->len, sizeof *scenario->team);
  for (guint i = 0; i < roles->len; i++)
    {
      const OutlayBridgeMatch *match = &g_array_index (roles, OutlayBridgeMatch, i);
      OutlayRole *role = &scenario->team[i];

      *role = *role_of (step, match, OUTLAY_BRIDGE_PEOPLE);
      if (!has_match (step, match, OUTLAY_BRIDGE_PEOPLE))
        role->people = 0;
      role->tasks_per_day = role_of (step, match, OUTLAY_BRIDGE_MIX)->tasks_per_day;
      role->mix = build_mix (step, match);
    }
}

static void
build_tasks (const Step *step)
{
  OutlayScenario *scenario = step->scenario;
  GArray *tasks = step->sides->tasks;

  scenario->n_tasks = tasks->len;
  scenario->tasks = outlay_pool_alloc0 (scenario->pool, tasks->len, sizeof *scenario->tasks);
  for (guint i = 0; i < tasks->len; i++)
    {
      const OutlayBridgeMatch *match = &g_array_index (tasks, OutlayBridgeMatch, i);
      const OutlayTask *accepted = task_of (step, match, OUTLAY_BRIDGE_ACCEPTANCE);
      OutlayTask *task = &scenario->tasks[i];

      *task = *task_of (step, match, OUTLAY_BRIDGE_TOKENS);
      task->share = task_of (step, match, OUTLAY_BRIDGE_MIX)->share;
      if (!has_match (step, match, OUTLAY_BRIDGE_MIX))
        task->share = (OutlayPair) { 0, 0 };
      task->turns = task_of (step, match, OUTLAY_BRIDGE_TURNS)->turns;
      task->acceptance = accepted->acceptance;
      task->minutes_saved = accepted->minutes_saved;
      task->minutes_review = accepted->minutes_review;
      task->risk = accepted->risk;
    }
}

static gboolean
is_routing (const OutlayOption *option)
{
  return option->kind == OUTLAY_OPTION_ROUTING;
}

static const char *
get_model_id (const OutlayOption *option,
              guint               slot)
{
  return is_routing (option) ? option->tiers[slot] : option->model;
}

/* The model of a slot (a routing's tier; all else has one slot) as one part
 * sees it. Where only one side is a routing, the slots are those of the side
 * that PLAN is taken from. */
static const OutlayModel *
model_of (const Step       *step,
          guint             slot,
          OutlayBridgePart  part)
{
  gboolean alike = is_routing (step->sides->option[0]) == is_routing (step->sides->option[1]);
  const OutlayOption *option = option_of (step, alike ? part : OUTLAY_BRIDGE_PLAN);
  const char *id = get_model_id (option, slot);
  const OutlayModel *model;

  model = outlay_prices_find_model (&scenario_of (step, part)->prices, id);
  if (model == NULL)
    model = outlay_prices_find_model (&scenario_of (step, OUTLAY_BRIDGE_PLAN)->prices, id);

  return model;
}

/* Each slot's model has a class of its own, so that the class's turns and its
 * acceptance may come from different sides. */
static void
build_models (const Step *step,
              guint       n_slots)
{
  static char * const ids[OUTLAY_N_TIERS] = { (char *) "1", (char *) "2", (char *) "3" };
  OutlayScenario *scenario = step->scenario;

  G_STATIC_ASSERT ((int) OUTLAY_N_CLASSES >= (int) OUTLAY_N_TIERS);

  scenario->prices.n_models = n_slots;
  scenario->prices.models = outlay_pool_alloc0 (scenario->pool, n_slots,
                                                sizeof *scenario->prices.models);
  for (guint slot = 0; slot < n_slots; slot++)
    {
      const OutlayModel *priced = model_of (step, slot, OUTLAY_BRIDGE_PRICE);
      const OutlayModel *turning = model_of (step, slot, OUTLAY_BRIDGE_TURNS);
      const OutlayModel *accepted = model_of (step, slot, OUTLAY_BRIDGE_ACCEPTANCE);
      OutlayModel *model = &scenario->prices.models[slot];

      *model = *model_of (step, slot, OUTLAY_BRIDGE_TOKENS);
      model->id = ids[slot];
      model->cards = priced->cards;
      model->n_cards = priced->n_cards;
      model->model_class = (OutlayModelClass) slot;
      scenario->classes[slot] = (OutlayClassFactors) {
        scenario_of (step, OUTLAY_BRIDGE_TURNS)->classes[turning->model_class].turns,
        scenario_of (step, OUTLAY_BRIDGE_ACCEPTANCE)->classes[accepted->model_class].acceptance,
      };
    }
}

/* Where a routing sends each task of both sides. */
static void
build_rules (const Step   *step,
             OutlayOption *option)
{
  GArray *tasks = step->sides->tasks;
  guint side = step->from[OUTLAY_BRIDGE_PLAN];

  option->rules = outlay_pool_alloc0 (step->scenario->pool, tasks->len,
                                      sizeof *option->rules);
  for (guint i = 0; i < tasks->len; i++)
    {
      const OutlayBridgeMatch *match = &g_array_index (tasks, OutlayBridgeMatch, i);
      guint knows = match->index[side] >= 0 ? side : OUTLAY_OTHER (side);
      const OutlayOption *rules = step->sides->option[knows];

      for (guint level = 0; level < OUTLAY_N_LEVELS; level++)
        option->rules[i][level] = is_routing (rules)
                                    ? rules->rules[match->index[knows]][level]
                                    : OUTLAY_TIER_FRONTIER;
    }
}

static void
build_option (const Step *step)
{
  OutlayScenario *scenario = step->scenario;
  const OutlayOption *priced = option_of (step, OUTLAY_BRIDGE_PRICE);
  const OutlayOption *working = option_of (step, OUTLAY_BRIDGE_TOKENS);
  OutlayOption *option = outlay_pool_alloc0 (scenario->pool, 1, sizeof *option);

  *option = *option_of (step, OUTLAY_BRIDGE_PLAN);
  option->price_factor = priced->kind == OUTLAY_OPTION_PLAN ? 1 : priced->price_factor;
  option->effort = working->effort;
  option->cache = working->cache;

  build_models (step, is_routing (option) ? OUTLAY_N_TIERS : 1);
  if (is_routing (option))
    {
      build_rules (step, option);
      for (guint tier = 0; tier < OUTLAY_N_TIERS; tier++)
        option->tiers[tier] = scenario->prices.models[tier].id;
    }
  else
    {
      option->model = scenario->prices.models[0].id;
    }

  scenario->prices.plans = scenario_of (step, OUTLAY_BRIDGE_PLAN)->prices.plans;
  scenario->prices.n_plans = scenario_of (step, OUTLAY_BRIDGE_PLAN)->prices.n_plans;
  scenario->options = option;
  scenario->n_options = 1;
}

static void
build_numbers (const Step *step)
{
  OutlayScenario *scenario = step->scenario;
  const OutlayScenario *price = scenario_of (step, OUTLAY_BRIDGE_PRICE);
  const OutlayScenario *people = scenario_of (step, OUTLAY_BRIDGE_PEOPLE);
  const OutlayScenario *turns = scenario_of (step, OUTLAY_BRIDGE_TURNS);
  const OutlayScenario *tokens = scenario_of (step, OUTLAY_BRIDGE_TOKENS);
  const OutlayScenario *acceptance = scenario_of (step, OUTLAY_BRIDGE_ACCEPTANCE);

  scenario->start = price->start;
  scenario->currency = price->currency;
  if (step->sides->in_dollars)
    scenario->currency.rate = 1;
  scenario->price_drift = price->price_drift;

  scenario->months = people->months;
  scenario->adoption = people->adoption;
  scenario->learning = people->learning;
  scenario->onboarding = people->onboarding;
  scenario->wage_effect = people->wage_effect;

  scenario->active_days = scenario_of (step, OUTLAY_BRIDGE_MIX)->active_days;

  scenario->turns = turns->turns;
  scenario->turn_spread = turns->turn_spread;
  scenario->max_turns = turns->max_turns;
  scenario->wage_effect.turns = turns->wage_effect.turns;

  scenario->wage_effect.output = tokens->wage_effect.output;
  scenario->cache_warmth = tokens->cache_warmth;
  scenario->taper = tokens->taper;
  scenario->compact_at = tokens->compact_at;
  scenario->summary_tokens = tokens->summary_tokens;

  scenario->max_attempts = acceptance->max_attempts;
  scenario->value_growth = acceptance->value_growth;

  for (guint level = 0; level < OUTLAY_N_LEVELS; level++)
    scenario->expertise[level] = (OutlayLevel) {
      turns->expertise[level].turns,
      tokens->expertise[level].calls,
      acceptance->expertise[level].acceptance,
    };

  scenario->usage_spread = scenario_of (step, OUTLAY_BRIDGE_PLAN)->usage_spread;
  scenario->budget = NAN;
}

/**
 * outlay_bridge_step_new:
 * @sides: two scenarios
 * @from: (array fixed-size=OUTLAY_N_BRIDGE_PARTS): for each part the side that it
 *   is taken from, 0 or 1
 *
 * Returns: (transfer full): a scenario with one option. It points into both
 *   sides, which must outlive it
 */
OutlayScenario *
outlay_bridge_step_new (const OutlayBridgeSides *sides,
                        const guint             *from)
{
  Step step = { sides, from, outlay_scenario_alloc () };

  build_numbers (&step);
  build_team (&step);
  build_tasks (&step);
  build_option (&step);

  return step.scenario;
}
