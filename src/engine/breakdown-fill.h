/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "breakdown.h"

G_BEGIN_DECLS

void outlay_breakdown_fill (OutlayBreakdown *breakdown);

G_END_DECLS
