/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application.h"

#include "about.h"
#include "figure-format.h"
#include "help.h"
#include "preferences.h"
#include "price-shelf.h"
#include "problems-dialog.h"
#include "recovery.h"
#include "window-files.h"

#include <glib/gi18n.h>

struct _OutlayApplication
{
  AdwApplication       parent_instance;

  OutlayRecoveryStore *recovery; /* or NULL where nothing can be kept */
};

G_DEFINE_FINAL_TYPE (OutlayApplication, outlay_application, ADW_TYPE_APPLICATION)

static OutlaySession *
session_new_from_bytes (GBytes     *bytes,
                        const char *name)
{
  OutlayCatalogue *catalogue = outlay_catalogue_get_default ();
  g_autoptr (OutlayProblems) problems = outlay_problems_new (name);
  g_autoptr (OutlayScenario) scenario = outlay_scenario_read (bytes, catalogue, problems);

  if (scenario == NULL)
    {
      g_autofree char *text = outlay_problems_to_string (problems);

      g_error ("What is shipped as %s is broken: %s", name, text);
    }

  return outlay_session_new (catalogue, scenario);
}

static OutlaySession *
session_new_from_example (const char *name)
{
  g_autoptr (GBytes) bytes = outlay_examples_get (name);

  return session_new_from_bytes (bytes, name);
}

static OutlaySession *
session_new_from_defaults (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);

  return session_new_from_bytes (bytes, "defaults.json");
}

/**
 * outlay_application_show_session:
 * @self: the application
 * @session: what to show
 *
 * Opens a window on @session.
 */
void
outlay_application_show_session (OutlayApplication *self,
                                 OutlaySession     *session)
{
  OutlayWindow *window = outlay_window_new (self, session);

  if (self->recovery != NULL)
    {
      g_autofree char *path = outlay_recovery_store_make_path (self->recovery);

      outlay_window_keep (window, path);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static OutlayWindow *
outlay_application_find_window (OutlayApplication *self,
                                GFile             *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      GFile *other;

      if (!OUTLAY_IS_WINDOW (l->data))
        continue;

      other = outlay_session_get_file (outlay_window_get_session (l->data));
      if (other != NULL && g_file_equal (other, file))
        return l->data;
    }

  return NULL;
}

/**
 * outlay_application_open_file:
 * @self: the application
 * @file: a scenario file
 * @problems: takes what is wrong with it
 *
 * Opens a window on a file, or brings the one forward that it is open in: two
 * windows on one file would overwrite each other's work.
 *
 * Returns: %FALSE if the file is refused; then no window is opened
 */
gboolean
outlay_application_open_file (OutlayApplication *self,
                              GFile             *file,
                              OutlayProblems    *problems)
{
  OutlayWindow *window = outlay_application_find_window (self, file);
  g_autoptr (OutlaySession) session = NULL;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return TRUE;
    }

  /* Its options may name models that are in the book only. */
  session = session_new_from_defaults ();
  outlay_session_set_catalogue (session, outlay_price_shelf_get_catalogue (
                                           outlay_price_shelf_get_default ()));
  if (!outlay_session_open (session, file, problems))
    return FALSE;

  outlay_application_show_session (self, session);

  return TRUE;
}

static void
outlay_application_show_example (OutlayApplication *self)
{
  g_autoptr (OutlaySession) session = session_new_from_example ("forty-people");

  outlay_application_show_session (self, session);
}

/* The worked example, or what the person would rather have. */
static void
outlay_application_activate (GApplication *application)
{
  OutlayApplication *self = OUTLAY_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autoptr (GFile) file = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }

  file = outlay_preferences_find_start ();
  if (file != NULL)
    g_application_open (application, &file, 1, "");
  else
    outlay_application_show_example (self);
}

static void
outlay_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  OutlayApplication *self = OUTLAY_APPLICATION (application);
  g_autoptr (GPtrArray) refused =
    g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_problems_free);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_file_get_parse_name (files[i]);
      g_autoptr (OutlayProblems) problems = outlay_problems_new (name);

      if (outlay_application_open_file (self, files[i], problems))
        outlay_note_file (files[i]);
      else
        g_ptr_array_add (refused, g_steal_pointer (&problems));
    }

  if (refused->len == 0)
    return;

  /* The problems need a window to stand on: the worked example, if there is
   * no other. */
  if (gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL)
    outlay_application_show_example (self);
  for (guint i = 0; i < refused->len; i++)
    outlay_problems_dialog_present (gtk_application_get_active_window (GTK_APPLICATION (self)),
                                    g_ptr_array_index (refused, i));
}

static int
outlay_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("outlay %s\n", OUTLAY_VERSION);
      return 0;
    }

  return -1;
}

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  g_autoptr (OutlaySession) session = session_new_from_defaults ();

  outlay_application_show_session (OUTLAY_APPLICATION (data), session);
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (window != NULL)
    outlay_help_show (window);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  outlay_preferences_present (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  outlay_about_present (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

/* Each window asks for itself; the last one to close ends the program. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (data)),
                                     (GCopyFunc) (GCallback) g_object_ref, NULL);

  /* One may take another along. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
  g_list_free_full (windows, g_object_unref);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = new_action },
  { .name = "help", .activate = help_action },
  { .name = "about", .activate = about_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "quit", .activate = quit_action },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.new", { "<Control>n" } },
  { "app.help", { "F1" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.duplicate", { "<Control>d" } },
  { "win.compare-file", { "<Control><Shift>d" } },
  { "win.present", { "F5" } },
  { "win.usage", { "<Control>u" } },
  { "win.price-book", { "<Control>b" } },
  { "win.zoom::in", { "<Control>plus", "<Control>equal" } },
  { "win.zoom::out", { "<Control>minus" } },
  { "win.zoom::all", { "<Control>0" } },
  { "win.copy-chart", { "<Control><Shift>c" } },
  { "win.print-chart", { "<Control><Shift>p" } },
  { "win.export-chart::png", { "<Control>e" } },
  { "win.print-report", { "<Control>p" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.pane", { "F9" } },
  { "win.turn-page(-1)", { "<Control>Page_Up" } },
  { "win.turn-page(1)", { "<Control>Page_Down" } },
  { "win.page(1)", { "<Alt>1" } },
  { "win.page(2)", { "<Alt>2" } },
  { "win.page(3)", { "<Alt>3" } },
  { "win.page(4)", { "<Alt>4" } },
  { "win.page(5)", { "<Alt>5" } },
  { "win.page(6)", { "<Alt>6" } },
  { "win.page(7)", { "<Alt>7" } },
};

static void
outlay_application_startup (GApplication *application)
{
  OutlayApplication *self = OUTLAY_APPLICATION (application);

  G_APPLICATION_CLASS (outlay_application_parent_class)->startup (application);

  outlay_figure_format_set_right_to_left (gtk_widget_get_default_direction () ==
                                          GTK_TEXT_DIR_RTL);

  g_action_map_add_action_entries (G_ACTION_MAP (application),
                                   actions, G_N_ELEMENTS (actions), application);

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                           accels[i].action, accels[i].keys);

  gtk_window_set_default_icon_name (OUTLAY_APPLICATION_ID);
  outlay_preferences_apply_style ();

  /* A large book takes a while to read, which no window waits for. */
  outlay_price_shelf_reload (outlay_price_shelf_get_default ());

  self->recovery = outlay_recovery_open_store ();
  if (self->recovery != NULL)
    outlay_recovery_show_windows (self, self->recovery);
}

static void
outlay_application_finalize (GObject *object)
{
  g_clear_pointer (&OUTLAY_APPLICATION (object)->recovery, outlay_recovery_store_free);

  G_OBJECT_CLASS (outlay_application_parent_class)->finalize (object);
}

static void
outlay_application_class_init (OutlayApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = outlay_application_finalize;
  application_class->activate = outlay_application_activate;
  application_class->open = outlay_application_open;
  application_class->startup = outlay_application_startup;
  application_class->handle_local_options = outlay_application_handle_local_options;
}

static void
outlay_application_init (OutlayApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 0,
                                 G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _("Print the version and exit"), NULL);
}

OutlayApplication *
outlay_application_new (void)
{
  return g_object_new (OUTLAY_TYPE_APPLICATION,
                       "application-id", OUTLAY_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
