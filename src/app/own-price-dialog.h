/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "price-window.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_OWN_PRICE_DIALOG (outlay_own_price_dialog_get_type ())

G_DECLARE_FINAL_TYPE (OutlayOwnPriceDialog, outlay_own_price_dialog,
                      OUTLAY, OWN_PRICE_DIALOG, AdwWindow)

GtkWidget *outlay_own_price_dialog_present (GtkWindow         *parent,
                                            OutlayPriceShelf  *shelf,
                                            const OutlayModel *model);

G_END_DECLS
