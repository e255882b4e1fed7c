/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

gboolean outlay_input_is_changed (const OutlayScenario *scenario,
                                  const char           *path,
                                  double               *now,
                                  double               *fallback);

G_END_DECLS
