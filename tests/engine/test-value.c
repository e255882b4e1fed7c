/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 8: value, net value, return and payback. */
#include "estimate.h"

#include "near.h"
#include "plain-scenario.h"

/* A task costs $3. At $60 an hour a minute is worth $1. */
static void
test_value_of_work (void)
{
  static const struct
  {
    const char *row;
    double      saved, review, wage, g;
    double      value, reviewed;
  } table[] = {
    { "saves nothing", 0, 0, 60, 1, 0, 0 },
    { "saves a quarter of an hour", 15, 0, 60, 1, 15, 0 },
    { "of dearer time", 15, 0, 120, 1, 30, 0 },
    { "only what is accepted saves", 15, 0, 60, 0.4, 6, 0 },
    { "every attempt is reviewed", 15, 5, 60, 0.4, 6, 5 },
    { "and review of dearer time is dearer", 15, 5, 120, 1, 30, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      const OutlayOptionEstimate *figures;

      scenario->tasks[0].minutes_saved = table[i].saved;
      scenario->tasks[0].minutes_review = table[i].review;
      scenario->team[0].hourly_wage = table[i].wage;
      scenario->expertise[OUTLAY_LEVEL_INTERMEDIATE].acceptance =
        (OutlayPair) { table[i].g, table[i].g };

      estimate = outlay_estimate_new (scenario);
      figures = plain_get (estimate, 0);
      assert_near (table[i].row, figures->total[OUTLAY_FIGURE_VALUE], table[i].value);
      assert_near (table[i].row, figures->total[OUTLAY_FIGURE_REVIEW], table[i].reviewed);
      assert_near (table[i].row, figures->net, table[i].value - table[i].reviewed - 3);
      assert_near (table[i].row, figures->return_on_cost,
                   (table[i].value - table[i].reviewed) / 3);
    }
}

/* An accepted task is worth more as people learn: 1 + 0.2 * L, L = 0, 1/2, 1, 1. */
static void
test_value_grows (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  const double values[] = { 15, 16.5, 18, 18 };

  scenario->months = G_N_ELEMENTS (values);
  scenario->learning = (OutlayLearning) { OUTLAY_LEARNING_LINEAR, 3 };
  scenario->value_growth = 0.2;
  scenario->tasks[0].minutes_saved = 15;
  scenario->tasks[0].minutes_review = 5;

  estimate = outlay_estimate_new (scenario);
  for (guint m = 0; m < G_N_ELEMENTS (values); m++)
    {
      assert_near ("value", plain_get (estimate, 0)->monthly[OUTLAY_FIGURE_VALUE][m], values[m]);
      /* Review does not grow. */
      assert_near ("review", plain_get (estimate, 0)->monthly[OUTLAY_FIGURE_REVIEW][m], 5);
    }
}

/* One person from a month on; each month earns `saved` minus $3, after onboarding
 * of `money` once. Over 6 months. */
static void
test_payback (void)
{
  static const struct
  {
    const char *row;
    gint64      joins;
    double      saved, money;
    int         payback;
  } table[] = {
    { "nothing to pay back", 1, 13, 0, 1 },
    { "exactly nothing is paid back", 1, 3, 0, 1 },
    { "in the third month: 3 * 10 of 25", 1, 13, 25, 3 },
    { "to the dollar: 3 * 10 of 30", 1, 13, 30, 3 },
    { "a dollar more takes a month more", 1, 13, 31, 4 },
    { "in the last month", 1, 13, 60, 6 },
    { "not within the period", 1, 13, 61, 0 },
    { "never", 1, 0, 0, 0 },
    /* Months with nobody active do not count, though nothing is owed in them. */
    { "counted from the first month of the scenario", 3, 13, 25, 5 },
    { "at once, but not before anybody is there", 3, 13, 0, 3 },
    { "nobody ever comes", 60, 13, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;

      scenario->months = 6;
      scenario->team[0].joins = table[i].joins;
      scenario->tasks[0].minutes_saved = table[i].saved;
      scenario->onboarding.money = table[i].money;

      estimate = outlay_estimate_new (scenario);
      if (plain_get (estimate, 0)->payback_month != table[i].payback)
        g_error ("%s: month %d", table[i].row, plain_get (estimate, 0)->payback_month);
    }
}

/* net = value - cost - review - onboarding; return = (value - review - onboarding)
 * / cost. Two months: 2 * 20 saved, 2 * 3, 2 * 5, once 4 * 60 + 10. */
static void
test_net_and_return (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  const OutlayOptionEstimate *figures;

  scenario->months = 2;
  scenario->tasks[0].minutes_saved = 20;
  scenario->tasks[0].minutes_review = 5;
  scenario->onboarding = (OutlayOnboarding) { 4, 10 };

  estimate = outlay_estimate_new (scenario);
  figures = plain_get (estimate, 0);
  assert_near ("net", figures->net, 40 - 6 - 10 - 250);
  assert_near ("return", figures->return_on_cost, (40 - 10 - 250) / 6.0);
  assert_near ("cost per task", figures->cost_per_task, 3);
  assert_near ("cost per accepted", figures->cost_per_accepted, 3);
}

/* A quotient by zero is none. */
static void
test_no_quotient (void)
{
  static const struct
  {
    const char *row;
    double      people, price, g;
    double      per_task, per_accepted, return_on_cost;
  } table[] = {
    { "nobody", 0, 1, 1, NAN, NAN, NAN },
    { "for nothing", 1, 0, 1, 0, 0, NAN },
    { "nothing is accepted", 1, 1, 0, 3, NAN, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      const OutlayOptionEstimate *figures;

      scenario->team[0].people = table[i].people;
      scenario->options[0].price_factor = table[i].price;
      scenario->tasks[0].acceptance = table[i].g;

      estimate = outlay_estimate_new (scenario);
      figures = plain_get (estimate, 0);
      assert_near (table[i].row, figures->cost_per_task, table[i].per_task);
      assert_near (table[i].row, figures->cost_per_accepted, table[i].per_accepted);
      assert_near (table[i].row, figures->return_on_cost, table[i].return_on_cost);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value/of-work", test_value_of_work);
  g_test_add_func ("/value/grows", test_value_grows);
  g_test_add_func ("/value/payback", test_payback);
  g_test_add_func ("/value/net-and-return", test_net_and_return);
  g_test_add_func ("/value/no-quotient", test_no_quotient);

  return g_test_run ();
}
