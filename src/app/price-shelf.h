/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import.h"
#include "price-book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayPriceShelf:
 *
 * Where the windows keep the price book. What takes long (reading the book, a
 * price list, an answer of a server) is done by a thread on a book of its own,
 * which then takes the place of the one before: nobody sees half a book.
 *
 * Signals:
 *
 * - `changed`: the book is another one, or holds other prices. What was borrowed
 *   of it is gone when the signal returns; a catalogue that is held stays.
 *
 * Properties (all notify): `busy`, while a thread works on the next book. Until
 * then only its kind of work can be asked for, and is done after it.
 */
#define OUTLAY_TYPE_PRICE_SHELF (outlay_price_shelf_get_type ())

G_DECLARE_FINAL_TYPE (OutlayPriceShelf, outlay_price_shelf, OUTLAY, PRICE_SHELF, GObject)

OutlayPriceShelf *outlay_price_shelf_get_default   (void);
OutlayPriceShelf *outlay_price_shelf_new           (const char           *folder);

OutlayPriceBook  *outlay_price_shelf_get_book      (OutlayPriceShelf     *self);
OutlayCatalogue  *outlay_price_shelf_get_catalogue (OutlayPriceShelf     *self);
gboolean          outlay_price_shelf_is_read       (OutlayPriceShelf     *self);
gboolean          outlay_price_shelf_get_busy      (OutlayPriceShelf     *self);
const char       *outlay_price_shelf_get_trouble   (OutlayPriceShelf     *self);
void              outlay_price_shelf_reload        (OutlayPriceShelf     *self);

gboolean          outlay_price_shelf_choose        (OutlayPriceShelf     *self,
                                                    const char           *model,
                                                    const char           *source,
                                                    GError              **error);
gboolean          outlay_price_shelf_set_own       (OutlayPriceShelf     *self,
                                                    const OutlayModel    *model,
                                                    GError              **error);
gboolean          outlay_price_shelf_remove_own    (OutlayPriceShelf     *self,
                                                    const char           *model,
                                                    GError              **error);

void              outlay_price_shelf_import_async  (OutlayPriceShelf     *self,
                                                    GFile                *file,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              data);
OutlayImport     *outlay_price_shelf_import_finish (OutlayPriceShelf     *self,
                                                    GAsyncResult         *result,
                                                    OutlayProblems      **problems,
                                                    GError              **error);

/* Work of a thread on the next book. */
typedef gboolean (*OutlayPriceShelfFunc) (OutlayPriceBook  *book,
                                          gpointer          data,
                                          GError          **error);

void              outlay_price_shelf_work_async    (OutlayPriceShelf     *self,
                                                    OutlayPriceShelfFunc  work,
                                                    gpointer              work_data,
                                                    GDestroyNotify        work_data_free,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              data);
gpointer          outlay_price_shelf_work_finish   (OutlayPriceShelf     *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

int               outlay_price_shelf_get_today     (void);
gboolean          outlay_price_file_is_list        (GFile                *file);

G_END_DECLS
