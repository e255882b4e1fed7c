/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report-maker.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many futures a report is made from, but for a very large scenario. */
#define OUTLAY_REPORT_USUAL_DRAWS 100000

/**
 * OutlayReportFormat:
 * @OUTLAY_REPORT_FORMAT_PDF: pages
 * @OUTLAY_REPORT_FORMAT_HTML: one file that needs nothing else
 * @OUTLAY_REPORT_FORMAT_XLSX: a workbook with formulas
 * @OUTLAY_REPORT_FORMAT_FOCUS: CSV by role and month, with the columns of FOCUS
 *
 * What a report is written as.
 */
typedef enum
{
  OUTLAY_REPORT_FORMAT_PDF,
  OUTLAY_REPORT_FORMAT_HTML,
  OUTLAY_REPORT_FORMAT_XLSX,
  OUTLAY_REPORT_FORMAT_FOCUS,
  OUTLAY_N_REPORT_FORMATS
} OutlayReportFormat;

const char *outlay_report_format_get_suffix (OutlayReportFormat        format);
gboolean    outlay_report_format_from_name  (const char               *name,
                                             OutlayReportFormat       *format);
GBytes     *outlay_report_load_logo         (const char               *path,
                                             GError                  **error);
GBytes     *outlay_report_write             (const OutlayReportFacts  *facts,
                                             OutlayReportFormat        format,
                                             GError                  **error);

void        outlay_report_draw_futures      (OutlayScenario           *scenario,
                                             guint                     n_draws,
                                             OutlaySimulation        **simulation,
                                             OutlaySensitivity       **sensitivity);

G_END_DECLS
