/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"
#include "problems.h"

G_BEGIN_DECLS

const OutlayInput *outlay_input_find          (const char            *path);
gboolean           outlay_scenario_get_number (const OutlayScenario  *scenario,
                                               const char            *path,
                                               double                *value,
                                               GError               **error);
OutlayScenario    *outlay_scenario_set_number (const OutlayScenario  *scenario,
                                               const char            *path,
                                               double                 value,
                                               GError               **error);

G_END_DECLS
