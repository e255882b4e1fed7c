/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-compare.h"

#include "compare-page.h"
#include "edit-menu.h"
#include "file-chooser.h"
#include "late-bin.h"
#include "problems-dialog.h"
#include "scenario-gfile.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * outlay_window_compare_with:
 * @self: a window
 * @other: (nullable): what its scenario is compared with, or %NULL for nothing
 *
 * Gives the window a page that compares, or takes it away.
 */
void
outlay_window_compare_with (OutlayWindow  *self,
                            OutlaySession *other)
{
  AdwViewStack *pages = outlay_window_get_pages (self);
  GtkWidget *bin = adw_view_stack_get_child_by_name (pages, "compare");
  GtkWidget *page = outlay_late_bin_make (OUTLAY_LATE_BIN (bin));

  if (other == NULL && adw_view_stack_get_visible_child (pages) == bin)
    adw_view_stack_set_visible_child_name (pages, "cost");

  outlay_compare_page_set_other (OUTLAY_COMPARE_PAGE (page), other);
  adw_view_stack_page_set_visible (adw_view_stack_get_page (pages, bin), other != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare-stop", other != NULL);
}

static void
show_comparison (OutlayWindow  *self,
                 OutlaySession *other)
{
  outlay_window_compare_with (self, other);
  adw_view_stack_set_visible_child_name (outlay_window_get_pages (self), "compare");
}

/* Windows */

typedef gboolean (*WindowFunc) (OutlayWindow  *window,
                                gconstpointer  data);

static OutlayWindow *
find_window (OutlayWindow  *self,
             WindowFunc     is_wanted,
             gconstpointer  data)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (OUTLAY_IS_WINDOW (l->data) && is_wanted (l->data, data))
      return l->data;

  return NULL;
}

static gboolean
shows_session (OutlayWindow  *window,
               gconstpointer  session)
{
  return outlay_window_get_session (window) == session;
}

static gboolean
has_id (OutlayWindow  *window,
        gconstpointer  id)
{
  return gtk_application_window_get_id (GTK_APPLICATION_WINDOW (window)) ==
         *(const guint *) id;
}

static gboolean
has_name (OutlayWindow  *window,
          gconstpointer  name)
{
  OutlaySession *session = outlay_window_get_session (window);

  return g_strcmp0 (outlay_session_get_scenario (session)->name, name) == 0;
}

/**
 * outlay_window_fill_others:
 * @self: a window
 * @menu: a menu
 *
 * Fills @menu with the scenarios of the other windows.
 */
void
outlay_window_fill_others (OutlayWindow *self,
                           GMenu        *menu)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_menu_remove_all (menu);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      guint id;
      g_autofree char *name = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (!OUTLAY_IS_WINDOW (l->data) || l->data == self)
        continue;

      id = gtk_application_window_get_id (l->data);
      name = outlay_menu_escape (outlay_session_get_scenario (
                                   outlay_window_get_session (l->data))->name);
      item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (item, "win.compare-with", "u", id);
      g_menu_append_item (menu, item);
    }
}

/* Variants */

/* What a name had before it became that of a variant. */
static char *
strip_variant (const char *name)
{
  g_autofree char *suffix = g_strdup_printf (C_("scenario", "%s (variant)"), "");

  if (g_str_has_suffix (name, suffix) && strlen (name) > strlen (suffix))
    return g_strndup (name, strlen (name) - strlen (suffix));

  return g_strdup (name);
}

/* A name that no open window has. */
static char *
name_variant (OutlayWindow *self,
              const char   *name)
{
  g_autofree char *stem = strip_variant (name);
  /* Translators: the name of a scenario of which this is another version */
  char *variant = g_strdup_printf (C_("scenario", "%s (variant)"), stem);

  for (guint n = 2; find_window (self, has_name, variant) != NULL; n++)
    {
      g_free (variant);
      /* Translators: as above, and which of several, from 2 */
      variant = g_strdup_printf (C_("scenario", "%s (variant %u)"), stem, n);
    }

  return variant;
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  OutlayWindow *self = OUTLAY_WINDOW (widget);
  OutlaySession *session = outlay_window_get_session (self);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (OutlayScenario) draft = outlay_session_begin_edit (session);
  g_autofree char *name = name_variant (self, draft->name);
  g_autoptr (OutlaySession) variant = NULL;

  draft->name = outlay_pool_strdup (draft->pool, name);
  variant = outlay_session_new (outlay_session_get_catalogue (session), draft);
  outlay_application_show_session (OUTLAY_APPLICATION (application), variant);
  outlay_window_compare_with (find_window (self, shows_session, variant), session);
}

/* Comparing */

static void
compare_with_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  OutlayWindow *self = OUTLAY_WINDOW (widget);
  guint id = g_variant_get_uint32 (parameter);
  OutlayWindow *other = find_window (self, has_id, &id);

  if (other != NULL && other != self)
    show_comparison (self, outlay_window_get_session (other));
}

static void
compare_chosen (GtkWindow *window,
                GFile     *file,
                gpointer   data)
{
  OutlayWindow *self = OUTLAY_WINDOW (window);
  OutlayCatalogue *catalogue =
    outlay_session_get_catalogue (outlay_window_get_session (self));
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (OutlayProblems) problems = outlay_problems_new (name);
  g_autoptr (OutlayScenario) scenario = outlay_scenario_load_file (file, catalogue, problems);
  g_autoptr (OutlaySession) other = NULL;

  if (scenario == NULL)
    {
      outlay_problems_dialog_present (window, problems);
      return;
    }

  outlay_file_note_folder (file);
  other = outlay_session_new (catalogue, scenario);
  show_comparison (self, other);
}

static void
compare_file_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  outlay_file_choose (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _("Compare With"),
                      _("Scenarios"), "outlay", NULL, compare_chosen, NULL);
}

static void
compare_stop_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  outlay_window_compare_with (OUTLAY_WINDOW (widget), NULL);
}

void
outlay_window_class_install_compare_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "win.compare-with", "u", compare_with_action);
  gtk_widget_class_install_action (widget_class, "win.compare-file", NULL, compare_file_action);
  gtk_widget_class_install_action (widget_class, "win.compare-stop", NULL, compare_stop_action);
}
