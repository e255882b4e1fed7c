/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table that is wider than its window is shown from where lines begin, until
 * somebody scrolls. */

#include "pane-test.h"
#include "widgets/scroll-start.h"

#include <locale.h>

static GtkScrolledWindow *
make_scroller (GtkTextDirection direction)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *table = gtk_label_new ("A table");

  gtk_widget_set_size_request (table, 1000, 10);
  gtk_widget_set_direction (scroller, direction);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), table);
  outlay_scroll_keep_start (GTK_SCROLLED_WINDOW (scroller));

  return GTK_SCROLLED_WINDOW (scroller);
}

static double
get_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static void
test_left_to_right (void)
{
  GtkScrolledWindow *scroller = make_scroller (GTK_TEXT_DIR_LTR);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scroller);
  GtkWidget *window = show_in_window (GTK_WIDGET (scroller));

  g_assert_cmpfloat (get_end (adjustment), >, 100);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_right_to_left (void)
{
  GtkScrolledWindow *scroller = make_scroller (GTK_TEXT_DIR_RTL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scroller);
  GtkWidget *viewport = gtk_scrolled_window_get_child (scroller);
  GtkWidget *table = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  GtkWidget *window = show_in_window (GTK_WIDGET (scroller));
  double end = get_end (adjustment);

  g_assert_cmpfloat (end, >, 100);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, end);

  /* It grows. */
  gtk_widget_set_size_request (table, 1500, 10);
  while (get_end (adjustment) <= end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, get_end (adjustment));

  /* Somebody has scrolled. */
  end = get_end (adjustment);
  gtk_adjustment_set_value (adjustment, 200);
  gtk_widget_set_size_request (table, 2000, 10);
  while (get_end (adjustment) <= end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 200);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv);

  g_test_add_func ("/scroll-start/left-to-right", test_left_to_right);
  g_test_add_func ("/scroll-start/right-to-left", test_right_to_left);

  return g_test_run ();
}
