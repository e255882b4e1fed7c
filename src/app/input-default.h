/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

gboolean outlay_input_is_changed     (const OutlayScenario *scenario,
                                      const char           *path);
char    *outlay_input_describe_value (const OutlayScenario *scenario,
                                      const char           *path);
gboolean outlay_draft_reset_input    (OutlayScenario       *draft,
                                      const char           *path);

G_END_DECLS
