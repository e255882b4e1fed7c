/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario-file.h"

G_BEGIN_DECLS

OutlayScenario *read_scenario    (const char           *json);
OutlayScenario *read_example     (const char           *name);
OutlayScenario *with_turns       (const OutlayScenario *scenario,
                                  double                turns);
OutlayScenario *without_option   (const OutlayScenario *scenario,
                                  const char           *id);
OutlayScenario *with_option_last (const OutlayScenario *scenario,
                                  const char           *id);
OutlayScenario *make_slow        (const OutlayScenario *scenario);

G_END_DECLS
