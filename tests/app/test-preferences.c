/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences.h"

#include "pane-test.h"
#include "window.h"

#include <locale.h>

static GSettings *settings;

static GtkWidget *
open_preferences (void)
{
  GtkWidget *preferences = g_object_new (OUTLAY_TYPE_PREFERENCES, NULL);

  gtk_window_present (GTK_WINDOW (preferences));
  let_run ();

  return preferences;
}

static void
close_preferences (GtkWidget *preferences)
{
  g_object_ref (preferences);
  gtk_window_destroy (GTK_WINDOW (preferences));
  let_run ();
  g_assert_finalize_object (preferences);
}

static void
select_row (GtkWidget *preferences,
            guint      row,
            guint      choice)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_widget (preferences, ADW_TYPE_COMBO_ROW, row)),
                              choice);
}

static void
test_each_row_has_all_choices (void)
{
  const char * const keys[] = { "style", "bands", "start" };
  GtkWidget *preferences = open_preferences ();
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, keys[i]);
      g_autoptr (GVariant) range = g_settings_schema_key_get_range (key);
      g_autoptr (GVariant) nicks = NULL;
      AdwComboRow *row = ADW_COMBO_ROW (find_widget (preferences, ADW_TYPE_COMBO_ROW, i));

      g_test_message ("%s", keys[i]);
      g_variant_get (range, "(sv)", NULL, &nicks);
      g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==,
                        g_variant_n_children (nicks));
      g_assert_cmpuint (adw_combo_row_get_selected (row), ==,
                        (guint) g_settings_get_enum (settings, keys[i]));
    }

  close_preferences (preferences);
}

static void
test_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *preferences = open_preferences ();

  outlay_preferences_apply_style ();
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  select_row (preferences, 0, 2);
  g_assert_true (adw_style_manager_get_dark (manager));
  select_row (preferences, 0, 1);
  g_assert_false (adw_style_manager_get_dark (manager));
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==,
                   ADW_COLOR_SCHEME_FORCE_LIGHT);
  select_row (preferences, 0, 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);

  close_preferences (preferences);
}

/* All windows follow at once. */
static void
test_bands (void)
{
  const char * const names[] = { "focus", "all", "none", "focus" };
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  OutlayWindow *window = outlay_window_new (NULL, session);
  GtkWidget *preferences = open_preferences ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *bands = NULL;

      select_row (preferences, 1, i % 3);
      g_object_get (outlay_window_get_cost_page (window), "bands", &bands, NULL);
      g_assert_cmpstr (bands, ==, names[i]);
    }

  close_preferences (preferences);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_start (void)
{
  GtkWidget *preferences = open_preferences ();
  g_autoptr (GFile) file = g_file_new_for_path ("/some/team.outlay");
  g_autoptr (GFile) found = NULL;

  g_assert_null (outlay_preferences_find_start ());
  select_row (preferences, 2, 1);
  g_assert_null (outlay_preferences_find_start ());
  outlay_preferences_note_file (file);
  found = outlay_preferences_find_start ();
  g_assert_true (g_file_equal (found, file));
  select_row (preferences, 2, 0);
  g_assert_null (outlay_preferences_find_start ());

  close_preferences (preferences);
}

/* What the last window was, the next one is. */
static void
test_window_is_remembered (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  OutlayWindow *window = outlay_window_new (NULL, session);
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700);
  gtk_window_present (GTK_WINDOW (window));
  let_run ();
  for (int page = 7; page >= 1; page--)
    {
      g_autofree char *name = NULL;
      g_autofree char *kept = NULL;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "i", page);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.pane", NULL);
      let_run ();
      gtk_window_close (GTK_WINDOW (window));
      let_run ();

      window = outlay_window_new (NULL, session);
      name = g_strdup (adw_view_stack_get_visible_child_name (outlay_window_get_pages (window)));
      g_test_message ("%s", name);
      kept = g_settings_get_string (settings, "page");
      g_assert_cmpstr (kept, ==, name);
      g_assert_cmpint (g_settings_get_boolean (settings, "pane-visible"), ==, page % 2 == 0);
      gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
      g_assert_cmpint (width, ==, 1100);
      g_assert_cmpint (height, ==, 700);
      gtk_window_present (GTK_WINDOW (window));
      let_run ();
    }
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (outlay_window_get_pages (window)), ==,
                   "cost");

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  settings = g_settings_new (OUTLAY_APPLICATION_ID);

  g_test_add_func ("/app/preferences/choices", test_each_row_has_all_choices);
  g_test_add_func ("/app/preferences/style", test_style);
  g_test_add_func ("/app/preferences/bands", test_bands);
  g_test_add_func ("/app/preferences/start", test_start);
  g_test_add_func ("/app/preferences/window", test_window_is_remembered);

  return g_test_run ();
}
