/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ticks.h"

#include <math.h>

/* More lines than this are never asked for; it stops a nonsensical scale. */
#define TICKS_MAX 200

/* Rounding of a division must not push a step or a tick to the next one. */
#define SLACK 1e-9

/**
 * outlay_ticks_round_up:
 * @raw: a distance above 0
 *
 * Returns: the next of 1, 2, 5, 10, 20, 50 ... and their decimals
 */
double
outlay_ticks_round_up (double raw)
{
  static const double steps[] = { 1.0, 2.0, 5.0 };
  double decade = pow (10.0, floor (log10 (raw)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * decade >= raw * (1.0 - SLACK))
      return steps[i] * decade;

  return 10.0 * decade;
}

static void
ticks_add (GArray *ticks,
           double  value)
{
  g_array_append_val (ticks, value);
}

static void
ticks_add_multiples (GArray            *ticks,
                     const OutlayScale *scale,
                     double             step)
{
  double first = ceil (scale->from / step - SLACK);
  double last = floor (scale->to / step + SLACK);

  if (!(last - first < TICKS_MAX))
    return;

  /* Adding 0.0 turns a negative zero into zero. */
  for (double i = first; i <= last; i += 1.0)
    ticks_add (ticks, i * step + 0.0);
}

/* 1, 2 and 5 of each decade where 1 and 2, the nearest two, are far enough
 * apart; else the 1 of each decade, or of every second, third ... one. */
static void
ticks_add_decades (GArray            *ticks,
                   const OutlayScale *scale,
                   double             min_gap)
{
  double decade_px = fabs (scale->top - scale->bottom) / log10 (scale->to / scale->from);
  gboolean fine = decade_px * log10 (2.0) >= min_gap;
  int stride = MAX (1, (int) ceil (min_gap / decade_px - SLACK));
  int first = (int) floor (log10 (scale->from));
  int last = (int) ceil (log10 (scale->to));

  for (int exponent = first; exponent <= last; exponent++)
    {
      double decade = pow (10.0, exponent);
      const double values[] = { decade, 2.0 * decade, 5.0 * decade };
      const gboolean wanted[] = { exponent % stride == 0, fine, fine };

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        if (wanted[i] && values[i] >= scale->from && values[i] <= scale->to)
          ticks_add (ticks, values[i]);
    }
}

/* Within about a decade there may be no round power at all: then even steps,
 * wide enough where the scale is tightest, which is at its top. */
static double
ticks_get_even_log_step (const OutlayScale *scale,
                         double             min_gap)
{
  double px = fabs (scale->top - scale->bottom) / log (scale->to / scale->from);

  return outlay_ticks_round_up (scale->to * (1.0 - exp (-min_gap / px)));
}

/* Takes even steps if that makes more lines, and at the least one line. */
static double
ticks_try_even (GArray            *ticks,
                const OutlayScale *scale,
                double             min_gap)
{
  double step = ticks_get_even_log_step (scale, min_gap);
  guint n_decades = ticks->len;

  ticks_add_multiples (ticks, scale, step);
  if (ticks->len > 2 * n_decades)
    {
      g_array_remove_range (ticks, 0, n_decades);
      return step;
    }

  g_array_set_size (ticks, n_decades);
  if (n_decades == 0)
    {
      /* At most the whole axis, so that at least one multiple is on it. */
      step = outlay_ticks_round_up ((scale->to - scale->from) / 2.5);
      ticks_add_multiples (ticks, scale, step);
      g_array_set_size (ticks, MIN (ticks->len, 1));
    }

  return 0.0;
}

/**
 * outlay_ticks_new:
 * @scale: a scale
 * @min_gap: how near two lines may come, px
 * @step: (out): the distance of two ticks, or 0 where it is not even
 *
 * Chooses the values that get a line and a label: steps of 1, 2 or 5 times a
 * power of ten, the smallest that keeps the lines apart. On a plot with no
 * room for two, that is zero alone.
 *
 * Returns: (transfer full) (element-type double): the values, from below
 */
GArray *
outlay_ticks_new (const OutlayScale *scale,
                  double             min_gap,
                  double            *step)
{
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double height = fabs (scale->top - scale->bottom);

  *step = 0.0;
  if (height < 1.0)
    return g_steal_pointer (&ticks);

  if (scale->logarithmic)
    {
      ticks_add_decades (ticks, scale, min_gap);
      if (ticks->len < 2)
        *step = ticks_try_even (ticks, scale, min_gap);
    }
  else
    {
      *step = outlay_ticks_round_up ((scale->to - scale->from) * min_gap / height);
      ticks_add_multiples (ticks, scale, *step);
    }

  return g_steal_pointer (&ticks);
}
