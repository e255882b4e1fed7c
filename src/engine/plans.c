/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 7, `plan`. */
#include "plans.h"

#include <math.h>

/**
 * outlay_plan_seats:
 * @plan: a plan
 * @people: active people, fractions allowed
 *
 * Returns: how many seats the team pays for; nobody needs none. It may be more
 *   than the plan has.
 */
gint64
outlay_plan_seats (const OutlayPlan *plan,
                   double            people)
{
  if (people <= 0)
    return 0;

  return MAX (plan->min_seats, (gint64) ceil (people - 1e-9));
}

static double
normal_distribution (double z)
{
  return 0.5 * erfc (-z / G_SQRT2);
}

/**
 * outlay_allowance_excess:
 * @mean: x, the mean of a lognormal month, in API-equivalent money
 * @allowance: B, what is included; NaN for no limit
 * @spread: the month's coefficient of variation
 *
 * Returns: E, the mean of what lies above the allowance
 */
double
outlay_allowance_excess (double mean,
                         double allowance,
                         double spread)
{
  double s, d;

  if (mean <= 0 || isnan (allowance))
    return 0;
  if (allowance <= 0)
    return mean;

  s = sqrt (log1p (spread * spread));
  if (s <= 0)
    return MAX (mean - allowance, 0);

  d = (log (mean / allowance) + s * s / 2) / s;

  return MAX (0, mean * normal_distribution (d) -
                 allowance * normal_distribution (d - s));
}
