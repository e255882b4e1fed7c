/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window.h"

#include "price-list.h"
#include "problems-dialog.h"
#include "scenarios.h"
#include "window-files.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static OutlaySession *
make_session (void)
{
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");

  return outlay_session_new (outlay_catalogue_get_default (), scenario);
}

static void
iterate (void)
{
  for (guint i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE));
      g_usleep (5000);
    }
}

typedef void (*Visit) (GtkWidget *widget);

static void
walk (GtkWidget *widget,
      Visit      visit)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  visit (widget);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    walk (child, visit);
}

/* A window that is closed leaves nothing behind, whatever was done in it. */
static void
test_nothing_leaks (void)
{
  OutlaySession *session = make_session ();
  OutlayWindow *window = outlay_window_new (NULL, session);

  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  outlay_session_set_number (session, "turns", 7, "Turns", NULL);
  outlay_session_set_focus (session, "max");
  outlay_session_set_month (session, 3);
  outlay_session_set_hidden (session, "gpt", TRUE);
  outlay_session_commit_edit (session,
                              without_option (outlay_session_get_scenario (session), "opus"),
                              "Remove", NULL);
  outlay_session_set_number (session, "months", 12, "Months", NULL);
  iterate ();
  outlay_session_undo (session);
  outlay_session_undo (session);
  outlay_session_redo (session);
  iterate ();

  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
  g_assert_finalize_object (window);
  g_assert_finalize_object (session);
}

static void
check_action (GtkWidget *widget)
{
  const char *name;

  if (!GTK_IS_ACTIONABLE (widget))
    return;

  name = gtk_actionable_get_action_name (GTK_ACTIONABLE (widget));
  if (name == NULL || g_str_equal (name, "win.undo") || g_str_equal (name, "win.redo"))
    return;

  /* GTK says nothing about an action that is not there: it only makes the
   * widget insensitive. Undo and redo are so for want of an edit. */
  g_test_message ("%s", name);
  g_assert_true (gtk_widget_get_sensitive (widget));
}

static void
test_every_action_is_there (void)
{
  g_autoptr (OutlaySession) session = make_session ();
  OutlayWindow *window = outlay_window_new (NULL, session);

  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  walk (GTK_WIDGET (window), check_action);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_undo_is_enabled_by_an_edit (void)
{
  g_autoptr (OutlaySession) session = make_session ();
  OutlayWindow *window = outlay_window_new (NULL, session);
  GtkWidget *widget = GTK_WIDGET (window);

  outlay_session_set_number (session, "turns", 6, "Turns", NULL);
  outlay_session_end_gesture (session);
  outlay_session_set_number (session, "turns", 7, "Turns", NULL);

  g_assert_true (gtk_widget_activate_action (widget, "win.undo", NULL));
  g_assert_cmpfloat (outlay_session_get_scenario (session)->turns, ==, 6);
  g_assert_true (gtk_widget_activate_action (widget, "win.undo", NULL));
  g_assert_cmpfloat (outlay_session_get_scenario (session)->turns, ==, 5);
  gtk_widget_activate_action (widget, "win.undo", NULL);
  g_assert_true (gtk_widget_activate_action (widget, "win.redo", NULL));
  g_assert_cmpfloat (outlay_session_get_scenario (session)->turns, ==, 6);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_the_problems_dialog_leaks_nothing (void)
{
  g_autoptr (OutlaySession) session = make_session ();
  OutlayWindow *window = outlay_window_new (NULL, session);
  OutlayProblems *problems = outlay_problems_new ("some/team.outlay");
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *dialog;

  outlay_problems_add (problems, "team[0].people", "-1", "0 to 1000000",
                       "%s is <b>not</b> allowed; it is 0 to 1000000", "-1");
  outlay_problems_add (problems, "(top)", NULL, NULL, "something else is wrong");
  outlay_problems_dialog_present (GTK_WINDOW (window), problems);
  outlay_problems_free (problems);
  iterate ();

  dialog = g_list_model_get_item (toplevels, g_list_model_get_n_items (toplevels) - 1);
  g_assert_true (OUTLAY_IS_PROBLEMS_DIALOG (dialog));
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "“team.outlay” Was Not Opened");

  gtk_window_destroy (dialog);
  iterate ();
  g_assert_finalize_object (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWindow *
get_last_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  g_autoptr (GtkWindow) last = NULL;

  last = g_list_model_get_item (toplevels, g_list_model_get_n_items (toplevels) - 1);

  return last;
}

/* A price list that is dropped or opened is offered to the price book; what came of
 * it stands there. */
static void
test_a_price_list_is_offered (void)
{
  g_autoptr (OutlaySession) session = make_session ();
  OutlayScenario *before = outlay_session_get_scenario (session);
  OutlayWindow *window = outlay_window_new (NULL, session);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "prices.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, PRICE_LIST, -1, NULL));
  outlay_window_open_file (window, file);
  iterate ();
  dialog = get_last_window ();
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                            "“prices.json” is a price list."));
  gtk_window_close (dialog);
  iterate ();
  g_assert_true (get_last_window () == GTK_WINDOW (window));

  outlay_window_open_file (window, file);
  iterate ();
  dialog = get_last_window ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "import");
  gtk_window_destroy (dialog);
  wait_for_shelf (outlay_price_shelf_get_default ());
  iterate ();
  g_assert_nonnull (outlay_price_book_find_source (
                      outlay_price_shelf_get_book (outlay_price_shelf_get_default ()), "litellm"));
  g_assert_true (outlay_session_get_scenario (session) == before);

  /* A scenario by that name is opened as one, and refused as one. */
  g_assert_true (g_file_set_contents (path, "{\"turns\": 7, \"colour\": 1}", -1, NULL));
  outlay_window_open_file (window, file);
  iterate ();
  g_assert_true (OUTLAY_IS_PROBLEMS_DIALOG (get_last_window ()));

  gtk_window_destroy (get_last_window ());
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

/* What the tests left in a data folder. */
static void
remove_prices (const char *data)
{
  static const char * const names[] = {
    "outlay/prices/litellm.json", "outlay/prices", "outlay", "prices.json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (data, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (data);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data = g_dir_make_tmp ("outlay-window-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  g_test_add_func ("/app/window/leaks", test_nothing_leaks);
  g_test_add_func ("/app/window/actions", test_every_action_is_there);
  g_test_add_func ("/app/window/undo", test_undo_is_enabled_by_an_edit);
  g_test_add_func ("/app/window/problems", test_the_problems_dialog_leaks_nothing);
  g_test_add_func ("/app/window/price-list", test_a_price_list_is_offered);

  status = g_test_run ();
  remove_prices (data);

  return status;
}
