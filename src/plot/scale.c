/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scale.h"

#include <math.h>

/* The axis ends this far beyond the largest thing drawn. It is not rounded up
 * to a tick, which would leave up to half of the plot empty. */
#define HEADROOM 0.06

/* What is larger is no money: it would overflow on its way to the screen. */
#define VALUE_MAX 1e100

/* Nor is what is smaller, on an axis of ratios. */
#define VALUE_MIN 1e-100

/* Values a hundred million times apart are as far as a log scale goes. */
#define LOG_RATIO_MAX 1e8

static gboolean
value_is_usable (double value)
{
  return fabs (value) <= VALUE_MAX;
}

void
outlay_range_init (OutlayScaleRange *range)
{
  range->smallest = INFINITY;
  range->largest = -INFINITY;
  range->smallest_positive = INFINITY;
}

/**
 * outlay_range_add:
 * @range: a range
 * @value: a further value; what is not finite, or beyond 1e100, is left out
 */
void
outlay_range_add (OutlayScaleRange *range,
                  double            value)
{
  if (!value_is_usable (value))
    return;

  range->smallest = MIN (range->smallest, value);
  range->largest = MAX (range->largest, value);
  if (value > 0.0)
    range->smallest_positive = MIN (range->smallest_positive, value);
}

static void
scale_set_linear (OutlayScale            *scale,
                  const OutlayScaleRange *range)
{
  double smallest = MIN (range->smallest, 0.0);
  double largest = MAX (range->largest, 0.0);

  scale->logarithmic = FALSE;
  scale->from = smallest * (1.0 + HEADROOM);
  scale->to = largest * (1.0 + HEADROOM);

  /* All zero: a flat line at the bottom of an axis of one unit. */
  if (!(scale->to - scale->from > VALUE_MIN))
    {
      scale->from = 0.0;
      scale->to = 1.0;
    }
}

static void
scale_set_logarithmic (OutlayScale            *scale,
                       const OutlayScaleRange *range)
{
  double largest = range->largest;
  double smallest = MAX (range->smallest_positive, largest / LOG_RATIO_MAX);
  double room;

  /* One value alone gets a factor of two on either side. */
  room = MAX (pow (largest / smallest, HEADROOM), smallest < largest ? 1.02 : 2.0);

  scale->logarithmic = TRUE;
  scale->from = smallest / room;
  scale->to = largest * room;
}

/**
 * outlay_scale_init:
 * @scale: (out caller-allocates): the scale
 * @range: what it has to hold
 * @logarithmic: whether ratios are shown; without a positive value there is
 *   nothing to show them of, and the scale is linear
 * @top: px
 * @bottom: px
 *
 * Sets up a scale. A linear one always holds zero.
 */
void
outlay_scale_init (OutlayScale            *scale,
                   const OutlayScaleRange *range,
                   gboolean                logarithmic,
                   double                  top,
                   double                  bottom)
{
  scale->top = top;
  scale->bottom = bottom;

  if (logarithmic && isfinite (range->smallest_positive) && range->largest > VALUE_MIN)
    scale_set_logarithmic (scale, range);
  else
    scale_set_linear (scale, range);
}

/**
 * outlay_scale_is_drawable:
 * @scale: a scale
 * @value: any value, NaN too
 *
 * Returns: whether the value has a place: a log scale has none for 0
 */
gboolean
outlay_scale_is_drawable (const OutlayScale *scale,
                          double             value)
{
  return value_is_usable (value) && (!scale->logarithmic || value > 0.0);
}

/**
 * outlay_scale_get_position:
 * @scale: a scale
 * @value: any value
 *
 * Returns: the height in px, or NaN for a value without a place
 */
double
outlay_scale_get_position (const OutlayScale *scale,
                           double             value)
{
  double part;

  if (!outlay_scale_is_drawable (scale, value))
    return NAN;

  if (scale->logarithmic)
    part = log (value / scale->from) / log (scale->to / scale->from);
  else
    part = (value - scale->from) / (scale->to - scale->from);

  return scale->bottom + part * (scale->top - scale->bottom);
}
