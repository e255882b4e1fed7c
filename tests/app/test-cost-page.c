/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cost-page.h"

#include "cost-table.h"
#include "pane-test.h"
#include "scenarios.h"
#include "widgets/chart-view.h"
#include "widgets/readout-cell.h"
#include "widgets/readout-strip.h"

#include <locale.h>

typedef struct
{
  OutlaySession *session;
  GtkWindow     *window;
  GtkWidget     *page;
  GtkWidget     *chart;
  GtkWidget     *strip;
  GtkWidget     *table;
} Fixture;

static void
iterate (void)
{
  for (guint i = 0; i < 10; i++)
    {
      while (g_main_context_iteration (NULL, FALSE));
      g_usleep (5000);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");

  fixture->session = outlay_session_new (outlay_catalogue_get_default (), scenario);
  fixture->page = g_object_new (OUTLAY_TYPE_COST_PAGE, "session", fixture->session, NULL);
  g_object_set (fixture->page, "bands", "none", NULL);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1000, 720);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
  iterate ();

  fixture->chart = find_widget (fixture->page, OUTLAY_TYPE_CHART_VIEW, 0);
  fixture->strip = find_widget (fixture->page, OUTLAY_TYPE_READOUT_STRIP, 0);
  fixture->table = find_widget (fixture->page, OUTLAY_TYPE_COST_TABLE, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (fixture->window);
  iterate ();

  g_assert_null (fixture->page);
  g_assert_finalize_object (fixture->session);
}

/* The chart */

static void
test_chart_roles (Fixture       *fixture,
                  gconstpointer  data)
{
  gtk_test_accessible_assert_role (fixture->chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Chart of the costs by month");
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Dec 2026 – Jun 2027: "
                                       "Claude Opus 4.8 $64,020, over the budget; "
                                       "GPT-5.5 $48,926; Claude Sonnet 4.6 $33,027; "
                                       "Governed routing $32,393; Claude Max 5x $24,374");
  g_assert_true (gtk_widget_get_focusable (fixture->chart));

  outlay_session_set_hidden (fixture->session, "gpt", TRUE);
  outlay_session_set_month (fixture->session, 3);
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "March 2027: "
                                       "Claude Opus 4.8 $11,691, over the budget; "
                                       "Claude Sonnet 4.6 $6,044; "
                                       "Governed routing $5,924; Claude Max 5x $4,282");
}

static void
test_chart_keys (Fixture       *fixture,
                 gconstpointer  data)
{
  OutlaySession *session = fixture->session;

  g_assert_cmpint (outlay_session_get_month (session), ==, -1);
  g_assert_false (press_key (fixture->chart, "Escape"));

  g_assert_true (press_key (fixture->chart, "Right"));
  g_assert_cmpint (outlay_session_get_month (session), ==, 0);
  press_key (fixture->chart, "Left");
  g_assert_cmpint (outlay_session_get_month (session), ==, 0);
  press_key (fixture->chart, "Right");
  g_assert_cmpint (outlay_session_get_month (session), ==, 1);
  press_key (fixture->chart, "End");
  g_assert_cmpint (outlay_session_get_month (session), ==, 6);
  press_key (fixture->chart, "Right");
  g_assert_cmpint (outlay_session_get_month (session), ==, 6);
  press_key (fixture->chart, "Home");
  g_assert_cmpint (outlay_session_get_month (session), ==, 0);

  g_assert_true (press_key (fixture->chart, "Escape"));
  g_assert_cmpint (outlay_session_get_month (session), ==, -1);
  press_key (fixture->chart, "Left");
  g_assert_cmpint (outlay_session_get_month (session), ==, 6);
}

/* Months run from right to left, and so do the keys. */
static void
test_chart_keys_right_to_left (Fixture       *fixture,
                               gconstpointer  data)
{
  gtk_widget_set_direction (fixture->chart, GTK_TEXT_DIR_RTL);
  iterate ();

  press_key (fixture->chart, "Left");
  press_key (fixture->chart, "Left");
  g_assert_cmpint (outlay_session_get_month (fixture->session), ==, 1);
  press_key (fixture->chart, "Right");
  g_assert_cmpint (outlay_session_get_month (fixture->session), ==, 0);
}

/* The read-out strip */

static GtkWidget *
get_cell (Fixture *fixture,
          guint    position)
{
  GtkWidget *child = gtk_widget_get_first_child (fixture->strip);

  for (guint i = 0; i <= position; i++)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
check_order (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (GtkWidget *cell = get_cell (fixture, 0);
       cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    g_string_append_printf (order, "%s ",
                            outlay_readout_cell_get_option_id (OUTLAY_READOUT_CELL (cell)));

  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_strip (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *dearest = get_cell (fixture, 0);

  check_order (fixture, "opus gpt sonnet governed max ");
  gtk_test_accessible_assert_property (fixture->strip, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Dec 2026 – Jun 2027");
  gtk_test_accessible_assert_property (dearest, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Claude Opus 4.8 $64,020, "
                                       "over the budget of all months together");
  gtk_test_accessible_assert_state (dearest, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_property (find_widget (dearest, GTK_TYPE_IMAGE, 0),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Over the budget of all months together");

  outlay_session_set_month (fixture->session, 3);
  gtk_test_accessible_assert_property (find_widget (dearest, GTK_TYPE_IMAGE, 0),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Over the budget of this month");
  outlay_session_set_month (fixture->session, 0);
  gtk_test_accessible_assert_property (dearest, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Claude Opus 4.8 $4,084");
}

static void
test_legend (Fixture       *fixture,
             gconstpointer  data)
{
  OutlaySession *session = fixture->session;
  GtkWidget *cell = get_cell (fixture, 1);

  g_signal_emit_by_name (cell, "clicked");
  g_assert_true (outlay_session_get_hidden (session, "gpt"));
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_signal_emit_by_name (cell, "clicked");
  g_assert_false (outlay_session_get_hidden (session, "gpt"));

  press_key (cell, "<Control>space");
  g_assert_false (outlay_session_get_hidden (session, "gpt"));
  g_assert_true (outlay_session_get_hidden (session, "opus"));
  g_assert_cmpstr (outlay_session_get_focus (session), ==, "gpt");

}

/* What the presses of a double click set off, each of which ends in a click. */
static void
double_click (GtkWidget *cell)
{
  GtkGesture *gesture = NULL;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (cell);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "presses") == 0)
        gesture = GTK_GESTURE (controller);
    }

  g_assert_nonnull (gesture);
  for (int n_press = 1; n_press <= 2; n_press++)
    {
      g_signal_emit_by_name (gesture, "pressed", n_press, 1.0, 1.0);
      g_signal_emit_by_name (cell, "clicked");
    }
}

static void
test_show_alone (Fixture       *fixture,
                 gconstpointer  data)
{
  OutlaySession *session = fixture->session;
  GtkWidget *cell = get_cell (fixture, 1);

  double_click (cell);
  g_assert_false (outlay_session_get_hidden (session, "gpt"));
  g_assert_true (outlay_session_get_hidden (session, "opus"));

  /* Once more shows all, though its first click has hidden the only one. */
  double_click (cell);
  g_assert_false (outlay_session_get_hidden (session, "gpt"));
  g_assert_false (outlay_session_get_hidden (session, "opus"));

  g_signal_emit_by_name (cell, "clicked");
  g_assert_true (outlay_session_get_hidden (session, "gpt"));
}

/* The table */

static GListModel *
get_columns (Fixture *fixture)
{
  GtkWidget *view = find_widget (fixture->table, GTK_TYPE_COLUMN_VIEW, 0);

  return gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
}

static void
check_columns (Fixture    *fixture,
               const char *expected)
{
  GListModel *columns = get_columns (fixture);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_string_append_printf (titles, "%s, ", gtk_column_view_column_get_title (column));
    }

  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  check_columns (fixture, "Option, Dec 2026, Peak month, Jun 2027, Total, Total, P90, "
                          "Per accepted, Against cheapest, ");

  g_object_set (fixture->page, "all-months", TRUE, NULL);
  check_columns (fixture, "Option, Dec 2026, Jan 2027, Feb 2027, Mar 2027, Apr 2027, "
                          "May 2027, Jun 2027, Total, Total, P90, Per accepted, "
                          "Against cheapest, ");

  g_assert_true (outlay_session_set_number (fixture->session, "months", 2, "Months", NULL));
  iterate ();
  check_columns (fixture, "Option, Dec 2026, Jan 2027, Total, Total, P90, "
                          "Per accepted, Against cheapest, ");

  g_object_set (fixture->page, "all-months", FALSE, NULL);
  g_assert_true (outlay_session_set_number (fixture->session, "months", 1, "Months", NULL));
  iterate ();
  check_columns (fixture, "Option, Dec 2026, Total, Total, P90, Per accepted, "
                          "Against cheapest, ");
}

/* From the right, but never the total; and back again. */
static void
test_narrow_table (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_window_set_default_size (fixture->window, 400, 720);
  iterate ();
  check_columns (fixture, "Option, Dec 2026, Total, ");

  gtk_window_set_default_size (fixture->window, 1000, 720);
  iterate ();
  check_columns (fixture, "Option, Dec 2026, Peak month, Jun 2027, Total, Total, P90, "
                          "Per accepted, Against cheapest, ");
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *view = find_widget (fixture->table, GTK_TYPE_COLUMN_VIEW, 0);
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));

  outlay_session_set_focus (fixture->session, "max");
  g_assert_true (gtk_selection_model_is_selected (model, 4));

  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpstr (outlay_session_get_focus (fixture->session), ==, "gpt");
}

static void
on_text_read (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  g_assert_true (press_key (fixture->table, "<Control>c"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->table), NULL,
                                 on_text_read, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_str_has_prefix (text, "option\tcurrency\t2026-12\t2027-01\t"));
  g_assert_nonnull (strstr (text, "\nClaude Opus 4.8\tUSD\t"));
}

/* The page */

static void
test_finding (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_true (has_label (fixture->page, "Claude Opus 4.8 is over the monthly budget from February"));
  g_assert_true (has_label (fixture->page, "US dollars a month. Line: the estimate."));

  gtk_widget_activate_action (fixture->page, "cost.cumulative", NULL);
  gtk_widget_activate_action (fixture->page, "cost.logarithmic", NULL);
  g_assert_true (has_label (fixture->page, "Added up, Claude Opus 4.8 is over the budget from May"));
  g_assert_true (has_label (fixture->page, "US dollars since the first month. Line: the "
                                           "estimate. Logarithmic scale, without zero."));
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Chart of the costs added up");

  /* They are kept in the settings, which the next test shares. */
  g_object_set (fixture->page, "cumulative", FALSE, "logarithmic", FALSE, NULL);
}

static void
test_bands (Fixture       *fixture,
            gconstpointer  data)
{
  OutlayForecaster *forecaster = outlay_session_get_forecaster (fixture->session);

  g_assert_null (outlay_forecaster_get_simulation (forecaster));
  g_object_set (fixture->page, "bands", "focus", NULL);
  while (outlay_forecaster_get_pending (forecaster))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (has_label (fixture->page, "US dollars a month. Line: the estimate. Shaded: 8 of "
                                           "10 futures of Claude Opus 4.8 (P10 to P90)."));
  g_assert_true (has_label (fixture->strip, "$45k–$108k"));
  gtk_test_accessible_assert_property (get_cell (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Claude Opus 4.8 $64,020, over the budget of all "
                                       "months together, in 8 of 10 futures $45k–$108k");

  g_object_set (fixture->page, "bands", "all", NULL);
  g_assert_true (has_label (fixture->page, "US dollars a month. Line: the estimate. Shaded: 8 of "
                                           "10 futures (P10 to P90)."));

  g_object_set (fixture->page, "bands", "none", NULL);
  g_assert_true (has_label (fixture->page, "US dollars a month. Line: the estimate."));
  gtk_test_accessible_assert_property (get_cell (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Claude Opus 4.8 $64,020, "
                                       "over the budget of all months together");
}

static void
test_all_hidden (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const ids[] = { "opus", "sonnet", "gpt", "governed", "max" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    outlay_session_set_hidden (fixture->session, ids[i], TRUE);
  iterate ();
  g_assert_true (has_label (fixture->page, "All options are hidden"));
  g_assert_true (has_label (fixture->page, "Show All"));
  g_assert_false (gtk_widget_get_mapped (fixture->chart));

  gtk_widget_activate_action (fixture->page, "cost.show-all", NULL);
  iterate ();
  g_assert_true (gtk_widget_get_mapped (fixture->chart));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_false (outlay_session_get_hidden (fixture->session, ids[i]));
}

static void
test_no_options (Fixture       *fixture,
                 gconstpointer  data)
{
  OutlayScenario *draft = outlay_session_begin_edit (fixture->session);

  draft->n_options = 0;
  outlay_session_commit_edit (fixture->session, draft, "Remove all", NULL);
  iterate ();
  g_assert_true (has_label (fixture->page, "Nothing to compare yet"));
  g_assert_true (has_label (fixture->page, "Add an Option"));
  g_assert_false (gtk_widget_get_mapped (fixture->table));

  outlay_session_undo (fixture->session);
  iterate ();
  g_assert_true (gtk_widget_get_mapped (fixture->table));
}

/* A refused option keeps its row, with the reason, and the others their curves. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  OutlayScenario *draft = outlay_session_begin_edit (fixture->session);

  draft->prices.plans[0].max_seats = 25;
  outlay_session_commit_edit (fixture->session, draft, "Seats", NULL);
  iterate ();

  g_assert_true (has_label (fixture->table, "34 people, the plan has 25 seats"));
  g_assert_true (has_label (fixture->page, "Claude Opus 4.8 is over the monthly budget from February"));
  check_order (fixture, "opus gpt sonnet governed max ");
}

/* Every button says what it does, in a label or a child's text. */
static void
check_names (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) || OUTLAY_IS_READOUT_CELL (widget))
    g_assert_true (gtk_button_get_label (GTK_BUTTON (widget)) != NULL ||
                   GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) ||
                   gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL));
  if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_COLUMN_VIEW (widget))
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  check_names (fixture->page);
}

/* Edits, undo, other months: nothing is left behind and nothing is asked of a
 * month that is gone. */
static void
test_everything_at_once (Fixture       *fixture,
                         gconstpointer  data)
{
  static const double months[] = { 60, 1, 7, 24, 3 };

  g_object_set (fixture->page, "all-months", TRUE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      outlay_session_set_number (fixture->session, "months", months[i], "Months", NULL);
      press_key (fixture->chart, "End");
      iterate ();
      g_assert_cmpint (outlay_session_get_month (fixture->session), ==, (int) months[i] - 1);
    }
  while (outlay_session_undo (fixture->session))
    iterate ();

  outlay_session_set_month (fixture->session, -1);
  test_strip (fixture, data);
}

#define add(path, func) \
  g_test_add ("/cost-page/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  add ("chart-roles", test_chart_roles);
  add ("chart-keys", test_chart_keys);
  add ("chart-keys-right-to-left", test_chart_keys_right_to_left);
  add ("strip", test_strip);
  add ("legend", test_legend);
  add ("show-alone", test_show_alone);
  add ("columns", test_columns);
  add ("narrow-table", test_narrow_table);
  add ("selection", test_selection);
  add ("copy", test_copy);
  add ("finding", test_finding);
  add ("bands", test_bands);
  add ("all-hidden", test_all_hidden);
  add ("no-options", test_no_options);
  add ("refused", test_refused);
  add ("names", test_names);
  add ("everything-at-once", test_everything_at_once);

  return g_test_run ();
}
