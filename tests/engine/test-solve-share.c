/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 11, `economy-share`: the share is moved by splitting each task,
 * which needs nothing of what answers the question. */
#include "plain-scenario.h"
#include "random-scenario.h"
#include "risk-scenario.h"
#include "simulate.h"
#include "solve-case.h"

#include <math.h>
#include <string.h>

/* Each task in two: one stays where it went, the other's first attempts go to the
 * economy tier. Such a scenario has the share @x of them moved. */
static void
split_shares (OutlayPair *shares,
              guint       n,
              double      x)
{
  for (guint i = 0; i < n; i++)
    {
      shares[n + i] = (OutlayPair) { shares[i].start * x, shares[i].end * x };
      shares[i] = (OutlayPair) { shares[i].start * (1 - x), shares[i].end * (1 - x) };
    }
}

static void
split_tasks (OutlayScenario *scenario,
             guint           routing,
             double          x)
{
  guint n = scenario->n_tasks;

  g_assert_cmpuint (2 * n, <=, PLAIN_ROOM);
  for (guint i = 0; i < n; i++)
    {
      OutlayTask *kept = &scenario->tasks[i];
      OutlayTask *moved = &scenario->tasks[n + i];
      g_autofree char *id = g_strconcat ("moved-", kept->id, NULL);
      OutlayPair shares[2] = { kept->share };

      split_shares (shares, 1, x);
      *moved = *kept;
      moved->id = outlay_pool_strdup (scenario->pool, id);
      kept->share = shares[0];
      moved->share = shares[1];
      plain_set_rule (&scenario->options[routing], n + i, OUTLAY_TIER_ECONOMY,
                      OUTLAY_TIER_ECONOMY, OUTLAY_TIER_ECONOMY);
    }
  for (guint i = 0; i < scenario->n_team; i++)
    if (scenario->team[i].mix != NULL)
      split_shares (scenario->team[i].mix, n, x);
  scenario->n_tasks = 2 * n;
}

/* The scenario is left as it was. */
static double
dearest_with_share (OutlayScenario            *scenario,
                    const OutlaySolveQuestion *question,
                    double                     x)
{
  g_autoptr (OutlayEstimate) estimate = NULL;
  OutlayTask tasks[PLAIN_ROOM];
  OutlayPair mixes[PLAIN_ROOM][PLAIN_ROOM];
  guint n = scenario->n_tasks;

  memcpy (tasks, scenario->tasks, sizeof tasks);
  for (guint i = 0; i < scenario->n_team; i++)
    if (scenario->team[i].mix != NULL)
      memcpy (mixes[i], scenario->team[i].mix, sizeof mixes[i]);

  split_tasks (scenario, question->option, CLAMP (x, 0, 1));
  estimate = outlay_estimate_new (scenario);

  memcpy (scenario->tasks, tasks, sizeof tasks);
  for (guint i = 0; i < scenario->n_team; i++)
    if (scenario->team[i].mix != NULL)
      memcpy (scenario->team[i].mix, mixes[i], sizeof mixes[i]);
  scenario->n_tasks = n;

  return solve_get_dearest (estimate, question->option);
}

static double
draw_share_budget (OutlayScenario            *scenario,
                   const OutlaySolveQuestion *question)
{
  double kept = dearest_with_share (scenario, question, 0);
  double moved = dearest_with_share (scenario, question, 1);

  return kept + (moved - kept) * g_test_rand_double_range (-0.1, 1.1);
}

static void
test_economy_share (void)
{
  guint n_found = 0;

  for (guint i = 0; i < N_SOLVED; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      SolveCase which = {
        scenario,
        { .kind = OUTLAY_SOLVE_ECONOMY_SHARE, .option = RANDOM_ROUTING, .odds = NAN },
        dearest_with_share, solve_case_budget
      };
      OutlaySolveAnswer answer;

      /* A share that depends on tenure would take more than two tasks of each. */
      scenario->options[RANDOM_ROUTING].learning_tier = NULL;
      which.question.budget = draw_share_budget (scenario, &which.question);
      answer = solve_case_answer (&which);
      if (answer.state == OUTLAY_ANSWER_FOUND && answer.value > 0)
        {
          n_found++;
          g_assert_cmpfloat (fabs (solve_case_difference (&which, answer.value)), <=, NEAR_SOLVED);
        }
      else if (answer.state == OUTLAY_ANSWER_FOUND)
        g_assert_cmpfloat (solve_case_difference (&which, 0), <=, NEAR_SOLVED);
      else
        for (guint j = 0; j <= 10; j++)
          g_assert_cmpfloat (solve_case_difference (&which, j / 10.0), >, -NEAR_SOLVED);
    }

  g_assert_cmpuint (n_found, >=, N_SOLVED / 4);
}

/* The share of futures in which the period stays under the budget, simulated the
 * plain way with @x of the first attempts moved. */
static double
chance_with_share (OutlayScenario            *scenario,
                   const OutlaySolveQuestion *question,
                   double                     x)
{
  g_autoptr (OutlaySimulator) simulator = NULL;
  g_autoptr (OutlaySimulation) simulation = NULL;

  split_tasks (scenario, question->option, x);
  scenario->budget = question->budget;
  simulator = outlay_simulator_new_for_way (scenario, (guint64) scenario->seed, 2,
                                            OUTLAY_FUTURES_PLAIN);
  simulation = outlay_simulator_run (simulator, question->n_draws, NULL, NULL);

  return 1 - simulation->options[question->option].over_budget_period;
}

#define RISK_ROUTING 2
#define RISK_ECONOMY 2

/* A routing whose economy tier is worth its while. */
static OutlayScenario *
new_scenario (guint which)
{
  OutlayScenario *scenario = risk_scenario_new (which);
  OutlayPriceBlock *block = &scenario->prices.models[RISK_ECONOMY].cards[0].base;

  block->input = 0.1;
  block->output = 1;
  block->cache_write = 0.2;
  block->cache_read = 0.01;
  scenario->options[RISK_ROUTING].escalate_to = OUTLAY_NONE;

  return scenario;
}

/* Draws on the budget's very edge may fall on either side. */
#define FEW_DRAWS 4

static void
test_economy_share_by_odds (void)
{
  static const double odds[] = { 0.3, 0.5, 0.8, 0.95 };

  for (guint i = 0; i < G_N_ELEMENTS (odds); i++)
    {
      g_autoptr (OutlayScenario) asked = new_scenario (i);
      g_autoptr (OutlayScenario) split = new_scenario (i);
      g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (asked);
      SolveCase which = {
        .scenario = asked,
        .question = { .kind = OUTLAY_SOLVE_ECONOMY_SHARE, .option = RISK_ROUTING,
                      .odds = odds[i], .n_draws = 2000, .n_threads = 2 },
      };
      OutlaySolveAnswer answer;
      double chance;

      which.question.budget = 0.75 / (double) asked->months *
        plain_get (estimate, RISK_ROUTING)->total[OUTLAY_FIGURE_COST];
      answer = solve_case_answer (&which);
      g_assert_cmpint (answer.state, ==, OUTLAY_ANSWER_FOUND);
      g_assert_cmpfloat (answer.value, >, 0);
      g_assert_cmpfloat (answer.value, <, 1);

      chance = chance_with_share (split, &which.question, answer.value);
      g_assert_cmpfloat (fabs (answer.reached - odds[i]), <=, 1.0 / which.question.n_draws);
      g_assert_cmpfloat (fabs (chance - odds[i]), <=,
                         (double) FEW_DRAWS / which.question.n_draws);
    }
}

/* With nothing moved the odds are those that a simulation of the scenario tells. */
static void
test_odds_are_those_of_a_simulation (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlaySimulator) simulator = NULL;
  g_autoptr (OutlaySimulation) simulation = NULL;
  SolveCase which = {
    .scenario = scenario,
    .question = { .kind = OUTLAY_SOLVE_ECONOMY_SHARE, .option = RISK_ROUTING,
                  .n_draws = 2000 },
  };
  double under;
  OutlaySolveAnswer answer;

  /* This one has less room in its context than the routing's models. */
  scenario->prices.models[1].tokenizer = 1.9;
  scenario->options[RISK_ROUTING].tiers[OUTLAY_TIER_SPECIALIST] = scenario->prices.models[0].id;
  scenario->compact_at = 100000;
  estimate = outlay_estimate_new (scenario);
  scenario->budget = plain_get (estimate, RISK_ROUTING)->total[OUTLAY_FIGURE_COST] /
                     (double) scenario->months;
  simulator = outlay_simulator_new (scenario, (guint64) scenario->seed, 1);
  simulation = outlay_simulator_run (simulator, 2000, NULL, NULL);
  under = 1 - simulation->options[RISK_ROUTING].over_budget_period;
  g_assert_cmpfloat (under, >, 0.02);
  g_assert_cmpfloat (under, <, 0.98);

  which.question.budget = scenario->budget;
  which.question.odds = under;
  answer = solve_case_answer (&which);
  g_assert_cmpint (answer.state, ==, OUTLAY_ANSWER_FOUND);
  g_assert_cmpfloat (answer.value, ==, 0);

  which.question.odds = under + 1.0 / 2000;
  answer = solve_case_answer (&which);
  g_assert_true (answer.state == OUTLAY_ANSWER_NEVER || answer.value > 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/solve/economy-share", test_economy_share);
  g_test_add_func ("/solve/economy-share-by-odds", test_economy_share_by_odds);
  g_test_add_func ("/solve/odds-are-those-of-a-simulation", test_odds_are_those_of_a_simulation);

  return g_test_run ();
}
