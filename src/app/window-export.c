/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-export.h"

#include "chart-data.h"
#include "cost-words.h"
#include "export.h"
#include "file-chooser.h"
#include "findings.h"
#include "report-export.h"
#include "session-looks.h"
#include "widgets/chart-style.h"
#include "window-files.h"

#include <glib/gi18n.h>

/* Room for a title, a legend and five end labels, in the shape of a slide. */
#define WIDTH 1200
#define HEIGHT 675

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

static gboolean
write_chart (OutlayWindow       *self,
             GOutputStream      *stream,
             OutlayChartFormat   format,
             GError            **error)
{
  OutlaySession *session = outlay_window_get_session (self);
  OutlayEstimate *estimate = outlay_session_get_estimate (session);
  OutlayForecaster *forecaster = outlay_session_get_forecaster (session);
  g_autofree OutlayOptionLook *looks = outlay_option_looks_new (session, estimate);
  g_autoptr (OutlayChartData) data = NULL;
  g_auto (OutlayChartVoice) voice = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *bands_name = NULL;
  g_autofree char *shading = NULL;
  g_autofree char *subtitle = NULL;
  gboolean cumulative, logarithmic;
  OutlayChartBands bands;
  OutlayChartStyle style;
  OutlayFinding finding;

  g_object_get (outlay_window_get_cost_page (self),
                "cumulative", &cumulative, "logarithmic", &logarithmic,
                "bands", &bands_name, NULL);
  /* Futures that lie behind do not go into a file. */
  bands = outlay_forecaster_get_pending (forecaster) ? OUTLAY_CHART_BANDS_NONE
                                                     : find_bands (bands_name);

  finding = outlay_finding_choose (estimate, looks, cumulative);
  title = outlay_finding_describe (&finding, estimate);
  unit = outlay_chart_voice_describe_unit (estimate->scenario, cumulative);
  shading = outlay_cost_words_describe_bands (session, estimate, bands);
  subtitle = g_strjoin (" ", unit, shading, NULL);

  data = outlay_chart_data_new (estimate, looks, cumulative, logarithmic);
  outlay_chart_data_add_bands (data, outlay_forecaster_get_simulation (forecaster), bands,
                               FALSE);
  data->chart.title = title;
  data->chart.subtitle = subtitle;
  init_style (&style, &voice, self);

  return outlay_chart_export (&data->chart, &style, stream, format, WIDTH, HEIGHT, error);
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

  if (!write_chart (self, G_OUTPUT_STREAM (stream), format, error))
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
