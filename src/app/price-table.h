/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *outlay_price_table_describe   (OutlayCatalogueItem *item);
void  outlay_price_table_fill       (GtkGrid             *grid,
                                     OutlayCatalogueItem *item);
void  outlay_price_table_fill_cards (GtkGrid             *grid,
                                     const OutlayModel   *model,
                                     int                  date);

G_END_DECLS
