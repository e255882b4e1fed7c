/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "chart.h"

G_BEGIN_DECLS

/**
 * OUTLAY_CHART_EXPORT_ERROR:
 *
 * Why a chart could not be written. What the stream itself refuses is passed
 * on as it is.
 */
#define OUTLAY_CHART_EXPORT_ERROR (outlay_chart_export_error_quark ())

/**
 * OutlayChartExportError:
 * @OUTLAY_CHART_EXPORT_ERROR_SIZE: width or height cannot be drawn
 * @OUTLAY_CHART_EXPORT_ERROR_FAILED: drawing failed, e.g. for want of memory
 */
typedef enum
{
  OUTLAY_CHART_EXPORT_ERROR_SIZE,
  OUTLAY_CHART_EXPORT_ERROR_FAILED
} OutlayChartExportError;

/**
 * OutlayChartFormat:
 * @OUTLAY_CHART_FORMAT_SVG: text as outlines, so that it needs no font
 * @OUTLAY_CHART_FORMAT_PNG: two pixels to each px, for print and projectors
 * @OUTLAY_CHART_FORMAT_PDF: one page, text that can be selected
 */
typedef enum
{
  OUTLAY_CHART_FORMAT_SVG,
  OUTLAY_CHART_FORMAT_PNG,
  OUTLAY_CHART_FORMAT_PDF
} OutlayChartFormat;

GQuark   outlay_chart_export_error_quark (void);

void     outlay_chart_style_init_file    (OutlayChartStyle        *style,
                                          gboolean                 dark);
gboolean outlay_chart_export             (const OutlayChart       *chart,
                                          const OutlayChartStyle  *style,
                                          GOutputStream           *stream,
                                          OutlayChartFormat        format,
                                          double                   width,
                                          double                   height,
                                          GError                 **error);

G_END_DECLS
