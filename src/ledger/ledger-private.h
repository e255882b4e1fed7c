/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/* The version of the tables. A newer one is not touched. */
#define OUTLAY_LEDGER_VERSION 1

/* So many messages are written in one transaction, at least: little is read twice
 * after a crash, and the sums by day are not made anew too often. */
#define OUTLAY_LEDGER_TRANSACTION 10000

struct _OutlayLedger
{
  OutlayDatabase  *database;
  guint64          transaction; /* OUTLAY_LEDGER_TRANSACTION, but for tests */
  GHashTable      *names;      /* (element-type utf8 gint64): texts to their numbers */
  OutlayStatement *add_name;
  OutlayStatement *find_name;
};

gboolean outlay_ledger_make_tables (OutlayLedger       *ledger,
                                    GError            **error);
gint64   outlay_ledger_get_name    (OutlayLedger       *ledger,
                                    const char         *text,
                                    GError            **error);
gboolean outlay_ledger_refresh     (OutlayLedger       *ledger,
                                    GHashTable         *sessions,
                                    GHashTable         *days,
                                    GError            **error);

G_END_DECLS
