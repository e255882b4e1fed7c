/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

OutlayScenario *random_scenario_new (void);

G_END_DECLS
