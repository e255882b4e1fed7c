/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is made late is not there until it is seen or asked for, and the same from then
 * on: a folded part of the pane, a page, a menu, the window of shortcuts. What waits
 * for a frame is done after it, once. */

#include "after-frame.h"
#include "dial-finder.h"
#include "late-bin.h"
#include "late-menu.h"
#include "pane-test.h"
#include "task-editor.h"
#include "window.h"
#include "workspace.h"

#include <locale.h>

typedef struct
{
  OutlaySession *session;
  GtkWidget     *revealer;
  OutlayLateBin *bin;
  GtkWidget     *window;
  guint          n_made;
} Fixture;

static void
on_made (OutlayLateBin *bin,
         GtkWidget     *content,
         guint         *n_made)
{
  g_assert_true (gtk_widget_get_parent (content) == GTK_WIDGET (bin));
  (*n_made)++;
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const paths[] = { "tasks", NULL };

  fixture->session = open_example ("forty-people");
  fixture->revealer = gtk_revealer_new ();
  fixture->bin = g_object_new (OUTLAY_TYPE_LATE_BIN, "content-type", OUTLAY_TYPE_TASK_EDITOR,
                               "session", fixture->session, "paths", paths, NULL);
  g_signal_connect (fixture->bin, "made", G_CALLBACK (on_made), &fixture->n_made);
  gtk_revealer_set_child (GTK_REVEALER (fixture->revealer), GTK_WIDGET (fixture->bin));
  fixture->window = show_in_window (fixture->revealer);
  g_assert_null (adw_bin_get_child (ADW_BIN (fixture->bin)));
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
}

static void
test_seen (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *content;

  gtk_revealer_set_reveal_child (GTK_REVEALER (fixture->revealer), TRUE);
  while (fixture->n_made == 0)
    g_main_context_iteration (NULL, TRUE);
  content = adw_bin_get_child (ADW_BIN (fixture->bin));
  g_assert_true (OUTLAY_IS_TASK_EDITOR (content));
  let_run ();

  gtk_revealer_set_reveal_child (GTK_REVEALER (fixture->revealer), FALSE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (fixture->revealer), TRUE);
  let_run ();
  g_assert_true (adw_bin_get_child (ADW_BIN (fixture->bin)) == content);
  g_assert_true (outlay_late_bin_make (fixture->bin) == content);
  g_assert_cmpuint (fixture->n_made, ==, 1);
}

static void
test_asked_for (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *content = outlay_late_bin_make (fixture->bin);

  g_assert_true (OUTLAY_IS_TASK_EDITOR (content));
  g_assert_false (gtk_widget_get_mapped (content));
  g_assert_cmpuint (fixture->n_made, ==, 1);
}

/* Whoever looks for a dial finds it; who looks for another leaves it unmade. */
static void
test_looked_for (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_false (outlay_late_bin_make_for (fixture->bin, "tasks_per_day"));
  g_assert_false (outlay_show_dial (fixture->window, "learning.months"));
  g_assert_null (adw_bin_get_child (ADW_BIN (fixture->bin)));

  g_assert_true (outlay_show_dial (fixture->window, "tasks[1].output"));
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (fixture->revealer)));

  outlay_late_bin_set_path (fixture->bin, "team[1]");
  g_assert_true (outlay_late_bin_make_for (fixture->bin, "team[1].joins"));
  g_assert_false (outlay_late_bin_make_for (fixture->bin, "team[10].joins"));
}

static void
count (gpointer button,
       gpointer n_times)
{
  (*(guint *) n_times)++;
}

static void
test_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *window = show_in_window (button);
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkPopover *popover;
  guint n_times = 0;

  g_menu_append (menu, "Open", "win.open");
  outlay_late_menu_set_full (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu), count, &n_times);
  g_assert_true (outlay_late_menu_get (GTK_MENU_BUTTON (button)) == G_MENU_MODEL (menu));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  let_run ();
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  g_assert_true (GTK_IS_POPOVER_MENU (popover));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  let_run ();
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  let_run ();
  g_assert_true (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)) == popover);
  g_assert_cmpuint (n_times, ==, 2);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  let_run ();
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint n_frames;
static guint n_calls;

static void
on_frame (GdkFrameClock *clock)
{
  n_frames++;
}

static void
on_called (GtkWidget *widget)
{
  g_assert_cmpuint (n_frames, >, 0);
  n_calls++;
}

static void
test_after_frame (void)
{
  GtkWidget *label = gtk_label_new ("Words");
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_widget_realize (window);
  gtk_widget_realize (label);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_frame),
                    NULL);
  outlay_after_frame (label, on_called);
  gtk_window_present (GTK_WINDOW (window));
  while (n_calls == 0)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_queue_draw (label);
  let_run ();
  g_assert_cmpuint (n_calls, ==, 1);

  /* The window goes before it has shown a frame. */
  outlay_after_frame (label, on_called);
  g_object_add_weak_pointer (G_OBJECT (label), (gpointer *) &label);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (label);
  let_run ();
  g_assert_cmpuint (n_calls, ==, 1);
}

static guint
count_unmade (GtkWidget *widget)
{
  guint n = OUTLAY_IS_LATE_BIN (widget) && adw_bin_get_child (ADW_BIN (widget)) == NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_unmade (child);

  return n;
}

/* A process can be one program only. */
static OutlayApplication *
get_application (void)
{
  static OutlayApplication *application;

  if (application == NULL)
    {
      application = outlay_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }

  return application;
}

static GtkWidget *
find_workspace (OutlayWindow *window)
{
  return find_widget (GTK_WIDGET (window), OUTLAY_TYPE_WORKSPACE, 0);
}

/* Pane and pages follow a window's first frame, unless somebody asks for them before. */
static void
test_workspace (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  OutlayWindow *window = outlay_window_new (get_application (), session);
  GtkWidget *workspace;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (find_workspace (window));
  while ((workspace = find_workspace (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (outlay_window_get_pages (window) ==
                 outlay_workspace_get_pages (OUTLAY_WORKSPACE (workspace)));
  gtk_window_destroy (GTK_WINDOW (window));

  window = outlay_window_new (get_application (), session);
  g_assert_nonnull (outlay_window_get_pages (window));
  workspace = find_workspace (window);
  g_assert_nonnull (workspace);
  gtk_window_present (GTK_WINDOW (window));
  let_run ();
  g_assert_true (find_workspace (window) == workspace);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A window that is closed before its first frame has none, and misses none. */
static void
test_closed_at_once (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  OutlayWindow *window = outlay_window_new (get_application (), session);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (find_workspace (window));
  gtk_window_close (GTK_WINDOW (window));
  let_run ();
  g_assert_null (window);
}

/* A window opens with its pages unmade but the first, and makes those turned to. */
static void
test_pages (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  OutlayWindow *window = outlay_window_new (get_application (), session);
  AdwViewStack *pages;
  guint n_unmade;

  gtk_window_present (GTK_WINDOW (window));
  wait_for_estimate (session);
  pages = outlay_window_get_pages (window);
  n_unmade = count_unmade (GTK_WIDGET (pages));
  g_assert_cmpuint (n_unmade, ==, 6);
  g_assert_null (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));

  for (int page = 2; page <= 6; page++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "i", page);
      let_run ();
      g_assert_cmpuint (count_unmade (GTK_WIDGET (pages)), ==, --n_unmade);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  adw_init ();
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/app/late/seen", test_seen);
  ADD ("/app/late/asked-for", test_asked_for);
  ADD ("/app/late/looked-for", test_looked_for);
#undef ADD
  g_test_add_func ("/app/late/menu", test_menu);
  g_test_add_func ("/app/late/after-frame", test_after_frame);
  g_test_add_func ("/app/late/workspace", test_workspace);
  g_test_add_func ("/app/late/closed-at-once", test_closed_at_once);
  g_test_add_func ("/app/late/pages", test_pages);

  return g_test_run ();
}
