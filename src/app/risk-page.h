/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_RISK_PAGE (outlay_risk_page_get_type ())

G_DECLARE_FINAL_TYPE (OutlayRiskPage, outlay_risk_page, OUTLAY, RISK_PAGE, AdwBin)

GtkWidget *outlay_risk_page_new (OutlaySession *session);

G_END_DECLS
