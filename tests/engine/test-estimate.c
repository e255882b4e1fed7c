/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipeline as a whole: people -> tasks -> turns -> calls -> tokens -> money. */
#include "estimate.h"

#include "near.h"
#include "plain-scenario.h"

/* One person, one task, three turns of two calls, on a model with a read price but
 * no write price ($5, $30, $0.50 read). What tools bring in grows with the root of
 * the calls, 7,800 * sqrt (k), and a quarter of a person's messages finds the cache
 * cold. Call by call, in tokens:
 *
 *   turn call  prefix          new
 *      1    1  0               30,200
 *      1    2  30,200          500 + 7,800 * 1               = 8,300
 *      2    1  38,500          700 + 7,800 * (sqrt 2 - 1)    = 3,930.87  (cold)
 *      2    2  42,430.87       500 + 7,800 * (sqrt 3 - sqrt 2) = 2,979.13
 *      3    1  45,410.00       700 + 7,800 * (2 - sqrt 3)    = 2,790.00  (cold)
 *      3    2  48,200.00       500 + 7,800 * (sqrt 5 - 2)    = 2,341.33
 *
 * New: 50,541.33 = 30,200 + 5 * 500 + 2 * 200 + 7,800 * sqrt 5. Cold: a quarter of
 * 38,500 + 45,410.00. Warm: the rest of the prefixes. */
static void
test_one_person (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  const double root2 = G_SQRT2, root3 = 1.7320508075688772, root5 = 2.23606797749979;
  double fresh = 30200 + 5 * 500 + 2 * 200 + 7800 * root5;
  double cold = (38500 + 30200 + 3 * 500 + 200 + 7800 * root3) / 4;
  double prefixes = 30200 + 38500 + (39200 - 7800 + 7800 * root2) + (31900 + 7800 * root3) +
                    (32600 + 7800 * 2);
  const double *total;
  OutlayTask *task;
  OutlayPriceBlock *card;

  scenario->turns = 3;
  scenario->taper = 0.5;
  scenario->compact_at = 160000;
  scenario->summary_tokens = 8000;
  scenario->cache_warmth = (OutlayCacheWarmth) { 0.75, 0.8 };
  scenario->expertise[OUTLAY_LEVEL_INTERMEDIATE].acceptance = (OutlayPair) { 0.59, 0.63 };
  scenario->onboarding.hours = 4;
  task = &scenario->tasks[0];
  task->calls_per_turn = 2;
  task->base_context = 30000;
  task->message = 200;
  task->tool_result = 7800;
  task->output = 500;
  task->minutes_saved = 15;
  task->minutes_review = 3;
  card = &scenario->prices.models[0].cards[0].base;
  *card = (OutlayPriceBlock) {
    .input = 5, .output = 30, .cache_read = 0.5, .cache_write = NAN, .cache_write_1h = NAN,
  };

  estimate = outlay_estimate_new (scenario);
  total = plain_get (estimate, 0)->total;
  assert_near ("input", total[OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_INPUT], fresh + cold);
  assert_near ("cache write", total[OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_CACHE_WRITE], 0);
  assert_near ("cache read", total[OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_CACHE_READ],
               prefixes - cold);
  assert_near ("output", total[OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_OUTPUT], 6 * 500);
  assert_near ("cost", total[OUTLAY_FIGURE_COST],
               ((fresh + cold) * 5 + (prefixes - cold) * 0.5 + 3000 * 30) / 1e6);
  assert_near ("cost in figures", total[OUTLAY_FIGURE_COST], 0.5394758280016824);
  assert_near ("accepted", total[OUTLAY_FIGURE_ACCEPTED], 0.59);
  assert_near ("value", total[OUTLAY_FIGURE_VALUE], 0.59 * 15);
  assert_near ("review", total[OUTLAY_FIGURE_REVIEW], 3);
  assert_near ("onboarding", total[OUTLAY_FIGURE_ONBOARDING], 240);
}

/* tasks_per_day * active_days tasks of each active person a month */
static void
test_tasks (void)
{
  static const struct { const char *row; double people, a_day, days, tasks; } table[] = {
    { "one", 1, 1, 1, 1 }, { "many", 12, 4, 16, 768 }, { "fractions", 2.5, 0.5, 21, 26.25 },
    { "no days", 12, 4, 0, 0 }, { "no tasks", 12, 0, 16, 0 }, { "nobody", 0, 4, 16, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;

      scenario->team[0].people = table[i].people;
      scenario->team[0].tasks_per_day = table[i].a_day;
      scenario->active_days = table[i].days;
      estimate = outlay_estimate_new (scenario);
      assert_near (table[i].row, plain_get (estimate, 0)->total[OUTLAY_FIGURE_TASKS],
                   table[i].tasks);
      assert_near (table[i].row, plain_cost (estimate, 0, 0), 3 * table[i].tasks);
      assert_near (table[i].row, plain_get (estimate, 0)->total[OUTLAY_FIGURE_PEOPLE],
                   table[i].people);
    }
}

static void
test_figures (void)
{
  static const struct { OutlayFigure figure; const char *key; gboolean is_money; } table[] = {
    { OUTLAY_FIGURE_COST, "cost", TRUE },
    { OUTLAY_FIGURE_API_COST, "api_cost", TRUE },
    { OUTLAY_FIGURE_PEOPLE, "people", FALSE },
    { OUTLAY_FIGURE_TASKS, "tasks", FALSE },
    { OUTLAY_FIGURE_ACCEPTED, "accepted", FALSE },
    { OUTLAY_FIGURE_STOPPED, "stopped", FALSE },
    { OUTLAY_FIGURE_VALUE, "value", TRUE },
    { OUTLAY_FIGURE_REVIEW, "review", TRUE },
    { OUTLAY_FIGURE_ONBOARDING, "onboarding", TRUE },
    { OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_INPUT, "input", FALSE },
    { OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_CACHE_WRITE, "cache_write", FALSE },
    { OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_CACHE_READ, "cache_read", FALSE },
    { OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_OUTPUT, "output", FALSE },
  };

  g_assert_cmpuint (G_N_ELEMENTS (table), ==, OUTLAY_N_FIGURES);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpstr (outlay_figure_get_key (table[i].figure), ==, table[i].key);
      g_assert_cmpint (outlay_figure_is_money (table[i].figure), ==, table[i].is_money);
    }
}

/* A scenario may have nothing to compare yet. */
static void
test_no_options (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;

  scenario->n_options = 0;
  estimate = outlay_estimate_new (scenario);
  g_assert_cmpuint (estimate->n_options, ==, 0);
  g_assert_cmpuint (estimate->n_months, ==, 1);
}

/* An estimate keeps the scenario that it answers, and is shared by counting. */
static void
test_ownership (void)
{
  OutlayScenario *scenario = plain_scenario_new ();
  OutlayEstimate *estimate = outlay_estimate_new (scenario);
  OutlayEstimate *copy = g_boxed_copy (OUTLAY_TYPE_ESTIMATE, estimate);
  OutlayScenario *scenario_copy = g_boxed_copy (OUTLAY_TYPE_SCENARIO, scenario);

  g_assert_true (copy == estimate);
  g_assert_true (scenario_copy == scenario);
  g_boxed_free (OUTLAY_TYPE_SCENARIO, scenario_copy);
  outlay_scenario_unref (scenario);
  outlay_estimate_unref (estimate);

  g_assert_cmpstr (copy->scenario->name, ==, "Plain");
  assert_near ("cost", plain_cost (copy, 0, 0), 3);
  g_boxed_free (OUTLAY_TYPE_ESTIMATE, copy);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/estimate/one-person", test_one_person);
  g_test_add_func ("/estimate/tasks", test_tasks);
  g_test_add_func ("/estimate/figures", test_figures);
  g_test_add_func ("/estimate/no-options", test_no_options);
  g_test_add_func ("/estimate/ownership", test_ownership);

  return g_test_run ();
}
