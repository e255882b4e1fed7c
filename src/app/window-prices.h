/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "price-offer-bar.h"
#include "window.h"

G_BEGIN_DECLS

/* The price book: `win.price-book` shows it; what is chosen from follows it. */
void outlay_window_class_install_price_actions (GtkWidgetClass      *widget_class);
void outlay_window_offer_import                 (OutlayWindow        *self,
                                                GFile               *file);
void outlay_window_follow_prices               (OutlayWindow        *self,
                                                OutlayPriceOfferBar *offer);

G_END_DECLS
