/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the curves of a scenario into a file, as the window shows them. */
#include "commands.h"

#include "chart-data.h"
#include "chart-voice.h"
#include "export.h"
#include "findings.h"
#include "save-file.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

/* A file has room for a title and end labels from here on. */
#define SMALLEST_SIDE 200
#define LARGEST_SIDE 10000

static gboolean
parse_size (const char *text,
            double     *width,
            double     *height)
{
  g_auto (GStrv) sides = g_strsplit (text, "x", 3);
  guint64 w, h;

  if (g_strv_length (sides) != 2 ||
      !g_ascii_string_to_unsigned (sides[0], 10, SMALLEST_SIDE, LARGEST_SIDE, &w, NULL) ||
      !g_ascii_string_to_unsigned (sides[1], 10, SMALLEST_SIDE, LARGEST_SIDE, &h, NULL))
    {
      outlay_cli_usage ("--size %s: allowed is WIDTHxHEIGHT, each %d to %d, as 1200x700",
                        text, SMALLEST_SIDE, LARGEST_SIDE);
      return FALSE;
    }

  *width = (double) w;
  *height = (double) h;

  return TRUE;
}

/* What a file is follows from its name. */
static gboolean
parse_format (const char        *path,
              OutlayChartFormat *format)
{
  static const struct { const char *suffix; OutlayChartFormat format; } formats[] = {
    { ".svg", OUTLAY_CHART_FORMAT_SVG },
    { ".png", OUTLAY_CHART_FORMAT_PNG },
    { ".pdf", OUTLAY_CHART_FORMAT_PDF },
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      {
        *format = formats[i].format;
        return TRUE;
      }

  outlay_cli_usage ("-o %s: allowed are names that end in .svg, .png or .pdf", path);

  return FALSE;
}

static gboolean
parse_view (const char *text,
            gboolean   *cumulative)
{
  *cumulative = g_strcmp0 (text, "cumulative") == 0;
  if (text == NULL || *cumulative || strcmp (text, "monthly") == 0)
    return TRUE;

  outlay_cli_usage ("--view %s: allowed are monthly and cumulative", text);

  return FALSE;
}

/* Every option is drawn, in its own colour, none before the others. */
static OutlayOptionLook *
plain_looks (const OutlayEstimate *estimate)
{
  OutlayOptionLook *looks = g_new0 (OutlayOptionLook, estimate->n_options + 1);

  for (guint i = 0; i < estimate->n_options; i++)
    looks[i].slot = i;

  return looks;
}

static GBytes *
draw (OutlayEstimate     *estimate,
      gboolean            cumulative,
      gboolean            dark,
      OutlayChartFormat   format,
      double              width,
      double              height,
      GError            **error)
{
  g_autofree OutlayOptionLook *looks = plain_looks (estimate);
  g_autoptr (OutlayChartData) data =
    outlay_chart_data_new (estimate, looks, cumulative, FALSE);
  OutlayFinding finding = outlay_finding_choose (estimate, looks, cumulative);
  g_autofree char *title = outlay_finding_describe (&finding, estimate);
  g_autofree char *subtitle =
    outlay_chart_voice_describe_unit (estimate->scenario, cumulative);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_auto (OutlayChartVoice) voice = { 0 };
  OutlayChartStyle style;

  outlay_chart_style_init_file (&style, dark);
  outlay_chart_voice_init (&voice, &style, estimate->scenario->currency.code);
  data->chart.title = title;
  data->chart.subtitle = subtitle;

  if (!outlay_chart_export (&data->chart, &style, stream, format, width, height, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

OutlayExit
outlay_cli_chart (int    argc,
                  char **argv)
{
  g_autofree char *output = NULL, *view = NULL, *size = NULL;
  gboolean dark = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      "the file to write: .svg, .png or .pdf", "OUT" },
    { "view", 0, 0, G_OPTION_ARG_STRING, &view, "monthly or cumulative", "VIEW" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, "in px; 1200x700 if left out",
      "WIDTHxHEIGHT" },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "for a dark page", NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  double width = 1200, height = 700;
  OutlayChartFormat format;
  gboolean cumulative;

  if (!outlay_cli_parse ("FILE", "Draws the cost curves of a scenario into a file.",
                         entries, &argc, &argv))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2 || output == NULL)
    return outlay_cli_usage ("chart takes one file, and -o with the name of another");
  if (!parse_format (output, &format) || !parse_view (view, &cumulative) ||
      (size != NULL && !parse_size (size, &width, &height)))
    return OUTLAY_EXIT_USAGE;

  estimate = outlay_cli_estimate_file (argv[1]);
  if (estimate == NULL)
    return OUTLAY_EXIT_FAILED;
  if (outlay_cli_all_refused (estimate))
    return outlay_cli_fail ("there is nothing to draw: no option could be estimated");

  bytes = draw (estimate, cumulative, dark, format, width, height, &error);
  if (bytes == NULL || !outlay_file_save (output, bytes, &error))
    return outlay_cli_fail ("%s could not be written: %s", output, error->message);

  return OUTLAY_EXIT_DONE;
}
