/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values with an interval of 95 %, of samples that are small enough to hold. */
#include "calibration.h"

#include <math.h>

#define NORMAL_95 1.959963984540054

static const OutlayFitValue nothing = { NAN, NAN, NAN, 0 };

/* Student's t at 97.5 %, by the first terms of its series in 1/n: within 0.5 % from
 * 6 degrees of freedom on. */
static double
student (double freedom)
{
  double z = NORMAL_95, z3 = z * z * z, z5 = z3 * z * z;

  return z + (z3 + z) / (4 * freedom) + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom * freedom);
}

/**
 * outlay_fit_share:
 * @part: how many of them
 * @all: of how many
 *
 * Returns: the share, with Wilson's interval; NaN for fewer than
 *   %OUTLAY_FIT_ENOUGH
 */
OutlayFitValue
outlay_fit_share (guint64 part,
                  guint64 all)
{
  double n = (double) all, p = (double) part / n, z2 = NORMAL_95 * NORMAL_95;
  double center = (p + z2 / (2 * n)) / (1 + z2 / n);
  double half = NORMAL_95 * sqrt (p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  OutlayFitValue value = nothing;

  value.n = all;
  if (all >= OUTLAY_FIT_ENOUGH)
    value = (OutlayFitValue) { p, MAX (center - half, 0), MIN (center + half, 1), all };

  return value;
}

static void
get_moments (const double *values,
             guint         n_values,
             double       *mean,
             double       *variance)
{
  double sum = 0, squares = 0;

  for (guint i = 0; i < n_values; i++)
    sum += values[i];
  *mean = sum / n_values;
  for (guint i = 0; i < n_values; i++)
    squares += (values[i] - *mean) * (values[i] - *mean);
  *variance = squares / (n_values - 1);
}

/* Returns: the mean, with Student's interval; NaN for too few */
OutlayFitValue
outlay_fit_mean (const double *values,
                 guint         n_values)
{
  OutlayFitValue value = nothing;
  double mean, variance, half;

  value.n = n_values;
  if (n_values < OUTLAY_FIT_ENOUGH)
    return value;

  get_moments (values, n_values, &mean, &variance);
  half = student (n_values - 1) * sqrt (variance / n_values);

  return (OutlayFitValue) { mean, MAX (mean - half, 0), mean + half, n_values };
}

/**
 * outlay_fit_variation:
 * @values: one a person
 * @n_values: how many
 *
 * The coefficient of variation of a lognormal distribution, as the method has
 * people differ: from the variance of the logarithms, whose interval is that of
 * the chi-squared distribution (by Wilson and Hilferty).
 *
 * Returns: the value; NaN for fewer than 5 people, or where somebody used nothing
 */
OutlayFitValue
outlay_fit_variation (const double *values,
                      guint         n_values)
{
  g_autofree double *logs = g_new (double, MAX (n_values, 1));
  OutlayFitValue value = nothing;
  double mean, variance, freedom = (double) n_values - 1, step, low, high;

  value.n = n_values;
  if (n_values < 5)
    return value;

  for (guint i = 0; i < n_values; i++)
    logs[i] = log (values[i]);
  get_moments (logs, n_values, &mean, &variance);
  if (!isfinite (variance))
    return value;

  step = NORMAL_95 * sqrt (2 / (9 * freedom));
  low = pow (1 - 2 / (9 * freedom) + step, 3);
  high = pow (MAX (1 - 2 / (9 * freedom) - step, 0.01), 3);

  return (OutlayFitValue) {
    sqrt (expm1 (variance)), sqrt (expm1 (variance / low)), sqrt (expm1 (variance / high)),
    n_values
  };
}
