/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: Beta (1 + 4 (likely - low) / (high - low),
 * 1 + 4 (high - likely) / (high - low)), stretched over [low, high]. */
#include "pert.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

typedef struct
{
  double a;
  double b;
} Shape;

static Shape
get_shape (const OutlayRange *range)
{
  double width = range->high - range->low;

  return (Shape) {
    1 + 4 * (range->likely - range->low) / width,
    1 + 4 * (range->high - range->likely) / width,
  };
}

/* A range this narrow is a constant: its shape would be made of rounding. */
static gboolean
is_constant (const OutlayRange *range)
{
  return !(range->high - range->low > 1e-12 * fabs (range->high));
}

/**
 * outlay_range_quantile:
 * @range: what an uncertain factor is drawn from
 * @p: a share of its draws, 0 to 1
 *
 * Returns: the factor below which @p of the draws lie
 */
double
outlay_range_quantile (const OutlayRange *range,
                       double             p)
{
  Shape shape;

  if (is_constant (range))
    return range->likely;

  shape = get_shape (range);

  return range->low + (range->high - range->low) *
                      gsl_cdf_beta_Pinv (p, shape.a, shape.b);
}

/* The slopes of x over p at both ends of a cell, of which the density tells one over
 * the other; where it vanishes, at an end of the range, three times the mean slope keeps
 * the curve rising. */
static void
set_slopes (OutlayPert *pert,
            guint       i,
            double      left,
            double      right)
{
  double rise = pert->value[i + 1] - pert->value[i];
  double run = pert->at[i + 1] - pert->at[i];
  double steepest = 3 * rise / run;

  if (!(run > 0))
    return;

  pert->left[i] = left < steepest ? left : steepest;
  pert->right[i] = right < steepest ? right : steepest;
}

/**
 * outlay_pert_init:
 * @pert: (out caller-allocates): the table
 * @range: what an uncertain factor is drawn from
 *
 * Tabulates where shares of the draws lie, more finely towards both ends.
 */
void
outlay_pert_init (OutlayPert        *pert,
                  const OutlayRange *range)
{
  double slope[OUTLAY_PERT_CELLS + 1];
  Shape shape;
  guint cell = 0;

  *pert = (OutlayPert) { .low = range->low, .width = range->high - range->low };
  if (is_constant (range))
    {
      *pert = (OutlayPert) { .low = range->likely };
      return;
    }

  shape = get_shape (range);
  for (guint i = 0; i <= OUTLAY_PERT_CELLS; i++)
    {
      pert->value[i] = (1 - cos (G_PI * i / OUTLAY_PERT_CELLS)) / 2;
      pert->at[i] = gsl_cdf_beta_P (pert->value[i], shape.a, shape.b);
      slope[i] = 1 / gsl_ran_beta_pdf (pert->value[i], shape.a, shape.b);
    }
  pert->at[OUTLAY_PERT_CELLS] = 1;

  for (guint i = 0; i < OUTLAY_PERT_CELLS; i++)
    set_slopes (pert, i, slope[i], slope[i + 1]);
  for (guint slot = 0; slot < OUTLAY_PERT_SLOTS; slot++)
    {
      while (pert->at[cell + 1] < (double) slot / OUTLAY_PERT_SLOTS)
        cell++;
      pert->first[slot] = (guint16) cell;
    }
}

/**
 * outlay_pert_read:
 * @pert: a table
 * @p: a share of the draws, from 0 up to but not 1
 *
 * Returns: the factor below which @p of the draws lie, to about 1e-6 of the
 *   range's width
 */
double
outlay_pert_read (const OutlayPert *pert,
                  double            p)
{
  guint i = pert->first[(guint) (p * OUTLAY_PERT_SLOTS)];
  double run, t, rise;

  if (pert->width <= 0)
    return pert->low;

  while (p > pert->at[i + 1])
    i++;

  run = pert->at[i + 1] - pert->at[i];
  rise = pert->value[i + 1] - pert->value[i];
  t = (p - pert->at[i]) / run;

  /* The cubic of Hermite, in Horner's form. */
  return pert->low + pert->width *
         (pert->value[i] +
          t * (pert->left[i] * run +
               t * (3 * rise - (2 * pert->left[i] + pert->right[i]) * run +
                    t * ((pert->left[i] + pert->right[i]) * run - 2 * rise))));
}
