/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two roles, two tasks, three months, and an option of every kind. */
#include "risk-scenario.h"

#include "learning.h"
#include "people.h"
#include "plain-scenario.h"

#include <math.h>

static void
set_work (OutlayScenario *scenario)
{
  OutlayTask *fix = &scenario->tasks[0];
  OutlayTask *write = plain_add_task (scenario, "write");
  OutlayRole *experts = &scenario->team[0];
  OutlayRole *novices = plain_add_role (scenario, "Novices", 8);

  experts->people = 12;
  experts->expertise = OUTLAY_LEVEL_EXPERT;
  experts->tasks_per_day = 4;
  experts->hourly_wage = 75;
  novices->expertise = OUTLAY_LEVEL_NOVICE;
  novices->tasks_per_day = 3;
  novices->hourly_wage = 48;
  novices->joins = 2;

  *fix = (OutlayTask) {
    fix->id, fix->name, { 0.7, 0.4 }, 1.2, 10, 30000, 200, 7800, 500, 1, 15, 3, 0
  };
  *write = (OutlayTask) {
    write->id, write->name, { 0.3, 0.6 }, 0.8, 6, 30000, 300, 7800, 900, 1, 15, 3, 0
  };
}

static void
set_options (OutlayScenario *scenario)
{
  OutlayOption *option;
  OutlayPlan *plan;

  scenario->prices.models[0].context_window = 1e6;
  plain_add_model (scenario, "frontier", OUTLAY_CLASS_FRONTIER)->tokenizer = 1.3;
  plain_add_model (scenario, "economy", OUTLAY_CLASS_ECONOMY)->cards[0].base.input = 0.3;

  option = plain_add_option (scenario, OUTLAY_OPTION_MODEL, NULL, "frontier");
  option->cache = OUTLAY_CACHE_1H;
  option->price_factor = 0.5;

  option = plain_add_routing (scenario, "economy", "model", "frontier");
  plain_set_rule (option, 0, OUTLAY_TIER_FRONTIER, OUTLAY_TIER_FRONTIER,
                  OUTLAY_TIER_SPECIALIST);
  option->escalate_to = OUTLAY_TIER_SPECIALIST;

  plan = plain_add_plan (scenario, "each", 100);
  plan->allowance = 150;
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "each", "frontier");

  plan = plain_add_plan (scenario, "pool", 40);
  plan->allowance = 60;
  plan->pooled = TRUE;
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "pool", "model");

  plan = plain_add_plan (scenario, "stop", 60);
  plan->allowance = 100;
  plan->overage = OUTLAY_OVERAGE_STOP;
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "stop", "model");
}

static void
set_settings (OutlayScenario *scenario)
{
  static const OutlayRange uncertainty[] = {
    { 0.6, 1, 1.6 }, { 0.6, 1, 1.8 }, { 0.7, 1, 1.5 }, { 0.8, 1, 1.15 },
    { 0.8, 1, 1.15 }, { 0.2, 1, 1 }, { 0.7, 1, 1.15 },
  };

  scenario->months = 3;
  scenario->active_days = 16;
  scenario->turns = 5;
  scenario->turn_spread = 1;
  scenario->adoption = (OutlayAdoption) { OUTLAY_ADOPTION_LOGISTIC, 0.3, 0.85, 3, NULL, 0 };
  scenario->learning = (OutlayLearning) { OUTLAY_LEARNING_LOGISTIC, 3 };
  scenario->expertise[OUTLAY_LEVEL_NOVICE] =
    (OutlayLevel) { { 1.4, 0.9 }, 0.5, { 0.39, 0.46 } };
  scenario->expertise[OUTLAY_LEVEL_EXPERT] =
    (OutlayLevel) { { 0.6, 0.5 }, 1.2, { 0.65, 0.69 } };
  scenario->classes[OUTLAY_CLASS_ECONOMY] = (OutlayClassFactors) { 1.2, 0.8 };
  scenario->classes[OUTLAY_CLASS_MID] = (OutlayClassFactors) { 1.05, 0.93 };
  scenario->cache_warmth = (OutlayCacheWarmth) { 0.75, 0.8 };
  scenario->taper = 0.5;
  scenario->compact_at = 160000;
  scenario->summary_tokens = 8000;
  scenario->max_attempts = 2;
  scenario->usage_spread = 2;
  scenario->budget = 2500;
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    scenario->uncertainty[i] = uncertainty[i];
}

/* What each of the scenarios is there for. */
typedef struct
{
  const char  *name;
  void       (*change) (OutlayScenario *scenario);
} Corner;

static void
leave_as_is (OutlayScenario *scenario)
{
}

static void
spread_turns (OutlayScenario *scenario)
{
  scenario->turn_spread = 1.6;
}

static void
spread_turns_little (OutlayScenario *scenario)
{
  scenario->turn_spread = 0.6;
}

static void
cap_turns (OutlayScenario *scenario)
{
  scenario->max_turns = 12;
}

static void
try_often (OutlayScenario *scenario)
{
  scenario->max_attempts = 5;
}

static void
never_compact (OutlayScenario *scenario)
{
  scenario->compact_at = 1e8;
}

static void
add_thresholds (OutlayScenario *scenario)
{
  scenario->compact_at = 1e8;
  plain_add_block (scenario, &scenario->prices.models[0].cards[0], 100000, 2);
  plain_add_block (scenario, &scenario->prices.models[1].cards[0], 200000, 1.5);
}

static void
add_thresholds_and_compact (OutlayScenario *scenario)
{
  add_thresholds (scenario);
  scenario->compact_at = 140000;
}

static void
let_prices_drift (OutlayScenario *scenario)
{
  scenario->price_drift = 0.3;
}

static void
change_prices (OutlayScenario *scenario)
{
  OutlayPriceCard *card = plain_add_card (scenario, &scenario->prices.models[0], 20270101);

  card->base.output = 20;
  plain_add_block (scenario, card, 120000, 2);
  plain_add_card (scenario, &scenario->prices.models[1], 20270201)->base.cache_read = 0.3;
}

static void
turn_wages_on (OutlayScenario *scenario)
{
  scenario->wage_effect = (OutlayWageEffect) { TRUE, 54, 0.55, 0.38 };
}

static void
learn_on_a_tier (OutlayScenario *scenario)
{
  OutlayLearningTier *tier = outlay_pool_alloc0 (scenario->pool, 1, sizeof *tier);

  *tier = (OutlayLearningTier) { OUTLAY_TIER_ECONOMY, 2 };
  scenario->options[2].learning_tier = tier;
  scenario->options[2].escalate_to = OUTLAY_NONE;
}

static void
accept_all (OutlayScenario *scenario)
{
  scenario->tasks[0].acceptance = 1.6;
  scenario->max_attempts = 3;
}

static void
learn_beyond (OutlayScenario *scenario)
{
  scenario->uncertainty[OUTLAY_FACTOR_LEARNING] = (OutlayRange) { 0.5, 1.5, 3 };
  scenario->tasks[0].share.end = 0.3;
  scenario->tasks[1].share.end = 0.7;
}

static void
take_few_turns (OutlayScenario *scenario)
{
  scenario->turns = 1.6;
}

static void
fill_up (OutlayScenario *scenario)
{
  double *shares = outlay_pool_alloc0 (scenario->pool, 3, sizeof *shares);

  shares[0] = 0.5;
  shares[1] = 0.8;
  shares[2] = 0.9;
  scenario->adoption = (OutlayAdoption) { OUTLAY_ADOPTION_CUSTOM, 0, 0, 0, shares, 3 };
  scenario->uncertainty[OUTLAY_FACTOR_ADOPTION] = (OutlayRange) { 0.6, 1.1, 1.6 };
}

static void
use_alike (OutlayScenario *scenario)
{
  scenario->usage_spread = 0.1;
}

static void
stay_warm (OutlayScenario *scenario)
{
  scenario->cache_warmth = (OutlayCacheWarmth) { 0.95, 0.97 };
  scenario->options[0].cache = OUTLAY_CACHE_NONE;
}

static void
never_learn (OutlayScenario *scenario)
{
  scenario->learning.curve = OUTLAY_LEARNING_FLAT;
}

static void
know_little (OutlayScenario *scenario)
{
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    scenario->uncertainty[i] = (OutlayRange) { 0.5, 0.9, 1.9 };
}

static const Corner corners[N_RISK_SCENARIOS] = {
  { "as is", leave_as_is },
  { "turns that vary much", spread_turns },
  { "turns that vary little", spread_turns_little },
  { "a loop cap", cap_turns },
  { "five attempts", try_often },
  { "no compaction", never_compact },
  { "price thresholds", add_thresholds },
  { "price thresholds and compaction", add_thresholds_and_compact },
  { "falling prices", let_prices_drift },
  { "prices that change", change_prices },
  { "wages", turn_wages_on },
  { "a learning tier", learn_on_a_tier },
  { "acceptance held at 1", accept_all },
  { "learning beyond the end", learn_beyond },
  { "turns held at 1", take_few_turns },
  { "adoption held at all", fill_up },
  { "people who use alike", use_alike },
  { "a warm cache, and none", stay_warm },
  { "no learning", never_learn },
  { "wide ranges", know_little },
};

const char *
risk_scenario_get_name (guint which)
{
  return corners[which].name;
}

OutlayScenario *
risk_scenario_new (guint which)
{
  OutlayScenario *scenario = plain_scenario_new ();

  set_work (scenario);
  set_options (scenario);
  set_settings (scenario);
  corners[which].change (scenario);

  return scenario;
}

static OutlayPair
learn (OutlayPair pair,
       double     learning)
{
  return (OutlayPair) { pair.start, pair.start + (pair.end - pair.start) * learning };
}

/* Both ends are divided by their sums before the learnt one moves. */
static void
draw_mix (const OutlayScenario *scenario,
          OutlayScenario       *drawn,
          double                learning)
{
  double starts = 0, ends = 0, learnt = 0;

  for (guint i = 0; i < scenario->n_tasks; i++)
    {
      starts += scenario->tasks[i].share.start;
      ends += scenario->tasks[i].share.end;
    }
  for (guint i = 0; i < scenario->n_tasks; i++)
    {
      OutlayPair share = {
        scenario->tasks[i].share.start / starts, scenario->tasks[i].share.end / ends
      };

      drawn->tasks[i].share = learn (share, learning);
      drawn->tasks[i].share.end = MAX (0, drawn->tasks[i].share.end);
      learnt += drawn->tasks[i].share.end;
    }
  for (guint i = 0; i < scenario->n_tasks; i++)
    drawn->tasks[i].share.end /= learnt;
}

static void
draw_team (const OutlayScenario *scenario,
           OutlayScenario       *drawn,
           const double         *factor)
{
  double *shares = outlay_pool_alloc0 (drawn->pool, (gsize) scenario->months, sizeof *shares);

  drawn->team = outlay_pool_alloc0 (drawn->pool, scenario->n_team, sizeof *drawn->team);
  for (guint i = 0; i < scenario->n_team; i++)
    {
      drawn->team[i] = scenario->team[i];
      drawn->team[i].tasks_per_day *= factor[OUTLAY_FACTOR_TASKS];
    }

  for (int month = 0; month < scenario->months; month++)
    shares[month] = MIN (1, outlay_adoption_share (&scenario->adoption, month + 1, 1) *
                            factor[OUTLAY_FACTOR_ADOPTION]);
  drawn->adoption = (OutlayAdoption) {
    OUTLAY_ADOPTION_CUSTOM, 0, 0, 0, shares, (guint) scenario->months
  };
}

OutlayScenario *
risk_scenario_draw (const OutlayScenario *scenario,
                    const OutlayFactors  *factors)
{
  const double *factor = factors->value;
  double tokens = factor[OUTLAY_FACTOR_TOKENS];
  OutlayScenario *drawn = outlay_scenario_alloc ();
  OutlayPool *pool = drawn->pool;

  *drawn = *scenario;
  g_atomic_ref_count_init (&drawn->ref_count);
  drawn->pool = pool;
  drawn->turns *= factor[OUTLAY_FACTOR_TURNS];
  drawn->summary_tokens *= tokens;
  drawn->cache_warmth.warm_5m = MIN (1, scenario->cache_warmth.warm_5m *
                                        factor[OUTLAY_FACTOR_WARMTH]);
  drawn->cache_warmth.warm_1h = MIN (1, scenario->cache_warmth.warm_1h *
                                        factor[OUTLAY_FACTOR_WARMTH]);
  for (guint i = 0; i < OUTLAY_N_LEVELS; i++)
    {
      OutlayLevel *level = &drawn->expertise[i];

      level->turns = learn (level->turns, factor[OUTLAY_FACTOR_LEARNING]);
      level->acceptance = learn (level->acceptance, factor[OUTLAY_FACTOR_LEARNING]);
      level->acceptance.start *= factor[OUTLAY_FACTOR_ACCEPTANCE];
      level->acceptance.end *= factor[OUTLAY_FACTOR_ACCEPTANCE];
    }

  drawn->tasks = outlay_pool_alloc0 (pool, scenario->n_tasks, sizeof *drawn->tasks);
  for (guint i = 0; i < scenario->n_tasks; i++)
    {
      OutlayTask *task = &drawn->tasks[i];

      *task = scenario->tasks[i];
      task->base_context *= tokens;
      task->message *= tokens;
      task->tool_result *= tokens;
      task->output *= tokens;
    }
  draw_mix (scenario, drawn, factor[OUTLAY_FACTOR_LEARNING]);
  draw_team (scenario, drawn, factor);

  return drawn;
}
