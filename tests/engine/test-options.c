/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 7, `model` and `routing`: which model does the work, at what
 * price. */
#include "options.h"

#include "near.h"
#include "plain-scenario.h"

#define ECONOMY OUTLAY_TIER_ECONOMY
#define FRONTIER OUTLAY_TIER_FRONTIER
#define SPECIALIST OUTLAY_TIER_SPECIALIST
#define NOVICE OUTLAY_LEVEL_NOVICE
#define INTERMEDIATE OUTLAY_LEVEL_INTERMEDIATE
#define EXPERT OUTLAY_LEVEL_EXPERT

/* Three models whose calls cost $3, $6 and $9, one for each tier. */
static OutlayScenario *
make_scenario (void)
{
  static const char * const ids[] = { "model", "six", "nine" };
  OutlayScenario *scenario = plain_scenario_new ();

  for (guint i = 1; i < G_N_ELEMENTS (ids); i++)
    {
      OutlayModel *model = plain_add_model (scenario, ids[i], OUTLAY_CLASS_MID);

      model->cards[0].base.cache_write *= i + 1;
      model->cards[0].base.output *= i + 1;
    }
  plain_add_routing (scenario, ids[0], ids[1], ids[2]);

  return scenario;
}

/* Rules: the first task by level, the second always frontier. */
static void
test_first_model (void)
{
  static const struct
  {
    const char         *row;
    OutlayLevelId       level;
    guint               task;
    int                 tenure;
    OutlayLearningTier  learning_tier;
    OutlayTier          tier;
  } table[] = {
    { "a rule for novices", NOVICE, 0, 5, { SPECIALIST, 0 }, FRONTIER },
    { "a rule for intermediates", INTERMEDIATE, 0, 5, { SPECIALIST, 0 }, SPECIALIST },
    { "a rule for experts", EXPERT, 0, 5, { SPECIALIST, 0 }, ECONOMY },
    { "a rule for all", EXPERT, 1, 5, { SPECIALIST, 0 }, FRONTIER },
    { "while learning", EXPERT, 1, 1, { SPECIALIST, 2 }, SPECIALIST },
    { "in the last month of it", EXPERT, 1, 2, { SPECIALIST, 2 }, SPECIALIST },
    { "and after", EXPERT, 1, 3, { SPECIALIST, 2 }, FRONTIER },
    { "no months of learning", NOVICE, 1, 1, { SPECIALIST, 0 }, FRONTIER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = make_scenario ();
      OutlayOption *option = &scenario->options[1];
      OutlayLearningTier learning_tier = table[i].learning_tier;

      plain_add_task (scenario, "second");
      plain_set_rule (option, 0, FRONTIER, SPECIALIST, ECONOMY);
      plain_set_rule (option, 1, FRONTIER, FRONTIER, FRONTIER);
      option->learning_tier = &learning_tier;

      if (outlay_option_first_model (option, scenario, table[i].level, table[i].task,
                                     table[i].tenure) !=
          &scenario->prices.models[table[i].tier])
        g_error ("%s", table[i].row);
    }
}

static void
test_retry_model (void)
{
  g_autoptr (OutlayScenario) scenario = make_scenario ();
  const OutlayModel *models = scenario->prices.models;
  OutlayOption *routing = &scenario->options[1];

  /* A model option has only its model. */
  g_assert_true (outlay_option_first_model (&scenario->options[0], scenario, NOVICE, 0, 1) ==
                 &models[0]);
  g_assert_true (outlay_option_retry_model (&scenario->options[0], scenario, &models[0]) ==
                 &models[0]);

  /* Where nothing is named, later attempts go where the first went. */
  g_assert_true (outlay_option_retry_model (routing, scenario, &models[2]) == &models[2]);
  routing->escalate_to = FRONTIER;
  g_assert_true (outlay_option_retry_model (routing, scenario, &models[2]) == &models[1]);
  g_assert_true (outlay_option_retry_model (routing, scenario, &models[0]) == &models[1]);
}

/* One month of each of a novice, an intermediate and an expert, month by month:
 * $6, $9, $3 by the rules; $9 each in the first two months of their own use. */
static void
test_routing_cost (void)
{
  g_autoptr (OutlayScenario) scenario = make_scenario ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  OutlayLearningTier learning_tier = { SPECIALIST, 2 };
  const double costs[] = { 18, 27, 24, 18, 18 };

  scenario->team[0].expertise = NOVICE;
  plain_add_role (scenario, "Intermediate", 1);
  plain_add_role (scenario, "Expert", 1)->expertise = EXPERT;
  scenario->team[2].joins = 2;
  plain_set_rule (&scenario->options[1], 0, FRONTIER, SPECIALIST, ECONOMY);
  scenario->options[1].learning_tier = &learning_tier;
  scenario->months = G_N_ELEMENTS (costs);

  estimate = outlay_estimate_new (scenario);
  for (guint m = 0; m < G_N_ELEMENTS (costs); m++)
    {
      /* Month 1: two at 9. 2: three at 9. 3: 6 + 9, and 9 for whoever came later. */
      assert_near ("routing", plain_cost (estimate, 1, m), costs[m]);
      assert_near ("api cost is cost",
                   plain_get (estimate, 1)->monthly[OUTLAY_FIGURE_API_COST][m], costs[m]);
      assert_near ("model", plain_cost (estimate, 0, m), m == 0 ? 6 : 9);
    }
}

static void
test_price_factor (void)
{
  static const struct { const char *row; double factor; double cost; } table[] = {
    { "list price", 1, 3 }, { "batch", 0.5, 1.5 }, { "one region only", 1.1, 3.3 },
    { "fast mode", 2, 6 }, { "15 % off", 0.85, 2.55 }, { "for nothing", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = make_scenario ();
      g_autoptr (OutlayEstimate) estimate = NULL;

      scenario->options[0].price_factor = table[i].factor;
      scenario->options[1].price_factor = table[i].factor;
      estimate = outlay_estimate_new (scenario);
      assert_near (table[i].row, plain_cost (estimate, 0, 0), table[i].cost);
      assert_near (table[i].row, plain_cost (estimate, 1, 0), table[i].cost);
      /* Tokens are no cheaper for it. */
      assert_near (table[i].row,
                   plain_get (estimate, 0)->total[OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_OUTPUT],
                   1e5);
    }
}

/* price * (1 - drift)^((m - 1) / 12): the first month is at the list price, the
 * thirteenth a year cheaper, the seventh half a year. Fees do not fall. */
static void
test_price_drift (void)
{
  g_autoptr (OutlayScenario) scenario = make_scenario ();
  g_autoptr (OutlayEstimate) estimate = NULL;

  scenario->months = 25;
  scenario->price_drift = 0.36;
  plain_add_plan (scenario, "plan", 20);
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "plan", "model");

  estimate = outlay_estimate_new (scenario);
  assert_near ("month 1", plain_cost (estimate, 0, 0), 3);
  assert_near ("month 7", plain_cost (estimate, 0, 6), 3 * 0.8);
  assert_near ("month 13", plain_cost (estimate, 0, 12), 3 * 0.64);
  assert_near ("month 25", plain_cost (estimate, 0, 24), 3 * 0.64 * 0.64);
  assert_near ("routing", plain_cost (estimate, 1, 12), 3 * 0.64);
  assert_near ("the fee", plain_cost (estimate, 2, 12), 20);
  assert_near ("a plan's work at API prices",
               plain_get (estimate, 2)->monthly[OUTLAY_FIGURE_API_COST][12], 3 * 0.64);
}

/* Effort multiplies the output: $2 of writing and half or twice the dollar. */
static void
test_effort (void)
{
  static const struct { double effort; double cost; } table[] = {
    { 0, 2 }, { 0.5, 2.5 }, { 1, 3 }, { 2, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;

      scenario->options[0].effort = table[i].effort;
      estimate = outlay_estimate_new (scenario);
      assert_near ("effort", plain_cost (estimate, 0, 0), table[i].cost);
    }
}

/* The cache lifetime that an option asks for chooses the warmth whatever the card
 * prices. Two turns of one call: 3 + 1.3, and of the 1,000,000 that turn 2 re-reads
 * the cold share costs 2 instead of 0.1. */
static void
test_cache_chooses_warmth (void)
{
  static const struct { const char *row; OutlayCache cache; double write_1h, cost; } table[] = {
    { "5 minutes: half is cold", OUTLAY_CACHE_5M, 3, 4.3 + 0.5 * 1.9 },
    { "1 hour: a tenth is cold, writes cost 3", OUTLAY_CACHE_1H, 3, 5.4 + 0.1 * 2.9 },
    { "1 hour without a price of its own", OUTLAY_CACHE_1H, NAN, 4.3 + 0.1 * 1.9 },
    /* 2.1 million of input, 0.2 of output */
    { "none", OUTLAY_CACHE_NONE, 3, 2.1 + 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;

      scenario->turns = 2;
      scenario->cache_warmth = (OutlayCacheWarmth) { 0.5, 0.9 };
      scenario->options[0].cache = table[i].cache;
      scenario->prices.models[0].cards[0].base.cache_write_1h = table[i].write_1h;
      estimate = outlay_estimate_new (scenario);
      assert_near (table[i].row, plain_cost (estimate, 0, 0), table[i].cost);
    }
}

/* The class of a model moves its turns and its acceptance; its tokenizer the
 * tokens. Economy: 2 turns, a quarter accepted: 4.3. Tokenizer 1.3: 3.9. */
static void
test_models_differ (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;

  scenario->classes[OUTLAY_CLASS_ECONOMY] = (OutlayClassFactors) { 2, 0.25 };
  plain_add_model (scenario, "economy", OUTLAY_CLASS_ECONOMY);
  plain_add_model (scenario, "wordy", OUTLAY_CLASS_MID)->tokenizer = 1.3;
  plain_add_option (scenario, OUTLAY_OPTION_MODEL, NULL, "economy");
  plain_add_option (scenario, OUTLAY_OPTION_MODEL, NULL, "wordy");

  estimate = outlay_estimate_new (scenario);
  assert_near ("mid", plain_cost (estimate, 0, 0), 3);
  assert_near ("economy", plain_cost (estimate, 1, 0), 4.3);
  assert_near ("accepted", plain_get (estimate, 1)->total[OUTLAY_FIGURE_ACCEPTED], 0.25);
  assert_near ("wordy", plain_cost (estimate, 2, 0), 3.9);
}

/* A lane for each model and each set of thresholds in the period, no more. */
static void
test_lanes (void)
{
  g_autoptr (OutlayScenario) scenario = make_scenario ();
  g_autoptr (OutlayPool) pool = outlay_pool_new ();
  OutlayModel *model = &scenario->prices.models[0];
  OutlayLanes *lanes;

  scenario->months = 3; /* from 2026-12 */
  plain_add_card (scenario, model, 20270101);
  lanes = outlay_lanes_new (pool, scenario, &scenario->options[0]);
  g_assert_cmpuint (lanes->n_lanes, ==, 1);
  g_assert_cmpuint (lanes->n_uses, ==, OUTLAY_N_USES);

  plain_add_block (scenario, &model->cards[1], 200000, 2);
  lanes = outlay_lanes_new (pool, scenario, &scenario->options[0]);
  g_assert_cmpuint (lanes->n_lanes, ==, 2);
  g_assert_cmpuint (lanes->n_uses, ==, 3 * OUTLAY_N_USES);
  g_assert_true (outlay_lane_in_force (&lanes->lanes[0], 20261201));
  g_assert_false (outlay_lane_in_force (&lanes->lanes[0], 20270101));
  g_assert_true (outlay_lane_in_force (&lanes->lanes[1], 20270101));

  lanes = outlay_lanes_new (pool, scenario, &scenario->options[1]);
  g_assert_cmpuint (lanes->n_lanes, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/options/first-model", test_first_model);
  g_test_add_func ("/options/retry-model", test_retry_model);
  g_test_add_func ("/options/routing-cost", test_routing_cost);
  g_test_add_func ("/options/price-factor", test_price_factor);
  g_test_add_func ("/options/price-drift", test_price_drift);
  g_test_add_func ("/options/effort", test_effort);
  g_test_add_func ("/options/cache-chooses-warmth", test_cache_chooses_warmth);
  g_test_add_func ("/options/models-differ", test_models_differ);
  g_test_add_func ("/options/lanes", test_lanes);

  return g_test_run ();
}
