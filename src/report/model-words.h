/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

char *outlay_model_mark_status       (const OutlayModel    *model,
                                      const char           *text);
char *outlay_option_describe_models  (const OutlayOption   *option,
                                      const OutlayScenario *scenario);

G_END_DECLS
