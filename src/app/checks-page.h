/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_CHECKS_PAGE (outlay_checks_page_get_type ())

G_DECLARE_FINAL_TYPE (OutlayChecksPage, outlay_checks_page, OUTLAY, CHECKS_PAGE, OutlayPage)

GtkWidget *outlay_checks_page_new (OutlaySession *session);

G_END_DECLS
