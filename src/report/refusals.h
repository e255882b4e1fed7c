/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

char *outlay_refusal_describe (const OutlayOptionEstimate *estimate);

G_END_DECLS
