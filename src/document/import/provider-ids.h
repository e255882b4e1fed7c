/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import.h"

G_BEGIN_DECLS

char       *outlay_provider_make_id  (OutlayImportFormat  format,
                                      const char         *provider,
                                      const char         *listed);
const char *outlay_provider_get_name (const char         *id);

G_END_DECLS
