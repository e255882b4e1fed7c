/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history.h"

#include "scenarios.h"

#include <locale.h>

typedef struct
{
  double      turns;   /* 0: end the gesture; -1: undo; -2: redo */
  const char *gesture;
  double      present; /* turns afterwards */
  const char *undo;
  const char *redo;
} Step;

#define END_GESTURE 0
#define UNDO (-1)
#define REDO (-2)

static void
run_steps (const Step *steps,
           guint       n_steps)
{
  g_autoptr (OutlayScenario) first = read_example ("forty-people");
  g_autoptr (OutlayHistory) history = outlay_history_new (first);

  for (guint i = 0; i < n_steps; i++)
    {
      const Step *step = &steps[i];

      if (step->turns == END_GESTURE)
        outlay_history_end_gesture (history);
      else if (step->turns == UNDO)
        outlay_history_undo (history);
      else if (step->turns == REDO)
        outlay_history_redo (history);
      else
        {
          g_autofree char *name = g_strdup_printf ("to %g", step->turns);
          g_autoptr (OutlayScenario) value = with_turns (first, step->turns);

          outlay_history_add (history, value, name, step->gesture);
        }

      g_test_message ("step %u", i);
      g_assert_cmpfloat (outlay_history_get_present (history)->turns, ==, step->present);
      g_assert_cmpstr (outlay_history_get_undo_name (history), ==, step->undo);
      g_assert_cmpstr (outlay_history_get_redo_name (history), ==, step->redo);
    }
}

static void
test_undo_and_redo (void)
{
  const Step steps[] = {
    { UNDO, NULL, 5, NULL, NULL },
    { REDO, NULL, 5, NULL, NULL },
    { 6, NULL, 6, "to 6", NULL },
    { 7, NULL, 7, "to 7", NULL },
    { UNDO, NULL, 6, "to 6", "to 7" },
    { UNDO, NULL, 5, NULL, "to 6" },
    { REDO, NULL, 6, "to 6", "to 7" },
    { 8, NULL, 8, "to 8", NULL },
    { REDO, NULL, 8, "to 8", NULL },
    { UNDO, NULL, 6, "to 6", "to 8" },
  };

  run_steps (steps, G_N_ELEMENTS (steps));
}

static void
test_a_drag_is_one_edit (void)
{
  const Step steps[] = {
    { 6, "turns", 6, "to 6", NULL },
    { 7, "turns", 7, "to 7", NULL },
    { 8, "turns", 8, "to 8", NULL },
    { UNDO, NULL, 5, NULL, "to 8" },
    { REDO, NULL, 8, "to 8", NULL },
    /* Undo has ended the gesture. */
    { 9, "turns", 9, "to 9", NULL },
    { UNDO, NULL, 8, "to 8", "to 9" },
  };

  run_steps (steps, G_N_ELEMENTS (steps));
}

static void
test_gestures_end (void)
{
  const Step steps[] = {
    { 6, "turns", 6, "to 6", NULL },
    { END_GESTURE, NULL, 6, "to 6", NULL },
    { 7, "turns", 7, "to 7", NULL },
    { 8, "other", 8, "to 8", NULL },
    { 9, "turns", 9, "to 9", NULL },
    { 10, NULL, 10, "to 10", NULL },
    { 11, NULL, 11, "to 11", NULL },
    { UNDO, NULL, 10, "to 10", "to 11" },
    { UNDO, NULL, 9, "to 9", "to 10" },
    { UNDO, NULL, 8, "to 8", "to 9" },
    { UNDO, NULL, 7, "to 7", "to 8" },
    { UNDO, NULL, 6, "to 6", "to 7" },
    { UNDO, NULL, 5, NULL, "to 6" },
  };

  run_steps (steps, G_N_ELEMENTS (steps));
}

static void
test_a_drag_there_and_back_is_no_edit (void)
{
  const Step steps[] = {
    { 6, NULL, 6, "to 6", NULL },
    { 7, "turns", 7, "to 7", NULL },
    { 6, "turns", 6, "to 6", NULL },
    { UNDO, NULL, 5, NULL, "to 6" },
  };

  run_steps (steps, G_N_ELEMENTS (steps));
}

static void
test_slots_stay_with_options (void)
{
  g_autoptr (OutlayScenario) all = read_example ("forty-people");
  g_autoptr (OutlayScenario) fewer = without_option (all, "sonnet");
  g_autoptr (OutlayScenario) other = with_option_last (fewer, "new");
  g_autoptr (OutlayScenario) another = with_option_last (other, "newer");
  g_autoptr (OutlayHistory) history = outlay_history_new (all);

  g_assert_cmpuint (outlay_history_get_slot (history, "opus"), ==, 0);
  g_assert_cmpuint (outlay_history_get_slot (history, "sonnet"), ==, 1);
  g_assert_cmpuint (outlay_history_get_slot (history, "max"), ==, 4);

  outlay_history_add (history, fewer, "Remove", NULL);
  g_assert_cmpuint (outlay_history_get_slot (history, "gpt"), ==, 2);

  outlay_history_add (history, other, "Add", NULL);
  g_assert_cmpuint (outlay_history_get_slot (history, "new"), ==, 1);
  g_assert_cmpuint (outlay_history_get_slot (history, "max"), ==, 4);

  outlay_history_add (history, another, "Add", NULL);
  g_assert_cmpuint (outlay_history_get_slot (history, "newer"), ==, 5);

  for (guint i = 0; i < 3; i++)
    g_assert_true (outlay_history_undo (history));
  g_assert_cmpuint (outlay_history_get_slot (history, "sonnet"), ==, 1);

  for (guint i = 0; i < 3; i++)
    g_assert_true (outlay_history_redo (history));
  g_assert_cmpuint (outlay_history_get_slot (history, "new"), ==, 1);
  g_assert_cmpuint (outlay_history_get_slot (history, "newer"), ==, 5);
}

static void
test_the_oldest_edits_are_forgotten (void)
{
  g_autoptr (OutlayScenario) first = read_example ("one-person");
  g_autoptr (OutlayHistory) history = outlay_history_new (first);
  guint n_undone = 0;

  for (guint i = 0; i < OUTLAY_HISTORY_LENGTH + 5; i++)
    {
      g_autoptr (OutlayScenario) value = with_turns (first, 10 + 0.01 * i);

      outlay_history_add (history, value, "Turns", NULL);
    }

  while (outlay_history_undo (history))
    n_undone++;

  g_assert_cmpuint (n_undone, ==, OUTLAY_HISTORY_LENGTH);
  g_assert_cmpfloat_with_epsilon (outlay_history_get_present (history)->turns, 10.04, 1e-9);
  g_assert_null (outlay_history_get_undo_name (history));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/history/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/app/history/drag", test_a_drag_is_one_edit);
  g_test_add_func ("/app/history/gestures-end", test_gestures_end);
  g_test_add_func ("/app/history/there-and-back", test_a_drag_there_and_back_is_no_edit);
  g_test_add_func ("/app/history/slots", test_slots_stay_with_options);
  g_test_add_func ("/app/history/length", test_the_oldest_edits_are_forgotten);

  return g_test_run ();
}
