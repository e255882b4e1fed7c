/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: what each uncertain factor multiplies in a draw's estimate. */
#include "option-estimate.h"

#include "near.h"
#include "plain-scenario.h"

static OutlayEstimate *
draw (OutlayScenario *scenario,
      OutlayFactor    factor,
      double          value)
{
  OutlayFactors factors = OUTLAY_FACTORS_ONE;

  factors.value[factor] = value;

  return outlay_estimate_new_for_factors (scenario, &factors, FALSE);
}

/* The estimate itself uses factor 1 throughout, whatever is likely. */
static void
test_estimate_has_none (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;

  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    scenario->uncertainty[i] = (OutlayRange) { 2, 3, 4 };
  estimate = outlay_estimate_new (scenario);
  assert_near ("cost", plain_cost (estimate, 0, 0), 3);
}

/* A scenario that shows every factor. Two turns in the mean of one call, half of the
 * messages cold; half of 2 people active; acceptance and value grow with learning.
 * One attempt: 3 + (0.1 * 2 + 0.5 * 0.1 + 0.5 * 2 + 1) = $5.25 */
static OutlayScenario *
make_scenario (void)
{
  OutlayScenario *scenario = plain_scenario_new ();

  scenario->team[0].people = 2;
  scenario->adoption.to = 0.5;
  scenario->turns = 2;
  scenario->cache_warmth.warm_5m = 0.5;
  scenario->learning = (OutlayLearning) { OUTLAY_LEARNING_LINEAR, 1 }; /* L = 1 */
  scenario->expertise[OUTLAY_LEVEL_INTERMEDIATE].acceptance = (OutlayPair) { 0.25, 0.5 };
  scenario->tasks[0].minutes_saved = 10;
  scenario->value_growth = 0.2;

  return scenario;
}

static void
test_what_each_multiplies (void)
{
  static const struct
  {
    const char   *row;
    OutlayFactor  factor;
    double        value;
    double        people, tasks, cost, accepted, saved;
  } table[] = {
    { "none", OUTLAY_FACTOR_TASKS, 1, 1, 1, 5.25, 0.5, 6 },
    { "tasks", OUTLAY_FACTOR_TASKS, 2, 1, 2, 10.5, 1, 12 },
    /* mu = 2 * 0.5: one turn */
    { "turns", OUTLAY_FACTOR_TURNS, 0.5, 1, 1, 3, 0.5, 6 },
    { "tokens", OUTLAY_FACTOR_TOKENS, 2, 1, 1, 10.5, 0.5, 6 },
    { "acceptance", OUTLAY_FACTOR_ACCEPTANCE, 1.5, 1, 1, 5.25, 0.75, 9 },
    { "acceptance, bounded", OUTLAY_FACTOR_ACCEPTANCE, 3, 1, 1, 5.25, 1, 12 },
    /* warm 0.75: half of the cold half, $0.475 less */
    { "warmth", OUTLAY_FACTOR_WARMTH, 1.5, 1, 1, 4.775, 0.5, 6 },
    { "warmth, at most 1", OUTLAY_FACTOR_WARMTH, 5, 1, 1, 4.3, 0.5, 6 },
    /* acceptance 0.25 + 2 * 0.25, value 1 + 2 * 0.2 */
    { "learning", OUTLAY_FACTOR_LEARNING, 2, 1, 1, 5.25, 0.75, 0.75 * 10 * 1.4 },
    { "no learning", OUTLAY_FACTOR_LEARNING, 0, 1, 1, 5.25, 0.25, 2.5 },
    { "adoption", OUTLAY_FACTOR_ADOPTION, 1.5, 1.5, 1.5, 7.875, 0.75, 9 },
    { "adoption, at most 1", OUTLAY_FACTOR_ADOPTION, 10, 2, 2, 10.5, 1, 12 },
    { "nobody", OUTLAY_FACTOR_ADOPTION, 0, 0, 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = make_scenario ();
      g_autoptr (OutlayEstimate) estimate = draw (scenario, table[i].factor, table[i].value);
      const double *total = plain_get (estimate, 0)->total;

      assert_near (table[i].row, total[OUTLAY_FIGURE_PEOPLE], table[i].people);
      assert_near (table[i].row, total[OUTLAY_FIGURE_TASKS], table[i].tasks);
      assert_near (table[i].row, total[OUTLAY_FIGURE_COST], table[i].cost);
      assert_near (table[i].row, total[OUTLAY_FIGURE_ACCEPTED], table[i].accepted);
      assert_near (table[i].row, total[OUTLAY_FIGURE_VALUE], table[i].saved);
    }
}

/* Learning moves the turns of a level and the shares of tasks too: turns 2 - 2 *
 * 0.5 = 1, and a dear task's share 0.25 + 2 * 0.25 = 0.75. */
static void
test_learning_moves_every_pair (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) once = NULL;
  g_autoptr (OutlayEstimate) twice = NULL;

  scenario->learning = (OutlayLearning) { OUTLAY_LEARNING_LINEAR, 1 };
  scenario->turns = 2;
  scenario->expertise[OUTLAY_LEVEL_INTERMEDIATE].turns = (OutlayPair) { 1, 0.75 };
  scenario->tasks[0].share = (OutlayPair) { 0.75, 0.5 };
  plain_add_task (scenario, "dear")->share = (OutlayPair) { 0.25, 0.5 };
  scenario->tasks[1].base_context = 2e6;

  /* A turn is 3 or 5; half a turn more is 0.65 or 0.75. */
  once = draw (scenario, OUTLAY_FACTOR_LEARNING, 1);
  assert_near ("once", plain_cost (once, 0, 0), 0.5 * 3.65 + 0.5 * 5.7);
  twice = draw (scenario, OUTLAY_FACTOR_LEARNING, 2);
  assert_near ("twice", plain_cost (twice, 0, 0), 0.25 * 3 + 0.75 * 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/factors/estimate-has-none", test_estimate_has_none);
  g_test_add_func ("/factors/what-each-multiplies", test_what_each_multiplies);
  g_test_add_func ("/factors/learning-moves-every-pair", test_learning_moves_every_pair);

  return g_test_run ();
}
