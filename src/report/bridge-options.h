/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "option-look.h"
#include "sheet.h"

G_BEGIN_DECLS

OutlaySheet *outlay_bridge_options_new (const OutlayEstimate   *a,
                                        const OutlayEstimate   *b,
                                        const OutlayEstimate   *seen,
                                        const OutlayOptionLook *looks);

G_END_DECLS
