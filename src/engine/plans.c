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
 * outlay_allowance_split:
 * @mean: x, the mean of a lognormal month, in API-equivalent money
 * @allowance: B, what is included; NaN for no limit
 * @spread: the month's coefficient of variation
 *
 * Returns: what lies above the allowance, and the share of the month's work that
 *   lies below it
 */
OutlayAllowanceSplit
outlay_allowance_split (double mean,
                        double allowance,
                        double spread)
{
  OutlayAllowanceSplit split = { .excess = 0, .kept = 1 };
  double s, d;

  if (mean <= 0 || isnan (allowance))
    return split;
  if (allowance <= 0)
    return (OutlayAllowanceSplit) { .excess = mean, .kept = 0 };

  s = sqrt (log1p (spread * spread));
  if (s <= 0)
    {
      split.excess = MAX (mean - allowance, 0);
      split.kept = MIN (1, allowance / mean);
      return split;
    }

  d = (log (mean / allowance) + s * s / 2) / s;
  split.excess = MAX (0, mean * normal_distribution (d) -
                         allowance * normal_distribution (d - s));
  /* This is 1 - excess / mean, without losing its digits where it is small. */
  split.kept = MIN (1, normal_distribution (-d) +
                       allowance / mean * normal_distribution (d - s));

  return split;
}
