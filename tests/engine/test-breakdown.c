/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One option's figures by task, role, tier and token class. */
#include "breakdown.h"

#include "near.h"
#include "plain-scenario.h"
#include "random-scenario.h"

#define N_SCENARIOS (g_test_slow () ? 500 : 60)

/* Which figure of the estimate a cell's figure is, or -1. */
static int
figure_of (guint cell_figure)
{
  switch (cell_figure)
    {
    case OUTLAY_CELL_COST: return OUTLAY_FIGURE_COST;
    case OUTLAY_CELL_API_COST: return OUTLAY_FIGURE_API_COST;
    case OUTLAY_CELL_PEOPLE: return OUTLAY_FIGURE_PEOPLE;
    case OUTLAY_CELL_TASKS: return OUTLAY_FIGURE_TASKS;
    case OUTLAY_CELL_ACCEPTED: return OUTLAY_FIGURE_ACCEPTED;
    case OUTLAY_CELL_STOPPED: return OUTLAY_FIGURE_STOPPED;
    case OUTLAY_CELL_VALUE: return OUTLAY_FIGURE_VALUE;
    case OUTLAY_CELL_REVIEW: return OUTLAY_FIGURE_REVIEW;
    default:
      if (cell_figure >= OUTLAY_CELL_TOKENS && cell_figure < OUTLAY_CELL_PAID)
        return (int) (OUTLAY_FIGURE_TOKENS + cell_figure - OUTLAY_CELL_TOKENS);
      return -1;
    }
}

static double
cell (const OutlayBreakdown *breakdown,
      OutlaySplit            split,
      guint                  row,
      int                    month,
      guint                  figure)
{
  return outlay_breakdown_get_cell (breakdown, split, row, month)[figure];
}

static double
sum_rows (const OutlayBreakdown *breakdown,
          OutlaySplit            split,
          int                    month,
          guint                  figure)
{
  double sum = 0;

  for (guint row = 0; row < breakdown->n_rows[split]; row++)
    sum += cell (breakdown, split, row, month, figure);

  return sum;
}

static void
assert_is_estimate (const OutlayBreakdown      *breakdown,
                    const OutlayOptionEstimate *estimate,
                    int                         month)
{
  for (guint i = 0; i < OUTLAY_N_CELL_FIGURES; i++)
    if (figure_of (i) >= 0)
      assert_near_within ("the estimate's",
                          cell (breakdown, OUTLAY_SPLIT_NONE, 0, month, i),
                          month == OUTLAY_PERIOD ? estimate->total[figure_of (i)]
                                                 : estimate->monthly[figure_of (i)][month],
                          1e-10);
}

/* What has no kind of task is in no task's row, but for people, whom all share. */
static gboolean
has_no_task (guint figure)
{
  return figure == OUTLAY_CELL_FEES || figure == OUTLAY_CELL_SEATS ||
         figure == OUTLAY_CELL_COST || figure == OUTLAY_CELL_PEOPLE;
}

static void
assert_rows_add_up (const OutlayBreakdown *breakdown,
                    int                    month)
{
  double fees = cell (breakdown, OUTLAY_SPLIT_NONE, 0, month, OUTLAY_CELL_FEES);
  double people = cell (breakdown, OUTLAY_SPLIT_NONE, 0, month, OUTLAY_CELL_PEOPLE);

  for (guint figure = 0; figure < OUTLAY_N_CELL_FIGURES; figure++)
    {
      double all = cell (breakdown, OUTLAY_SPLIT_NONE, 0, month, figure);

      assert_near_within ("roles", sum_rows (breakdown, OUTLAY_SPLIT_ROLE, month, figure),
                          all, 1e-12);
      if (has_no_task (figure))
        continue;
      assert_near_within ("tasks", sum_rows (breakdown, OUTLAY_SPLIT_TASK, month, figure),
                          all, 1e-12);
      assert_near_within ("tiers", sum_rows (breakdown, OUTLAY_SPLIT_TIER, month, figure),
                          all, 1e-12);
    }

  assert_near_within ("tasks and fees",
                      sum_rows (breakdown, OUTLAY_SPLIT_TASK, month, OUTLAY_CELL_COST) + fees,
                      cell (breakdown, OUTLAY_SPLIT_NONE, 0, month, OUTLAY_CELL_COST), 1e-12);
  for (guint row = 0; row < breakdown->n_rows[OUTLAY_SPLIT_TASK]; row++)
    assert_near ("everybody does every kind",
                 cell (breakdown, OUTLAY_SPLIT_TASK, row, month, OUTLAY_CELL_PEOPLE), people);
}

static void
assert_parts_add_up (const OutlayBreakdown *breakdown,
                     int                    month)
{
  for (guint by = OUTLAY_BREAKDOWN_BY_TASK; by <= OUTLAY_BREAKDOWN_BY_CLASS; by++)
    {
      double sum = 0;

      for (guint i = 0; i < outlay_breakdown_count_parts (breakdown, by); i++)
        {
          double part = outlay_breakdown_part_cost (breakdown, by, i, month);

          g_assert_cmpfloat (part, >=, 0);
          sum += part;
        }
      assert_near_within ("parts", sum,
                          cell (breakdown, OUTLAY_SPLIT_NONE, 0, month, OUTLAY_CELL_COST),
                          1e-12);
    }
}

static void
test_adds_up (void)
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

          for (int month = OUTLAY_PERIOD; month < scenario->months; month++)
            {
              assert_is_estimate (breakdown, plain_get (estimate, option), month);
              assert_rows_add_up (breakdown, month);
              assert_parts_add_up (breakdown, month);
            }
        }
    }
}

/* Two kinds of work, two roles: one person does one task, three people do two
 * each; the task costs 2 for tokens written and 1 for output. */
static void
test_by_hand (void)
{
  static const OutlayPair mix[] = { { 0.5, 0.5 }, { 0.5, 0.5 } };
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlayBreakdown) breakdown = NULL;
  OutlayRole *many;

  plain_add_task (scenario, "other");
  many = plain_add_role (scenario, "Many", 3);
  many->tasks_per_day = 2;
  plain_set_mix (scenario, many, mix);
  estimate = outlay_estimate_new (scenario);
  breakdown = outlay_breakdown_new (estimate, 0);

  assert_near ("task", outlay_breakdown_part_cost (breakdown, OUTLAY_BREAKDOWN_BY_TASK, 0, 0), 12);
  assert_near ("other", outlay_breakdown_part_cost (breakdown, OUTLAY_BREAKDOWN_BY_TASK, 1, 0), 9);
  assert_near ("one", outlay_breakdown_part_cost (breakdown, OUTLAY_BREAKDOWN_BY_ROLE, 0, 0), 3);
  assert_near ("many", outlay_breakdown_part_cost (breakdown, OUTLAY_BREAKDOWN_BY_ROLE, 1, 0), 18);
  assert_near ("written", outlay_breakdown_part_cost (breakdown, OUTLAY_BREAKDOWN_BY_CLASS,
                                                      OUTLAY_TOKEN_CACHE_WRITE, 0), 14);
  assert_near ("output", outlay_breakdown_part_cost (breakdown, OUTLAY_BREAKDOWN_BY_CLASS,
                                                     OUTLAY_TOKEN_OUTPUT, 0), 7);
  g_assert_cmpuint (outlay_breakdown_count_parts (breakdown, OUTLAY_BREAKDOWN_BY_TASK), ==, 2);
  g_assert_cmpuint (outlay_breakdown_count_parts (breakdown, OUTLAY_BREAKDOWN_BY_CLASS), ==, 4);
}

/* A seat costs 10 and includes 2 of API use; a task costs 3. One person does one
 * task, three do two each: they are 1 and 4 each above what is included. */
static void
test_plan (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlayBreakdown) breakdown = NULL;
  OutlayPlan *plan = plain_add_plan (scenario, "plan", 10);

  plan->allowance = 2;
  plan->min_seats = 8;
  plain_add_role (scenario, "Many", 3)->tasks_per_day = 2;
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "plan", "model");
  estimate = outlay_estimate_new (scenario);
  breakdown = outlay_breakdown_new (estimate, 1);

  assert_near ("seats", cell (breakdown, OUTLAY_SPLIT_NONE, 0, 0, OUTLAY_CELL_SEATS), 8);
  assert_near ("of one", cell (breakdown, OUTLAY_SPLIT_ROLE, 0, 0, OUTLAY_CELL_SEATS), 2);
  assert_near ("of many", cell (breakdown, OUTLAY_SPLIT_ROLE, 1, 0, OUTLAY_CELL_SEATS), 6);
  assert_near ("one", outlay_breakdown_part_cost (breakdown, OUTLAY_BREAKDOWN_BY_ROLE, 0, 0),
               20 + 1);
  assert_near ("many", outlay_breakdown_part_cost (breakdown, OUTLAY_BREAKDOWN_BY_ROLE, 1, 0),
               60 + 12);
  assert_near ("task", outlay_breakdown_part_cost (breakdown, OUTLAY_BREAKDOWN_BY_TASK, 0, 0), 13);
  assert_near ("output", outlay_breakdown_part_cost (breakdown, OUTLAY_BREAKDOWN_BY_CLASS,
                                                     OUTLAY_TOKEN_OUTPUT, 0), 13 / 3.0);
  assert_near ("at API prices", cell (breakdown, OUTLAY_SPLIT_TASK, 0, 0, OUTLAY_CELL_API_COST),
               21);

  g_assert_cmpuint (outlay_breakdown_count_parts (breakdown, OUTLAY_BREAKDOWN_BY_TASK), ==, 2);
  g_assert_true (outlay_breakdown_is_fees (breakdown, OUTLAY_BREAKDOWN_BY_TASK, 1));
  g_assert_false (outlay_breakdown_is_fees (breakdown, OUTLAY_BREAKDOWN_BY_ROLE, 1));
  assert_near ("fees", outlay_breakdown_part_cost (breakdown, OUTLAY_BREAKDOWN_BY_TASK, 1, 0), 80);
}

/* Half of the attempts are accepted: the first are on the economy tier, half as
 * many on the frontier tier, which costs ten times as much. */
static void
test_tiers (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlayBreakdown) breakdown = NULL;
  static const struct { OutlayTier tier; double tasks, attempts, accepted, cost; } table[] = {
    { OUTLAY_TIER_ECONOMY, 1, 1, 0.5, 3 },
    { OUTLAY_TIER_FRONTIER, 0, 0.5, 0.25, 15 },
    { OUTLAY_TIER_SPECIALIST, 0, 0, 0, 0 },
  };
  OutlayPriceBlock *dear;

  dear = &plain_add_model (scenario, "dear", OUTLAY_CLASS_FRONTIER)->cards[0].base;
  dear->cache_write = 20;
  dear->output = 100;
  plain_add_routing (scenario, "model", "dear", "model")->escalate_to = OUTLAY_TIER_FRONTIER;
  scenario->max_attempts = 2;
  scenario->tasks[0].acceptance = 0.5;
  estimate = outlay_estimate_new (scenario);
  breakdown = outlay_breakdown_new (estimate, 1);

  g_assert_cmpuint (breakdown->n_tiers, ==, OUTLAY_N_TIERS);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint row = outlay_breakdown_tier_row (breakdown, 0, table[i].tier);
      const double *found = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_TIER, row, 0);

      assert_near ("tasks", found[OUTLAY_CELL_TASKS], table[i].tasks);
      assert_near ("attempts", found[OUTLAY_CELL_ATTEMPTS], table[i].attempts);
      assert_near ("accepted", found[OUTLAY_CELL_ACCEPTED], table[i].accepted);
      assert_near ("cost", found[OUTLAY_CELL_COST], table[i].cost);
    }
  g_assert_cmpstr (outlay_breakdown_tier_model (breakdown, OUTLAY_TIER_FRONTIER)->id, ==, "dear");
}

/* Nobody, and an option that is refused. */
static void
test_nothing (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlayBreakdown) breakdown = NULL;

  plain_add_plan (scenario, "plan", 10);
  plain_add_plan (scenario, "none", 10)->max_seats = 0;
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "plan", "model");
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "none", "model");
  scenario->team[0].joins = 2;
  scenario->months = 2;
  estimate = outlay_estimate_new (scenario);

  breakdown = outlay_breakdown_new (estimate, 1);
  assert_near ("nobody yet", cell (breakdown, OUTLAY_SPLIT_NONE, 0, 0, OUTLAY_CELL_COST), 0);
  assert_near ("one", cell (breakdown, OUTLAY_SPLIT_NONE, 0, 1, OUTLAY_CELL_COST), 10);
  assert_near ("period", cell (breakdown, OUTLAY_SPLIT_NONE, 0, OUTLAY_PERIOD,
                               OUTLAY_CELL_COST), 10);
  g_assert_null (outlay_breakdown_new (estimate, 2));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/breakdown/adds-up", test_adds_up);
  g_test_add_func ("/breakdown/by-hand", test_by_hand);
  g_test_add_func ("/breakdown/plan", test_plan);
  g_test_add_func ("/breakdown/tiers", test_tiers);
  g_test_add_func ("/breakdown/nothing", test_nothing);

  return g_test_run ();
}
