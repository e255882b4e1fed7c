/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

double outlay_wage_turns  (const OutlayWageEffect *effect,
                           double                  hourly_wage);
double outlay_wage_output (const OutlayWageEffect *effect,
                           double                  hourly_wage);

G_END_DECLS
