/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "prices.h"

G_BEGIN_DECLS

gint64 outlay_plan_seats       (const OutlayPlan *plan,
                                double            people);
double outlay_allowance_excess (double            mean,
                                double            allowance,
                                double            spread);

G_END_DECLS
