/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 9: dearer work uses more tokens. */
#include "wages.h"

#include "near.h"
#include "plain-scenario.h"

static void
test_factors (void)
{
  static const struct
  {
    const char *row;
    gboolean    enabled;
    double      wage, reference, turns, output;
    double      times_turns, times_output;
  } table[] = {
    { "off", FALSE, 80, 37, 0.55, 0.38, 1, 1 },
    { "at the reference wage", TRUE, 54, 54, 0.55, 0.38, 1, 1 },
    { "twice the wage, plain exponents", TRUE, 120, 60, 1, 2, 2, 4 },
    { "half the wage", TRUE, 30, 60, 1, 2, 0.5, 0.25 },
    { "no effect", TRUE, 120, 60, 0, 0, 1, 1 },
    { "an effect the other way", TRUE, 120, 60, -1, -2, 0.5, 0.25 },
    /* The published ratios of $80 to $37 an hour are 1.53 and 1.34. */
    { "the defaults", TRUE, 80, 37, 0.55, 0.38, 1.5282293797516402, 1.340471361431468 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayWageEffect effect = {
        table[i].enabled, table[i].reference, table[i].turns, table[i].output
      };

      assert_near (table[i].row, outlay_wage_turns (&effect, table[i].wage),
                   table[i].times_turns);
      assert_near (table[i].row, outlay_wage_output (&effect, table[i].wage),
                   table[i].times_output);
    }
}

/* Wage 120 against 60 with exponents 1 and 1: 2 turns and 200,000 tokens of
 * output each. Turn 1: 1,000,000 new at $2, 0.2 m of output at $10: $4. Turn 2:
 * the output is new, 1,000,000 is read: 0.4 + 0.1 + 2 = $2.50. */
static void
test_cost (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) off = NULL;
  g_autoptr (OutlayEstimate) on = NULL;

  scenario->team[0].hourly_wage = 120;
  off = outlay_estimate_new (scenario);
  assert_near ("off", plain_cost (off, 0, 0), 3);

  scenario->wage_effect = (OutlayWageEffect) { TRUE, 60, 1, 1 };
  on = outlay_estimate_new (scenario);
  assert_near ("on", plain_cost (on, 0, 0), 4 + 2.5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wages/factors", test_factors);
  g_test_add_func ("/wages/cost", test_cost);

  return g_test_run ();
}
