/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The futures in the table of costs. */
#include "cost-table.h"

#include "cost-columns.h"
#include "cost-row.h"
#include "scenarios.h"

#include <adwaita.h>
#include <locale.h>

#define TITLE "Total, P90"

typedef struct
{
  OutlaySession    *session;
  OutlayForecaster *forecaster;
  GtkWindow        *window;
  GtkColumnView    *view;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");
  GtkWidget *table = outlay_cost_table_new ();
  GtkWidget *scroller = gtk_widget_get_first_child (table);

  fixture->session = outlay_session_new (outlay_catalogue_get_default (), scenario);
  fixture->forecaster = outlay_session_get_forecaster (fixture->session);
  g_object_set (table, "session", fixture->session, NULL);
  fixture->view =
    GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, table);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_finalize_object (fixture->session);
}

/* A job holds the session's forecaster until it ends. */
static void
draw_futures (Fixture *fixture)
{
  outlay_forecaster_watch (fixture->forecaster);
  while (outlay_forecaster_get_running (fixture->forecaster))
    g_main_context_iteration (NULL, TRUE);
  outlay_forecaster_unwatch (fixture->forecaster);
  g_assert_false (outlay_forecaster_get_pending (fixture->forecaster));
}

/* On a busy machine an estimate is made in a thread. */
static void
wait_for_estimate (Fixture *fixture)
{
  while (outlay_session_get_estimate (fixture->session)->scenario !=
         outlay_session_get_scenario (fixture->session))
    g_main_context_iteration (NULL, TRUE);
}

static OutlayCostRow *
dup_row (Fixture *fixture,
         guint    position)
{
  return g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (fixture->view)),
                                position);
}

/* From dear to cheap. */
static void
check_p90 (Fixture            *fixture,
           const char * const *expected)
{
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_autoptr (OutlayCostRow) row = dup_row (fixture, i);
      g_autofree char *text = outlay_cost_row_dup_text (row, OUTLAY_COST_COLUMN_P90);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static GtkColumnViewColumn *
get_column (Fixture    *fixture,
            const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (fixture->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return column;
    }

  g_assert_not_reached ();
}

static const char * const dashes[] = { "–", "–", "–", "–", "–", NULL };

/* As outlay-cli simulate says. */
static const char * const drawn[] = {
  "$108,437", "$82,389", "$55,457", "$54,421", "$36,909", NULL
};

static void
test_drawn (Fixture       *fixture,
            gconstpointer  data)
{
  check_p90 (fixture, dashes);
  draw_futures (fixture);
  check_p90 (fixture, drawn);
}

/* Nobody draws the futures of the other scenario: there are none. */
static void
test_other_scenario (Fixture       *fixture,
                     gconstpointer  data)
{
  draw_futures (fixture);
  g_assert_true (outlay_session_set_number (fixture->session, "turns", 30, "Turns", NULL));
  wait_for_estimate (fixture);
  check_p90 (fixture, dashes);

  g_assert_true (outlay_session_undo (fixture->session));
  wait_for_estimate (fixture);
  check_p90 (fixture, drawn);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const expected[] = {
    "$108,437", "$82,389", "$55,457", "$54,421", "–", NULL
  };
  OutlayScenario *draft = outlay_session_begin_edit (fixture->session);

  draft->prices.plans[0].max_seats = 25;
  outlay_session_commit_edit (fixture->session, draft, "Seats", NULL);
  wait_for_estimate (fixture);
  draw_futures (fixture);
  check_p90 (fixture, expected);
}

static void
test_sorted (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const expected[] = {
    "$36,909", "$54,421", "$55,457", "$82,389", "$108,437", NULL
  };

  gtk_column_view_sort_by_column (fixture->view, get_column (fixture, TITLE),
                                  GTK_SORT_ASCENDING);
  draw_futures (fixture);
  check_p90 (fixture, expected);
}

/* It is no cost of the estimate, so it is not asked why it is what it is. */
static void
test_asks_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (OutlayCostRow) row = dup_row (fixture, 0);
  OutlayEstimate *estimate;
  guint option;
  int month;

  draw_futures (fixture);
  g_assert_false (outlay_cost_row_get_question (row, OUTLAY_COST_COLUMN_P90,
                                                &estimate, &option, &month));
  g_assert_true (outlay_cost_row_get_question (row, OUTLAY_COST_COLUMN_TOTAL,
                                               &estimate, &option, &month));
}

static gboolean
is_shown (Fixture    *fixture,
          const char *title)
{
  return gtk_column_view_column_get_visible (get_column (fixture, title));
}

/* It is the first that goes. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int width = 920;

  gtk_window_set_default_size (fixture->window, width, 400);
  gtk_window_present (fixture->window);
  for (; width > 400 && is_shown (fixture, TITLE); width -= 20)
    {
      g_assert_true (is_shown (fixture, "Against cheapest"));
      gtk_window_set_default_size (fixture->window, width, 400);
      for (guint i = 0; i < 10; i++)
        {
          while (g_main_context_iteration (NULL, FALSE));
          g_usleep (5000);
        }
    }

  g_assert_false (is_shown (fixture, TITLE));
  g_assert_true (is_shown (fixture, "Against cheapest"));
  g_assert_true (is_shown (fixture, "Per accepted"));
}

static gboolean
count_down (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       n_left)
{
  return --*(guint *) n_left > 0;
}

static void
wait_for_frames (Fixture *fixture,
                 guint    n)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (fixture->window), count_down, &n, NULL);
  while (n > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_change (guint *n_changes)
{
  *n_changes += 1;
}

/* Whatever the width, and the figures that have grown or shrunk since the last: the
 * columns come to rest. */
static void
test_rests (Fixture       *fixture,
            gconstpointer  data)
{
  static const double turns[] = { 3, 12, 100, 6, 8.5, 9 };
  GListModel *columns = gtk_column_view_get_columns (fixture->view);
  guint n_changes = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_signal_connect_swapped (column, "notify::visible", G_CALLBACK (count_change),
                                &n_changes);
    }

  gtk_window_present (fixture->window);
  for (int width = 300; width < 1000; width += width < 440 || width > 570 ? 35 : 7)
    {
      double value = turns[width / 7 % G_N_ELEMENTS (turns)];

      gtk_window_set_default_size (fixture->window, width, 400);
      g_assert_true (outlay_session_set_number (fixture->session, "turns", value, "Turns", NULL));
      wait_for_estimate (fixture);
      wait_for_frames (fixture, 12);

      n_changes = 0;
      wait_for_frames (fixture, 6);
      g_assert_cmpuint (n_changes, ==, 0);
    }
}

#define add(path, func) \
  g_test_add ("/cost-table/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  add ("drawn", test_drawn);
  add ("other-scenario", test_other_scenario);
  add ("refused", test_refused);
  add ("sorted", test_sorted);
  add ("asks-nothing", test_asks_nothing);
  add ("narrow", test_narrow);
  add ("rests", test_rests);

  return g_test_run ();
}
