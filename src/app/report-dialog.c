/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what stands at the head of a report: for whom it is, and a logo. Both are
 * kept for the next. */
#include "report-dialog.h"

#include "file-chooser.h"
#include "report-file.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define CLIENT_KEY "report-client"
#define LOGO_KEY "report-logo"

/* Who is told of the answer; it lives as long as the dialog. */
typedef struct
{
  GtkWindow              *window;
  OutlayReportDialogFunc  answered;
  gpointer                data;
} Question;

static GSettings *
get_settings (void)
{
  return g_settings_new (OUTLAY_APPLICATION_ID);
}

/* Returns: (transfer full): for whom reports are made; empty for nobody */
char *
outlay_report_dialog_get_client (void)
{
  g_autoptr (GSettings) settings = get_settings ();

  return g_settings_get_string (settings, CLIENT_KEY);
}

/**
 * outlay_report_dialog_load_logo:
 * @logo: (out) (transfer full) (nullable): the picture, or %NULL where none is
 *   chosen
 * @error: why it cannot be read
 *
 * Returns: whether there is nothing wrong with it
 */
gboolean
outlay_report_dialog_load_logo (GBytes **logo,
                                GError **error)
{
  g_autoptr (GSettings) settings = get_settings ();
  g_autofree char *path = g_settings_get_string (settings, LOGO_KEY);

  *logo = *path != '\0' ? outlay_report_load_logo (path, error) : NULL;

  return *path == '\0' || *logo != NULL;
}

static void
show_logo (AdwActionRow *row)
{
  g_autoptr (GSettings) settings = get_settings ();
  g_autofree char *path = g_settings_get_string (settings, LOGO_KEY);
  g_autofree char *name = g_filename_display_basename (path);
  GtkWidget *clear = g_object_get_data (G_OBJECT (row), "clear");

  adw_action_row_set_subtitle (row, *path != '\0' ? name : C_("logo", "None"));
  gtk_widget_set_visible (clear, *path != '\0');
}

static void
logo_chosen (GtkWindow *window,
             GFile     *file,
             gpointer   row)
{
  g_autoptr (GSettings) settings = get_settings ();
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GBytes) logo = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;

  logo = outlay_report_load_logo (path, &error);
  if (logo == NULL)
    {
      adw_action_row_set_subtitle (row, error->message);
      return;
    }

  g_settings_set_string (settings, LOGO_KEY, path);
  show_logo (row);
}

static void
on_choose_clicked (GtkWidget *button,
                   gpointer   row)
{
  outlay_file_choose (GTK_WINDOW (gtk_widget_get_root (button)), GTK_FILE_CHOOSER_ACTION_OPEN,
                      _("Choose a Logo"), _("PNG Images"), "png", NULL, logo_chosen, row);
}

static void
on_clear_clicked (GtkWidget *button,
                  gpointer   row)
{
  g_autoptr (GSettings) settings = get_settings ();

  g_settings_set_string (settings, LOGO_KEY, "");
  show_logo (row);
}

static GtkWidget *
create_button (const char *icon,
               const char *name,
               GCallback   clicked,
               gpointer    row)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect (button, "clicked", clicked, row);
  adw_action_row_add_suffix (row, button);

  return button;
}

static GtkWidget *
create_logo_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choose, *clear;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Logo"));
  clear = create_button ("edit-clear-symbolic", _("No Logo"), G_CALLBACK (on_clear_clicked), row);
  choose = create_button ("document-open-symbolic", _("Choose a Logo"),
                          G_CALLBACK (on_choose_clicked), row);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choose);
  g_object_set_data (G_OBJECT (row), "clear", clear);
  show_logo (ADW_ACTION_ROW (row));

  return row;
}

static GtkWidget *
create_rows (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *client = adw_entry_row_new ();
  g_autofree char *name = outlay_report_dialog_get_client ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (client), _("Prepared for"));
  gtk_editable_set_text (GTK_EDITABLE (client), name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), client);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_logo_row ());
  g_object_set_data (G_OBJECT (group), "client", client);

  return group;
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  Question *question = data;
  GtkWidget *rows = adw_message_dialog_get_extra_child (dialog);
  g_autoptr (GSettings) settings = get_settings ();

  if (!g_str_equal (response, "save"))
    return;

  g_settings_set_string (settings, CLIENT_KEY,
                         gtk_editable_get_text (g_object_get_data (G_OBJECT (rows), "client")));
  question->answered (question->window, question->data);
}

static void
question_free (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

/**
 * outlay_report_dialog_ask:
 * @window: who asks
 * @label: what is done next, for the button
 * @answered: called unless it is cancelled
 * @data: for @answered
 *
 * Asks for client and logo of a report.
 */
void
outlay_report_dialog_ask (GtkWindow              *window,
                          const char             *label,
                          OutlayReportDialogFunc  answered,
                          gpointer                data)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, _("Head of the Report"),
                                                _("Both may be left out. They stand at the head "
                                                  "of the report.")));
  Question *question = g_new0 (Question, 1);

  *question = (Question) { window, answered, data };
  adw_message_dialog_set_extra_child (dialog, create_rows ());
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save", label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
