/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "price-shelf.h"
#include "refresh.h"

G_BEGIN_DECLS

/* A price list from an address that the person set, into the book on the shelf. */
void                 outlay_price_refresh_async  (OutlayPriceShelf      *shelf,
                                                  const char            *address,
                                                  GCancellable          *cancellable,
                                                  OutlayFetchProgress    progress,
                                                  gpointer               progress_data,
                                                  GAsyncReadyCallback    callback,
                                                  gpointer               data);
OutlayRefreshOutcome outlay_price_refresh_finish (GAsyncResult          *result,
                                                  OutlayImport         **import,
                                                  GError               **error);

G_END_DECLS
