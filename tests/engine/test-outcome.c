/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 6 and 8 month by month. */
#include "outcome.h"

#include "near.h"
#include "plain-scenario.h"
#include "random-scenario.h"

#define N_SCENARIOS (g_test_slow () ? 500 : 60)

/* A task costs 3 and brings 5 minutes at 1; onboarding costs 4 in the first month;
 * half of the attempts are accepted. */
static void
test_by_hand (void)
{
  static const struct { OutlayOutcomeFigure figure; double months[3]; } table[] = {
    { OUTLAY_OUTCOME_COST_PER_TASK, { 3, 3, 3 } },
    { OUTLAY_OUTCOME_COST_PER_ACCEPTED, { 6, 6, 6 } },
    { OUTLAY_OUTCOME_ACCEPTED_SHARE, { 0.5, 0.5, 0.5 } },
    { OUTLAY_OUTCOME_NET, { -2, 2, 2 } },
    { OUTLAY_OUTCOME_CUMULATIVE_NET, { -2, 0, 2 } },
    { OUTLAY_OUTCOME_RETURN, { 1 / 3.0, 5 / 3.0, 5 / 3.0 } },
    { OUTLAY_OUTCOME_CUMULATIVE_RETURN, { 1 / 3.0, 1, 11 / 9.0 } },
  };
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;

  scenario->months = 3;
  scenario->onboarding.money = 4;
  scenario->tasks[0].acceptance = 0.5;
  scenario->tasks[0].minutes_saved = 12;
  scenario->tasks[0].minutes_review = 1;
  estimate = outlay_estimate_new (scenario);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      double series[3];

      outlay_outcome_fill (plain_get (estimate, 0), table[i].figure, series, 3);
      for (guint month = 0; month < 3; month++)
        assert_near ("month", series[month], table[i].months[month]);
    }
  g_assert_cmpint (plain_get (estimate, 0)->payback_month, ==, 2);
}

/* The last cumulative month is the estimate's total; payback is where the
 * cumulative net stops being negative. */
static void
test_totals (void)
{
  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
      guint n_months = estimate->n_months;
      g_autofree double *net = g_new (double, n_months);
      g_autofree double *gained = g_new (double, n_months);

      for (guint option = 0; option < estimate->n_options; option++)
        {
          const OutlayOptionEstimate *figures = plain_get (estimate, option);
          int payback = figures->payback_month;

          outlay_outcome_fill (figures, OUTLAY_OUTCOME_CUMULATIVE_NET, net, n_months);
          outlay_outcome_fill (figures, OUTLAY_OUTCOME_CUMULATIVE_RETURN, gained, n_months);
          assert_near_within ("net", net[n_months - 1], figures->net, 1e-9);
          assert_near_within ("return", gained[n_months - 1], figures->return_on_cost, 1e-9);
          for (int month = 0; month < (payback > 0 ? payback - 1 : (int) n_months); month++)
            g_assert_true (net[month] < 0 ||
                           figures->monthly[OUTLAY_FIGURE_PEOPLE][month] <= 0);
        }
    }
}

static void
test_nobody (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  double series[1];

  scenario->team[0].people = 0;
  estimate = outlay_estimate_new (scenario);
  outlay_outcome_fill (plain_get (estimate, 0), OUTLAY_OUTCOME_COST_PER_ACCEPTED, series, 1);
  g_assert_true (isnan (series[0]));
  outlay_outcome_fill (plain_get (estimate, 0), OUTLAY_OUTCOME_RETURN, series, 1);
  g_assert_true (isnan (series[0]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outcome/by-hand", test_by_hand);
  g_test_add_func ("/outcome/totals", test_totals);
  g_test_add_func ("/outcome/nobody", test_nobody);

  return g_test_run ();
}
