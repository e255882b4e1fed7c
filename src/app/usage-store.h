/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayUsageStore:
 *
 * The ledger as the windows work with it: one for all of them. Whatever reads or
 * writes it does so in a thread, with a connection of its own.
 *
 * Signals:
 *
 * - `progress`: more was read, or reading began or ended
 * - `imported` (report, error): reading ended; one of both is %NULL
 * - `changed`: the ledger holds something else
 */
#define OUTLAY_TYPE_USAGE_STORE (outlay_usage_store_get_type ())

G_DECLARE_FINAL_TYPE (OutlayUsageStore, outlay_usage_store, OUTLAY, USAGE_STORE, GObject)

/* Works on the ledger, in a thread. */
typedef gpointer (*OutlayUsageFunc) (OutlayLedger  *ledger,
                                     gpointer       data,
                                     GError       **error);

OutlayUsageStore *outlay_usage_store_new          (const char           *address);
OutlayUsageStore *outlay_usage_store_get_default  (void);

void              outlay_usage_store_ask          (OutlayUsageStore     *self,
                                                   GCancellable         *cancellable,
                                                   OutlayUsageFunc       function,
                                                   gpointer              data,
                                                   GDestroyNotify        data_free,
                                                   GDestroyNotify        result_free,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gpointer          outlay_usage_store_ask_finish   (GAsyncResult         *result,
                                                   GError              **error);

void              outlay_usage_store_import       (OutlayUsageStore     *self,
                                                   const char * const   *paths,
                                                   OutlayCsvMapping     *columns);
void              outlay_usage_store_stop         (OutlayUsageStore     *self);
gboolean          outlay_usage_store_get_reading  (OutlayUsageStore     *self);
void              outlay_usage_store_get_progress (OutlayUsageStore     *self,
                                                   OutlayImportProgress *progress);
void              outlay_usage_store_announce     (OutlayUsageStore     *self);

G_END_DECLS
