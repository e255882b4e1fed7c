/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands.h"

#include "grid.h"
#include "import.h"

G_BEGIN_DECLS

/* What the parts of "outlay-cli prices" share. */

OutlayExit outlay_cli_prices_conflicts (int                 argc,
                                        char              **argv);
OutlayExit outlay_cli_prices_refresh   (int                 argc,
                                        char              **argv);
OutlayExit outlay_cli_prices_use       (int                 argc,
                                        char              **argv);

int        outlay_cli_get_today        (void);
void       outlay_cli_print_import     (const OutlayImport *import,
                                        OutlayFormat        format);

G_END_DECLS
