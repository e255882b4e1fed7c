/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tokens.h"

#define MOST_THRESHOLDS 3

void random_attempt (OutlayTaskTokens *tokens,
                     OutlayPriceCard  *card,
                     OutlayPriceBlock *blocks);
