/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bridge.h"
#include "sheet.h"

G_BEGIN_DECLS

OutlaySheet *outlay_bridge_differences_new (const OutlayScenario *a,
                                            const OutlayScenario *b,
                                            const char           *option_id);

G_END_DECLS
