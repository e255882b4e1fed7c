/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"
#include "ranking.h"

G_BEGIN_DECLS

char *outlay_refusal_describe        (const OutlayOptionEstimate *estimate);
char *outlay_ranked_describe_refusal (const OutlayRanked         *ranked);

G_END_DECLS
