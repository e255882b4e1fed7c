/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "price-book.h"

G_BEGIN_DECLS

#define OUTLAY_SOURCE_SHIPPED "shipped"
#define OUTLAY_SOURCE_OWN "own"

struct _OutlayPriceBook
{
  char            *folder;
  GArray          *sources;   /* (element-type OutlayPriceSource) */
  GHashTable      *choices;   /* (element-type utf8 utf8): model to source */
  OutlayCatalogue *merged;    /* (nullable): made when it is asked for */
  GHashTable      *models;    /* (nullable): id to alternatives, a GArray each */
};

void             outlay_price_book_index (OutlayPriceBook *book);
OutlayCatalogue *outlay_price_book_merge (OutlayPriceBook *book);

G_END_DECLS
