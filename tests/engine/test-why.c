/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every figure's reason multiplies to the figure. */
#include "why.h"

#include "near.h"
#include "plain-scenario.h"
#include "random-scenario.h"
#include "worked-example.h"

#define N_SCENARIOS (g_test_slow () ? 500 : 60)

/* "Build and test", February 2027, Claude Opus 4.8 in the worked example, rounded
 * as a person reads it. */
static void
test_worked_example (void)
{
  g_autoptr (OutlayScenario) scenario = worked_example_new ("forty-people");
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
  g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, 0);
  OutlayWhy why;
  const OutlayWhyTokens *write = &why.classes[OUTLAY_TOKEN_CACHE_WRITE];
  const OutlayWhyTokens *read = &why.classes[OUTLAY_TOKEN_CACHE_READ];
  const OutlayWhyTokens *output = &why.classes[OUTLAY_TOKEN_OUTPUT];

  outlay_why_init (&why, breakdown, OUTLAY_SPLIT_TASK, 1, 2, OUTLAY_ALL_CLASSES);

  const struct { const char *row; double found, expected, rounding; } table[] = {
    { "people active", why.people, 26.12, 0.005 },
    { "tasks each", why.tasks_each, 62.53, 0.005 },
    { "tasks", why.tasks_all, 1633, 0.5 },
    { "of this kind", why.share, 0.2951, 0.00005 },
    { "tasks of this kind", why.tasks, 482, 0.5 },
    { "attempts a task", why.attempts_a_task, 1.400, 0.0005 },
    { "attempts", why.attempts, 675, 0.5 },
    { "turns an attempt", why.turns_an_attempt, 4.836, 0.0005 },
    { "turns", why.turns, 3264, 0.5 },
    { "model calls a turn", why.calls_a_turn, 11.15, 0.005 },
    { "calls", why.calls, 36395, 0.5 },
    { "written a call", write->tokens_a_call, 5718, 0.5 },
    { "read a call", read->tokens_a_call, 98340, 0.5 },
    { "output a call", output->tokens_a_call, 1020, 0.5 },
    { "price written", write->per_million, 6.25, 1e-9 },
    { "price read", read->per_million, 0.5, 1e-9 },
    { "price of output", output->per_million, 25, 1e-9 },
    { "cost written", write->cost, 1300.65, 0.005 },
    { "cost read", read->cost, 1789.52, 0.005 },
    { "cost of output", output->cost, 928.14, 0.005 },
    { "cost", why.cost, 4018.31, 0.005 },
  };

  g_assert_cmpstr (scenario->tasks[1].name, ==, "Build and test");
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (fabs (table[i].found - table[i].expected) > table[i].rounding)
      g_error ("%s: expected %g, found %.17g", table[i].row, table[i].expected, table[i].found);
}

static void
assert_multiplies (const OutlayBreakdown *breakdown,
                   OutlaySplit            split,
                   guint                  row,
                   int                    month)
{
  const double *cell = outlay_breakdown_get_cell (breakdown, split, row, month);
  OutlayWhy why, part;
  double classes = 0;

  outlay_why_init (&why, breakdown, split, row, month, OUTLAY_ALL_CLASSES);
  assert_near ("product", outlay_why_get_product (&why, OUTLAY_ALL_CLASSES), why.api_cost);
  assert_near ("API", why.api_cost, cell[OUTLAY_CELL_API_COST]);
  assert_near ("figure", why.cost, cell[OUTLAY_CELL_COST]);
  if (why.is_plan)
    assert_near ("fees and overage", why.seats * why.fee + why.overage, why.cost);
  else
    assert_near ("all is billed", why.cost, why.api_cost);

  for (int i = 0; i < OUTLAY_N_TOKEN_CLASSES; i++)
    {
      outlay_why_init (&part, breakdown, split, row, month, i);
      assert_near ("class", outlay_why_get_product (&part, i), part.api_cost);
      classes += part.cost;
    }
  assert_near ("classes and fees", classes + why.fees, why.cost);
}

static void
test_multiplies (void)
{
  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;

      scenario->currency.rate = g_test_rand_double_range (0.1, 20);
      estimate = outlay_estimate_new (scenario);
      for (guint option = 0; option < estimate->n_options; option++)
        {
          g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, option);

          for (guint split = OUTLAY_SPLIT_NONE; split < OUTLAY_SPLIT_TIER; split++)
            for (guint row = 0; row < breakdown->n_rows[split]; row++)
              for (int month = OUTLAY_PERIOD; month < scenario->months; month++)
                assert_multiplies (breakdown, split, row, month);
        }
    }
}

/* Price factor, drift and exchange rate are in the effective price. */
static void
test_price (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlayBreakdown) breakdown = NULL;
  OutlayWhy why;

  scenario->months = 13;
  scenario->price_drift = 0.5;
  scenario->currency.rate = 3;
  scenario->options[0].price_factor = 0.5;
  estimate = outlay_estimate_new (scenario);
  breakdown = outlay_breakdown_new (estimate, 0);
  outlay_why_init (&why, breakdown, OUTLAY_SPLIT_NONE, 0, 12, OUTLAY_ALL_CLASSES);

  assert_near ("written", why.classes[OUTLAY_TOKEN_CACHE_WRITE].per_million, 2 * 0.5 * 0.5 * 3);
  assert_near ("output", why.classes[OUTLAY_TOKEN_OUTPUT].per_million, 10 * 0.5 * 0.5 * 3);
  g_assert_true (isnan (why.classes[OUTLAY_TOKEN_INPUT].per_million));
  assert_near ("share", why.share, 1);
}

/* Where nobody works there is nothing to divide by. */
static void
test_nothing (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlayBreakdown) breakdown = NULL;
  OutlayWhy why;

  scenario->team[0].tasks_per_day = 0;
  estimate = outlay_estimate_new (scenario);
  breakdown = outlay_breakdown_new (estimate, 0);
  outlay_why_init (&why, breakdown, OUTLAY_SPLIT_TASK, 0, 0, OUTLAY_ALL_CLASSES);

  assert_near ("people", why.people, 1);
  assert_near ("tasks each", why.tasks_each, 0);
  g_assert_true (isnan (why.share));
  g_assert_true (isnan (why.calls_a_turn));
  assert_near ("product", outlay_why_get_product (&why, OUTLAY_ALL_CLASSES), 0);
  assert_near ("cost", why.cost, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/why/worked-example", test_worked_example);
  g_test_add_func ("/why/multiplies", test_multiplies);
  g_test_add_func ("/why/price", test_price);
  g_test_add_func ("/why/nothing", test_nothing);

  return g_test_run ();
}
