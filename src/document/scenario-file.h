/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "problems.h"
#include "scenario.h"

G_BEGIN_DECLS

OutlayScenario *outlay_scenario_get_defaults (void);
OutlayScenario *outlay_scenario_read         (GBytes                *bytes,
                                              OutlayCatalogue       *catalogue,
                                              OutlayProblems        *problems);
OutlayScenario *outlay_scenario_load         (const char            *path,
                                              OutlayCatalogue       *catalogue,
                                              OutlayProblems        *problems);
GBytes         *outlay_scenario_write        (const OutlayScenario  *scenario);
gboolean        outlay_scenario_save         (const OutlayScenario  *scenario,
                                              const char            *path,
                                              GError               **error);
OutlayScenario *outlay_scenario_copy         (const OutlayScenario  *scenario);
void            outlay_scenario_adopt_prices (OutlayScenario        *scenario,
                                              const OutlayCatalogue *catalogue);
gboolean        outlay_scenario_equal        (const OutlayScenario  *a,
                                              const OutlayScenario  *b);

GStrv           outlay_examples_list         (void);
GBytes         *outlay_examples_get          (const char            *name);

G_END_DECLS
