/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetch.h"
#include "price-book.h"

G_BEGIN_DECLS

/**
 * OutlayRefreshAddress:
 * @address: (owned): where a price list is fetched
 * @source: (owned) (nullable): the source that it is, once it was read
 * @etag: (owned) (nullable): what its server called the list that is there
 * @checksum: (owned) (nullable): of that list, for servers that call it nothing
 * @checked: the last day on which the server answered, as 20261122, or 0
 *
 * An address that the person set. There is none unless somebody does.
 */
typedef struct
{
  char *address;
  char *source;
  char *etag;
  char *checksum;
  int   checked;
} OutlayRefreshAddress;

/* What a refresh came to. */
typedef enum
{
  OUTLAY_REFRESH_FAILED,
  OUTLAY_REFRESH_UNCHANGED,
  OUTLAY_REFRESH_CHANGED
} OutlayRefreshOutcome;

GPtrArray            *outlay_refresh_load_addresses (const char                *folder,
                                                     OutlayProblems            *problems);
gboolean              outlay_refresh_save_addresses (const char                *folder,
                                                     const GPtrArray           *addresses,
                                                     GError                   **error);
OutlayRefreshAddress *outlay_refresh_add_address    (GPtrArray                 *addresses,
                                                     const char                *address);
void                  outlay_refresh_prepare        (OutlayRefreshAddress      *address,
                                                     const OutlayPriceBook     *book,
                                                     OutlayFetchRequest        *request);
OutlayRefreshOutcome  outlay_refresh_take           (OutlayRefreshAddress      *address,
                                                     const OutlayFetchAnswer   *answer,
                                                     OutlayPriceBook           *book,
                                                     const OutlayPrices        *known,
                                                     int                        date,
                                                     OutlayImport             **import,
                                                     GError                   **error);

G_END_DECLS
