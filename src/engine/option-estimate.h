/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "attempts.h"
#include "estimate.h"
#include "team.h"

G_BEGIN_DECLS

OutlayEstimate *outlay_estimate_new_keeping     (OutlayScenario         *scenario,
                                                 OutlayAttempts        **attempts);
OutlayEstimate *outlay_estimate_new_for_factors (OutlayScenario         *scenario,
                                                 const OutlayFactors    *factors,
                                                 gboolean                refuse_seats);

gboolean        outlay_option_check_context     (const OutlayScenario   *scenario,
                                                 const OutlayOption     *option,
                                                 OutlayRefusal          *refusal,
                                                 GError                **error);

double          outlay_option_most_tokens       (const OutlayScenario   *scenario,
                                                 const OutlayOption     *option);

void            outlay_option_estimate_fill     (OutlayOptionEstimate   *estimate,
                                                 OutlayPool             *pool,
                                                 const OutlayScenario   *scenario,
                                                 const OutlayFactors    *factors,
                                                 const OutlayTeamMonths *team,
                                                 OutlayAttempts         *attempts,
                                                 gboolean                refuse_seats);

G_END_DECLS
