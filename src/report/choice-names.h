/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"

G_BEGIN_DECLS

const char *outlay_choice_get_name (const OutlayInput *input,
                                    int                value);
const char *outlay_tier_get_name   (OutlayTier         tier);

G_END_DECLS
