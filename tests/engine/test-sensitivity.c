/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10, "Sensitivity". */
#include "near.h"
#include "option-estimate.h"
#include "pert.h"
#include "risk-scenario.h"
#include "sensitivity.h"

static const OutlaySwing *
find_swing (const OutlayOptionSensitivity *option,
            OutlayFactor                   factor)
{
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    if (option->swings[i].factor == factor)
      return &option->swings[i];

  g_assert_not_reached ();
}

static double
get_cost (OutlayScenario      *scenario,
          const OutlayFactors *factors,
          guint                option)
{
  g_autoptr (OutlayEstimate) estimate =
    outlay_estimate_new_for_factors (scenario, factors, FALSE);

  return estimate->options[option].total[OUTLAY_FIGURE_COST];
}

/* Against an estimate for each end, in every scenario. */
static void
test_changes (void)
{
  for (guint which = 0; which < N_RISK_SCENARIOS; which++)
    {
      g_autoptr (OutlayScenario) scenario = risk_scenario_new (which);
      g_autoptr (OutlaySensitivity) sensitivity = outlay_sensitivity_new (scenario, 2);
      OutlayFactors likely;

      for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
        likely.value[i] = scenario->uncertainty[i].likely;

      for (guint i = 0; i < scenario->n_options; i++)
        {
          const OutlayOptionSensitivity *option = &sensitivity->options[i];
          double cost = get_cost (scenario, &likely, i);

          assert_near (risk_scenario_get_name (which), option->likely_cost, cost);
          for (guint j = 0; j < OUTLAY_N_FACTORS; j++)
            {
              const OutlaySwing *swing = find_swing (option, j);
              OutlayFactors moved = likely;

              moved.value[j] = outlay_range_quantile (&scenario->uncertainty[j], 0.1);
              assert_near (outlay_factor_get_key (j), swing->low, moved.value[j]);
              assert_near_within (outlay_factor_get_key (j), swing->change_low,
                                  get_cost (scenario, &moved, i) - cost, 1e-9);
              moved.value[j] = outlay_range_quantile (&scenario->uncertainty[j], 0.9);
              assert_near (outlay_factor_get_key (j), swing->high, moved.value[j]);
              assert_near_within (outlay_factor_get_key (j), swing->change_high,
                                  get_cost (scenario, &moved, i) - cost, 1e-9);
            }
        }
    }
}

/* Tasks act in proportion where nothing but use is paid. */
static void
test_tasks_act_in_proportion (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySensitivity) sensitivity = outlay_sensitivity_new (scenario, 1);
  const OutlaySwing *swing = find_swing (&sensitivity->options[0], OUTLAY_FACTOR_TASKS);
  double cost = sensitivity->options[0].likely_cost;

  assert_near ("P10", swing->change_low, cost * (swing->low - 1));
  assert_near ("P90", swing->change_high, cost * (swing->high - 1));
}

static void
test_largest_first (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySensitivity) sensitivity = outlay_sensitivity_new (scenario, 2);

  for (guint i = 0; i < sensitivity->n_options; i++)
    {
      const OutlaySwing *swings = sensitivity->options[i].swings;

      for (guint j = 1; j < OUTLAY_N_FACTORS; j++)
        g_assert_cmpfloat (MAX (fabs (swings[j - 1].change_low),
                                fabs (swings[j - 1].change_high)), >=,
                           MAX (fabs (swings[j].change_low), fabs (swings[j].change_high)));
    }
}

/* What cannot vary changes nothing, and comes last. */
static void
test_constants_come_last (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySensitivity) sensitivity = NULL;
  const OutlaySwing *last;

  scenario->uncertainty[OUTLAY_FACTOR_TURNS] = (OutlayRange) { 1.2, 1.2, 1.2 };
  sensitivity = outlay_sensitivity_new (scenario, 1);
  last = &sensitivity->options[0].swings[OUTLAY_N_FACTORS - 1];
  g_assert_cmpint (last->factor, ==, OUTLAY_FACTOR_TURNS);
  assert_near ("low", last->change_low, 0);
  assert_near ("high", last->change_high, 0);
}

static void
test_refused (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlaySensitivity) sensitivity = NULL;

  scenario->prices.plans[0].max_seats = 3;
  sensitivity = outlay_sensitivity_new (scenario, 2);
  g_assert_true (sensitivity->options[3].is_refused);
  g_assert_false (sensitivity->options[0].is_refused);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sensitivity/changes", test_changes);
  g_test_add_func ("/sensitivity/tasks-act-in-proportion", test_tasks_act_in_proportion);
  g_test_add_func ("/sensitivity/largest-first", test_largest_first);
  g_test_add_func ("/sensitivity/constants-come-last", test_constants_come_last);
  g_test_add_func ("/sensitivity/refused", test_refused);

  return g_test_run ();
}
