/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-file.h"

#include "focus-csv.h"
#include "html-report.h"
#include "pdf-report.h"
#include "workbook.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Options times roles times months. */
#define LARGE_SCENARIO 20000

/* How many futures are drawn at most where nobody asks for a number: as many as the
 * window and "outlay-cli simulate" draw, but for a very large scenario. */
#define LARGE_SCENARIO_DRAWS 10000

/* There, each option's cost of each month is kept of so many futures as this has room
 * for: of 20 options and 60 months some 3,500. */
#define LARGE_SCENARIO_COSTS (32000000 / sizeof (double))
#define LARGE_SCENARIO_FEWEST 1000

/* Returns: what names of such files end in, with its point */
const char *
outlay_report_format_get_suffix (OutlayReportFormat format)
{
  static const char * const suffixes[OUTLAY_N_REPORT_FORMATS] = {
    [OUTLAY_REPORT_FORMAT_PDF] = ".pdf",
    [OUTLAY_REPORT_FORMAT_HTML] = ".html",
    [OUTLAY_REPORT_FORMAT_XLSX] = ".xlsx",
    [OUTLAY_REPORT_FORMAT_FOCUS] = ".csv",
  };

  return suffixes[format];
}

/**
 * outlay_report_format_from_name:
 * @name: a file's name
 * @format: (out): what it is to be
 *
 * Returns: whether the name tells
 */
gboolean
outlay_report_format_from_name (const char         *name,
                                OutlayReportFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < OUTLAY_N_REPORT_FORMATS; i++)
    if (g_str_has_suffix (lower, outlay_report_format_get_suffix (i)))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * outlay_report_load_logo:
 * @path: a PNG picture
 * @error: return location for a #GFileError
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL if it is none
 */
GBytes *
outlay_report_load_logo (const char  *path,
                         GError     **error)
{
  static const char signature[] = "\x89PNG\r\n\x1a\n";
  g_autofree char *data = NULL;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, error))
    return NULL;
  if (size < strlen (signature) || memcmp (data, signature, strlen (signature)) != 0)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("%s is not a PNG picture"), name);
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&data), size);
}

/**
 * outlay_report_write:
 * @facts: what it is made from
 * @format: what it is to be
 * @error: return location for an error of drawing, or a #GFileError
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
outlay_report_write (const OutlayReportFacts  *facts,
                     OutlayReportFormat        format,
                     GError                  **error)
{
  g_autoptr (OutlayReport) report = NULL;

  if (format == OUTLAY_REPORT_FORMAT_FOCUS)
    {
      char *text = outlay_estimate_to_focus_csv (facts->estimate);

      return g_bytes_new_take (text, strlen (text));
    }

  report = outlay_report_new_for_estimate (facts);
  if (format == OUTLAY_REPORT_FORMAT_PDF)
    return outlay_report_to_pdf (report, error);
  if (format == OUTLAY_REPORT_FORMAT_HTML)
    return outlay_report_to_html (report, error);

  return outlay_report_to_workbook (facts, report, error);
}

static guint
count_draws (const OutlayScenario *scenario,
             gboolean              is_large)
{
  double n_rows = (double) scenario->n_options * (double) scenario->months;

  if (!is_large)
    return OUTLAY_REPORT_USUAL_DRAWS;

  return (guint) CLAMP (floor (LARGE_SCENARIO_COSTS / n_rows / 100) * 100,
                        LARGE_SCENARIO_FEWEST, LARGE_SCENARIO_DRAWS);
}

/**
 * outlay_report_draw_futures:
 * @scenario: a scenario
 * @n_draws: how many, or 0 for as many as is usual
 * @simulation: (out) (transfer full): its futures
 * @sensitivity: (out) (transfer full): what drives its cost
 *
 * Draws the same futures as "outlay-cli simulate" with as many draws. Only a very large
 * scenario takes coarser tables and fewer draws, for time and memory: its quantiles may
 * be off by some 1e-3 for the tables, and the report tells how far for the draws. May
 * be called in any thread.
 */
void
outlay_report_draw_futures (OutlayScenario     *scenario,
                            guint               n_draws,
                            OutlaySimulation  **simulation,
                            OutlaySensitivity **sensitivity)
{
  double n_cells = (double) scenario->n_options * scenario->n_team * (double) scenario->months;
  gboolean is_large = n_cells > LARGE_SCENARIO;
  g_autoptr (OutlaySimulator) simulator =
    outlay_simulator_new_for_way (scenario, (guint64) scenario->seed, g_get_num_processors (),
                                  is_large ? OUTLAY_FUTURES_FAST : OUTLAY_FUTURES_FINE);

  if (n_draws == 0)
    n_draws = count_draws (scenario, is_large);

  *simulation = outlay_simulator_run (simulator, n_draws, NULL, NULL);
  *sensitivity = outlay_sensitivity_new (scenario, g_get_num_processors ());
}
