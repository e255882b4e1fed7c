/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/* The version of the tables. A newer one is not touched. */
#define OUTLAY_LEDGER_VERSION 1

/* So many messages are written in one transaction, at least: little is read twice
 * after a crash, and the sums by day are not made anew too often. */
#define OUTLAY_LEDGER_TRANSACTION 10000

/* What a session was for, by the tools it used. The rules, first one first:
 *   7 orchestrate  three or more agents were set off
 *   3 operate      a fifth or more of the tools operate something
 *   1 fix          something was edited, and tests were run
 *   2 build        something was edited
 *   5 analyse      the web was read
 *   6 explore      files were read or commands run
 *   4 write        no tool was used
 * A note of a person goes before them. */
#define OUTLAY_LEDGER_KIND \
  "CASE WHEN sum(delegates) >= 3 THEN 7" \
  " WHEN sum(operates) > 0 AND sum(operates) * 5 >= sum(tools) THEN 3" \
  " WHEN sum(edits) > 0 AND sum(tests) > 0 THEN 1" \
  " WHEN sum(edits) > 0 THEN 2" \
  " WHEN sum(webs) > 0 THEN 5" \
  " WHEN sum(tools) > 0 THEN 6 ELSE 4 END"

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
