/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another look at a chart, and another page, come slowly; a dial's figures at once. */
#include "pane-test.h"
#include "window.h"
#include "widgets/chart-view.h"

#include <locale.h>

static void
wait_until (gboolean (*is_so) (GtkWidget *window),
            GtkWidget  *window)
{
  gint64 last = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (!is_so (window))
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      g_assert_cmpint (g_get_monotonic_time (), <, last);
    }
}

static void
on_painted (GtkWidget *window)
{
  g_object_set_data (G_OBJECT (window), "painted", GINT_TO_POINTER (TRUE));
}

static gboolean
is_painted (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), "painted") != NULL;
}

/* What was never seen cannot fade. */
static GtkWidget *
show (OutlaySession *session,
      gboolean       animations)
{
  GtkWidget *window = GTK_WIDGET (outlay_window_new (NULL, session));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animations, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (on_painted), window, G_CONNECT_SWAPPED);
  wait_until (is_painted, window);
  let_run ();

  return window;
}

static void
end (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  let_run ();
}

/* What the next frame would draw of the chart. It is laid out here and not by the main
 * loop: a frame that came late would find the fade over. */
static GskRenderNode *
draw (GtkWidget *window)
{
  GtkWidget *chart = find_widget (window, OUTLAY_TYPE_CHART_VIEW, 0);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (chart)->size_allocate (chart, gtk_widget_get_width (chart),
                                               gtk_widget_get_height (chart), -1);
  g_assert_nonnull (outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (chart)));
  GTK_WIDGET_GET_CLASS (chart)->snapshot (chart, snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

/* A chart at rest is drawn anew each time. One that fades shows the kept picture, alone
 * at first and then beneath the new one. */
static gboolean
is_still (GtkWidget *window)
{
  g_autoptr (GskRenderNode) first = draw (window);
  g_autoptr (GskRenderNode) second = draw (window);

  return gsk_render_node_get_node_type (second) == GSK_CAIRO_NODE && first != second;
}

static void
test_look (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *window = show (session, TRUE);

  g_assert_true (is_still (window));
  outlay_session_set_hidden (session, "gpt", TRUE);
  g_assert_false (is_still (window));
  wait_until (is_still, window);

  /* The hand is the animation. */
  outlay_session_set_focus (session, "max");
  g_assert_false (is_still (window));
  outlay_session_set_number (session, "turns", 6, "Turns", NULL);
  wait_for_estimate (session);
  g_assert_true (is_still (window));
  end (window);
}

static gboolean
is_unveiled (GtkWidget *window)
{
  return !gtk_widget_get_visible (find_widget (window, GTK_TYPE_PICTURE, 0));
}

static void
test_reduced_motion (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *window = show (session, FALSE);

  outlay_session_set_hidden (session, "gpt", TRUE);
  g_assert_true (is_still (window));
  adw_view_stack_set_visible_child_name (outlay_window_get_pages (OUTLAY_WINDOW (window)),
                                         "breakdown");
  g_assert_true (is_unveiled (window));
  end (window);
}

static void
test_pages (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *window = show (session, TRUE);
  AdwViewStack *pages = outlay_window_get_pages (OUTLAY_WINDOW (window));
  GtkPicture *veil = GTK_PICTURE (find_widget (window, GTK_TYPE_PICTURE, 0));

  g_assert_true (is_unveiled (window));
  adw_view_stack_set_visible_child_name (pages, "breakdown");
  g_assert_false (is_unveiled (window));
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (gtk_picture_get_paintable (veil)), >, 0);
  wait_until (is_unveiled, window);
  g_assert_null (gtk_picture_get_paintable (veil));

  adw_view_stack_set_visible_child_name (pages, "cost");
  adw_view_stack_set_visible_child_name (pages, "table");
  end (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  g_test_add_func ("/app/motion/look", test_look);
  g_test_add_func ("/app/motion/reduced", test_reduced_motion);
  g_test_add_func ("/app/motion/pages", test_pages);

  return g_test_run ();
}
