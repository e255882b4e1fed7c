/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "price-shelf.h"
#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_PRICE_WINDOW (outlay_price_window_get_type ())

G_DECLARE_FINAL_TYPE (OutlayPriceWindow, outlay_price_window, OUTLAY, PRICE_WINDOW, AdwWindow)

OutlayPriceWindow   *outlay_price_window_new          (GtkWindow         *parent,
                                                       OutlaySession     *session,
                                                       OutlayPriceShelf  *shelf);
OutlayPriceWindow   *outlay_price_window_present      (GtkWindow         *parent,
                                                       OutlaySession     *session);
void                 outlay_price_window_say          (OutlayPriceWindow *self,
                                                       GtkMessageType     type,
                                                       const char        *text);
OutlayPriceShelf    *outlay_price_window_get_shelf    (OutlayPriceWindow *self);

G_END_DECLS
