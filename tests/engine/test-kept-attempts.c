/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attempts that are kept from one scenario to the next change no figure. */
#include "option-estimate.h"

#include "random-scenario.h"

#define N_SCENARIOS (g_test_slow () ? 1000 : 40)

static void
assert_same_bits (const OutlayEstimate *a,
                  const OutlayEstimate *b)
{
  g_assert_cmpuint (a->n_options, ==, b->n_options);
  for (guint option = 0; option < a->n_options; option++)
    {
      const OutlayOptionEstimate *x = &a->options[option];
      const OutlayOptionEstimate *y = &b->options[option];

      g_assert_true ((x->error == NULL) == (y->error == NULL));
      if (x->error != NULL)
        continue;

      g_assert_cmpmem (x->total, sizeof x->total, y->total, sizeof y->total);
      for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
        g_assert_cmpmem (x->monthly[figure], a->n_months * sizeof (double),
                         y->monthly[figure], b->n_months * sizeof (double));
    }
}

/* What was worked out for another scenario never shows in the figures of this one:
 * not where a dial of people, turns or tokens has moved, nor a price's threshold, nor
 * where all is different. */
static void
test_kept_attempts (void)
{
  g_autoptr (OutlayAttempts) kept = NULL;

  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();

      for (guint dial = 0; dial < 8; dial++)
        {
          g_autoptr (OutlayEstimate) anew = outlay_estimate_new (scenario);
          g_autoptr (OutlayEstimate) after = outlay_estimate_new_keeping (scenario, &kept);
          OutlayModel *model = &scenario->prices.models[dial % scenario->prices.n_models];

          assert_same_bits (anew, after);

          scenario->team[0].people += 1;
          if (dial % 2 == 1)
            scenario->turns *= 1.1;
          if (dial % 3 == 2)
            scenario->tasks[0].message *= 1.2;
          if (model->cards[0].n_long_context > 0)
            model->cards[0].long_context[0].threshold *= 0.9;
          if (dial == 5)
            scenario->turn_spread *= 0.9;
          if (dial == 6)
            scenario->taper *= 0.9;
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kept-attempts/same-bits", test_kept_attempts);

  return g_test_run ();
}
