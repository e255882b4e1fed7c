/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cost-page.h"
#include "price-offer-bar.h"
#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OutlayWorkspace:
 *
 * What a window has below its header bar: the pane of dials, and the pages. It is the
 * larger part of a window by far, and made once that can be seen.
 */
#define OUTLAY_TYPE_WORKSPACE (outlay_workspace_get_type ())

G_DECLARE_FINAL_TYPE (OutlayWorkspace, outlay_workspace, OUTLAY, WORKSPACE, AdwBin)

GtkWidget           *outlay_workspace_new             (OutlaySession   *session);

AdwFlap             *outlay_workspace_get_flap        (OutlayWorkspace *self);
AdwViewStack        *outlay_workspace_get_pages       (OutlayWorkspace *self);
OutlayCostPage      *outlay_workspace_get_cost_page   (OutlayWorkspace *self);
OutlayPriceOfferBar *outlay_workspace_get_price_offer (OutlayWorkspace *self);

G_END_DECLS
