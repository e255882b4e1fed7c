/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue-item.h"
#include "price-shelf.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_PRICE_DETAILS (outlay_price_details_get_type ())

G_DECLARE_FINAL_TYPE (OutlayPriceDetails, outlay_price_details,
                      OUTLAY, PRICE_DETAILS, GtkWidget)

void outlay_price_details_show (OutlayPriceDetails  *self,
                                OutlayPriceShelf    *shelf,
                                OutlayCatalogueItem *item,
                                int                  date);

G_END_DECLS
