/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-export.h"

#include "file-chooser.h"
#include "report-dialog.h"
#include "report-file.h"
#include "report-print.h"
#include "save-file.h"
#include "scenario-edits.h"
#include "scenario-file.h"
#include "session-looks.h"
#include "window-files.h"

#include <glib/gi18n.h>

static const struct
{
  const char *suffix;
  const char *title;
  const char *kind;
} formats[OUTLAY_N_REPORT_FORMATS] = {
  [OUTLAY_REPORT_FORMAT_PDF] = { "pdf", N_("Save Report As"), N_("PDF Documents") },
  [OUTLAY_REPORT_FORMAT_HTML] = { "html", N_("Save Report As"), N_("Web Pages") },
  [OUTLAY_REPORT_FORMAT_XLSX] = { "xlsx", N_("Save Workbook As"), N_("Workbooks") },
  [OUTLAY_REPORT_FORMAT_FOCUS] = { "csv", N_("Save Bill by Role As"), N_("CSV Tables") },
};

/* A report on its way to a file: the scenario as it was when that was chosen. */
typedef struct
{
  OutlayWindow       *window;
  GFile              *file;
  OutlayReportFormat  format;
  OutlayScenario     *scenario; /* the whole of it */
  OutlayEstimate     *estimate; /* what is written: the options that are shown */
  OutlayOptionLook   *looks;
  GPtrArray          *left_out; /* names of the options that are not, and NULL */
  char               *focus;
  OutlaySimulation   *simulation;
  OutlaySensitivity  *sensitivity;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_pointer (&self->simulation, outlay_simulation_unref);
  g_clear_pointer (&self->sensitivity, outlay_sensitivity_unref);
  outlay_scenario_unref (self->scenario);
  outlay_estimate_unref (self->estimate);
  g_free (self->looks);
  g_ptr_array_unref (self->left_out);
  g_free (self->focus);
  g_clear_object (&self->file);
  g_object_unref (self->window);
  g_free (self);
}

/* The file as it would be saved: without changes, that is the file itself. */
static char *
hash_scenario (const OutlayScenario *scenario)
{
  g_autoptr (GBytes) bytes = outlay_scenario_write (scenario);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* What was there stays there until all is written. */
static gboolean
save (GFile   *file,
      GBytes  *bytes,
      GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    return outlay_file_save (path, bytes, error);

  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

/* Writes or, where there is no file, prints. */
static gboolean
write_report (const Export  *self,
              GError       **error)
{
  g_autofree char *hash = hash_scenario (self->scenario);
  g_autofree char *client = outlay_report_dialog_get_client ();
  g_autoptr (GDateTime) date = g_date_time_new_now_local ();
  g_autoptr (GBytes) logo = NULL;
  g_autoptr (GBytes) bytes = NULL;
  OutlayReportFacts facts = {
    .estimate = self->estimate,
    .simulation = self->simulation,
    .sensitivity = self->sensitivity,
    .focus = self->focus,
    .looks = self->looks,
    .left_out = (const char * const *) self->left_out->pdata,
    .file_hash = hash,
    .client = client,
    .date = date,
    .right_to_left = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL,
  };

  if (self->format != OUTLAY_REPORT_FORMAT_FOCUS &&
      !outlay_report_dialog_load_logo (&logo, error))
    return FALSE;

  facts.logo = logo;
  if (self->file == NULL)
    return outlay_report_print (GTK_WINDOW (self->window), &facts, error);

  bytes = outlay_report_write (&facts, self->format, error);

  return bytes != NULL && save (self->file, bytes, error);
}

static void
show_failure (const Export *self,
              const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  if (self->file != NULL)
    outlay_file_show_error (GTK_WINDOW (self->window), self->file, error);
  else
    outlay_window_show_toast (self->window, adw_toast_new (markup));
}

static void
show_success (const Export *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *markup = g_markup_escape_text (name, -1);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_("Saved as “%s”"), markup);

  outlay_file_note_folder (self->file);
  outlay_window_show_toast (self->window, adw_toast_new (text));
}

/* Words and pictures are made here, where the window's are: only the futures are
 * long in the making. */
static void
on_drawn (GObject      *window,
          GAsyncResult *result,
          gpointer      data)
{
  Export *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!write_report (self, &error))
    show_failure (self, error);
  else if (self->file != NULL)
    show_success (self);
}

/* What is hidden is no part of the report; where all is, all of it is. */
static void
leave_out_hidden (Export *self)
{
  g_autoptr (OutlayScenario) shown = outlay_scenario_copy (self->scenario);
  guint n_options = self->scenario->n_options;
  guint n_shown = 0;

  for (guint i = 0; i < n_options; i++)
    n_shown += self->looks[i].hidden ? 0 : 1;
  if (n_shown == 0 || n_shown == n_options)
    return;

  n_shown = 0;
  for (guint i = 0; i < n_options; i++)
    if (self->looks[i].hidden)
      {
        g_ptr_array_add (self->left_out, g_strdup (self->scenario->options[i].name));
        outlay_draft_remove_option (shown, n_shown);
      }
    else
      self->looks[n_shown++] = self->looks[i];
  g_ptr_array_add (self->left_out, NULL);

  outlay_estimate_unref (self->estimate);
  self->estimate = outlay_estimate_new (shown);
}

static void
draw_futures (GTask        *task,
              gpointer      window,
              gpointer      data,
              GCancellable *cancellable)
{
  Export *self = data;

  if (self->format != OUTLAY_REPORT_FORMAT_FOCUS)
    {
      leave_out_hidden (self);
      outlay_report_draw_futures (self->estimate->scenario, 0, &self->simulation,
                                  &self->sensitivity);
    }
  g_task_return_boolean (task, TRUE);
}

static void
start (GtkWindow          *window,
       GFile              *file,
       OutlayReportFormat  format)
{
  OutlayWindow *self = OUTLAY_WINDOW (window);
  OutlaySession *session = outlay_window_get_session (self);
  Export *export = g_new0 (Export, 1);
  g_autoptr (GTask) task = g_task_new (window, NULL, on_drawn, NULL);

  export->window = g_object_ref (self);
  g_set_object (&export->file, file);
  export->format = format;
  export->estimate = outlay_estimate_ref (outlay_session_get_estimate (session));
  export->scenario = outlay_scenario_ref (export->estimate->scenario);
  export->left_out = g_ptr_array_new_with_free_func (g_free);
  export->looks = outlay_option_looks_new (session, export->estimate);
  export->focus = g_strdup (outlay_session_get_focus (session));
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, draw_futures);
}

static void
file_chosen (GtkWindow *window,
             GFile     *file,
             gpointer   data)
{
  start (window, file, (OutlayReportFormat) GPOINTER_TO_INT (data));
}

static void
print (GtkWindow *window,
       gpointer   data)
{
  start (window, NULL, OUTLAY_REPORT_FORMAT_PDF);
}

static void
ask_where_to_save (GtkWindow *window,
                   gpointer   data)
{
  OutlayReportFormat format = (OutlayReportFormat) GPOINTER_TO_INT (data);
  g_autofree char *name = outlay_window_suggest_file_name (OUTLAY_WINDOW (window),
                                                           formats[format].suffix);

  outlay_file_choose (window, GTK_FILE_CHOOSER_ACTION_SAVE, _(formats[format].title),
                      _(formats[format].kind), formats[format].suffix, name, file_chosen, data);
}

static void
export_report_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  for (guint i = 0; i < OUTLAY_N_REPORT_FORMATS; i++)
    {
      if (!g_str_equal (formats[i].suffix, g_variant_get_string (parameter, NULL)))
        continue;

      if (i == OUTLAY_REPORT_FORMAT_FOCUS)
        ask_where_to_save (GTK_WINDOW (widget), GINT_TO_POINTER (i));
      else
        outlay_report_dialog_ask (GTK_WINDOW (widget), _("_Save As…"), ask_where_to_save,
                                  GINT_TO_POINTER (i));
    }
}

static void
print_report_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  outlay_report_dialog_ask (GTK_WINDOW (widget), _("_Print…"), print, NULL);
}

void
outlay_window_class_install_report_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-report", "s",
                                   export_report_action);
  gtk_widget_class_install_action (widget_class, "win.print-report", NULL, print_report_action);
}
