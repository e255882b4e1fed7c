/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of every page that somebody has looked at, and whether the program still
 * looks so. After a wanted change, tools/pictures --golden takes them anew; then look
 * at them again.
 *
 *   golden LOOK FOLDER
 *
 * golden.py sees to it that nothing of the machine is in them. */
#include "../app/pane-test.h"
#include "../app/scenarios.h"
#include "picture.h"
#include "present-window.h"
#include "price-shelf.h"
#include "usage-store.h"
#include "usage-window.h"
#include "window.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>
#include <sys/time.h>

/* How long a window that has all of its figures may still take to show them. */
#define PATIENCE (15 * G_TIME_SPAN_SECOND)

/* It is always the noon of 1 December 2026 here, when the example begins. */
#define NOW 1796126400

static const char *look;
static const char *folder;
static OutlayApplication *application;

/* Pictures tell what day it is. The program asks GLib for it, and GLib asks this. */
int
gettimeofday (struct timeval *restrict time,
              void           *restrict zone)
{
  *time = (struct timeval) { .tv_sec = NOW };

  return 0;
}

/* Waiting */

static void
wait_a_moment (void)
{
  gint64 end = g_get_monotonic_time () + 50 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
wait_for_figures (OutlaySession *session)
{
  OutlayEstimate *estimate;

  while ((estimate = outlay_session_get_estimate (session)) == NULL ||
         estimate->scenario != outlay_session_get_scenario (session) ||
         outlay_price_shelf_get_busy (outlay_price_shelf_get_default ()) ||
         outlay_usage_store_get_reading (outlay_usage_store_get_default ()) ||
         outlay_forecaster_get_running (outlay_session_get_forecaster (session)))
    g_main_context_iteration (NULL, TRUE);
}

/* Comparing */

/* Nobody is in front of it: no focus, and as windows look that are in front. */
static cairo_surface_t *
take (GtkWindow *window)
{
  cairo_surface_t *picture;

  do
    {
      wait_a_moment ();
      gtk_window_set_focus (window, NULL);
      gtk_window_set_focus_visible (window, FALSE);
      gtk_widget_unset_state_flags (GTK_WIDGET (window), GTK_STATE_FLAG_BACKDROP);
      wait_a_moment ();
      picture = picture_new_of (window);
    }
  while (picture == NULL);

  return picture;
}

static char *
get_path (const char *in,
          const char *name,
          const char *what)
{
  g_autofree char *file = g_strconcat (name, "-", look, what, ".png", NULL);

  return g_build_filename (in, file, NULL);
}

static void
write_picture (cairo_surface_t *picture,
               const char      *path)
{
  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
}

/* Once nothing moves any more. */
static void
update_picture (GtkWindow  *window,
                const char *path)
{
  cairo_surface_t *picture = take (window);
  gboolean moves;

  do
    {
      cairo_surface_t *before = picture;

      for (guint i = 0; i < 5; i++)
        wait_a_moment ();
      picture = take (window);
      moves = picture_differs (before, picture, NULL);
      cairo_surface_destroy (before);
    }
  while (moves);

  write_picture (picture, path);
  cairo_surface_destroy (picture);
}

static void
tell_difference (cairo_surface_t *found,
                 cairo_surface_t *golden,
                 const char      *name,
                 guint            worst)
{
  const char *build = g_getenv ("G_TEST_BUILDDIR");
  g_autofree char *found_path = get_path (build, name, "-found");
  g_autofree char *difference_path = get_path (build, name, "-difference");
  cairo_surface_t *difference = picture_new_difference (found, golden);

  write_picture (found, found_path);
  write_picture (difference, difference_path);
  cairo_surface_destroy (difference);
  g_test_message ("%u pixels differ in one place: see %s and %s", worst, found_path,
                  difference_path);
  g_test_fail ();
}

/* Looks until it is as it was, for as long as its last frames may take. */
static void
check_picture (GtkWindow  *window,
               const char *name)
{
  g_autofree char *path = get_path (folder, name, "");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  cairo_surface_t *golden, *found;
  guint worst;

  if (g_getenv ("OUTLAY_UPDATE_GOLDEN") != NULL)
    update_picture (window, path);

  golden = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);

  found = take (window);
  while (picture_differs (found, golden, &worst) && g_get_monotonic_time () < end)
    {
      cairo_surface_destroy (found);
      found = take (window);
    }
  if (picture_differs (found, golden, NULL))
    tell_difference (found, golden, name, worst);

  cairo_surface_destroy (found);
  cairo_surface_destroy (golden);
}

/* Pages of the window */

static OutlayWindow *
open_window (const char *page)
{
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");
  g_autoptr (OutlaySession) session =
    outlay_session_new (outlay_catalogue_get_default (), scenario);
  OutlayWindow *window;

  outlay_application_show_session (application, session);
  window = OUTLAY_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  adw_view_stack_set_visible_child_name (outlay_window_get_pages (window), page);
  wait_a_moment ();
  wait_for_figures (session);

  return window;
}

static void
close_windows (void)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (windows->data);
  wait_a_moment ();
}

static void
test_page (gconstpointer page)
{
  check_picture (GTK_WINDOW (open_window (page)), page);
  close_windows ();
}

static void
test_cumulative (void)
{
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);

  g_settings_set_boolean (settings, "cumulative", TRUE);
  check_picture (GTK_WINDOW (open_window ("cost")), "cumulative");
  close_windows ();
  g_settings_reset (settings, "cumulative");
}

/* What a change of several dials makes of it. */
static void
change_work (OutlaySession *session)
{
  static const struct
  {
    const char *path;
    double      value;
  } changes[] = {
    { "turns", 6 }, { "team[1].people", 26 }, { "taper", 0.4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      outlay_session_set_number (session, changes[i].path, changes[i].value, "Change", &error);
      g_assert_no_error (error);
    }
}

static void
test_compare (void)
{
  OutlayWindow *window = open_window ("cost");
  OutlaySession *session;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.duplicate", NULL);
  wait_a_moment ();
  window = OUTLAY_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  session = outlay_window_get_session (window);
  change_work (session);
  adw_view_stack_set_visible_child_name (outlay_window_get_pages (window), "compare");
  wait_for_figures (session);

  check_picture (GTK_WINDOW (window), "compare");
  close_windows ();
}

/* Windows of their own */

static GtkWindow *
find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  g_assert_not_reached ();
}

static void
test_price_book (void)
{
  OutlayWindow *window = open_window ("cost");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.price-book", NULL);
  wait_a_moment ();
  wait_for_figures (outlay_window_get_session (window));
  check_picture (find_window (g_type_from_name ("OutlayPriceWindow")), "price-book");
  close_windows ();
}

/* Its tools hide when the pointer has rested. */
static void
wait_for_rest (GtkWidget *present)
{
  GtkWidget *button = find_widget (present, GTK_TYPE_BUTTON, 0);
  GtkWidget *bar = gtk_widget_get_parent (gtk_widget_get_parent (button));

  while (gtk_widget_get_opacity (gtk_widget_get_last_child (bar)) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_present (void)
{
  OutlayWindow *window = open_window ("cost");
  GtkWidget *present = outlay_present_window_new (GTK_WINDOW (window),
                                                  outlay_window_get_session (window));

  /* As on a screen of that size. */
  gtk_window_set_default_size (GTK_WINDOW (present), 1280, 800);
  gtk_window_present (GTK_WINDOW (present));
  gtk_widget_activate_action (present, "present.step", "i", 3);
  wait_for_rest (present);
  check_picture (GTK_WINDOW (present), "present");
  close_windows ();
}

static void
read_logs (OutlayUsageWindow *usage)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "logs", NULL);
  g_autoptr (GDir) logs = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (logs)) != NULL)
    if (strstr (name, ".json") != NULL)
      {
        g_autoptr (GFile) log = g_file_new_build_filename (path, name, NULL);

        outlay_usage_window_read (usage, log);
      }
}

/* The sample logs are older than the scenario, as they would be in the first days. */
static void
test_usage (void)
{
  OutlayWindow *window = open_window ("cost");
  OutlaySession *session = outlay_window_get_session (window);
  OutlayUsageWindow *usage = outlay_usage_window_of (GTK_WINDOW (window), session);

  gtk_window_present (GTK_WINDOW (usage));
  read_logs (usage);
  wait_a_moment ();
  wait_for_figures (session);
  check_picture (GTK_WINDOW (usage), "usage");
  gtk_window_close (GTK_WINDOW (usage));
  close_windows ();
}

static void
add_tests (void)
{
  static const char * const pages[] = { "cost", "outcome", "breakdown", "risk", "table",
                                        "checks" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/", pages[i], NULL);

      g_test_add_data_func (path, pages[i], test_page);
    }
  g_test_add_func ("/golden/cumulative", test_cumulative);
  g_test_add_func ("/golden/compare", test_compare);
  g_test_add_func ("/golden/price-book", test_price_book);
  g_test_add_func ("/golden/present", test_present);
  g_test_add_func ("/golden/usage", test_usage);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_assert_nonnull (setlocale (LC_ALL, ""));
  bindtextdomain (GETTEXT_PACKAGE, CATALOGUES);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  look = argv[1];
  folder = argv[2];

  application = outlay_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  add_tests ();
  result = g_test_run ();
  g_object_unref (application);

  return result;
}
