/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 7, allowances, for many draws. */
#include "excess.h"

#include "plans.h"

#include <math.h>
#include <string.h>

/* With less spread the curve bends too sharply for the cells. */
#define LEAST_SPREAD 0.3

/* Of a double's bits, those of its exponent and the first of its fraction tell
 * the octave and the part of it. */
#define FRACTION_BITS 52
#define PART_BITS 4
#define EXPONENT_BIAS 1023

G_STATIC_ASSERT (1 << PART_BITS == OUTLAY_EXCESS_PARTS);

static double
exact_excess (const OutlayExcess *excess,
              double              mean)
{
  return outlay_allowance_split (mean, excess->allowance, excess->spread).excess;
}

/* Of a lognormal month, dE/dx is F(d): the share of money above the allowance
 * that comes with one more dollar of the mean. */
static double
get_slope (const OutlayExcess *excess,
           double              ratio)
{
  double s = sqrt (log1p (excess->spread * excess->spread));
  double d = (log (ratio) + s * s / 2) / s;

  return 0.5 * erfc (-d / G_SQRT2);
}

/**
 * outlay_excess_init:
 * @excess: (out caller-allocates): the table
 * @allowance: B, in US dollars; NaN for no limit
 * @spread: the coefficient of variation of one person's month
 */
void
outlay_excess_init (OutlayExcess *excess,
                    double        allowance,
                    double        spread)
{
  excess->allowance = allowance;
  excess->spread = spread;
  excess->is_tabulated = allowance > 0 && spread >= LEAST_SPREAD;
  if (!excess->is_tabulated)
    return;

  for (guint i = 0; i < OUTLAY_EXCESS_CELLS; i++)
    {
      double octave = ldexp (1, OUTLAY_EXCESS_LEAST + (int) (i / OUTLAY_EXCESS_PARTS));
      double step = octave / OUTLAY_EXCESS_PARTS;
      double left = octave + step * (i % OUTLAY_EXCESS_PARTS);
      double a = exact_excess (excess, left * allowance) / allowance;
      double b = exact_excess (excess, (left + step) * allowance) / allowance;
      double slope_a = get_slope (excess, left) * step;
      double slope_b = get_slope (excess, left + step) * step;
      double *cell = excess->cell[i];

      cell[0] = a;
      cell[1] = slope_a;
      cell[2] = 3 * (b - a) - 2 * slope_a - slope_b;
      cell[3] = slope_a + slope_b - 2 * (b - a);
    }
}

/**
 * outlay_excess_read:
 * @excess: a table
 * @mean: x, the mean of one person's month, in US dollars
 *
 * Returns: E, the mean of what lies above the allowance, in US dollars
 */
double
outlay_excess_read (const OutlayExcess *excess,
                    double              mean)
{
  double ratio = mean / excess->allowance;
  guint64 bits;
  gint64 part;
  const double *cell;
  double t;

  if (!excess->is_tabulated || !(ratio > 0))
    return exact_excess (excess, mean);

  memcpy (&bits, &ratio, sizeof bits);
  part = (gint64) (bits >> (FRACTION_BITS - PART_BITS)) -
         ((gint64) (EXPONENT_BIAS + OUTLAY_EXCESS_LEAST) << PART_BITS);
  if (part < 0 || part >= OUTLAY_EXCESS_CELLS)
    return exact_excess (excess, mean);

  cell = excess->cell[part];
  t = (double) (bits & ((G_GUINT64_CONSTANT (1) << (FRACTION_BITS - PART_BITS)) - 1)) /
      (double) (G_GUINT64_CONSTANT (1) << (FRACTION_BITS - PART_BITS));

  return excess->allowance * (cell[0] + t * (cell[1] + t * (cell[2] + t * cell[3])));
}
