/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-files.h"

#include "file-chooser.h"
#include "preferences.h"
#include "problems-dialog.h"
#include "recent-menu.h"
#include "usage-sources.h"
#include "usage-window.h"
#include "window-prices.h"

#include <glib/gi18n.h>

/**
 * outlay_note_file:
 * @file: a scenario file that was opened or saved just now
 *
 * Remembers it: as a recent one, as the last one, and its folder.
 */
void
outlay_note_file (GFile *file)
{
  outlay_recent_menu_note (file);
  outlay_preferences_note_file (file);
  outlay_file_note_folder (file);
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
 * A file that is refused changes nothing; a dialog says why. A price list is offered
 * to the price book.
 */
void
outlay_window_open_file (OutlayWindow *self,
                         GFile        *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (OutlayProblems) problems = outlay_problems_new (name);
  gboolean opened;

  if (outlay_price_file_is_list (file))
    {
      outlay_window_offer_import (self, file);
      return;
    }

  if (is_untouched (self))
    opened = outlay_session_open (outlay_window_get_session (self), file, problems);
  else
    opened = outlay_application_open_file (OUTLAY_APPLICATION (application), file, problems);

  if (opened)
    outlay_note_file (file);
  else
    outlay_problems_dialog_present (GTK_WINDOW (self), problems);
}

static void
open_chosen (GtkWindow *window,
             GFile     *file,
             gpointer   data)
{
  outlay_window_open_file (OUTLAY_WINDOW (window), file);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  outlay_file_choose (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _("Open Scenarios"),
                      _("Scenarios"), "outlay", NULL, open_chosen, NULL);
}

static void
open_recent_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  outlay_window_open_file (OUTLAY_WINDOW (widget), file);
}

static void
read_log (OutlayWindow *self,
          GFile        *file)
{
  OutlayUsageWindow *usage = outlay_usage_window_of (GTK_WINDOW (self),
                                                     outlay_window_get_session (self));

  gtk_window_present (GTK_WINDOW (usage));
  outlay_usage_window_read (usage, file);
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
    if (outlay_usage_is_log (l->data))
      read_log (self, l->data);
    else
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

  if (!outlay_session_save (outlay_window_get_session (self), file, &error))
    {
      outlay_file_show_error (GTK_WINDOW (self), file, error);
      return FALSE;
    }

  outlay_note_file (file);

  return TRUE;
}

static void
save_chosen (GtkWindow *window,
             GFile     *file,
             gpointer   data)
{
  save_to (OUTLAY_WINDOW (window), file);
}

static void
save_chosen_and_close (GtkWindow *window,
                       GFile     *file,
                       gpointer   data)
{
  if (save_to (OUTLAY_WINDOW (window), file))
    gtk_window_close (window);
}

/**
 * outlay_window_suggest_file_name:
 * @self: a window
 * @suffix: how it is to end, without the point
 *
 * Returns: (transfer full): a name for a file made from its scenario
 */
char *
outlay_window_suggest_file_name (OutlayWindow *self,
                                 const char   *suffix)
{
  const char *name = outlay_session_get_scenario (outlay_window_get_session (self))->name;
  g_autofree char *stem = NULL;

  if (name == NULL || *name == '\0')
    name = _("Scenario");
  stem = g_strdelimit (g_strdup (name), "/", '-');

  return g_strdup_printf ("%s.%s", stem, suffix);
}

static void
ask_where_to_save (OutlayWindow   *self,
                   OutlayFileFunc  chosen)
{
  GFile *file = outlay_session_get_file (outlay_window_get_session (self));
  g_autofree char *name = file != NULL ? g_file_get_basename (file)
                                       : outlay_window_suggest_file_name (self, "outlay");

  outlay_file_choose (GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save Scenario As"),
                      _("Scenarios"), "outlay", name, chosen, NULL);
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
    ask_where_to_save (self, save_chosen);
}

static void
save_as_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ask_where_to_save (OUTLAY_WINDOW (widget), save_chosen);
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

static gboolean
save_and_close (gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);
  GFile *file = outlay_session_get_file (outlay_window_get_session (self));

  if (file == NULL)
    ask_where_to_save (self, save_chosen_and_close);
  else if (save_to (self, file))
    gtk_window_close (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

static gboolean
discard_and_close (gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (data));

  return G_SOURCE_REMOVE;
}

/* The dialog has still to close itself, which it cannot do without its window. */
static void
on_close_response (AdwMessageDialog *dialog,
                   const char       *response,
                   OutlayWindow     *self)
{
  if (g_str_equal (response, "save"))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, save_and_close, g_object_ref (self),
                     g_object_unref);
  else if (g_str_equal (response, "discard"))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, discard_and_close, g_object_ref (self),
                     g_object_unref);
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
