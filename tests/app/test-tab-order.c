/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keyboard alone reaches every control: Tab after Tab leads through all of the
 * window, and back to where it began. */

#include "window.h"

#include "add-option-dialog.h"
#include "catalogue-list.h"
#include "figure-cell.h"
#include "fold-row.h"
#include "option-row.h"
#include "pane-test.h"
#include "people-panel.h"
#include "scenarios.h"

#include <locale.h>

/* More stops than any window has. */
#define MOST_STOPS 1000

/* A widget by what it stands in, for whoever reads why a test failed. */
static char *
name_place (GtkWidget *widget)
{
  g_autoptr (GString) text = g_string_new (G_OBJECT_TYPE_NAME (widget));

  while ((widget = gtk_widget_get_parent (widget)) != NULL)
    g_string_append_printf (text, " < %s", G_OBJECT_TYPE_NAME (widget));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Where Tab stops: the delegate of a spin button stands for it. */
static GHashTable *
walk_by_tab (GtkWindow        *window,
             GtkDirectionType  direction)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWidget *first = NULL;

  for (guint i = 0; i < MOST_STOPS; i++)
    {
      GtkWidget *focus;

      /* At the end it begins anew, as by the key. */
      if (!gtk_widget_child_focus (GTK_WIDGET (window), direction))
        {
          gtk_window_set_focus (window, NULL);
          continue;
        }
      focus = gtk_window_get_focus (window);
      if (focus == first)
        return g_steal_pointer (&seen);
      if (!g_hash_table_add (seen, focus))
        g_error ("%s leads to nothing new from %s",
                 direction == GTK_DIR_TAB_FORWARD ? "Tab" : "Shift+Tab", name_place (focus));
      if (first == NULL)
        first = focus;
    }

  g_error ("Tab does not lead back");
}

/* Not what has the focus only to pass it on, nor what the arrows lead to. */
static gboolean
is_stop (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget) &&
         gtk_widget_is_sensitive (widget) && gtk_widget_get_width (widget) > 0 &&
         !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_LIST_BOX (widget) &&
         !GTK_IS_LIST_BASE (widget) && !OUTLAY_IS_FIGURE_CELL (widget) &&
         gtk_widget_get_ancestor (widget, OUTLAY_TYPE_CATALOGUE_LIST) == NULL &&
         gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) == NULL;
}

static void
check_all_seen (GtkWidget  *widget,
                GHashTable *seen)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget))
    return;

  if (is_stop (widget) && !g_hash_table_contains (seen, widget))
    g_error ("Tab passes over %s", name_place (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_all_seen (child, seen);
}

static void
check_window (GtkWindow *window)
{
  static const GtkDirectionType directions[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autoptr (GHashTable) seen = walk_by_tab (window, directions[i]);

      check_all_seen (GTK_WIDGET (window), seen);
    }
}

static OutlayWindow *
open_window (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  OutlayWindow *window = outlay_window_new (NULL, session);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  let_run ();
  wait_for_estimate (session);

  return window;
}

static void
test_each_page (void)
{
  OutlayWindow *window = open_window ();

  for (int page = 1; page <= 6; page++)
    {
      g_test_message ("page %d", page);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "i", page));
      let_run ();
      check_window (GTK_WINDOW (window));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nothing to compare: what is left still leads to the button that adds an option. */
static void
test_no_option (void)
{
  OutlayWindow *window = open_window ();
  OutlaySession *session = outlay_window_get_session (window);

  for (guint n = outlay_session_get_scenario (session)->n_options; n > 0; n--)
    {
      const OutlayScenario *scenario = outlay_session_get_scenario (session);

      gtk_widget_grab_focus (find_widget (GTK_WIDGET (window), OUTLAY_TYPE_OPTION_ROW, 0));
      outlay_session_commit_edit (session,
                                  without_option (scenario, scenario->options[0].id),
                                  "Remove", NULL);
    }
  wait_for_estimate (session);
  let_run ();
  check_window (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A role that has just been added has its name ready to be typed, and goes by undo. */
static void
test_undo_takes_the_focus_away (void)
{
  OutlayWindow *window = open_window ();
  OutlaySession *session = outlay_window_get_session (window);
  GtkWidget *panel = find_widget (GTK_WIDGET (window), OUTLAY_TYPE_PEOPLE_PANEL, 0);

  g_assert_true (gtk_widget_activate_action (panel, "people.add", NULL));
  let_run ();
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  outlay_session_undo (session);
  let_run ();
  check_window (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
unfold (GtkWidget *widget)
{
  if (OUTLAY_IS_FOLD_ROW (widget))
    g_signal_emit_by_name (widget, "activate");

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

static void
test_all_unfolded (void)
{
  OutlayWindow *window = open_window ();

  unfold (GTK_WIDGET (window));
  let_run ();
  check_window (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_the_dialog (void)
{
  static const char * const kinds[] = { "model", "plan", "routing" };
  OutlayWindow *window = open_window ();
  g_autoptr (GtkWindow) dialog = NULL;

  outlay_add_option_dialog_present (GTK_WIDGET (window),
                                    outlay_window_get_session (window), NULL);
  let_run ();
  dialog = g_list_model_get_item (gtk_window_get_toplevels (), 1);
  g_assert_true (OUTLAY_IS_ADD_OPTION_DIALOG (dialog));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_test_message ("%s", kinds[i]);
      g_object_set (dialog, "kind", kinds[i], NULL);
      let_run ();
      check_window (dialog);
    }
  gtk_window_destroy (dialog);
  g_clear_object (&dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  g_test_add_func ("/app/tab-order/pages", test_each_page);
  g_test_add_func ("/app/tab-order/no-option", test_no_option);
  g_test_add_func ("/app/tab-order/undo", test_undo_takes_the_focus_away);
  g_test_add_func ("/app/tab-order/unfolded", test_all_unfolded);
  g_test_add_func ("/app/tab-order/dialog", test_the_dialog);

  return g_test_run ();
}
