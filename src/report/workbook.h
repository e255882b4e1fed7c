/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report-maker.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *outlay_report_to_workbook (const OutlayReportFacts  *facts,
                                   const OutlayReport       *report,
                                   GError                  **error);

G_END_DECLS
