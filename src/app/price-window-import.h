/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "price-window.h"

G_BEGIN_DECLS

void outlay_price_window_import       (OutlayPriceWindow *self,
                                       GFile             *file);
void outlay_price_window_choose_file  (OutlayPriceWindow *self);
void outlay_price_window_accept_drops (OutlayPriceWindow *self);

G_END_DECLS
