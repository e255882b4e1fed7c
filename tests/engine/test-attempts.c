/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 6: attempts until one is accepted. */
#include "attempts.h"

#include "near.h"
#include "plain-scenario.h"

/* g = min (1, max (0, level.acceptance (L) * task.acceptance * class.acceptance)) */
static void
test_acceptance (void)
{
  static const struct
  {
    const char *row;
    OutlayPair  level;
    double      progress, task, class_factor, factor;
    double      g;
  } table[] = {
    { "the level at the start", { 0.4, 0.8 }, 0, 1, 1, 1, 0.4 },
    { "the level half way", { 0.4, 0.8 }, 0.5, 1, 1, 1, 0.6 },
    { "the level, learnt", { 0.4, 0.8 }, 1, 1, 1, 1, 0.8 },
    { "the task", { 0.4, 0.4 }, 0, 0.5, 1, 1, 0.2 },
    { "the class", { 0.4, 0.4 }, 0, 1, 0.75, 1, 0.3 },
    { "the factor on acceptance", { 0.4, 0.4 }, 0, 1, 1, 1.5, 0.6 },
    { "all at once", { 0.4, 0.8 }, 0.5, 0.5, 1.2, 0.5, 0.18 },
    { "never more than certain", { 0.4, 0.4 }, 0, 10, 1, 1, 1 },
    { "bounded once, at the end", { 0.4, 0.4 }, 0, 10, 0.2, 1, 0.8 },
    { "never less than never: learning stretched past 1", { 0.4, 0.1 }, 2, 1, 1, 1, 0 },
    { "never", { 0, 0 }, 0, 1, 1, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      OutlayFactors factors = OUTLAY_FACTORS_ONE;
      OutlayTaskCase task_case = {
        scenario, &factors, &scenario->options[0], &scenario->team[0], &scenario->tasks[0],
        table[i].progress,
      };

      factors.value[OUTLAY_FACTOR_ACCEPTANCE] = table[i].factor;
      scenario->expertise[OUTLAY_LEVEL_INTERMEDIATE].acceptance = table[i].level;
      scenario->tasks[0].acceptance = table[i].task;
      scenario->classes[OUTLAY_CLASS_MID].acceptance = table[i].class_factor;

      assert_near (table[i].row,
                   outlay_task_case_acceptance (&task_case, &scenario->prices.models[0]),
                   table[i].g);
    }
}

/* An attempt costs $3 and takes 10 minutes of review at $1 a minute. */
static void
test_tried_again (void)
{
  static const struct
  {
    const char *row;
    double      g;
    gint64      max_attempts;
    double      attempts, accepted;
  } table[] = {
    { "accepted at once", 1, 3, 1, 1 },
    { "one try", 0.5, 1, 1, 0.5 },
    { "two tries: 1 + 1/2", 0.5, 2, 1.5, 0.75 },
    { "three tries: 1 + 1/2 + 1/4", 0.5, 3, 1.75, 0.875 },
    { "never accepted, ten times", 0, 10, 10, 0 },
    /* 1 + 0.8 + 0.64, accepted 1 - 0.8^3 */
    { "seldom accepted", 0.2, 3, 2.44, 0.488 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      const OutlayOptionEstimate *figures;

      scenario->expertise[OUTLAY_LEVEL_INTERMEDIATE].acceptance =
        (OutlayPair) { table[i].g, table[i].g };
      scenario->max_attempts = table[i].max_attempts;
      scenario->tasks[0].minutes_review = 10;

      estimate = outlay_estimate_new (scenario);
      figures = plain_get (estimate, 0);
      assert_near (table[i].row, figures->total[OUTLAY_FIGURE_COST], 3 * table[i].attempts);
      assert_near (table[i].row, figures->total[OUTLAY_FIGURE_REVIEW], 10 * table[i].attempts);
      assert_near (table[i].row, figures->total[OUTLAY_FIGURE_ACCEPTED], table[i].accepted);
      assert_near (table[i].row, figures->total[OUTLAY_FIGURE_STOPPED], 0);
      assert_near (table[i].row, figures->total[OUTLAY_FIGURE_TASKS], 1);
      assert_near (table[i].row, figures->cost_per_accepted,
                   table[i].accepted > 0 ? 3 * table[i].attempts / table[i].accepted : NAN);
    }
}

/* Two turns in the mean without cap: 1/2 end after 1 turn, 1/4 after 2, the rest
 * is stopped by a cap of 2. Turn 1 is $3; turn 2 adds 100,000 new, 1,000,000 read
 * and 100,000 of output, $1.30. So an attempt is 3 + 1/2 * 1.3 = $3.65, and 1/4 of
 * all attempts are stopped: not accepted, and not tried again. */
static void
test_stopped (void)
{
  static const struct
  {
    const char *row;
    double      g;
    gint64      max_attempts;
    double      cost, accepted, stopped;
  } table[] = {
    { "one try", 1, 1, 3.65, 0.75, 0.25 },
    { "what is stopped is not tried again", 1, 5, 3.65, 0.75, 0.25 },
    /* Of 3/4 that end, half is rejected: 3/8 are tried again. */
    { "two tries", 0.5, 2, 3.65 * 1.375, 0.375 * 1.375, 0.25 * 1.375 },
    { "never accepted, two tries", 0, 2, 3.65 * 1.75, 0, 0.25 * 1.75 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      const double *total;

      scenario->turns = 2;
      scenario->turn_spread = 1;
      scenario->max_turns = 2;
      scenario->max_attempts = table[i].max_attempts;
      scenario->expertise[OUTLAY_LEVEL_INTERMEDIATE].acceptance =
        (OutlayPair) { table[i].g, table[i].g };

      estimate = outlay_estimate_new (scenario);
      total = plain_get (estimate, 0)->total;
      assert_near (table[i].row, total[OUTLAY_FIGURE_COST], table[i].cost);
      assert_near (table[i].row, total[OUTLAY_FIGURE_ACCEPTED], table[i].accepted);
      assert_near (table[i].row, total[OUTLAY_FIGURE_STOPPED], table[i].stopped);
    }
}

/* Every attempt is by its own model, each with its own turns, prices and chance:
 * a first one by a model that costs $3 and is accepted in 1 of 4, then up to two
 * by one that costs $6 and is accepted in 1 of 2. */
static void
test_escalation (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  OutlayPriceBlock *dear;
  const double *total;

  plain_add_model (scenario, "dear", OUTLAY_CLASS_FRONTIER);
  dear = &scenario->prices.models[1].cards[0].base;
  dear->cache_write = 4;
  dear->output = 20;
  scenario->classes[OUTLAY_CLASS_MID].acceptance = 0.25;
  scenario->classes[OUTLAY_CLASS_FRONTIER].acceptance = 0.5;
  scenario->max_attempts = 3;
  plain_add_routing (scenario, "model", "dear", "dear")->escalate_to = OUTLAY_TIER_FRONTIER;

  estimate = outlay_estimate_new (scenario);
  total = plain_get (estimate, 1)->total;
  assert_near ("cost", total[OUTLAY_FIGURE_COST], 3 + 0.75 * 6 + 0.375 * 6);
  assert_near ("accepted", total[OUTLAY_FIGURE_ACCEPTED], 0.25 + 0.375 + 0.1875);
  assert_near ("one model for all", plain_cost (estimate, 0, 0),
               3 * (1 + 0.75 + 0.5625));
}

/* What a task takes, counted: 2 turns of 3 calls, tried 1.5 times. */
static void
test_counts (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayAttempts) attempts = NULL;
  g_autoptr (OutlayPool) pool = outlay_pool_new ();
  const OutlayModel *model = &scenario->prices.models[0];
  OutlayTaskCase task_case = {
    scenario, &OUTLAY_FACTORS_ONE, &scenario->options[0], &scenario->team[0],
    &scenario->tasks[0], 0,
  };
  double work[OUTLAY_N_COUNTS + OUTLAY_N_USES] = { 0 };
  OutlayLanes *lanes;

  scenario->turns = 2;
  scenario->max_attempts = 2;
  scenario->tasks[0].calls_per_turn = 3;
  scenario->tasks[0].minutes_saved = 20;
  scenario->tasks[0].minutes_review = 4;
  scenario->expertise[OUTLAY_LEVEL_INTERMEDIATE].acceptance = (OutlayPair) { 0.5, 0.5 };

  attempts = outlay_attempts_new (scenario);
  lanes = outlay_lanes_new (pool, scenario, &scenario->options[0]);
  g_assert_cmpuint (lanes->n_uses, ==, OUTLAY_N_USES);
  outlay_attempts_add_task (attempts, &task_case, lanes, model, model, 10, work);

  assert_near ("attempts", work[OUTLAY_COUNT_ATTEMPTS], 15);
  assert_near ("turns", work[OUTLAY_COUNT_TURNS], 30);
  assert_near ("calls", work[OUTLAY_COUNT_CALLS], 90);
  assert_near ("accepted", work[OUTLAY_COUNT_ACCEPTED], 7.5);
  assert_near ("stopped", work[OUTLAY_COUNT_STOPPED], 0);
  assert_near ("minutes saved", work[OUTLAY_COUNT_MINUTES_SAVED], 7.5 * 20);
  assert_near ("minutes of review", work[OUTLAY_COUNT_MINUTES_REVIEW], 15 * 4);
  assert_near ("calls of the lane", work[OUTLAY_N_COUNTS + OUTLAY_USE_CALLS], 90);
  assert_near ("output", work[OUTLAY_N_COUNTS + OUTLAY_USE_OUTPUT], 90 * 1e5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attempts/acceptance", test_acceptance);
  g_test_add_func ("/attempts/tried-again", test_tried_again);
  g_test_add_func ("/attempts/stopped", test_stopped);
  g_test_add_func ("/attempts/escalation", test_escalation);
  g_test_add_func ("/attempts/counts", test_counts);

  return g_test_run ();
}
