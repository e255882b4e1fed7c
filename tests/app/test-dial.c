/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dial.h"

#include "pane-test.h"

#include <adwaita.h>
#include <locale.h>
#include <math.h>
#include <string.h>

typedef struct
{
  OutlaySession *session;
  OutlayDial    *dial;
  GtkWidget     *window;
  GtkSpinButton *spin;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  path)
{
  fixture->session = open_example ("forty-people");
  fixture->dial = g_object_new (OUTLAY_TYPE_DIAL, "path", path, "step", 0.5,
                                "scale-most", 12.0, NULL);
  outlay_dial_set_session (fixture->dial, fixture->session);
  fixture->window = show_in_window (GTK_WIDGET (fixture->dial));
  fixture->spin = GTK_SPIN_BUTTON (find_widget (GTK_WIDGET (fixture->dial),
                                                GTK_TYPE_SPIN_BUTTON, 0));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  path)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  let_run ();
  g_assert_finalize_object (fixture->session);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->spin), text);
}

static const char *
get_text (Fixture *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (fixture->spin));
}

static guint
count_undo_steps (OutlaySession *session)
{
  guint n_steps = 0;

  while (outlay_session_undo (session))
    n_steps++;

  return n_steps;
}

static void
test_typing (Fixture       *fixture,
             gconstpointer  path)
{
  g_assert_cmpstr (get_text (fixture), ==, "5");

  type (fixture, "7.5");
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 7.5);
  g_assert_cmpstr (get_text (fixture), ==, "7.5");
  g_assert_cmpstr (outlay_session_get_undo_name (fixture->session), ==, "Turns");

  /* What is being typed is not rewritten under the hand. */
  type (fixture, "8.");
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 8);
  g_assert_cmpstr (get_text (fixture), ==, "8.");
}

static void
test_one_burst_is_one_edit (Fixture       *fixture,
                            gconstpointer  path)
{
  type (fixture, "1");
  type (fixture, "12");
  type (fixture, "12.5");
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 12.5);
  g_assert_cmpuint (count_undo_steps (fixture->session), ==, 1);
  g_assert_cmpstr (get_text (fixture), ==, "5");
}

static void
test_bursts_are_apart (Fixture       *fixture,
                       gconstpointer  path)
{
  type (fixture, "7");
  g_usleep (1100 * 1000);
  let_run ();
  type (fixture, "8");
  g_assert_cmpuint (count_undo_steps (fixture->session), ==, 2);
}

typedef struct
{
  const char *text;
  gboolean    refused;
} RangeCase;

static void
test_out_of_range (Fixture       *fixture,
                   gconstpointer  path)
{
  static const RangeCase cases[] = {
    { "130", TRUE }, { "0", TRUE }, { "-1", TRUE }, { "word", TRUE }, { "1e9", TRUE },
    { "100", FALSE }, { "1", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double before = get_number (fixture->session, path);

      g_test_message ("\"%s\"", cases[i].text);
      type (fixture, cases[i].text);
      if (!cases[i].refused)
        {
          g_assert_null (outlay_dial_get_problem (fixture->dial));
          continue;
        }

      g_assert_cmpstr (outlay_dial_get_problem (fixture->dial), ==,
                       "Turns: a number from 1 to 100");
      g_assert_cmpfloat (get_number (fixture->session, path), ==, before);

      /* Leaving the field changes nothing: neither the text nor the number. */
      gtk_spin_button_update (fixture->spin);
      g_assert_cmpstr (get_text (fixture), ==, cases[i].text);
      g_assert_cmpfloat (get_number (fixture->session, path), ==, before);
    }
}

/* "1300" begins with 13, which nobody meant. */
static void
test_too_many_digits (Fixture       *fixture,
                      gconstpointer  path)
{
  static const char * const steps[] = { "", "1", "13", "130", "1300" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    type (fixture, steps[i]);
  g_assert_nonnull (outlay_dial_get_problem (fixture->dial));
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 5);
  g_assert_null (outlay_session_get_undo_name (fixture->session));

  type (fixture, "13");
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 13);
  type (fixture, "");
  gtk_spin_button_update (fixture->spin);
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 5);
  g_assert_cmpstr (get_text (fixture), ==, "5");
}

static void
test_problem_is_seen (Fixture       *fixture,
                      gconstpointer  path)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->spin);

  type (fixture, "130");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->spin), "error"));
  gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Turns: a number from 1 to 100");

  type (fixture, "30");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->spin), "error"));
  g_assert_null (outlay_dial_get_problem (fixture->dial));
}

/* Undo wins over what is half typed. */
static void
test_undo_clears_a_problem (Fixture       *fixture,
                            gconstpointer  path)
{
  type (fixture, "9");
  g_usleep (1100 * 1000);
  let_run ();
  type (fixture, "130");
  outlay_session_undo (fixture->session);

  g_assert_null (outlay_dial_get_problem (fixture->dial));
  g_assert_cmpstr (get_text (fixture), ==, "5");
}

static void
test_empty_shows_the_number (Fixture       *fixture,
                             gconstpointer  path)
{
  type (fixture, "");
  g_assert_null (outlay_dial_get_problem (fixture->dial));
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 5);

  gtk_spin_button_update (fixture->spin);
  g_assert_cmpstr (get_text (fixture), ==, "5");
  g_assert_null (outlay_session_get_undo_name (fixture->session));
}

static void
test_buttons_after_typing (Fixture       *fixture,
                           gconstpointer  path)
{
  type (fixture, "130");
  gtk_spin_button_spin (fixture->spin, GTK_SPIN_STEP_FORWARD, 0.5);
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 5.5);
  g_assert_cmpstr (get_text (fixture), ==, "5.5");
  g_assert_null (outlay_dial_get_problem (fixture->dial));
}

static void
test_scale (Fixture       *fixture,
            gconstpointer  path)
{
  GtkRange *scale = GTK_RANGE (find_widget (GTK_WIDGET (fixture->dial), GTK_TYPE_SCALE, 0));

  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 5);
  gtk_range_set_value (scale, 6.7);
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 6.5);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 6.5);
  g_assert_cmpstr (get_text (fixture), ==, "6.5");

  /* Beyond its end the scale rests, and the field shows the value. */
  type (fixture, "40");
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 12);
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 40);
  g_assert_cmpuint (count_undo_steps (fixture->session), ==, 1);
}

static gboolean
is_dot_shown (Fixture *fixture)
{
  for (guint i = 0; ; i++)
    {
      GtkWidget *box = find_widget (GTK_WIDGET (fixture->dial), GTK_TYPE_BOX, i);

      g_assert_nonnull (box);
      if (gtk_widget_has_css_class (box, "changed-dot"))
        return gtk_widget_get_visible (box);
    }
}

static void
test_dot (Fixture       *fixture,
          gconstpointer  path)
{
  g_assert_false (is_dot_shown (fixture));
  type (fixture, "6");
  g_assert_true (is_dot_shown (fixture));
  type (fixture, "5");
  g_assert_false (is_dot_shown (fixture));
}

static void
test_open_number (Fixture       *fixture,
                  gconstpointer  path)
{
  GtkSwitch *set = GTK_SWITCH (find_widget (GTK_WIDGET (fixture->dial), GTK_TYPE_SWITCH, 0));

  g_assert_true (gtk_switch_get_active (set));
  gtk_switch_set_active (set, FALSE);
  g_assert_true (isnan (get_number (fixture->session, path)));
  g_assert_false (gtk_widget_is_visible (GTK_WIDGET (fixture->spin)));

  outlay_dial_set_start_value (fixture->dial, 7000);
  gtk_switch_set_active (set, TRUE);
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 7000);
  g_assert_cmpuint (count_undo_steps (fixture->session), ==, 2);
  g_assert_true (gtk_switch_get_active (set));
}

static void
test_whole_number (Fixture       *fixture,
                   gconstpointer  path)
{
  type (fixture, "6.5");
  g_assert_cmpstr (outlay_dial_get_problem (fixture->dial), ==,
                   "Months: a whole number from 1 to 60");
  type (fixture, "12");
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 12);
}

static const OutlayRange *
get_range (Fixture     *fixture,
           OutlayFactor factor)
{
  return &outlay_session_get_scenario (fixture->session)->uncertainty[factor];
}

static void
assert_range (Fixture      *fixture,
              OutlayFactor  factor,
              double        low,
              double        high)
{
  g_assert_cmpfloat_with_epsilon (get_range (fixture, factor)->low, low, 1e-12);
  g_assert_cmpfloat (get_range (fixture, factor)->likely, ==, 1);
  g_assert_cmpfloat_with_epsilon (get_range (fixture, factor)->high, high, 1e-12);
}

/* As a hand types it, letter by letter. */
static void
type_letters (Fixture    *fixture,
              const char *text)
{
  for (gsize n = 1; n <= strlen (text); n++)
    {
      g_autofree char *typed = g_strndup (text, n);

      type (fixture, typed);
    }
}

static void
test_range (Fixture       *fixture,
            gconstpointer  path)
{
  /* Likely is what the number is now. */
  type_letters (fixture, "3..7");
  g_assert_null (outlay_dial_get_problem (fixture->dial));
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 5);
  assert_range (fixture, OUTLAY_FACTOR_TURNS, 0.6, 1.4);

  /* Told once the field is left, and one edit. */
  gtk_spin_button_update (fixture->spin);
  g_assert_cmpstr (get_text (fixture), ==, "5");
  g_assert_cmpuint (count_undo_steps (fixture->session), ==, 1);
  assert_range (fixture, OUTLAY_FACTOR_TURNS, 0.6, 1.8);
}

static void
test_range_with_likely (Fixture       *fixture,
                        gconstpointer  path)
{
  type_letters (fixture, "3..6..9");
  g_assert_null (outlay_dial_get_problem (fixture->dial));
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 6);
  assert_range (fixture, OUTLAY_FACTOR_TURNS, 0.5, 1.5);
  g_assert_cmpuint (count_undo_steps (fixture->session), ==, 1);
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 5);
}

/* A range that becomes a number again was never meant. */
static void
test_range_taken_back (Fixture       *fixture,
                       gconstpointer  path)
{
  type (fixture, "3..7");
  type (fixture, "3..");
  g_assert_nonnull (outlay_dial_get_problem (fixture->dial));
  assert_range (fixture, OUTLAY_FACTOR_TURNS, 0.6, 1.8);

  type (fixture, "3..7");
  type (fixture, "8");
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 8);
  assert_range (fixture, OUTLAY_FACTOR_TURNS, 0.6, 1.8);
  g_assert_cmpuint (count_undo_steps (fixture->session), ==, 1);
}

static void
test_range_out_of_range (Fixture       *fixture,
                         gconstpointer  path)
{
  static const char * const texts[] = {
    "7..3", "0..7", "3..101", "3..5..4", "6..7", "1..2", "3..5..7..9", "a..b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("\"%s\"", texts[i]);
      type (fixture, texts[i]);
      g_assert_nonnull (outlay_dial_get_problem (fixture->dial));
      g_assert_cmpfloat (get_number (fixture->session, path), ==, 5);
      assert_range (fixture, OUTLAY_FACTOR_TURNS, 0.6, 1.8);
    }
}

/* For all roles. */
static void
test_range_of_tasks (Fixture       *fixture,
                       gconstpointer  path)
{
  type (fixture, "2..3..6");
  g_assert_cmpfloat (get_number (fixture->session, path), ==, 3);
  assert_range (fixture, OUTLAY_FACTOR_TASKS, 2 / 3.0, 2);
}

/* Months have no factor of their own. */
static void
test_no_range (Fixture       *fixture,
               gconstpointer  path)
{
  type (fixture, "3..7");
  g_assert_nonnull (outlay_dial_get_problem (fixture->dial));
  g_assert_null (outlay_session_get_undo_name (fixture->session));
}

#define ADD(name, path, function) \
  g_test_add ("/app/dial/" name, Fixture, path, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  ADD ("typing", "turns", test_typing);
  ADD ("one-burst", "turns", test_one_burst_is_one_edit);
  ADD ("two-bursts", "turns", test_bursts_are_apart);
  ADD ("out-of-range", "turns", test_out_of_range);
  ADD ("too-many-digits", "turns", test_too_many_digits);
  ADD ("problem", "turns", test_problem_is_seen);
  ADD ("undo", "turns", test_undo_clears_a_problem);
  ADD ("empty", "turns", test_empty_shows_the_number);
  ADD ("buttons", "turns", test_buttons_after_typing);
  ADD ("scale", "turns", test_scale);
  ADD ("dot", "turns", test_dot);
  ADD ("open-number", "budget", test_open_number);
  ADD ("whole-number", "months", test_whole_number);
  ADD ("range/two", "turns", test_range);
  ADD ("range/three", "turns", test_range_with_likely);
  ADD ("range/taken-back", "turns", test_range_taken_back);
  ADD ("range/refused", "turns", test_range_out_of_range);
  ADD ("range/all-roles", "team[0].tasks_per_day", test_range_of_tasks);
  ADD ("range/none", "months", test_no_range);

  return g_test_run ();
}
