/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-save.h"

#include "file-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is to be saved, which the window keeps until it is, or something else is. */
#define SAVED_TEXT "outlay-usage-text"

static void
save_chosen (GtkWindow *window,
             GFile     *file,
             gpointer   data)
{
  const char *text = g_object_get_data (G_OBJECT (window), SAVED_TEXT);
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               NULL, &error))
    outlay_file_note_folder (file);
  else
    outlay_file_show_error (window, file, error);
}

/**
 * outlay_usage_save_csv:
 * @widget: who asks
 * @title: of the dialog
 * @name: of the file, unless the person gives it another one
 * @text: (transfer full): what is saved
 *
 * Asks where to save a table.
 */
void
outlay_usage_save_csv (GtkWidget  *widget,
                       const char *title,
                       const char *name,
                       char       *text)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  g_object_set_data_full (G_OBJECT (window), SAVED_TEXT, text, g_free);
  outlay_file_choose (window, GTK_FILE_CHOOSER_ACTION_SAVE, title, _("Tables (CSV)"), "csv", name,
                      save_chosen, NULL);
}
