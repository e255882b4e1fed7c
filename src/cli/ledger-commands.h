/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands.h"
#include "questions.h"

G_BEGIN_DECLS

/* What the commands of the ledger share. */
#define OUTLAY_CLI_LEDGER_OPTIONS(address) \
  { "ledger", 0, 0, G_OPTION_ARG_FILENAME, address, "another ledger than the user's", "FILE" }, \
  { "store", 0, 0, G_OPTION_ARG_FILENAME, address, \
    "a ledger on a server, as postgresql://host/database", "ADDRESS" }

OutlayLedger *outlay_cli_open_ledger    (const char    *path);
OutlayExit    outlay_cli_find_period    (OutlayLedger  *ledger,
                                         const char    *from,
                                         const char    *to,
                                         gboolean       all,
                                         OutlayPeriod  *period);

OutlayExit    outlay_cli_ledger_fit     (int            argc,
                                         char         **argv);
OutlayExit    outlay_cli_ledger_compare (int            argc,
                                         char         **argv);
OutlayExit    outlay_cli_ledger_runs    (int            argc,
                                         char         **argv);
OutlayExit    outlay_cli_ledger_note    (int            argc,
                                         char         **argv);

G_END_DECLS
