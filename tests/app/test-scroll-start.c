/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table that is wider than its window is shown from where lines begin, until
 * somebody scrolls; a long one that is to show a row shows it, also where it is asked
 * before it is on the screen. */

#include "pane-test.h"
#include "widgets/scroll-start.h"
#include "widgets/scroll-to-row.h"

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

#define N_ROWS 8000
#define ROW 7000

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  GtkStringObject *text = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (text));
}

static GtkSelectionModel *
make_rows (guint n_rows)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *text = g_strdup_printf ("Row %u", row);

      gtk_string_list_append (rows, text);
    }

  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows)));
}

static GtkColumnView *
make_table (guint n_rows)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view = gtk_column_view_new (make_rows (n_rows));
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Rows", factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);

  return GTK_COLUMN_VIEW (view);
}

static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Whether a row stands between the edges of the table. */
static gboolean
shows_row (GtkColumnView *view,
           guint          row)
{
  g_autofree char *text = g_strdup_printf ("Row %u", row);
  GtkWidget *label = find_label (GTK_WIDGET (view), text);
  graphene_rect_t bounds;

  return label != NULL && gtk_widget_get_mapped (label) &&
         gtk_widget_compute_bounds (label, GTK_WIDGET (view), &bounds) &&
         bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (GTK_WIDGET (view));
}

static void
wait_for_row (GtkColumnView *view,
              guint          row)
{
  while (!shows_row (view, row))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_row_far_down (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkColumnView *view = make_table (N_ROWS);
  GtkWidget *window;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  outlay_column_view_scroll_to_row (view, ROW);
  window = show_in_window (scroller);
  wait_for_row (view, ROW);

  /* And while it is shown. */
  outlay_column_view_scroll_to_row (view, 3);
  wait_for_row (view, 3);
  outlay_column_view_scroll_to_row (view, N_ROWS - 1);
  wait_for_row (view, N_ROWS - 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_row_of_other_rows (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkColumnView *view = make_table (10);
  g_autoptr (GtkSelectionModel) others = make_rows (N_ROWS);
  GtkWidget *window;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  window = show_in_window (scroller);
  gtk_column_view_set_model (view, others);
  outlay_column_view_scroll_to_row (view, ROW);
  wait_for_row (view, ROW);
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
  g_test_add_func ("/scroll-start/row-far-down", test_row_far_down);
  g_test_add_func ("/scroll-start/row-of-other-rows", test_row_of_other_rows);

  return g_test_run ();
}
