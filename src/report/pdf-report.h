/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

OutlayPages *outlay_report_lay_out (const OutlayReport  *report,
                                    double               width,
                                    double               height);
GBytes      *outlay_report_to_pdf  (const OutlayReport  *report,
                                    GError             **error);

G_END_DECLS
