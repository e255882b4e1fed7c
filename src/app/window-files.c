/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-files.h"

#include "problems-dialog.h"
#include "recent-menu.h"

#include <glib/gi18n.h>

static OutlayApplication *
get_application (OutlayWindow *self)
{
  return OUTLAY_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* What was to be asked and what a file's folder was, remembered for next time */

static void
note_file (GFile *file)
{
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  outlay_recent_menu_note (file);

  if (folder != NULL)
    {
      g_autofree char *uri = g_file_get_uri (folder);

      g_settings_set_string (settings, "last-folder", uri);
    }
}

static void
show_error (OutlayWindow *self,
            const char   *heading,
            const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkFileChooserNative *
make_chooser (OutlayWindow         *self,
              GtkFileChooserAction  action,
              const char           *title,
              const char           *accept)
{
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);
  g_autofree char *last_folder = g_settings_get_string (settings, "last-folder");
  g_autoptr (GtkFileFilter) scenarios = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);

  gtk_file_filter_set_name (scenarios, _("Scenarios"));
  gtk_file_filter_add_suffix (scenarios, "outlay");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), scenarios);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);

  if (*last_folder != '\0')
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (last_folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
    }

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  /* The window keeps it: nobody else does, and one is shown at a time. */
  g_object_set_data_full (G_OBJECT (self), "outlay-chooser", chooser, g_object_unref);

  return chooser;
}

static void
drop_chooser (OutlayWindow *self)
{
  g_object_set_data (G_OBJECT (self), "outlay-chooser", NULL);
}

/* Open */

/* A window that nobody has worked in makes room for the file. */
static gboolean
is_untouched (OutlayWindow *self)
{
  OutlaySession *session = outlay_window_get_session (self);

  return outlay_session_get_file (session) == NULL &&
         outlay_session_get_undo_name (session) == NULL &&
         outlay_session_get_redo_name (session) == NULL;
}

/**
 * outlay_window_open_file:
 * @self: a window
 * @file: a scenario file
 *
 * Opens @file in this window if nobody has worked in it, else in another one.
 * A file that is refused changes nothing; a dialog says why.
 */
void
outlay_window_open_file (OutlayWindow *self,
                         GFile        *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (OutlayProblems) problems = outlay_problems_new (name);
  gboolean opened;

  if (is_untouched (self))
    opened = outlay_session_open (outlay_window_get_session (self), file, problems);
  else
    opened = outlay_application_open_file (get_application (self), file, problems);

  if (opened)
    note_file (file);
  else
    outlay_problems_dialog_present (GTK_WINDOW (self), problems);
}

static void
on_open_response (GtkNativeDialog *dialog,
                  int              response,
                  OutlayWindow    *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          outlay_window_open_file (self, file);
        }
    }

  drop_chooser (self);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayWindow *self = OUTLAY_WINDOW (widget);
  GtkFileChooserNative *chooser = make_chooser (self, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                _("Open Scenarios"), _("_Open"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_open_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_recent_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  outlay_window_open_file (OUTLAY_WINDOW (widget), file);
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         OutlayWindow  *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    outlay_window_open_file (self, l->data);

  return TRUE;
}

void
outlay_window_accept_drops (OutlayWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Save */

static gboolean
save_to (OutlayWindow *self,
         GFile        *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *heading = NULL;

  if (outlay_session_save (outlay_window_get_session (self), file, &error))
    {
      note_file (file);
      return TRUE;
    }

  /* Translators: %s is the name of a file */
  heading = g_strdup_printf (_("“%s” Could Not Be Saved"), name);
  show_error (self, heading, error);

  return FALSE;
}

static void
on_save_response (GtkNativeDialog *dialog,
                  int              response,
                  OutlayWindow    *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      save_to (self, file);
    }

  drop_chooser (self);
}

static void
on_save_and_close_response (GtkNativeDialog *dialog,
                            int              response,
                            OutlayWindow    *self)
{
  on_save_response (dialog, response, self);

  if (!outlay_session_get_modified (outlay_window_get_session (self)))
    gtk_window_close (GTK_WINDOW (self));
}

static char *
suggest_file_name (OutlaySession *session)
{
  GFile *file = outlay_session_get_file (session);
  const char *name = outlay_session_get_scenario (session)->name;
  g_autofree char *safe = NULL;

  if (file != NULL)
    return g_file_get_basename (file);

  safe = g_strdelimit (g_strdup (name != NULL && *name != '\0' ? name : _("Scenario")), "/", '-');

  return g_strconcat (safe, ".outlay", NULL);
}

static void
ask_where_to_save (OutlayWindow *self,
                   GCallback     on_response)
{
  g_autofree char *name = suggest_file_name (outlay_window_get_session (self));
  GtkFileChooserNative *chooser = make_chooser (self, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                _("Save Scenario As"), _("_Save"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", on_response, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayWindow *self = OUTLAY_WINDOW (widget);
  GFile *file = outlay_session_get_file (outlay_window_get_session (self));

  if (file != NULL)
    save_to (self, file);
  else
    ask_where_to_save (self, G_CALLBACK (on_save_response));
}

static void
save_as_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ask_where_to_save (OUTLAY_WINDOW (widget), G_CALLBACK (on_save_response));
}

void
outlay_window_class_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
}

/* Close */

static void
save_and_close (OutlayWindow *self)
{
  GFile *file = outlay_session_get_file (outlay_window_get_session (self));

  if (file == NULL)
    ask_where_to_save (self, G_CALLBACK (on_save_and_close_response));
  else if (save_to (self, file))
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_close_response (AdwMessageDialog *dialog,
                   const char       *response,
                   OutlayWindow     *self)
{
  if (g_str_equal (response, "save"))
    save_and_close (self);
  else if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * outlay_window_ask_to_close:
 * @self: a window with work that is not saved
 *
 * Asks what to do with it, and closes the window unless the person stays.
 */
void
outlay_window_ask_to_close (OutlayWindow *self)
{
  OutlaySession *session = outlay_window_get_session (self);
  const char *name = outlay_session_get_scenario (session)->name;
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL));

  adw_message_dialog_format_body (dialog,
                                  /* Translators: %s is the name of a scenario */
                                  _("“%s” has changes that are not saved. "
                                    "What is not saved is lost for good."), name);
  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
