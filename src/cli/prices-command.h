/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands.h"

#include "import.h"
#include "json-writer.h"

G_BEGIN_DECLS

/* What the parts of "outlay-cli prices" share. */

int        outlay_cli_get_today        (void);
void       outlay_cli_print_import     (const OutlayImport *import,
                                        OutlayFormat        format);

G_END_DECLS
