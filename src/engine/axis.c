/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "axis.h"

/**
 * outlay_axis_init:
 * @axis: (out caller-allocates): the axis
 * @low: the first node
 * @high: the last node
 * @n: how many
 * @width: how many of them a value depends on, OUTLAY_AXIS_WIDTH at most
 */
void
outlay_axis_init (OutlayAxis *axis,
                  double      low,
                  double      high,
                  guint       n,
                  guint       width)
{
  axis->low = low;
  axis->n = high > low ? MAX (n, 1) : 1;
  axis->step = axis->n > 1 ? (high - low) / (axis->n - 1) : 0;
  axis->width = MIN (axis->n, width);
}

double
outlay_axis_get_node (const OutlayAxis *axis,
                      guint             node)
{
  return axis->low + axis->step * node;
}
