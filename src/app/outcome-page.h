/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_OUTCOME_PAGE (outlay_outcome_page_get_type ())

G_DECLARE_FINAL_TYPE (OutlayOutcomePage, outlay_outcome_page, OUTLAY, OUTCOME_PAGE, OutlayPage)

GtkWidget *outlay_outcome_page_new (OutlaySession *session);

G_END_DECLS
