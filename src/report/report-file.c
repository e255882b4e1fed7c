/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-file.h"

#include "focus-csv.h"
#include "html-report.h"
#include "pdf-report.h"
#include "workbook.h"

#include <string.h>

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
