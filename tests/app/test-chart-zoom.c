/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What else a chart does: show fewer months, be copied, be printed. */
#include "chart-sheet.h"
#include "estimates.h"
#include "chart-data.h"
#include "month-zoom.h"
#include "pane-test.h"
#include "scenarios.h"
#include "window-chart.h"
#include "widgets/chart-view.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

/* The months that a session's charts show, from 1, as "2-5"; "all" for all. */
static char *
describe_zoom (OutlaySession *session)
{
  int first, last;

  if (!outlay_session_get_zoom (session, &first, &last))
    return g_strdup ("all");

  return g_strdup_printf ("%d-%d", first + 1, last + 1);
}

static void
check_zoom (OutlaySession *session,
            const char    *expected)
{
  g_autofree char *found = describe_zoom (session);

  g_assert_cmpstr (found, ==, expected);
}

/* Of seven months. */
static void
test_steps (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");

  check_zoom (session, "all");
  outlay_month_zoom_out (session);
  check_zoom (session, "all");
  outlay_month_zoom_in (session);
  check_zoom (session, "3-6");
  outlay_month_zoom_in (session);
  outlay_month_zoom_in (session);
  check_zoom (session, "4-5");
  outlay_month_zoom_out (session);
  check_zoom (session, "3-6");
  outlay_month_zoom_out (session);
  check_zoom (session, "all");

  outlay_session_set_month (session, 6);
  outlay_month_zoom_in (session);
  check_zoom (session, "4-7");
  outlay_month_zoom_begin_here (session);
  check_zoom (session, "4-7");
  outlay_session_set_month (session, 4);
  outlay_month_zoom_end_here (session);
  check_zoom (session, "4-5");
  outlay_month_zoom_to (session, -3, 99);
  check_zoom (session, "all");
  outlay_month_zoom_to (session, 2, 2);
  check_zoom (session, "all");
}

/* Months that are no more cannot be shown; others stay. */
static void
test_fewer_months (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");

  outlay_session_set_zoom (session, 1, 3);
  outlay_session_set_number (session, "months", 5, "Months", NULL);
  check_zoom (session, "2-4");
  outlay_session_set_number (session, "months", 3, "Months", NULL);
  check_zoom (session, "all");
}

/* What is left of a chart is what it was, from another month on. */
static void
test_data (void)
{
  g_autoptr (OutlayEstimate) estimate = read_estimate ("forty-people");
  g_autofree OutlayOptionLook *looks = g_new0 (OutlayOptionLook, estimate->n_options);

  for (guint cumulative = 0; cumulative < 2; cumulative++)
    {
      g_autoptr (OutlayChartData) all = outlay_chart_data_new (estimate, looks, cumulative > 0,
                                                               FALSE);
      g_autoptr (OutlayChartData) some = outlay_chart_data_new (estimate, looks, cumulative > 0,
                                                                FALSE);

      outlay_chart_data_zoom (some, 3, 5);
      g_assert_cmpuint (some->chart.n_months, ==, 3);
      g_assert_cmpuint (some->chart.n_before, ==, 3);
      g_assert_cmpint (some->chart.first_year, ==, 2027);
      g_assert_cmpint (some->chart.first_month, ==, 3);
      for (guint i = 0; i < estimate->n_options; i++)
        for (guint month = 0; month < 3; month++)
          g_assert_cmpfloat (some->series[i].values[month], ==, all->series[i].values[month + 3]);

      /* Opus is over the budget from February on, and its sums from April. */
      g_assert_true (some->series[0].over_before == (cumulative == 0));
      g_assert_false (some->series[4].over_before);
    }
}

static GtkWidget *
show (OutlaySession *session)
{
  OutlayWindow *window = outlay_window_new (NULL, session);

  gtk_window_present (GTK_WINDOW (window));
  let_run ();

  return GTK_WIDGET (window);
}

static void
zoom (GtkWidget  *window,
      const char *how)
{
  g_assert_true (gtk_widget_activate_action (window, "win.zoom", "s", how));
  let_run ();
}

/* A chart is laid out anew before the next frame. */
static OutlayChartLayout *
get_layout (GtkWidget *window)
{
  OutlayChartCanvas *chart =
    OUTLAY_CHART_CANVAS (find_widget (window, OUTLAY_TYPE_CHART_VIEW, 0));

  while (outlay_chart_canvas_get_layout (chart) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return outlay_chart_canvas_get_layout (chart);
}

/* The chart follows; the month pointed at stays the same month. */
static void
test_window (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *window = show (session);
  int first, last;
  double all = outlay_chart_layout_get_month_x (get_layout (window), 1) -
               outlay_chart_layout_get_month_x (get_layout (window), 0);

  outlay_session_set_zoom (session, 2, 5);
  let_run ();
  g_assert_cmpfloat (outlay_chart_layout_get_month_x (get_layout (window), 1) -
                     outlay_chart_layout_get_month_x (get_layout (window), 0), >, 1.5 * all);

  /* At once: the pointer may rest on the chart, and is heard next. */
  outlay_session_set_month (session, 2);
  gtk_test_accessible_assert_property (
    find_widget (window, OUTLAY_TYPE_CHART_VIEW, 0), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "February 2027: Claude Opus 4.8 $10,576, over the budget; GPT-5.5 $8,131; "
    "Claude Sonnet 4.6 $5,477; Governed routing $5,364; Claude Max 5x $3,839");
  zoom (window, "all");
  check_zoom (session, "all");
  zoom (window, "in");
  g_assert_true (outlay_session_get_zoom (session, &first, &last));
  g_assert_cmpint (last - first, ==, 3);

  gtk_window_destroy (GTK_WINDOW (window));
  let_run ();
}

static void
on_texture (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  GdkTexture **texture = data;

  *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* The clipboard holds the picture that a file would, two pixels to each px. */
static void
test_copy (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *window = show (session);
  g_autoptr (GdkTexture) texture = NULL;

  g_assert_true (gtk_widget_activate_action (window, "win.copy-chart", NULL));
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (window), NULL, on_texture, &texture);
  while (texture == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2400);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 1350);
  gtk_window_destroy (GTK_WINDOW (window));
  let_run ();
}

/* Futures are drawn with what other programs leave of the processor. */
static void
wait_for_futures (OutlaySession *session)
{
  while (outlay_forecaster_get_simulation (outlay_session_get_forecaster (session)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  let_run ();
}

/* The charts of other pages are drawn as they are seen. */
static void
test_other_pages (void)
{
  static const char *const pages[] = { "outcome", "breakdown", "risk", "table" };
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *window = show (session);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (OutlayChartSheet) sheet = NULL;
      g_autoptr (GdkTexture) texture = NULL;

      adw_view_stack_set_visible_child_name (outlay_window_get_pages (OUTLAY_WINDOW (window)),
                                             pages[i]);
      let_run ();
      if (g_str_equal (pages[i], "risk"))
        wait_for_futures (session);
      sheet = outlay_chart_sheet_new (OUTLAY_WINDOW (window), FALSE);
      g_assert_nonnull (sheet);
      texture = outlay_chart_sheet_to_texture (sheet);

      /* A table has no chart: then it is that of the costs. */
      g_assert_true ((gdk_texture_get_width (texture) == 2400) ==
                     g_str_equal (pages[i], "table"));
    }

  gtk_window_destroy (GTK_WINDOW (window));
  let_run ();
}

static void
test_print (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *window = show (session);
  g_autoptr (GtkPrintOperation) operation =
    outlay_chart_print_operation_new (OUTLAY_WINDOW (window));
  g_autofree char *folder = g_dir_make_tmp ("outlay-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpmem (content, 5, "%PDF-", 5);
  g_remove (path);
  g_rmdir (folder);

  gtk_window_destroy (GTK_WINDOW (window));
  let_run ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  g_test_add_func ("/app/chart-zoom/steps", test_steps);
  g_test_add_func ("/app/chart-zoom/fewer-months", test_fewer_months);
  g_test_add_func ("/app/chart-zoom/data", test_data);
  g_test_add_func ("/app/chart-zoom/window", test_window);
  g_test_add_func ("/app/chart-zoom/copy", test_copy);
  g_test_add_func ("/app/chart-zoom/other-pages", test_other_pages);
  g_test_add_func ("/app/chart-zoom/print", test_print);

  return g_test_run ();
}
