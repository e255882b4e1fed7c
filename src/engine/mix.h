/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

void outlay_role_mix (const OutlayScenario *scenario,
                      const OutlayRole     *role,
                      double                progress,
                      double                learning,
                      double               *shares);

G_END_DECLS
