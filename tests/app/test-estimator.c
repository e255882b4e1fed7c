/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "estimator.h"

#include "scenarios.h"

#include <locale.h>

typedef struct
{
  GPtrArray *turns; /* of each result, as a string */
} Seen;

static void
on_ready (OutlayEstimator *estimator,
          OutlayEstimate  *estimate,
          Seen            *seen)
{
  g_ptr_array_add (seen->turns, g_strdup_printf ("%g", estimate->scenario->turns));
}

static void
seen_init (Seen            *seen,
           OutlayEstimator *estimator)
{
  seen->turns = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (estimator, "ready", G_CALLBACK (on_ready), seen);
}

static void
wait_until_idle (OutlayEstimator *estimator)
{
  while (outlay_estimator_get_running (estimator))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_turns (const Seen *seen,
              const char *expected)
{
  g_autofree char *turns = NULL;

  g_ptr_array_add (seen->turns, NULL);
  turns = g_strjoinv (" ", (char **) seen->turns->pdata);
  g_assert_cmpstr (turns, ==, expected);
  g_ptr_array_unref (seen->turns);
}

static void
test_small_ones_are_done_at_once (void)
{
  g_autoptr (OutlayEstimator) estimator = outlay_estimator_new ();
  g_autoptr (OutlayScenario) scenario = read_example ("one-person");
  g_autoptr (OutlayEstimate) estimate = outlay_estimator_request (estimator, scenario);

  g_assert_nonnull (estimate);
  g_assert_true (estimate->scenario == scenario);
  g_assert_false (outlay_estimator_get_running (estimator));
}

static void
test_large_ones_run_in_a_thread (void)
{
  g_autoptr (OutlayEstimator) estimator = outlay_estimator_new ();
  g_autoptr (OutlayScenario) example = read_example ("forty-people");
  g_autoptr (OutlayScenario) slow = make_slow (example);
  Seen seen;

  seen_init (&seen, estimator);
  g_assert_null (outlay_estimator_request (estimator, slow));
  g_assert_true (outlay_estimator_get_running (estimator));
  wait_until_idle (estimator);
  assert_turns (&seen, "5");
}

/* Of what is asked for while a thread runs, only the newest is computed. */
static void
test_the_newest_wins (void)
{
  g_autoptr (OutlayEstimator) estimator = outlay_estimator_new ();
  g_autoptr (OutlayScenario) example = read_example ("forty-people");
  g_autoptr (OutlayScenario) slow = make_slow (example);
  Seen seen;

  seen_init (&seen, estimator);
  for (double turns = 6; turns <= 9; turns++)
    {
      g_autoptr (OutlayScenario) scenario = with_turns (slow, turns);

      g_assert_null (outlay_estimator_request (estimator, scenario));
    }
  wait_until_idle (estimator);
  assert_turns (&seen, "6 9");
}

/* A thread that finishes after something newer was done at once says nothing. */
static void
test_a_late_result_is_dropped (void)
{
  g_autoptr (OutlayEstimator) estimator = outlay_estimator_new ();
  g_autoptr (OutlayScenario) small = read_example ("one-person");
  g_autoptr (OutlayScenario) example = read_example ("forty-people");
  g_autoptr (OutlayScenario) slow = make_slow (example);
  g_autoptr (OutlayEstimate) estimate = NULL;
  Seen seen;

  seen_init (&seen, estimator);
  g_assert_null (outlay_estimator_request (estimator, slow));
  estimate = outlay_estimator_request (estimator, small);
  g_assert_nonnull (estimate);
  g_assert_false (outlay_estimator_get_running (estimator));

  /* What comes next has to wait for the thread, so that by then it is done. */
  g_assert_null (outlay_estimator_request (estimator, slow));
  wait_until_idle (estimator);
  assert_turns (&seen, "5");
}

static void
test_what_is_forgotten_never_comes (void)
{
  g_autoptr (OutlayEstimator) estimator = outlay_estimator_new ();
  g_autoptr (OutlayScenario) example = read_example ("forty-people");
  g_autoptr (OutlayScenario) slow = make_slow (example);
  g_autoptr (OutlayScenario) waiting = with_turns (slow, 6);
  g_autoptr (OutlayScenario) next = with_turns (slow, 7);
  Seen seen;

  seen_init (&seen, estimator);
  g_assert_null (outlay_estimator_request (estimator, slow));
  g_assert_null (outlay_estimator_request (estimator, waiting));
  outlay_estimator_forget (estimator);
  g_assert_false (outlay_estimator_get_running (estimator));

  g_assert_null (outlay_estimator_request (estimator, next));
  wait_until_idle (estimator);
  assert_turns (&seen, "7");
}

/* Nobody has to wait for a thread whose result nobody wants. */
static void
test_it_goes_while_a_thread_runs (void)
{
  OutlayEstimator *estimator = outlay_estimator_new ();
  g_autoptr (OutlayScenario) example = read_example ("forty-people");
  g_autoptr (OutlayScenario) slow = make_slow (example);

  g_assert_null (outlay_estimator_request (estimator, slow));
  g_assert_finalize_object (estimator);

  /* The thread's own end finds nobody, and is harmless. */
  for (guint i = 0; i < 100; i++)
    {
      g_usleep (10000);
      g_main_context_iteration (NULL, FALSE);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/estimator/small", test_small_ones_are_done_at_once);
  g_test_add_func ("/app/estimator/large", test_large_ones_run_in_a_thread);
  g_test_add_func ("/app/estimator/newest", test_the_newest_wins);
  g_test_add_func ("/app/estimator/late", test_a_late_result_is_dropped);
  g_test_add_func ("/app/estimator/forget", test_what_is_forgotten_never_comes);
  g_test_add_func ("/app/estimator/dispose", test_it_goes_while_a_thread_runs);

  return g_test_run ();
}
