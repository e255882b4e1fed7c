/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

gboolean outlay_option_estimate_alone (OutlayOptionEstimate *estimate,
                                       OutlayPool           *pool,
                                       const OutlayScenario *scenario,
                                       gboolean              refuse);

G_END_DECLS
