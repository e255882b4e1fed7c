/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scenario and its variant side by side, in two windows. */
#include "compare-page.h"
#include "pane-test.h"
#include "scenarios.h"
#include "why-popover.h"
#include "window-compare.h"
#include "widgets/figure-cell.h"
#include "widgets/figure-table.h"
#include "widgets/late-bin.h"
#include "widgets/waterfall-view.h"

#include <locale.h>
#include <string.h>

#define NAME "Forty people, seven months"

static OutlayApplication *
start (void)
{
  OutlayApplication *application = outlay_application_new ();

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  return application;
}

static OutlayWindow *
find_window (OutlayApplication *application,
             const char        *name)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (g_strcmp0 (gtk_window_get_title (l->data), name) == 0)
      return l->data;

  return NULL;
}

static GtkWidget *
get_bin (OutlayWindow *window)
{
  return adw_view_stack_get_child_by_name (outlay_window_get_pages (window), "compare");
}

static OutlayComparePage *
get_page (OutlayWindow *window)
{
  return OUTLAY_COMPARE_PAGE (outlay_late_bin_make (OUTLAY_LATE_BIN (get_bin (window))));
}

static gboolean
page_is_there (OutlayWindow *window)
{
  AdwViewStack *pages = outlay_window_get_pages (window);

  return adw_view_stack_page_get_visible (adw_view_stack_get_page (pages, get_bin (window)));
}

/* A figure of the table of parts, the last on the page. */
static const char *
get_figure (OutlayComparePage *page,
            guint              row)
{
  GtkWidget *table = find_widget (GTK_WIDGET (page), OUTLAY_TYPE_FIGURE_TABLE, 2);
  GtkWidget *cell = outlay_figure_table_get_cell (OUTLAY_FIGURE_TABLE (table), row, 0);

  return outlay_figure_cell_get_text (OUTLAY_FIGURE_CELL (cell));
}

static void
wait_for_figure (OutlayComparePage *page,
                 guint              row,
                 const char        *start)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  GtkWidget *table = find_widget (GTK_WIDGET (page), OUTLAY_TYPE_FIGURE_TABLE, 2);

  /* Two figures a row. */
  while (find_widget (table, OUTLAY_TYPE_FIGURE_CELL, 2 * row) == NULL ||
         !g_str_has_prefix (get_figure (page, row), start))
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
}

static void
activate (OutlayWindow *window,
          const char   *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  let_run ();
}

static void
close_all (OutlayApplication *application)
{
  GList *windows;

  let_run ();
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (windows->data);
  let_run ();
}

static void
test_variant (OutlayApplication *application)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  OutlayWindow *variant, *second;
  OutlaySession *edited;

  outlay_application_show_session (application, session);
  let_run ();
  g_assert_false (page_is_there (find_window (application, NAME)));
  activate (find_window (application, NAME), "win.duplicate");

  variant = find_window (application, NAME " (variant)");
  g_assert_nonnull (variant);
  g_assert_true (page_is_there (variant));
  g_assert_true (outlay_compare_page_get_other (get_page (variant)) == session);

  adw_view_stack_set_visible_child_name (outlay_window_get_pages (variant), "compare");
  wait_for_figure (get_page (variant), 0, "$64,020");
  wait_for_figure (get_page (variant), 9, "$0");

  /* An edit in either window is seen here. */
  edited = outlay_window_get_session (variant);
  outlay_session_set_number (edited, "turns", 7, "Turns", NULL);
  wait_for_figure (get_page (variant), 4, "+$");
  outlay_session_set_number (session, "turns", 7, "Turns", NULL);
  wait_for_figure (get_page (variant), 9, "$0");

  /* The variant of a variant is one of the same stem. */
  activate (variant, "win.duplicate");
  second = find_window (application, NAME " (variant 2)");
  g_assert_nonnull (second);
  g_assert_true (outlay_compare_page_get_other (get_page (second)) == edited);

  activate (variant, "win.compare-stop");
  g_assert_false (page_is_there (variant));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (outlay_window_get_pages (variant)),
                   ==, "cost");
  close_all (application);
}

/* Swapping turns every sign. */
static void
test_swap (OutlayApplication *application)
{
  g_autoptr (OutlaySession) a = open_example ("forty-people");
  g_autoptr (OutlaySession) b = open_example ("forty-people");
  OutlayWindow *window = outlay_window_new (application, b);
  OutlayComparePage *page = get_page (window);
  g_autofree char *there = NULL;

  outlay_session_set_number (b, "turns", 6, "Turns", NULL);
  outlay_session_set_number (b, "team[0].people", 9, "People", NULL);
  gtk_window_present (GTK_WINDOW (window));
  outlay_window_compare_with (window, a);
  adw_view_stack_set_visible_child_name (outlay_window_get_pages (window), "compare");
  wait_for_figure (page, 4, "+$");
  there = g_strdup (get_figure (page, 4));
  g_assert_true (g_str_has_prefix (get_figure (page, 2), "−$"));

  g_object_set (page, "swapped", TRUE, NULL);
  wait_for_figure (page, 4, "−$");
  g_assert_cmpstr (get_figure (page, 4) + strlen ("−"), ==, there + 1);
  g_assert_true (g_str_has_prefix (get_figure (page, 2), "+$"));
  wait_for_figure (page, 8, "$64,020");
  close_all (application);
}

/* Each cost answers why, from the side that it belongs to. */
static void
test_why (OutlayApplication *application)
{
  g_autoptr (OutlaySession) a = open_example ("forty-people");
  g_autoptr (OutlaySession) b = open_example ("forty-people");
  OutlayWindow *window = outlay_window_new (application, b);
  OutlayComparePage *page = get_page (window);
  GtkWidget *chart, *popover;

  outlay_session_set_number (b, "turns", 6, "Turns", NULL);
  gtk_window_present (GTK_WINDOW (window));
  outlay_window_compare_with (window, a);
  adw_view_stack_set_visible_child_name (outlay_window_get_pages (window), "compare");
  wait_for_figure (page, 4, "+$");

  chart = find_widget (GTK_WIDGET (page), OUTLAY_TYPE_WATERFALL_VIEW, 0);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  g_signal_emit_by_name (chart, "asked", 0);
  let_run ();
  popover = find_widget (GTK_WIDGET (page), OUTLAY_TYPE_WHY_POPOVER, 0);
  gtk_test_accessible_assert_property (popover, GTK_ACCESSIBLE_PROPERTY_LABEL, "Why $64,020?");
  gtk_popover_popdown (GTK_POPOVER (popover));
  close_all (application);
}

/* An option that the other scenario lacks is said to be missing, and the page comes
 * back with another in focus. */
static void
test_missing (OutlayApplication *application)
{
  g_autoptr (OutlaySession) a = open_example ("forty-people");
  g_autoptr (OutlaySession) b = open_example ("forty-people");
  OutlayWindow *window = outlay_window_new (application, b);
  OutlayComparePage *page = get_page (window);

  outlay_session_commit_edit (a, without_option (outlay_session_get_scenario (a), "opus"),
                              "Remove", NULL);
  gtk_window_present (GTK_WINDOW (window));
  outlay_window_compare_with (window, a);
  adw_view_stack_set_visible_child_name (outlay_window_get_pages (window), "compare");
  outlay_session_set_focus (b, "opus");
  let_run ();
  outlay_session_set_focus (b, "sonnet");
  wait_for_figure (page, 0, "$33,027");
  close_all (application);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (OutlayApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  application = start ();

  g_test_add_data_func ("/app/compare/variant", application, (GTestDataFunc) test_variant);
  g_test_add_data_func ("/app/compare/swap", application, (GTestDataFunc) test_swap);
  g_test_add_data_func ("/app/compare/why", application, (GTestDataFunc) test_why);
  g_test_add_data_func ("/app/compare/missing", application, (GTestDataFunc) test_missing);

  return g_test_run ();
}
