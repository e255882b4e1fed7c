/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "factors.h"

G_BEGIN_DECLS

/* Scenarios in which all is uncertain, each with another of the method's corners. */
#define N_RISK_SCENARIOS 20

const char     *risk_scenario_get_name (guint                 which);
OutlayScenario *risk_scenario_new      (guint                 which);

/* A drawn future, built as a scenario of its own: section 10 to the letter. */
OutlayScenario *risk_scenario_draw     (const OutlayScenario *scenario,
                                        const OutlayFactors  *factors);

G_END_DECLS
