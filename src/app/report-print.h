/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report-maker.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *outlay_report_print_operation_new (const OutlayReportFacts  *facts);
gboolean           outlay_report_print               (GtkWindow                *window,
                                                      const OutlayReportFacts  *facts,
                                                      GError                  **error);

G_END_DECLS
