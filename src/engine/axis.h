/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many nodes about a place tell the value there, at the most. */
#define OUTLAY_AXIS_WIDTH 4

/**
 * OutlayAxis:
 * @low: the first node
 * @step: from one node to the next
 * @n: how many nodes; one where nothing varies
 * @width: how many of them a value depends on, OUTLAY_AXIS_WIDTH at most
 *
 * Where a function of one number is tabulated: at even steps, to be read off in
 * between by the polynomial through the nearest nodes.
 */
typedef struct
{
  double low;
  double step;
  guint  n;
  guint  width;
} OutlayAxis;

void   outlay_axis_init     (OutlayAxis       *axis,
                             double            low,
                             double            high,
                             guint             n,
                             guint             width);
double outlay_axis_get_node (const OutlayAxis *axis,
                             guint             node);

/**
 * outlay_axis_find:
 * @axis: an axis
 * @x: a place on it
 * @weights: (out caller-allocates): @width weights
 *
 * Returns: the first of the nodes that the weights belong to
 */
static inline guint
outlay_axis_find (const OutlayAxis *axis,
                  double            x,
                  double           *weights)
{
  double at, t;
  int first;

  if (axis->width == 1)
    {
      weights[0] = 1;
      return 0;
    }

  at = (x - axis->low) / axis->step;
  first = (int) at - (int) (axis->width - 1) / 2;
  first = CLAMP (first, 0, (int) (axis->n - axis->width));
  t = at - first;

  if (axis->width == 4)
    {
      double t1 = t - 1, t2 = t - 2, t3 = t - 3;

      weights[0] = t1 * t2 * t3 * (-1.0 / 6);
      weights[1] = t * t2 * t3 * 0.5;
      weights[2] = t * t1 * t3 * -0.5;
      weights[3] = t * t1 * t2 * (1.0 / 6);
    }
  else if (axis->width == 3)
    {
      weights[0] = (t - 1) * (t - 2) * 0.5;
      weights[1] = -t * (t - 2);
      weights[2] = t * (t - 1) * 0.5;
    }
  else
    {
      weights[0] = 1 - t;
      weights[1] = t;
    }

  return (guint) first;
}

G_END_DECLS
