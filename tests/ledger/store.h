/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/* Ledgers of tests: files, or on a server where there is one (see servers.py), so
 * that the same tests are of both. */
gboolean      store_is_server (void);
char         *store_place     (const char   *folder,
                               const char   *name);
char         *store_on_server (const char   *server,
                               const char   *name);
OutlayLedger *store_open      (const char   *place);
guint64       store_import    (OutlayLedger *ledger,
                               const char   *path);
gint64        store_ask       (OutlayLedger *ledger,
                               const char   *sql);
char         *store_dump      (OutlayLedger *ledger);

G_END_DECLS
