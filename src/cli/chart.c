/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the charts of a scenario into a file, as the window shows them. */
#include "commands.h"

#include "breakdown-chart.h"
#include "breakdown-words.h"
#include "chart-data.h"
#include "chart-voice.h"
#include "export.h"
#include "findings.h"
#include "futures-chart.h"
#include "odds.h"
#include "outcome-words.h"
#include "save-file.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

/* A file has room for a title and end labels from here on. */
#define SMALLEST_SIDE 200
#define LARGEST_SIDE 10000

#define N_DRAWS 100000

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

typedef enum
{
  VIEW_MONTHLY,
  VIEW_CUMULATIVE,
  VIEW_OUTCOME,
  VIEW_BREAKDOWN,
  VIEW_RISK
} View;

static gboolean
parse_view (const char *text,
            View       *view)
{
  static const char * const names[] = {
    [VIEW_MONTHLY] = "monthly",
    [VIEW_CUMULATIVE] = "cumulative",
    [VIEW_OUTCOME] = "outcome",
    [VIEW_BREAKDOWN] = "breakdown",
    [VIEW_RISK] = "risk",
  };

  *view = VIEW_MONTHLY;
  if (text == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (text, names[i]) == 0)
      {
        *view = (View) i;
        return TRUE;
      }

  outlay_cli_usage ("--view %s: allowed are monthly, cumulative, outcome, breakdown and risk",
                    text);

  return FALSE;
}

/* What to draw, and how. */
typedef struct
{
  OutlayEstimate    *estimate;
  OutlaySimulation  *simulation; /* (owned) (nullable) */
  View               view;
  int                option;     /* in focus, or OUTLAY_NONE */
  gboolean           dark;
  OutlayChartFormat  format;
  double             width;
  double             height;
} Picture;

/* Every option is drawn, in its own colour, the one in focus before the others. */
static OutlayOptionLook *
make_looks (const Picture *picture)
{
  OutlayOptionLook *looks = g_new0 (OutlayOptionLook, picture->estimate->n_options + 1);

  for (guint i = 0; i < picture->estimate->n_options; i++)
    looks[i] = (OutlayOptionLook) { i, FALSE, (int) i == picture->option };

  return looks;
}

static GBytes *
export (const Picture  *picture,
        OutlayChart    *chart,
        const char     *title,
        const char     *subtitle,
        GError        **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_auto (OutlayChartVoice) voice = { 0 };
  OutlayChartStyle style;

  outlay_chart_style_init_file (&style, picture->dark);
  outlay_chart_voice_init (&voice, &style, picture->estimate->scenario->currency.code);
  chart->title = title;
  chart->subtitle = subtitle;

  if (!outlay_chart_export (chart, &style, stream, picture->format, picture->width,
                            picture->height, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
draw_costs (const Picture  *picture,
            GError        **error)
{
  gboolean cumulative = picture->view == VIEW_CUMULATIVE;
  g_autofree OutlayOptionLook *looks = make_looks (picture);
  g_autoptr (OutlayChartData) data =
    outlay_chart_data_new (picture->estimate, looks, cumulative, FALSE);
  OutlayFinding finding = outlay_finding_choose (picture->estimate, looks, cumulative);
  g_autofree char *title = outlay_finding_describe (&finding, picture->estimate);
  g_autofree char *unit =
    outlay_chart_voice_describe_unit (picture->estimate->scenario, cumulative);
  g_autofree char *shaded = NULL;
  g_autofree char *subtitle = NULL;

  if (outlay_chart_data_add_bands (data, picture->simulation,
                                   picture->simulation != NULL ? OUTLAY_CHART_BANDS_FOCUS
                                                               : OUTLAY_CHART_BANDS_NONE,
                                   FALSE))
    shaded = outlay_odds_describe_shading (
      picture->estimate->options[picture->option].option->name);
  subtitle = g_strjoin (" ", unit, shaded, NULL);

  return export (picture, &data->chart, title, subtitle, error);
}

static GBytes *
draw_outcome (const Picture  *picture,
              GError        **error)
{
  g_autofree OutlayOptionLook *looks = make_looks (picture);
  g_autoptr (OutlayChartData) data =
    outlay_chart_data_new_per_accepted (picture->estimate, looks);
  g_autofree char *title = outlay_outcome_finding (picture->estimate, looks, FALSE);
  g_autofree char *subtitle = outlay_outcome_subtitle (picture->estimate);

  return export (picture, &data->chart, title, subtitle, error);
}

static GBytes *
draw_breakdown (const Picture  *picture,
                GError        **error)
{
  g_autoptr (OutlayBreakdownChart) data =
    outlay_breakdown_chart_new (picture->estimate, (guint) picture->option,
                                OUTLAY_BREAKDOWN_BY_TASK);
  g_autofree char *title = outlay_breakdown_finding (data->breakdown, data->by);
  g_autofree char *subtitle = outlay_breakdown_subtitle (data->breakdown, data->by);

  return export (picture, &data->chart, title, subtitle, error);
}

static GBytes *
draw_risk (const Picture  *picture,
           GError        **error)
{
  guint option = (guint) picture->option;
  g_autofree char *title = outlay_odds_find_words (picture->simulation, option);
  g_autofree char *subtitle = outlay_futures_chart_describe_subtitle (picture->simulation);
  OutlayFuturesChart data;

  outlay_futures_chart_init (&data, picture->simulation, option, option);

  return export (picture, &data.chart, title, subtitle, error);
}

static GBytes *
draw (const Picture  *picture,
      GError        **error)
{
  switch (picture->view)
    {
    case VIEW_OUTCOME:
      return draw_outcome (picture, error);
    case VIEW_BREAKDOWN:
      return draw_breakdown (picture, error);
    case VIEW_RISK:
      return draw_risk (picture, error);
    case VIEW_MONTHLY:
    case VIEW_CUMULATIVE:
    default:
      return draw_costs (picture, error);
    }
}

/* Whose breakdown or futures are drawn where no option is named: the first's that
 * can be estimated. */
static int
find_first (const OutlayEstimate *estimate)
{
  for (guint i = 0; i < estimate->n_options; i++)
    if (estimate->options[i].error == NULL)
      return (int) i;

  return OUTLAY_NONE;
}

static OutlayExit
draw_file (const char *path,
           const char *option_id,
           const char *output,
           Picture    *picture)
{
  g_autoptr (OutlayEstimate) estimate = outlay_cli_estimate_file (path);
  g_autoptr (OutlaySimulation) simulation = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint number;

  if (estimate == NULL)
    return OUTLAY_EXIT_FAILED;
  if (option_id != NULL &&
      !outlay_cli_parse_option ("--option", option_id, estimate->scenario, &number))
    return OUTLAY_EXIT_USAGE;
  if (outlay_cli_all_refused (estimate))
    return outlay_cli_fail ("there is nothing to draw: no option could be estimated");

  picture->estimate = estimate;
  picture->option = option_id != NULL ? (int) number : OUTLAY_NONE;
  if (option_id == NULL && (picture->view == VIEW_RISK || picture->view == VIEW_BREAKDOWN))
    picture->option = find_first (estimate);
  if (picture->option != OUTLAY_NONE && estimate->options[picture->option].error != NULL)
    return outlay_cli_fail ("there is nothing to draw: %s cannot be estimated",
                            estimate->options[picture->option].option->name);

  if (picture->option != OUTLAY_NONE && picture->view != VIEW_OUTCOME &&
      picture->view != VIEW_BREAKDOWN)
    {
      g_autoptr (OutlaySimulator) simulator =
        outlay_simulator_new (estimate->scenario, (guint64) estimate->scenario->seed,
                              g_get_num_processors ());

      picture->simulation = simulation =
        outlay_simulator_run (simulator, N_DRAWS, NULL, NULL);
    }

  bytes = draw (picture, &error);
  if (bytes == NULL || !outlay_file_save (output, bytes, &error))
    return outlay_cli_fail ("%s could not be written: %s", output, error->message);

  return OUTLAY_EXIT_DONE;
}

OutlayExit
outlay_cli_chart (int    argc,
                  char **argv)
{
  g_autofree char *output = NULL, *view = NULL, *size = NULL, *option_id = NULL;
  Picture picture = { .width = 1200, .height = 700 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      "the file to write: .svg, .png or .pdf", "OUT" },
    { "view", 0, 0, G_OPTION_ARG_STRING, &view,
      "monthly, cumulative, outcome, breakdown or risk", "VIEW" },
    { "option", 0, 0, G_OPTION_ARG_STRING, &option_id,
      "draw this option before the others, its futures shaded; whose breakdown or\n"
      "                        risk it is (the first)", "ID" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, "in px; 1200x700 if left out",
      "WIDTHxHEIGHT" },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &picture.dark, "for a dark page", NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!outlay_cli_parse ("FILE", "Draws a page of a scenario's window into a file.",
                         entries, &argc, &argv))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2 || output == NULL)
    return outlay_cli_usage ("chart takes one file, and -o with the name of another");
  if (!parse_format (output, &picture.format) || !parse_view (view, &picture.view) ||
      (size != NULL && !parse_size (size, &picture.width, &picture.height)))
    return OUTLAY_EXIT_USAGE;

  return draw_file (argv[1], option_id, output, &picture);
}
