/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the checks page asks. In a plain scenario a task costs 3. */
#include "governance.h"

#include "near.h"
#include "plain-scenario.h"
#include "random-scenario.h"

#define N_SCENARIOS (g_test_slow () ? 300 : 40)

/* Ten times the price of "model". */
static void
add_dear_model (OutlayScenario *scenario)
{
  OutlayPriceBlock *base =
    &plain_add_model (scenario, "dear", OUTLAY_CLASS_FRONTIER)->cards[0].base;

  base->cache_write = 20;
  base->output = 100;
}

/* A low-risk task on the economy tier, a high-risk one on the dear frontier
 * tier; half of the attempts are rejected, then tried again on the frontier. */
static OutlayScenario *
new_routed (void)
{
  OutlayScenario *scenario = plain_scenario_new ();
  OutlayOption *routing;

  add_dear_model (scenario);
  scenario->tasks[0].share = (OutlayPair) { 0.5, 0.5 };
  *plain_add_task (scenario, "high") = scenario->tasks[0];
  scenario->tasks[1].id = outlay_pool_strdup (scenario->pool, "high");
  scenario->tasks[1].risk = OUTLAY_RISK_HIGH;
  scenario->tasks[0].acceptance = scenario->tasks[1].acceptance = 0.5;
  scenario->tasks[1].minutes_review = 4;
  scenario->max_attempts = 2;
  routing = plain_add_routing (scenario, "model", "dear", "model");
  plain_set_rule (routing, 1, OUTLAY_TIER_FRONTIER, OUTLAY_TIER_FRONTIER,
                  OUTLAY_TIER_FRONTIER);
  routing->escalate_to = OUTLAY_TIER_FRONTIER;

  return scenario;
}

static void
test_tiers (void)
{
  g_autoptr (OutlayScenario) scenario = new_routed ();
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
  g_autoptr (OutlayBreakdown) routed = outlay_breakdown_new (estimate, 1);
  g_autoptr (OutlayBreakdown) single = outlay_breakdown_new (estimate, 0);
  OutlayTierDiscipline discipline;

  outlay_tier_discipline_init (&discipline, routed);
  g_assert_cmpuint (discipline.n_tiers, ==, 3);
  g_assert_cmpuint (discipline.dearest, ==, OUTLAY_TIER_FRONTIER);
  assert_near ("economy", discipline.tiers[OUTLAY_TIER_ECONOMY].cost, 1.5);
  assert_near ("economy accepted", discipline.tiers[OUTLAY_TIER_ECONOMY].accepted, 0.25);
  assert_near ("per outcome", discipline.tiers[OUTLAY_TIER_ECONOMY].cost_per_accepted, 6);
  assert_near ("frontier", discipline.tiers[OUTLAY_TIER_FRONTIER].cost, 30);
  assert_near ("frontier attempts", discipline.tiers[OUTLAY_TIER_FRONTIER].attempts, 1);
  g_assert_true (isnan (discipline.tiers[OUTLAY_TIER_SPECIALIST].cost_per_accepted));
  assert_near ("low risk", discipline.low_risk_attempts, 0.75);
  assert_near ("on the dearest", discipline.low_risk_dearest, 1 / 3.0);
  assert_near ("on frontier", discipline.low_risk_frontier, 1 / 3.0);
  assert_near ("costs", discipline.low_risk_dearest_cost, 7.5);

  outlay_tier_discipline_init (&discipline, single);
  g_assert_cmpuint (discipline.n_tiers, ==, 1);
  assert_near ("its only model", discipline.low_risk_dearest, 1);
  assert_near ("no frontier", discipline.low_risk_frontier, 0);
}

static void
test_no_low_risk (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlayBreakdown) breakdown = NULL;
  OutlayTierDiscipline discipline;

  scenario->tasks[0].risk = OUTLAY_RISK_HIGH;
  estimate = outlay_estimate_new (scenario);
  breakdown = outlay_breakdown_new (estimate, 0);
  outlay_tier_discipline_init (&discipline, breakdown);
  g_assert_true (isnan (discipline.low_risk_dearest));
}

/* Tiers' costs are the option's, a plan's fees among them. */
static void
test_tiers_add_up (void)
{
  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);

      for (guint option = 0; option < estimate->n_options; option++)
        {
          g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, option);
          OutlayTierDiscipline discipline;
          double cost = 0, accepted = 0;

          outlay_tier_discipline_init (&discipline, breakdown);
          for (guint tier = 0; tier < discipline.n_tiers; tier++)
            {
              cost += discipline.tiers[tier].cost;
              accepted += discipline.tiers[tier].accepted;
            }
          assert_near_within ("cost", cost,
                              plain_get (estimate, option)->total[OUTLAY_FIGURE_COST], 1e-10);
          assert_near_within ("accepted", accepted,
                              plain_get (estimate, option)->total[OUTLAY_FIGURE_ACCEPTED],
                              1e-10);
        }
    }
}

static void
test_second_look (void)
{
  g_autoptr (OutlayScenario) scenario = new_routed ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  static const struct
  {
    const char *row;
    guint       option, task;
    gboolean    review, reason;
    double      tasks, dearest, cost, minutes;
  } table[] = {
    { "a model, low risk", 0, 0, FALSE, FALSE, 0.5, 0, 0, 0 },
    { "a model, high risk", 0, 1, TRUE, FALSE, 0.5, 0, 0, 4 },
    { "routed, low risk, retried on the dearest", 1, 0, FALSE, TRUE, 0.5, 0.25, 7.5, 0 },
    { "routed, high risk", 1, 1, TRUE, FALSE, 0.5, 0.75, 22.5, 4 },
    { "a frontier model, low risk", 2, 0, FALSE, TRUE, 0.5, 0.75, 22.5, 0 },
  };

  plain_add_option (scenario, OUTLAY_OPTION_MODEL, NULL, "dear");
  estimate = outlay_estimate_new (scenario);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, table[i].option);
      OutlaySecondLook look;

      outlay_second_look_init (&look, breakdown, table[i].task);
      if (look.needs_review != table[i].review || look.needs_reason != table[i].reason)
        g_error ("%s", table[i].row);
      assert_near (table[i].row, look.tasks, table[i].tasks);
      assert_near (table[i].row, look.dearest_attempts, table[i].dearest);
      assert_near (table[i].row, look.dearest_cost, table[i].cost);
      assert_near (table[i].row, look.review_minutes, table[i].minutes);
    }
}

/* Turns are 1 or 4, evenly; a cap of 2 stops the long ones. Tokens are only
 * output, at 1 a turn. */
static void
test_loop_cap (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  OutlayLoopCapEffect effect;
  OutlayTask *task = &scenario->tasks[0];

  task->base_context = 0;
  task->minutes_saved = 10;
  *plain_add_task (scenario, "long") = *task;
  scenario->tasks[1].turns = 4;
  task->share = scenario->tasks[1].share = (OutlayPair) { 0.5, 0.5 };
  scenario->prices.models[0].cards[0].base.cache_write = 0;
  scenario->prices.models[0].cards[0].base.cache_read = 0;
  scenario->max_turns = 2;
  estimate = outlay_estimate_new (scenario);

  outlay_loop_cap_effect_init (&effect, estimate, 0);
  g_assert_true (effect.has_cap && effect.is_known);
  assert_near ("stopped", effect.stopped, 0.5);
  assert_near ("saved", effect.cost_saved, 0.5 * (4 - 2));
  assert_near ("lost", effect.accepted_lost, 0.5);
  assert_near ("value", effect.value_lost, 5);
  assert_near ("net", effect.net, -4);
}

static void
test_no_loop_cap (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
  OutlayLoopCapEffect effect;

  outlay_loop_cap_effect_init (&effect, estimate, 0);
  g_assert_false (effect.has_cap);
  assert_near ("saved", effect.cost_saved, 0);
}

/* Two people of four are active; a task at the cap of 3 turns costs 3 of output
 * on the model, 30 on the dear one; 2 tasks, 3 attempts. */
static void
test_largest_bill (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  static const struct
  {
    const char *row;
    double      fees, work, billed, bill, everybody;
  } table[] = {
    { "model", 0, 2 * 2 * 3 * 3, 36, 36, 72 },
    { "routing", 0, 2 * 2 * (3 + 2 * 30), 252, 252, 504 },
    { "plan that bills what lies above", 20, 36, 36 - 2 * 5, 46, 92 },
    { "plan that stops", 20, 36, 0, 20, 40 },
  };

  add_dear_model (scenario);
  scenario->tasks[0].base_context = 0;
  for (guint i = 0; i < 2; i++)
    {
      scenario->prices.models[i].cards[0].base.cache_write = 0;
      scenario->prices.models[i].cards[0].base.cache_read = 0;
    }
  plain_add_routing (scenario, "model", "dear", "model")->escalate_to = OUTLAY_TIER_FRONTIER;
  plain_add_plan (scenario, "bills", 10)->allowance = 5;
  *plain_add_plan (scenario, "stops", 10) = scenario->prices.plans[0];
  scenario->prices.plans[1].id = outlay_pool_strdup (scenario->pool, "stops");
  scenario->prices.plans[1].overage = OUTLAY_OVERAGE_STOP;
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "bills", "model");
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "stops", "model");
  scenario->team[0].people = 4;
  scenario->team[0].tasks_per_day = 2;
  scenario->adoption.to = 0.5;
  scenario->usage_spread = 2;
  scenario->max_turns = 3;
  scenario->max_attempts = 3;
  scenario->months = 2;
  estimate = outlay_estimate_new (scenario);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, i);
      OutlayLargestBill bill;

      outlay_largest_bill_init (&bill, breakdown);
      g_assert_true (bill.has_cap);
      g_assert_cmpint (bill.month, ==, 1);
      assert_near (table[i].row, bill.fees, table[i].fees);
      assert_near (table[i].row, bill.work, table[i].work);
      assert_near (table[i].row, bill.billed, table[i].billed);
      assert_near (table[i].row, bill.bill, table[i].bill);
      assert_near (table[i].row, bill.period_bill, 2 * table[i].bill);
      assert_near (table[i].row, bill.everybody, table[i].everybody);
    }
}

/* No month is dearer than the largest bill, whatever the scenario. */
static void
test_largest_bill_bounds (void)
{
  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
      const OutlayOptionEstimate *figures = plain_get (estimate, 0);
      g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, 0);
      OutlayLargestBill bill;

      outlay_largest_bill_init (&bill, breakdown);
      g_assert_cmpint (bill.has_cap, ==, scenario->max_turns != OUTLAY_NONE);
      for (guint month = 0; month < estimate->n_months; month++)
        g_assert_cmpfloat (figures->monthly[OUTLAY_FIGURE_COST][month], <=,
                           bill.bill * (1 + 1e-9));
      g_assert_cmpfloat (bill.bill, <=, bill.everybody * (1 + 1e-9));
    }
}

static void
test_heavy_use (void)
{
  static const struct
  {
    const char *row;
    double      wages[3], tasks[3];
    guint       n_roles, heaviest;
    double      correlation;
    gboolean    best_paid;
  } table[] = {
    { "in step", { 30, 60, 90 }, { 1, 2, 3 }, 3, 2, 1, TRUE },
    { "against it", { 90, 60, 30 }, { 1, 2, 3 }, 3, 2, -1, FALSE },
    { "a tie", { 30, 60, 60 }, { 1, 2, 3 }, 3, 2, 0.8660254037844387, TRUE },
    { "mixed", { 60, 30, 90 }, { 1, 2, 3 }, 3, 2, 0.5, TRUE },
    { "alike", { 60, 60, 60 }, { 1, 2, 3 }, 3, 2, NAN, TRUE },
    { "alone", { 60 }, { 1 }, 1, 0, NAN, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      g_autoptr (OutlayBreakdown) breakdown = NULL;
      g_auto (OutlayHeavyUse) use = { 0 };

      for (guint role = 0; role < table[i].n_roles; role++)
        {
          if (role > 0)
            plain_add_role (scenario, "Role", 2);
          scenario->team[role].hourly_wage = table[i].wages[role];
          scenario->team[role].tasks_per_day = table[i].tasks[role];
        }
      estimate = outlay_estimate_new (scenario);
      breakdown = outlay_breakdown_new (estimate, 0);
      outlay_heavy_use_init (&use, breakdown);

      g_assert_cmpuint (use.n_uses, ==, table[i].n_roles);
      g_assert_true (use.uses[0].role == &scenario->team[table[i].heaviest]);
      assert_near (table[i].row, use.uses[0].tokens, 1.1e6 * table[i].tasks[table[i].heaviest]);
      assert_near (table[i].row, use.correlation, table[i].correlation);
      if (use.heaviest_is_best_paid != table[i].best_paid)
        g_error ("%s", table[i].row);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/governance/tiers", test_tiers);
  g_test_add_func ("/governance/no-low-risk", test_no_low_risk);
  g_test_add_func ("/governance/tiers-add-up", test_tiers_add_up);
  g_test_add_func ("/governance/second-look", test_second_look);
  g_test_add_func ("/governance/loop-cap", test_loop_cap);
  g_test_add_func ("/governance/no-loop-cap", test_no_loop_cap);
  g_test_add_func ("/governance/largest-bill", test_largest_bill);
  g_test_add_func ("/governance/largest-bill-bounds", test_largest_bill_bounds);
  g_test_add_func ("/governance/heavy-use", test_heavy_use);

  return g_test_run ();
}
