/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages that explain a cost: Breakdown, Outcome and Table. */
#include "breakdown-page.h"
#include "outcome-page.h"
#include "outcome-words.h"
#include "pane-test.h"
#include "table-page.h"
#include "why-popover.h"
#include "widgets/figure-cell.h"
#include "widgets/figure-table.h"
#include "widgets/stack-view.h"

#include <adwaita.h>
#include <locale.h>

static OutlayFigureCell *
get_cell (GtkWidget *page,
          guint      row,
          guint      column)
{
  GtkWidget *table = find_widget (page, OUTLAY_TYPE_FIGURE_TABLE, 0);

  return OUTLAY_FIGURE_CELL (outlay_figure_table_get_cell (OUTLAY_FIGURE_TABLE (table),
                                                           row, column));
}

static void
check_text (OutlayFigureCell *cell,
            const char       *expected)
{
  g_assert_cmpstr (outlay_figure_cell_get_text (cell), ==, expected);
}

static void
test_breakdown (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *page = outlay_breakdown_page_new (session);
  GtkWidget *window = show_in_window (page);
  GtkWidget *chart;

  let_run ();
  g_assert_true (has_label (page, "Two kinds of work are 68\u00a0% of the cost"));
  g_assert_true (has_label (page, "Claude Opus 4.8, US dollars a month by kind of task. "
                                  "Fix and debug falls from 35\u00a0% to 25\u00a0% of the cost."));

  /* The topmost layer first, the sum last. */
  check_text (get_cell (page, 0, 0), "$227");
  check_text (get_cell (page, 5, 2), "$4,018");
  check_text (get_cell (page, 6, 7), "$19,848");
  check_text (get_cell (page, 7, 7), "$64,020");

  chart = find_widget (page, OUTLAY_TYPE_STACK_VIEW, 0);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Chart of the parts of the cost by month");
  gtk_test_accessible_assert_property (get_cell (page, 5, 2), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Build and test, February 2027: $4,018");

  outlay_session_set_focus (session, "sonnet");
  check_text (get_cell (page, 7, 7), "$33,027");

  gtk_window_destroy (GTK_WINDOW (window));
  let_run ();
}

static void
test_why (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *page = outlay_breakdown_page_new (session);
  GtkWidget *window = show_in_window (page);
  GtkWidget *popover;

  let_run ();
  gtk_widget_grab_focus (GTK_WIDGET (get_cell (page, 5, 2)));
  g_signal_emit_by_name (get_cell (page, 5, 2), "asked");
  let_run ();

  popover = find_widget (page, OUTLAY_TYPE_WHY_POPOVER, 0);
  g_assert_nonnull (popover);
  g_assert_true (has_label (popover, "Why $4,018?"));
  g_assert_true (has_label (popover, "$4,018.31"));
  gtk_test_accessible_assert_property (popover, GTK_ACCESSIBLE_PROPERTY_LABEL, "Why $4,018?");

  gtk_popover_popdown (GTK_POPOVER (popover));
  let_run ();
  g_assert_null (find_widget (page, OUTLAY_TYPE_WHY_POPOVER, 0));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (get_cell (page, 5, 2)));

  gtk_window_destroy (GTK_WINDOW (window));
  let_run ();
}

static void
test_outcome (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *page = outlay_outcome_page_new (session);
  GtkWidget *window = show_in_window (page);

  let_run ();
  g_assert_true (has_label (page, "Every option pays back in December"));
  check_text (get_cell (page, 0, 0), "$6.86");
  check_text (get_cell (page, 0, 5), "$64,020");
  for (guint column = 0; column < OUTLAY_OUTCOME_COLUMN_PAYBACK; column++)
    g_assert_true (outlay_figure_cell_get_asks (get_cell (page, 0, column)));
  g_assert_false (outlay_figure_cell_get_asks (get_cell (page, 0, OUTLAY_OUTCOME_COLUMN_PAYBACK)));

  g_signal_emit_by_name (get_cell (page, 1, OUTLAY_OUTCOME_COLUMN_NET), "asked");
  let_run ();
  g_assert_true (has_label (page, "Why $95,924?"));
  g_assert_true (has_label (page, "$190,209.65"));
  g_assert_true (has_label (page, "$95,923.99"));
  gtk_popover_popdown (GTK_POPOVER (find_widget (page, OUTLAY_TYPE_WHY_POPOVER, 0)));
  let_run ();

  gtk_window_destroy (GTK_WINDOW (window));
  let_run ();
}

static void
test_table (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *page = outlay_table_page_new (session);
  GtkWidget *window = show_in_window (page);

  let_run ();
  check_text (get_cell (page, 0, 2), "$10,576");
  check_text (get_cell (page, 4, 7), "$24,374");

  g_assert_true (outlay_session_set_number (session, "months", 2, "Months", NULL));
  let_run ();
  check_text (get_cell (page, 0, 1), "$5,485");

  gtk_window_destroy (GTK_WINDOW (window));
  let_run ();
}

/* What is not seen is not worked out, and is right once it is. */
static void
test_unseen (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *page = g_object_ref_sink (outlay_table_page_new (session));
  GtkWidget *window;

  g_assert_null (find_widget (page, OUTLAY_TYPE_FIGURE_CELL, 0));
  outlay_session_set_number (session, "months", 2, "Months", NULL);
  window = show_in_window (page);
  let_run ();
  check_text (get_cell (page, 0, 1), "$5,485");

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (page);
  let_run ();
}

/* In a window of 360 px figures go on beyond its side, but options have their names. */
static void
test_names (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  const OutlayScenario *scenario = outlay_session_get_scenario (session);
  GtkWidget *pages[] = { outlay_outcome_page_new (session), outlay_table_page_new (session) };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *window = show_in_window (pages[i]);
      GtkWidget *table;

      wait_for_estimate (session);
      table = find_widget (pages[i], OUTLAY_TYPE_FIGURE_TABLE, 0);
      for (guint option = 0; option < scenario->n_options; option++)
        {
          GtkWidget *name = find_widget (table, GTK_TYPE_LABEL, option);
          PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (name));

          g_test_message ("%s", gtk_label_get_label (GTK_LABEL (name)));
          g_assert_false (pango_layout_is_ellipsized (layout));
        }
      gtk_window_destroy (GTK_WINDOW (window));
      let_run ();
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  g_test_add_func ("/app/pages/breakdown", test_breakdown);
  g_test_add_func ("/app/pages/why", test_why);
  g_test_add_func ("/app/pages/outcome", test_outcome);
  g_test_add_func ("/app/pages/table", test_table);
  g_test_add_func ("/app/pages/unseen", test_unseen);
  g_test_add_func ("/app/pages/names", test_names);

  return g_test_run ();
}
