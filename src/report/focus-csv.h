/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

char *outlay_estimate_to_focus_csv (OutlayEstimate *estimate);

G_END_DECLS
