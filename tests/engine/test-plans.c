/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 7, `plan`: seats, and what lies above an allowance. */
#include "plans.h"

#include "near.h"
#include "plain-scenario.h"

static void
test_seats (void)
{
  static const struct { const char *row; gint64 min_seats; double people; gint64 seats; } table[] = {
    { "nobody needs none", 5, 0, 0 },
    { "one", 1, 1, 1 },
    { "a fraction of a person needs a seat", 1, 0.1, 1 },
    { "two and a bit need three", 1, 2.0001, 3 },
    { "rounding is no person", 1, 2.0000000005, 2 },
    { "as many as there are", 1, 12, 12 },
    { "the fewest that are sold", 5, 2, 5 },
    { "more than the fewest", 5, 6, 6 },
    { "a plan without a fewest", 0, 0.3, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayPlan plan = { .min_seats = table[i].min_seats, .max_seats = OUTLAY_NONE };

      if (outlay_plan_seats (&plan, table[i].people) != table[i].seats)
        g_error ("%s", table[i].row);
    }
}

/* The limits of E = max (0, x F(d) - B F(d - s)). */
static void
test_split (void)
{
  static const struct
  {
    const char *row;
    double      mean, allowance, spread;
    double      excess, kept;
  } table[] = {
    { "no limit", 50, NAN, 2, 0, 1 },
    { "nothing included", 50, 0, 2, 50, 0 },
    { "nothing used", 0, 40, 2, 0, 1 },
    { "nothing used, nothing included", 0, 0, 2, 0, 1 },
    { "no spread, over it", 50, 40, 0, 10, 0.8 },
    { "no spread, at it", 40, 40, 0, 0, 1 },
    { "no spread, under it", 30, 40, 0, 0, 1 },
    { "a spread too small to matter", 50, 40, 1e-9, 10, 0.8 },
    { "an allowance far away", 1, 1e9, 2, 0, 1 },
    /* x = B = 1: E = F(s/2) - F(-s/2) = erf (s / (2 sqrt 2)), s^2 = ln 2 */
    { "at the mean, as wide as it is large", 1, 1, 1, 0.32279290282667306,
      1 - 0.32279290282667306 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayAllowanceSplit split = outlay_allowance_split (table[i].mean, table[i].allowance,
                                                           table[i].spread);

      assert_near (table[i].row, split.excess, table[i].excess);
      assert_near (table[i].row, split.kept, table[i].kept);
    }
}

/* One person's month at the standard normal's z. */
static double
lognormal_month (double mean,
                 double s,
                 double z)
{
  return mean * exp (s * z - s * s / 2);
}

/* Simpson's rule over the months above (or below) the allowance. */
static double
integrate (double   mean,
           double   allowance,
           double   s,
           double   from,
           double   to,
           gboolean excess)
{
  const guint n = 4000;
  double h = (to - from) / n;
  double sum = 0;

  for (guint i = 0; i <= n; i++)
    {
      double z = from + i * h;
      double month = lognormal_month (mean, s, z);
      double weight = i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2;

      sum += weight * (excess ? month - allowance : month) *
             exp (-z * z / 2) / sqrt (2 * G_PI);
    }

  return sum * h / 3;
}

/* E is the mean of what a lognormal month has above the allowance. */
static void
test_against_integral (void)
{
  static const double allowances[] = { 0.01, 0.3, 1, 2, 10, 100 };
  static const double spreads[] = { 0.1, 0.5, 1, 2, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (allowances); i++)
    for (guint j = 0; j < G_N_ELEMENTS (spreads); j++)
      {
        double s = sqrt (log1p (spreads[j] * spreads[j]));
        double at = (log (allowances[i]) + s * s / 2) / s; /* the allowance, x being 1 */
        double below = erfc (at / G_SQRT2) / 2;            /* P (month over it) */
        OutlayAllowanceSplit split = outlay_allowance_split (1, allowances[i], spreads[j]);
        double excess = integrate (1, allowances[i], s, at, MAX (at, s) + 12, TRUE);
        double kept = integrate (1, allowances[i], s, MIN (at, s) - 12, at, FALSE) +
                      allowances[i] * below;

        assert_near_within ("excess", split.excess, excess, 1e-9);
        assert_near_within ("kept", split.kept, kept, 1e-9);
        /* What is left of the work keeps its digits where nearly all is lost. */
        g_assert_cmpfloat (fabs (split.kept - kept), <=, 1e-8 * kept);
      }
}

/* More is never less: E rises with use and with spread, falls with the allowance. */
static void
test_split_is_monotone (void)
{
  for (int i = 0; i < 2000; i++)
    {
      double mean = pow (10, g_test_rand_double_range (-3, 4));
      double allowance = pow (10, g_test_rand_double_range (-3, 4));
      double spread = g_test_rand_double_range (0.01, 5);
      OutlayAllowanceSplit split = outlay_allowance_split (mean, allowance, spread);
      double slack = 1e-12 * (mean + allowance);

      g_assert_cmpfloat (split.excess, >=, MAX (0, mean - allowance) - slack);
      g_assert_cmpfloat (split.excess, <=, mean + slack);
      g_assert_cmpfloat (split.kept, >=, 0);
      g_assert_cmpfloat (split.kept, <=, 1);
      assert_near_within ("both parts are the whole", split.excess + split.kept * mean, mean,
                          1e-11);
      g_assert_cmpfloat (outlay_allowance_split (mean * 1.1, allowance, spread).excess, >=,
                         split.excess - slack);
      g_assert_cmpfloat (outlay_allowance_split (mean, allowance * 1.1, spread).excess, <=,
                         split.excess + slack);
      g_assert_cmpfloat (outlay_allowance_split (mean, allowance, spread * 1.1).excess, >=,
                         split.excess - slack);
    }
}

/* One person whose work costs $3 at API prices and saves $10, on a seat at $20. */
static void
test_one_person (void)
{
  static const struct
  {
    const char    *row;
    double         allowance;
    OutlayOverage  overage;
    double         cost, done; /* the share of the work that is done */
  } table[] = {
    { "no limit, billed", NAN, OUTLAY_OVERAGE_API, 20, 1 },
    { "no limit, stopped", NAN, OUTLAY_OVERAGE_STOP, 20, 1 },
    { "enough, billed", 3, OUTLAY_OVERAGE_API, 20, 1 },
    { "enough, stopped", 3, OUTLAY_OVERAGE_STOP, 20, 1 },
    { "a dollar over, billed", 2, OUTLAY_OVERAGE_API, 21, 1 },
    { "a dollar over, stopped", 2, OUTLAY_OVERAGE_STOP, 20, 2 / 3.0 },
    { "nothing included, billed", 0, OUTLAY_OVERAGE_API, 23, 1 },
    { "nothing included, stopped", 0, OUTLAY_OVERAGE_STOP, 20, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table) * 2; i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      OutlayPlan *plan = plain_add_plan (scenario, "plan", 20);
      const char *row = table[i / 2].row;
      double done = table[i / 2].done;
      const double *total;

      /* For one person without spread, pooled or not is the same. */
      plan->pooled = i % 2 == 1;
      plan->allowance = table[i / 2].allowance;
      plan->overage = table[i / 2].overage;
      scenario->tasks[0].minutes_saved = 10;
      scenario->tasks[0].minutes_review = 5;
      scenario->onboarding.money = 7;
      plain_add_option (scenario, OUTLAY_OPTION_PLAN, "plan", "model");

      estimate = outlay_estimate_new (scenario);
      total = plain_get (estimate, 1)->total;
      assert_near (row, total[OUTLAY_FIGURE_COST], table[i / 2].cost);
      assert_near (row, total[OUTLAY_FIGURE_API_COST], 3 * done);
      assert_near (row, total[OUTLAY_FIGURE_TASKS], done);
      assert_near (row, total[OUTLAY_FIGURE_ACCEPTED], done);
      assert_near (row, total[OUTLAY_FIGURE_VALUE], 10 * done);
      assert_near (row, total[OUTLAY_FIGURE_REVIEW], 5 * done);
      assert_near (row, total[OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_CACHE_WRITE], 1e6 * done);
      assert_near (row, total[OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_OUTPUT], 1e5 * done);
      /* People are there, and are taught, whether or not they can work. */
      assert_near (row, total[OUTLAY_FIGURE_PEOPLE], 1);
      assert_near (row, total[OUTLAY_FIGURE_ONBOARDING], 7);
    }
}

/* Work that the cap stops is lost with the rest. */
static void
test_stopped_is_lost_too (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  OutlayPlan *plan = plain_add_plan (scenario, "plan", 20);

  plan->allowance = 1;
  plan->overage = OUTLAY_OVERAGE_STOP;
  scenario->turns = 2;
  scenario->max_turns = 1; /* N is 2 or 3: every task is stopped after turn 1, $3 */
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "plan", "model");

  estimate = outlay_estimate_new (scenario);
  assert_near ("stopped", plain_get (estimate, 0)->total[OUTLAY_FIGURE_STOPPED], 1);
  assert_near ("stopped, a third of it done",
               plain_get (estimate, 1)->total[OUTLAY_FIGURE_STOPPED], 1 / 3.0);
}

/* Two people use $3 each and two $9, $24 together; a seat includes $6. Each for
 * himself, two exceed it by $3; together nobody does. */
static void
test_pooled (void)
{
  static const struct
  {
    const char    *row;
    gboolean       pooled;
    OutlayOverage  overage;
    double         allowance;
    double         cost, tasks;
  } table[] = {
    { "each for himself, billed", FALSE, OUTLAY_OVERAGE_API, 6, 80 + 6, 8 },
    { "each for himself, stopped", FALSE, OUTLAY_OVERAGE_STOP, 6, 80, 2 + 6 * 2 / 3.0 },
    { "pooled, billed", TRUE, OUTLAY_OVERAGE_API, 6, 80, 8 },
    { "pooled, stopped", TRUE, OUTLAY_OVERAGE_STOP, 6, 80, 8 },
    { "pooled, over it, billed", TRUE, OUTLAY_OVERAGE_API, 5, 80 + 4, 8 },
    { "pooled, over it, stopped", TRUE, OUTLAY_OVERAGE_STOP, 5, 80, 8 * 20 / 24.0 },
    { "pooled, no limit", TRUE, OUTLAY_OVERAGE_STOP, NAN, 80, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      OutlayPlan *plan = plain_add_plan (scenario, "plan", 20);

      plan->pooled = table[i].pooled;
      plan->overage = table[i].overage;
      plan->allowance = table[i].allowance;
      scenario->team[0].people = 2;
      plain_add_role (scenario, "Busy", 2)->tasks_per_day = 3;
      plain_add_option (scenario, OUTLAY_OPTION_PLAN, "plan", "model");

      estimate = outlay_estimate_new (scenario);
      assert_near (table[i].row, plain_cost (estimate, 1, 0), table[i].cost);
      assert_near (table[i].row, plain_get (estimate, 1)->total[OUTLAY_FIGURE_TASKS],
                   table[i].tasks);
    }
}

/* People differ: each month has the coefficient of variation `usage_spread`; a
 * team's has it divided by the root of its people. */
static void
test_spread (void)
{
  for (int pooled = 0; pooled <= 1; pooled++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      OutlayPlan *plan = plain_add_plan (scenario, "plan", 20);
      double alone = 9 * outlay_allowance_split (3, 4, 2).excess;
      double together = outlay_allowance_split (27, 36, 2 / 3.0).excess;

      plan->pooled = pooled;
      plan->allowance = 4;
      scenario->usage_spread = 2;
      scenario->team[0].people = 9;
      plain_add_option (scenario, OUTLAY_OPTION_PLAN, "plan", "model");

      estimate = outlay_estimate_new (scenario);
      assert_near ("spread", plain_cost (estimate, 1, 0), 180 + (pooled ? together : alone));
      g_assert_cmpfloat (together, <, alone);
    }
}

/* Seats follow who is active: 0.5, 1, 1.5, 2, 2 people; two at least are sold. A
 * month with nobody costs nothing. */
static void
test_seats_follow_people (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  const double fees[] = { 0, 40, 40, 40, 40, 60 };

  scenario->months = G_N_ELEMENTS (fees);
  scenario->team[0].people = 2;
  scenario->team[0].joins = 2;
  plain_add_role (scenario, "Later", 0.5)->joins = 6;
  scenario->adoption = (OutlayAdoption) { OUTLAY_ADOPTION_LINEAR, 0.25, 1, 4, NULL, 0 };
  scenario->currency.rate = 2;
  plain_add_plan (scenario, "plan", 10)->min_seats = 2;
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "plan", "model");

  estimate = outlay_estimate_new (scenario);
  for (guint m = 0; m < G_N_ELEMENTS (fees); m++)
    assert_near ("fees", plain_cost (estimate, 1, m), fees[m]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plans/seats", test_seats);
  g_test_add_func ("/plans/split", test_split);
  g_test_add_func ("/plans/against-integral", test_against_integral);
  g_test_add_func ("/plans/split-is-monotone", test_split_is_monotone);
  g_test_add_func ("/plans/one-person", test_one_person);
  g_test_add_func ("/plans/stopped-is-lost-too", test_stopped_is_lost_too);
  g_test_add_func ("/plans/pooled", test_pooled);
  g_test_add_func ("/plans/spread", test_spread);
  g_test_add_func ("/plans/seats-follow-people", test_seats_follow_people);

  return g_test_run ();
}
