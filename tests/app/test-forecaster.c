/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forecaster.h"

#include "odds.h"
#include "scenarios.h"

#include <locale.h>

static void
wait_until_done (OutlayForecaster *forecaster)
{
  while (outlay_forecaster_get_running (forecaster))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_nothing_unwatched (void)
{
  g_autoptr (OutlayForecaster) forecaster = outlay_forecaster_new ();
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");

  outlay_forecaster_set_scenario (forecaster, scenario);
  g_assert_false (outlay_forecaster_get_running (forecaster));
  g_assert_true (outlay_forecaster_get_pending (forecaster));
}

/* The figures are those of the engine, whatever was drawn before. */
static void
test_figures (void)
{
  g_autoptr (OutlayForecaster) forecaster = outlay_forecaster_new ();
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");
  g_autoptr (OutlaySimulator) simulator =
    outlay_simulator_new (scenario, (guint64) scenario->seed, 1);
  g_autoptr (OutlaySimulation) expected = outlay_simulator_run (simulator, 20000, NULL, NULL);
  OutlaySimulation *simulation;

  outlay_forecaster_set_n_wanted (forecaster, 20000);
  outlay_forecaster_set_scenario (forecaster, scenario);
  outlay_forecaster_watch (forecaster);
  wait_until_done (forecaster);
  outlay_forecaster_unwatch (forecaster);

  simulation = outlay_forecaster_get_simulation (forecaster);
  g_assert_cmpuint (simulation->n_draws, ==, 20000);
  g_assert_nonnull (outlay_forecaster_get_sensitivity (forecaster));
  for (guint i = 0; i < expected->n_options; i++)
    for (guint percent = 0; percent < OUTLAY_N_PERCENTS; percent++)
      g_assert_true (simulation->options[i].period.quantile[percent][0] ==
                     expected->options[i].period.quantile[percent][0]);
}

static void
test_the_newest_wins (void)
{
  g_autoptr (OutlayForecaster) forecaster = outlay_forecaster_new ();
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");

  outlay_forecaster_watch (forecaster);
  for (double turns = 6; turns <= 9; turns++)
    {
      g_autoptr (OutlayScenario) other = with_turns (scenario, turns);

      outlay_forecaster_set_scenario (forecaster, other);
    }
  wait_until_done (forecaster);
  g_assert_false (outlay_forecaster_get_pending (forecaster));
  g_assert_cmpfloat (outlay_forecaster_get_simulation (forecaster)->estimate->scenario->turns,
                     ==, 9);
}

static void
test_stop (void)
{
  g_autoptr (OutlayForecaster) forecaster = outlay_forecaster_new ();
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");

  outlay_forecaster_set_n_wanted (forecaster, OUTLAY_MOST_DRAWS);
  outlay_forecaster_set_scenario (forecaster, scenario);
  outlay_forecaster_watch (forecaster);
  while (outlay_forecaster_get_pending (forecaster))
    g_main_context_iteration (NULL, TRUE);
  outlay_forecaster_stop (forecaster);
  wait_until_done (forecaster);
  g_assert_cmpuint (outlay_forecaster_get_simulation (forecaster)->n_draws, ==,
                    OUTLAY_FIRST_DRAWS);
}

static void
count_call (OutlayForecaster *forecaster,
            guint            *n_calls)
{
  *n_calls += 1;
}

/* Futures wait for the main loop however long it is busy elsewhere. */
static void
test_told_by_the_main_loop (void)
{
  g_autoptr (OutlayForecaster) forecaster = outlay_forecaster_new ();
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");
  guint n_calls = 0;

  g_signal_connect (forecaster, "changed", G_CALLBACK (count_call), &n_calls);
  outlay_forecaster_set_scenario (forecaster, scenario);
  outlay_forecaster_watch (forecaster);
  g_usleep (G_USEC_PER_SEC / 2);
  g_assert_cmpuint (n_calls, ==, 0);
  wait_until_done (forecaster);
  g_assert_cmpuint (n_calls, >, 0);
}

/* A chance is certain only if it is exactly so. */
static void
test_odds_in_words (void)
{
  static const struct { double share; const char *percent; const char *words; } table[] = {
    { 0, "0 %", "in no future" },
    { 0.0001, "<1 %", "in fewer than 1 of 10 futures" },
    { 0.42, "42 %", "in 4 of 10 futures" },
    { 0.99, "99 %", "in more than 9 of 10 futures" },
    { 0.9999, ">99 %", "in more than 9 of 10 futures" },
    { 1, "100 %", "in every future" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *percent = outlay_odds_format (table[i].share);
      g_autofree char *words = outlay_odds_describe (table[i].share);
      g_auto (GStrv) parts = g_strsplit (percent, "\xc2\xa0", -1);
      g_autofree char *plain = g_strjoinv (" ", parts);

      g_assert_cmpstr (plain, ==, table[i].percent);
      g_assert_cmpstr (words, ==, table[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/forecaster/unwatched", test_nothing_unwatched);
  g_test_add_func ("/app/forecaster/figures", test_figures);
  g_test_add_func ("/app/forecaster/newest", test_the_newest_wins);
  g_test_add_func ("/app/forecaster/stop", test_stop);
  g_test_add_func ("/app/forecaster/main-loop", test_told_by_the_main_loop);
  g_test_add_func ("/app/odds/words", test_odds_in_words);

  return g_test_run ();
}
