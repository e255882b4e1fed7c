/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session.h"

#include "scenarios.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

/* What a session told since it was last looked at. */
typedef struct
{
  guint n_changed;
  guint n_estimated;
  guint n_view_changed;
  guint n_modified;
} Heard;

static Heard heard;

static void
count (guint *n)
{
  (*n)++;
}

static OutlaySession *
make_session (const char *example)
{
  g_autoptr (OutlayScenario) scenario = read_example (example);
  OutlaySession *session = outlay_session_new (outlay_catalogue_get_default (), scenario);

  heard = (Heard) { 0 };
  g_signal_connect_swapped (session, "changed", G_CALLBACK (count), &heard.n_changed);
  g_signal_connect_swapped (session, "estimated", G_CALLBACK (count), &heard.n_estimated);
  g_signal_connect_swapped (session, "view-changed", G_CALLBACK (count), &heard.n_view_changed);
  g_signal_connect_swapped (session, "notify::modified", G_CALLBACK (count), &heard.n_modified);

  return session;
}

static void
set_number (OutlaySession *session,
            const char    *path,
            double         value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_session_set_number (session, path, value, path, &error));
  g_assert_no_error (error);
}

static void
wait_for_estimate (OutlaySession *session)
{
  while (outlay_session_get_estimate (session)->scenario !=
         outlay_session_get_scenario (session))
    g_main_context_iteration (NULL, TRUE);
}

static GFile *
make_file (const char *name,
           const char *text)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
test_it_is_there_from_the_start (void)
{
  g_autoptr (OutlaySession) session = make_session ("forty-people");

  g_assert_nonnull (outlay_session_get_estimate (session));
  g_assert_true (outlay_session_get_estimate (session)->scenario ==
                 outlay_session_get_scenario (session));
  g_assert_false (outlay_session_get_modified (session));
  g_assert_null (outlay_session_get_file (session));
  g_assert_null (outlay_session_get_undo_name (session));
  g_assert_cmpstr (outlay_session_get_focus (session), ==, "opus");
  g_assert_cmpint (outlay_session_get_month (session), ==, -1);
}

static void
test_an_edit_is_told (void)
{
  g_autoptr (OutlaySession) session = make_session ("one-person");

  set_number (session, "turns", 6);
  wait_for_estimate (session);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_cmpuint (heard.n_estimated, ==, 1);
  g_assert_cmpuint (heard.n_view_changed, ==, 0);
  g_assert_cmpuint (heard.n_modified, ==, 1);
  g_assert_true (outlay_session_get_modified (session));
  g_assert_cmpfloat (outlay_session_get_estimate (session)->scenario->turns, ==, 6);
}

static void
test_the_same_value_is_no_edit (void)
{
  g_autoptr (OutlaySession) session = make_session ("one-person");

  set_number (session, "turns", outlay_session_get_scenario (session)->turns);
  outlay_session_commit_edit (session, outlay_session_begin_edit (session), "Nothing", NULL);
  g_assert_cmpuint (heard.n_changed, ==, 0);
  g_assert_null (outlay_session_get_undo_name (session));
}

static void
test_a_bad_value_is_no_edit (void)
{
  g_autoptr (OutlaySession) session = make_session ("one-person");
  const struct
  {
    const char *path;
    double      value;
  } cases[] = {
    { "turns", 0 },
    { "turns", 101 },
    { "turns", NAN },
    { "team[9].people", 1 },
    { "months", 0.5 },
    { "no-such-input", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s = %g", cases[i].path, cases[i].value);
      g_assert_false (outlay_session_set_number (session, cases[i].path, cases[i].value,
                                                 "Bad", &error));
      g_assert_nonnull (error);
    }

  g_assert_cmpuint (heard.n_changed, ==, 0);
  g_assert_null (outlay_session_get_undo_name (session));
}

static void
test_undo_to_what_is_saved_is_not_modified (void)
{
  g_autoptr (OutlaySession) session = make_session ("one-person");
  g_autoptr (GFile) file = make_file ("undo.outlay", "");
  g_autoptr (GError) error = NULL;

  set_number (session, "turns", 6);
  g_assert_true (outlay_session_save (session, file, &error));
  g_assert_false (outlay_session_get_modified (session));

  set_number (session, "turns", 7);
  g_assert_true (outlay_session_get_modified (session));
  g_assert_true (outlay_session_undo (session));
  g_assert_false (outlay_session_get_modified (session));
  g_assert_true (outlay_session_undo (session));
  g_assert_true (outlay_session_get_modified (session));
  g_assert_false (outlay_session_undo (session));

  /* Not by the way that led there, but by what is there. */
  set_number (session, "turns", 6);
  g_assert_false (outlay_session_get_modified (session));
}

static void
test_saving_ends_a_drag (void)
{
  g_autoptr (OutlaySession) session = make_session ("one-person");
  g_autoptr (GFile) file = make_file ("drag.outlay", "");

  set_number (session, "turns", 6);
  g_assert_true (outlay_session_save (session, file, NULL));
  set_number (session, "turns", 7);
  g_assert_true (outlay_session_undo (session));
  g_assert_cmpfloat (outlay_session_get_scenario (session)->turns, ==, 6);
}

static void
test_open_replaces_everything (void)
{
  g_autoptr (OutlaySession) session = make_session ("forty-people");
  g_autoptr (GFile) file = make_file ("open.outlay", "{\"name\": \"Other\", \"months\": 3}");
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("open.outlay");

  set_number (session, "turns", 6);
  outlay_session_set_month (session, 5);
  outlay_session_set_hidden (session, "gpt", TRUE);

  g_assert_true (outlay_session_open (session, file, problems));
  g_assert_cmpuint (outlay_problems_get_n_total (problems), ==, 0);
  g_assert_cmpstr (outlay_session_get_scenario (session)->name, ==, "Other");
  g_assert_cmpstr (outlay_session_get_estimate (session)->scenario->name, ==, "Other");
  g_assert_true (g_file_equal (outlay_session_get_file (session), file));
  g_assert_false (outlay_session_get_modified (session));
  g_assert_null (outlay_session_get_undo_name (session));
  g_assert_cmpint (outlay_session_get_month (session), ==, -1);
  g_assert_false (outlay_session_get_hidden (session, "gpt"));
}

static void
test_a_refused_file_changes_nothing (void)
{
  const char * const refused[] = {
    "", "{", "[]", "{\"turns\": \"many\"}", "{\"no\": 1, \"months\": 0}", "{\"outlay\": 2}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (OutlaySession) session = make_session ("forty-people");
      g_autoptr (GFile) file = make_file ("refused.outlay", refused[i]);
      g_autoptr (OutlayProblems) problems = outlay_problems_new ("refused.outlay");
      g_autoptr (OutlayScenario) before = NULL;

      set_number (session, "turns", 6);
      before = outlay_scenario_ref (outlay_session_get_scenario (session));
      heard = (Heard) { 0 };

      g_test_message ("%s", refused[i]);
      g_assert_false (outlay_session_open (session, file, problems));
      g_assert_cmpuint (outlay_problems_get_n_total (problems), >, 0);
      g_assert_true (outlay_session_get_scenario (session) == before);
      g_assert_null (outlay_session_get_file (session));
      g_assert_cmpstr (outlay_session_get_undo_name (session), ==, "turns");
      g_assert_cmpuint (heard.n_changed + heard.n_estimated + heard.n_view_changed, ==, 0);
    }
}

static void
test_a_failed_save_keeps_the_file (void)
{
  g_autoptr (OutlaySession) session = make_session ("one-person");
  g_autoptr (GFile) file = g_file_new_for_path ("/no/such/folder/x.outlay");
  g_autoptr (GError) error = NULL;

  set_number (session, "turns", 6);
  g_assert_false (outlay_session_save (session, file, &error));
  g_assert_nonnull (error);
  g_assert_null (outlay_session_get_file (session));
  g_assert_true (outlay_session_get_modified (session));
}

static void
remove_option (OutlaySession *session,
               const char    *id)
{
  outlay_session_commit_edit (session,
                              without_option (outlay_session_get_scenario (session), id),
                              "Remove", NULL);
}

static void
test_focus_moves_on (void)
{
  g_autoptr (OutlaySession) session = make_session ("forty-people");

  outlay_session_set_focus (session, "gpt");
  outlay_session_set_hidden (session, "governed", TRUE);
  remove_option (session, "gpt");
  g_assert_cmpstr (outlay_session_get_focus (session), ==, "max");

  remove_option (session, "max");
  g_assert_cmpstr (outlay_session_get_focus (session), ==, "sonnet");

  remove_option (session, "sonnet");
  remove_option (session, "opus");
  g_assert_cmpstr (outlay_session_get_focus (session), ==, "governed");

  remove_option (session, "governed");
  g_assert_cmpstr (outlay_session_get_focus (session), ==, NULL);

  outlay_session_undo (session);
  g_assert_cmpstr (outlay_session_get_focus (session), ==, "governed");
}

static void
test_hiding_moves_the_focus (void)
{
  g_autoptr (OutlaySession) session = make_session ("forty-people");

  outlay_session_set_hidden (session, "opus", TRUE);
  g_assert_true (outlay_session_get_hidden (session, "opus"));
  g_assert_cmpstr (outlay_session_get_focus (session), ==, "sonnet");
  g_assert_cmpuint (heard.n_view_changed, ==, 1);

  outlay_session_set_hidden (session, "opus", TRUE);
  g_assert_cmpuint (heard.n_view_changed, ==, 1);
}

static void
test_showing_alone_and_all (void)
{
  g_autoptr (OutlaySession) session = make_session ("forty-people");

  outlay_session_show_alone (session, "gpt");
  g_assert_cmpstr (outlay_session_get_focus (session), ==, "gpt");
  g_assert_true (outlay_session_get_hidden (session, "opus"));
  g_assert_false (outlay_session_get_hidden (session, "gpt"));

  outlay_session_show_alone (session, "max");
  g_assert_true (outlay_session_get_hidden (session, "gpt"));

  outlay_session_show_alone (session, "max");
  g_assert_false (outlay_session_get_hidden (session, "gpt"));
  g_assert_false (outlay_session_get_hidden (session, "opus"));
}

/* Undo brings a hidden option back hidden, but a new one of its id is shown. */
static void
test_new_options_are_shown (void)
{
  g_autoptr (OutlaySession) session = make_session ("forty-people");
  OutlayScenario *now;

  outlay_session_set_hidden (session, "max", TRUE);
  remove_option (session, "max");
  outlay_session_undo (session);
  g_assert_true (outlay_session_get_hidden (session, "max"));

  outlay_session_redo (session);
  now = outlay_session_get_scenario (session);
  outlay_session_commit_edit (session, with_option_last (now, "max"), "Add", NULL);
  g_assert_false (outlay_session_get_hidden (session, "max"));
}

static void
test_the_month_stays_inside (void)
{
  g_autoptr (OutlaySession) session = make_session ("forty-people");

  outlay_session_set_month (session, 6);
  g_assert_cmpuint (heard.n_view_changed, ==, 1);
  set_number (session, "months", 7);
  g_assert_cmpint (outlay_session_get_month (session), ==, 6);
  set_number (session, "months", 6);
  g_assert_cmpint (outlay_session_get_month (session), ==, -1);
}

/* While a large scenario is estimated, the older estimate stays and says what
 * it answers. */
static void
test_a_large_scenario_is_followed (void)
{
  g_autoptr (OutlaySession) session = make_session ("forty-people");
  OutlayScenario *slow = make_slow (outlay_session_get_scenario (session));

  outlay_session_commit_edit (session, slow, "Grow", NULL);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_cmpuint (heard.n_estimated, ==, 0);
  g_assert_cmpuint (outlay_session_get_estimate (session)->n_months, ==, 7);

  wait_for_estimate (session);
  g_assert_cmpuint (heard.n_estimated, ==, 1);
  g_assert_cmpuint (outlay_session_get_estimate (session)->n_months, ==, 60);
}

/* A result that comes after another file was opened is nobody's. */
static void
test_open_drops_what_runs (void)
{
  g_autoptr (OutlaySession) session = make_session ("forty-people");
  g_autoptr (GFile) file = make_file ("small.outlay", "{\"months\": 3}");
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("small.outlay");
  gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND;

  outlay_session_commit_edit (session, make_slow (outlay_session_get_scenario (session)),
                              "Grow", NULL);
  g_assert_true (outlay_session_open (session, file, problems));

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (outlay_session_get_estimate (session)->n_months, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/session/start", test_it_is_there_from_the_start);
  g_test_add_func ("/app/session/edit", test_an_edit_is_told);
  g_test_add_func ("/app/session/same-value", test_the_same_value_is_no_edit);
  g_test_add_func ("/app/session/bad-value", test_a_bad_value_is_no_edit);
  g_test_add_func ("/app/session/modified", test_undo_to_what_is_saved_is_not_modified);
  g_test_add_func ("/app/session/save-ends-drag", test_saving_ends_a_drag);
  g_test_add_func ("/app/session/open", test_open_replaces_everything);
  g_test_add_func ("/app/session/refused-file", test_a_refused_file_changes_nothing);
  g_test_add_func ("/app/session/failed-save", test_a_failed_save_keeps_the_file);
  g_test_add_func ("/app/session/focus", test_focus_moves_on);
  g_test_add_func ("/app/session/hide", test_hiding_moves_the_focus);
  g_test_add_func ("/app/session/alone", test_showing_alone_and_all);
  g_test_add_func ("/app/session/new-options", test_new_options_are_shown);
  g_test_add_func ("/app/session/month", test_the_month_stays_inside);
  g_test_add_func ("/app/session/large", test_a_large_scenario_is_followed);
  g_test_add_func ("/app/session/open-drops", test_open_drops_what_runs);

  return g_test_run ();
}
