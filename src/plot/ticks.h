/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scale.h"

G_BEGIN_DECLS

GArray *outlay_ticks_new      (const OutlayScale *scale,
                               double             min_gap,
                               double            *step);
double  outlay_ticks_round_up (double             raw);

G_END_DECLS
