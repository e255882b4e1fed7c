/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_BREAKDOWN_PAGE (outlay_breakdown_page_get_type ())

G_DECLARE_FINAL_TYPE (OutlayBreakdownPage, outlay_breakdown_page, OUTLAY, BREAKDOWN_PAGE,
                      OutlayPage)

GtkWidget *outlay_breakdown_page_new (OutlaySession *session);

G_END_DECLS
