/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-export.h"

#include "cost-words.h"
#include "file-chooser.h"
#include "findings.h"
#include "month-zoom.h"
#include "report-export.h"
#include "session-looks.h"
#include "usage-months.h"
#include "widgets/chart-style.h"
#include "window-files.h"

#include <glib/gi18n.h>

static const struct
{
  const char        *suffix;
  const char        *kind;
  OutlayChartFormat  format;
} formats[] = {
  { "png", N_("PNG Images"), OUTLAY_CHART_FORMAT_PNG },
  { "svg", N_("SVG Drawings"), OUTLAY_CHART_FORMAT_SVG },
  { "pdf", N_("PDF Documents"), OUTLAY_CHART_FORMAT_PDF },
};

/* The same picture as on the screen, with what it needs to stand alone. */
static void
init_style (OutlayChartStyle *style,
            OutlayChartVoice *voice,
            OutlayWindow     *self)
{
  const OutlayScenario *scenario = outlay_session_get_scenario (outlay_window_get_session (self));
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  OutlayChartStyle file;

  outlay_chart_style_init_widget (style, voice, GTK_WIDGET (self), scenario->currency.code);
  outlay_chart_style_init_file (&file, dark);

  style->palette = file.palette;
  style->background = file.background;
  style->margin = file.margin;
  style->legend = file.legend;
  style->text_scale = 1;
}

static OutlayChartBands
find_bands (const char *name)
{
  if (g_strcmp0 (name, "all") == 0)
    return OUTLAY_CHART_BANDS_ALL;

  return g_strcmp0 (name, "focus") == 0 ? OUTLAY_CHART_BANDS_FOCUS : OUTLAY_CHART_BANDS_NONE;
}

/**
 * outlay_chart_picture_init:
 * @picture: (out caller-allocates): what to fill
 * @self: a window
 *
 * Takes what the chart of the Cost page shows now, with a title and a legend.
 */
void
outlay_chart_picture_init (OutlayChartPicture *picture,
                           OutlayWindow       *self)
{
  OutlaySession *session = outlay_window_get_session (self);
  OutlayEstimate *estimate = outlay_session_get_estimate (session);
  OutlayForecaster *forecaster = outlay_session_get_forecaster (session);
  g_autofree OutlayOptionLook *looks = outlay_option_looks_new (session, estimate);
  g_autofree char *unit = NULL;
  g_autofree char *bands_name = NULL;
  g_autofree char *shading = NULL;
  gboolean cumulative, logarithmic;
  OutlayChartBands bands;
  OutlayFinding finding;
  int first, last;

  g_object_get (outlay_window_get_cost_page (self),
                "cumulative", &cumulative, "logarithmic", &logarithmic,
                "bands", &bands_name, NULL);
  /* Futures that lie behind do not go into a file. */
  bands = outlay_forecaster_get_pending (forecaster) ? OUTLAY_CHART_BANDS_NONE
                                                     : find_bands (bands_name);

  finding = outlay_finding_choose (estimate, looks, cumulative);
  picture->title = outlay_finding_describe (&finding, estimate);
  unit = outlay_chart_voice_describe_unit (estimate->scenario, cumulative);
  shading = outlay_cost_words_describe_bands (session, estimate, bands);
  picture->subtitle = outlay_month_zoom_add (session, estimate,
                                             g_strjoin (" ", unit, shading, NULL));

  picture->data = outlay_chart_data_new (estimate, looks, cumulative, logarithmic);
  outlay_usage_months_add_to (outlay_usage_months_get_default (), picture->data);
  outlay_chart_data_add_bands (picture->data, outlay_forecaster_get_simulation (forecaster),
                               bands, FALSE);
  if (outlay_session_get_zoom (session, &first, &last) && last < (int) estimate->n_months)
    outlay_chart_data_zoom (picture->data, (guint) first, (guint) last);
  picture->data->chart.title = picture->title;
  picture->data->chart.subtitle = picture->subtitle;
  init_style (&picture->style, &picture->voice, self);
}

void
outlay_chart_picture_clear (OutlayChartPicture *picture)
{
  outlay_chart_voice_clear (&picture->voice);
  outlay_chart_data_free (picture->data);
  g_free (picture->title);
  g_free (picture->subtitle);
}

/**
 * outlay_window_write_chart:
 * @self: a window
 * @stream: where to write
 * @format: what
 * @error: why it was not written
 *
 * Returns: whether the chart was written
 */
gboolean
outlay_window_write_chart (OutlayWindow       *self,
                           GOutputStream      *stream,
                           OutlayChartFormat   format,
                           GError            **error)
{
  g_auto (OutlayChartPicture) picture;

  outlay_chart_picture_init (&picture, self);

  return outlay_chart_export (&picture.data->chart, &picture.style, stream, format,
                              OUTLAY_PICTURE_WIDTH, OUTLAY_PICTURE_HEIGHT, error);
}

/* What was there stays there until all is written. */
static gboolean
export_to (OutlayWindow       *self,
           GFile              *file,
           OutlayChartFormat   format,
           GError            **error)
{
  g_autoptr (GCancellable) give_up = g_cancellable_new ();
  g_autoptr (GFileOutputStream) stream =
    g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);

  if (stream == NULL)
    return FALSE;

  if (!outlay_window_write_chart (self, G_OUTPUT_STREAM (stream), format, error))
    {
      g_cancellable_cancel (give_up);
      g_output_stream_close (G_OUTPUT_STREAM (stream), give_up, NULL);
      return FALSE;
    }

  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

static void
export_chosen (GtkWindow *window,
               GFile     *file,
               gpointer   data)
{
  OutlayWindow *self = OUTLAY_WINDOW (window);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *markup = g_markup_escape_text (name, -1);
  g_autofree char *text = NULL;

  if (!export_to (self, file, (OutlayChartFormat) GPOINTER_TO_INT (data), &error))
    {
      outlay_file_show_error (window, file, error);
      return;
    }

  outlay_file_note_folder (file);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("Chart saved as “%s”"), markup);
  outlay_window_show_toast (self, adw_toast_new (text));
}

static void
export_chart_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  OutlayWindow *self = OUTLAY_WINDOW (widget);
  const char *suffix = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = NULL;

      if (!g_str_equal (formats[i].suffix, suffix))
        continue;

      name = outlay_window_suggest_file_name (self, suffix);
      outlay_file_choose (GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("Export Chart"),
                          _(formats[i].kind), suffix, name, export_chosen,
                          GINT_TO_POINTER (formats[i].format));
    }
}

void
outlay_window_class_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-chart", "s", export_chart_action);
  outlay_window_class_install_report_actions (widget_class);
}
