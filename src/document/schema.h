/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"

G_BEGIN_DECLS

char *outlay_schema_write (const OutlayInputTable *table,
                           const char             *title);

G_END_DECLS
