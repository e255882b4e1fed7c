/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "price-shelf.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_PRICE_OFFER_BAR (outlay_price_offer_bar_get_type ())

G_DECLARE_FINAL_TYPE (OutlayPriceOfferBar, outlay_price_offer_bar,
                      OUTLAY, PRICE_OFFER_BAR, GtkWidget)

void outlay_price_offer_bar_follow (OutlayPriceOfferBar *self,
                                    OutlaySession       *session,
                                    OutlayPriceShelf    *shelf);

G_END_DECLS
