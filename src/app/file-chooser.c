/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-chooser.h"

#include <glib/gi18n.h>

#define CHOOSER "outlay-file-chooser"

/* Who asked, until the answer comes. */
typedef struct
{
  GtkWindow      *window;
  OutlayFileFunc  chosen;
  gpointer        data;
} Question;

static void
question_free (gpointer  question,
               GClosure *closure)
{
  g_free (question);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             Question        *question)
{
  g_autoptr (GtkNativeDialog) kept G_GNUC_UNUSED = g_object_ref (dialog);
  Question asked = *question;

  /* The window lets go of the dialog first, so that what is called next may
   * open another one or close the window. */
  g_object_set_data (G_OBJECT (asked.window), CHOOSER, NULL);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          asked.chosen (asked.window, file, asked.data);
        }
    }
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *kind,
            const char     *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  if (suffix != NULL)
    {
      g_auto (GStrv) suffixes = g_strsplit (suffix, " ", -1);

      for (guint i = 0; suffixes[i] != NULL; i++)
        gtk_file_filter_add_suffix (filter, suffixes[i]);
    }
  else
    {
      gtk_file_filter_add_pattern (filter, "*");
    }
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
set_last_folder (GtkFileChooser *chooser)
{
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);
  g_autofree char *uri = g_settings_get_string (settings, "last-folder");

  if (*uri != '\0')
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (uri);

      gtk_file_chooser_set_current_folder (chooser, folder, NULL);
    }
}

/**
 * outlay_file_choose:
 * @window: who asks
 * @action: open or save
 * @title: of the dialog
 * @kind: what such files are called
 * @suffix: how their names end, without the point; several with spaces between;
 *   %NULL where folders are asked for
 * @name: (nullable): to save under
 * @chosen: called for each file that is chosen; never when it is cancelled
 * @data: for @chosen
 *
 * Asks for a file or folder, or when opening for several.
 */
void
outlay_file_choose (GtkWindow            *window,
                    GtkFileChooserAction  action,
                    const char           *title,
                    const char           *kind,
                    const char           *suffix,
                    const char           *name,
                    OutlayFileFunc        chosen,
                    gpointer              data)
{
  gboolean open = action != GTK_FILE_CHOOSER_ACTION_SAVE;
  GtkFileChooserNative *native =
    gtk_file_chooser_native_new (title, window, action, open ? _("_Open") : _("_Save"), NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  Question *question = g_new0 (Question, 1);

  *question = (Question) { window, chosen, data };

  if (suffix != NULL)
    {
      add_filter (chooser, kind, suffix);
      add_filter (chooser, _("All Files"), NULL);
    }
  set_last_folder (chooser);
  gtk_file_chooser_set_select_multiple (chooser, open);
  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_data (native, "response", G_CALLBACK (on_response), question,
                         question_free, 0);

  /* The window keeps it, for nobody else does; one is shown at a time. */
  g_object_set_data_full (G_OBJECT (window), CHOOSER, native, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * outlay_file_note_folder:
 * @file: a file that was read or written just now
 *
 * Makes the next dialog begin in the folder of @file.
 */
void
outlay_file_note_folder (GFile *file)
{
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (settings, "last-folder", uri);
}

/**
 * outlay_file_show_error:
 * @window: who tried
 * @file: what was to be written
 * @error: why it was not
 *
 * Tells that a file could not be saved.
 */
void
outlay_file_show_error (GtkWindow    *window,
                        GFile        *file,
                        const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *dialog = adw_message_dialog_new (window, NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog),
                                     /* Translators: %s is the name of a file */
                                     _("“%s” Could Not Be Saved"), name);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
