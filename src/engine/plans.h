/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "prices.h"

G_BEGIN_DECLS

/**
 * OutlayAllowanceSplit:
 * @excess: E, the mean of what lies above the allowance, in money
 * @kept: 1 - E/x, the share of the work below it
 */
typedef struct
{
  double excess;
  double kept;
} OutlayAllowanceSplit;

gint64               outlay_plan_seats      (const OutlayPlan *plan,
                                             double            people);
OutlayAllowanceSplit outlay_allowance_split (double            mean,
                                             double            allowance,
                                             double            spread);

G_END_DECLS
