/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every name of an action, in a menu, a key, a button or the window of shortcuts, has
 * an action; every key is in the window of shortcuts; every menu names its items. */

#include "late-bin.h"
#include "late-menu.h"
#include "option-row.h"
#include "pane-test.h"
#include "view-state.h"
#include "window.h"

#include <locale.h>
#include <string.h>

static OutlayApplication *application;
static OutlayWindow *window;

static gboolean
class_has_action (GtkWidget  *widget,
                  const char *name)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (widget);
  const GVariantType *type;
  const char *found, *property;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (widget_class, i, &owner, &found, &type, &property);
       i++)
    if (g_str_equal (found, name))
      return TRUE;

  return FALSE;
}

/* Whether somebody answers to it, from @widget upwards. */
static gboolean
has_action (GtkWidget  *widget,
            const char *name)
{
  if (g_str_has_prefix (name, "app."))
    return g_action_map_lookup_action (G_ACTION_MAP (application), name + strlen ("app.")) != NULL;

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (class_has_action (widget, name) ||
        (GTK_IS_APPLICATION_WINDOW (widget) && g_str_has_prefix (name, "win.") &&
         g_action_map_lookup_action (G_ACTION_MAP (widget), name + strlen ("win.")) != NULL))
      return TRUE;

  return FALSE;
}

static void
check_detailed (GtkWidget  *widget,
                const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", detailed);
  g_action_parse_detailed_name (detailed, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (has_action (widget, name));
}

/* Menus */

static guint
check_menu (GtkWidget  *widget,
            GMenuModel *menu)
{
  guint n_actions = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      static const char * const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
      g_autofree char *action = NULL;
      g_autofree char *label = NULL;
      gboolean leads_on = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) below = g_menu_model_get_item_link (menu, i, links[j]);

          if (below == NULL)
            continue;
          leads_on = TRUE;
          n_actions += check_menu (widget, below);
        }

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        {
          g_assert_true (leads_on);
          continue;
        }

      g_test_message ("%s: %s", label, action);
      g_assert_nonnull (label);
      g_assert_true (has_action (widget, action));
      n_actions++;
    }

  return n_actions;
}

/* Of all buttons that were looked at. */
static guint n_actions;

static guint
check_menus_below (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_MENU_BUTTON (widget) && outlay_late_menu_get (GTK_MENU_BUTTON (widget)) != NULL)
    n += check_menu (widget, outlay_late_menu_get (GTK_MENU_BUTTON (widget)));
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)))
    n += check_menu (widget, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)));
  if (OUTLAY_IS_LATE_BIN (widget))
    outlay_late_bin_make (OUTLAY_LATE_BIN (widget));
  if (GTK_IS_ACTIONABLE (widget) &&
      gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) != NULL)
    {
      g_test_message ("%s", gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)));
      g_assert_true (has_action (widget,
                                 gtk_actionable_get_action_name (GTK_ACTIONABLE (widget))));
      n_actions++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_menus_below (child);

  return n;
}

static void
test_menus (void)
{
  guint n = check_menus_below (GTK_WIDGET (window));

  g_test_message ("%u items", n);
  g_assert_cmpuint (n, >, 40);
}

/* Keys */

static void
collect_shortcuts (GtkWidget *widget,
                   GPtrArray *names,
                   GString   *keys)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *name = NULL;
      g_autofree char *key = NULL;
      g_autofree char *title = NULL;

      g_object_get (widget, "action-name", &name, "accelerator", &key, "title", &title, NULL);
      g_assert_cmpstr (title, !=, "");
      g_assert_true (name != NULL || key != NULL);
      if (name != NULL)
        g_ptr_array_add (names, g_steal_pointer (&name));
      if (key != NULL)
        g_string_append_printf (keys, " %s ", key);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_shortcuts (child, names, keys);
}

static gboolean
contains (GPtrArray  *names,
          const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

static void
test_keys_are_told (void)
{
  GtkWidget *overlay;
  g_auto (GStrv) keyed =
    gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) keys = g_string_new (NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL));
  overlay = GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  g_assert_true (gtk_widget_get_visible (overlay));
  gtk_window_close (GTK_WINDOW (overlay));

  collect_shortcuts (overlay, names, keys);
  g_assert_cmpuint (names->len, >, 15);

  for (guint i = 0; i < names->len; i++)
    {
      g_auto (GStrv) accels =
        gtk_application_get_accels_for_action (GTK_APPLICATION (application), names->pdata[i]);

      if (!g_str_equal (names->pdata[i], "window.close"))
        check_detailed (GTK_WIDGET (window), names->pdata[i]);
      g_assert_nonnull (accels[0]);
    }

  for (guint i = 0; keyed[i] != NULL; i++)
    {
      g_test_message ("%s", keyed[i]);
      if (g_str_has_prefix (keyed[i], "win.page("))
        g_assert_nonnull (strstr (keys->str, "<Alt>1...7"));
      else
        g_assert_true (contains (names, keyed[i]));
      if (!g_str_equal (keyed[i], "window.close"))
        check_detailed (GTK_WIDGET (window), keyed[i]);
    }

  /* Those of an option are the row's own. */
  g_assert_nonnull (strstr (keys->str, " F2 "));
  g_assert_nonnull (strstr (keys->str, " h "));
  g_assert_nonnull (strstr (keys->str, " Delete "));
}

/* Each page has a key, and turning leads through all that are shown, and round. */
static void
test_pages (void)
{
  AdwViewStack *stack = outlay_window_get_pages (window);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (stack);
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (pages));
  guint n_shown = 0;

  g_assert_cmpuint (n_pages, ==, 7);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *detailed = g_strdup_printf ("win.page(%u)", i + 1);
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i + 1);
      g_auto (GStrv) accels =
        gtk_application_get_accels_for_action (GTK_APPLICATION (application), detailed);
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      gboolean shown = adw_view_stack_page_get_visible (page);

      g_assert_cmpstr (accels[0], ==, key);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "i", (int) i + 1);
      g_assert_true (gtk_selection_model_is_selected (pages, i) == shown);
      n_shown += shown;
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "i", 1);
  for (guint i = 0; i < n_shown; i++)
    {
      g_assert_true (gtk_selection_model_is_selected (pages, 0) == (i == 0));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.turn-page", "i", 1);
    }
  g_assert_true (gtk_selection_model_is_selected (pages, 0));
  for (guint i = 0; i < n_shown; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.turn-page", "i", -1);
  g_assert_true (gtk_selection_model_is_selected (pages, 0));
}

/* What F2, H and Delete do to the row that has the focus. */
static void
test_option_actions (void)
{
  OutlaySession *session = outlay_window_get_session (window);
  GtkWidget *row = find_widget (GTK_WIDGET (window), OUTLAY_TYPE_OPTION_ROW, 1);
  g_autofree char *id = g_strdup (outlay_option_row_get_id (OUTLAY_OPTION_ROW (row)));

  gtk_widget_activate_action (row, "option.hide", NULL);
  g_assert_true (outlay_session_get_hidden (session, id));
  gtk_widget_activate_action (row, "option.hide", NULL);
  g_assert_false (outlay_session_get_hidden (session, id));

  gtk_widget_activate_action (row, "option.remove", NULL);
  g_assert_cmpint (outlay_scenario_find_option (outlay_session_get_scenario (session), id), <, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpint (outlay_scenario_find_option (outlay_session_get_scenario (session), id), >=, 0);
}

static GtkWindow *
find_other_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != window && gtk_widget_get_visible (l->data))
      return l->data;

  return NULL;
}

/* Every window that the main one opens. */
static void
test_other_windows (void)
{
  static const struct
  {
    const char *action;
    guint       n_actions; /* of its buttons and menus, at least */
  } cases[] = {
    { "win.present", 3 },
    { "win.price-book", 8 },
    { "win.usage", 8 },
    { "app.preferences", 1 },
    { "app.about", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWindow *other;
      guint n_before = n_actions;

      g_test_message ("%s", cases[i].action);
      if (g_str_has_prefix (cases[i].action, "app."))
        g_action_group_activate_action (G_ACTION_GROUP (application),
                                        cases[i].action + strlen ("app."), NULL);
      else
        gtk_widget_activate_action (GTK_WIDGET (window), cases[i].action, NULL);
      let_run ();
      other = find_other_window ();
      g_assert_nonnull (other);

      check_menus_below (GTK_WIDGET (other));
      g_test_message ("%u actions", n_actions - n_before);
      g_assert_cmpuint (n_actions - n_before, >=, cases[i].n_actions);
      gtk_window_destroy (other);
      let_run ();
      g_assert_null (find_other_window ());
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (OutlaySession) session = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  application = outlay_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  session = open_example ("forty-people");
  window = outlay_window_new (application, session);
  gtk_window_present (GTK_WINDOW (window));
  let_run ();

  g_test_add_func ("/app/actions/menus", test_menus);
  g_test_add_func ("/app/actions/keys", test_keys_are_told);
  g_test_add_func ("/app/actions/pages", test_pages);
  g_test_add_func ("/app/actions/option", test_option_actions);
  g_test_add_func ("/app/actions/other-windows", test_other_windows);

  status = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (window));
  let_run ();
  g_object_unref (application);

  return status;
}
