/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "problems.h"
#include "scenario.h"

G_BEGIN_DECLS

void outlay_check_prices   (const OutlayPrices    *prices,
                            const char            *prefix,
                            OutlayProblems        *problems);
void outlay_check_scenario (const OutlayScenario  *scenario,
                            const OutlayCatalogue *catalogue,
                            OutlayProblems        *problems);

G_END_DECLS
