/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayScale:
 * @from: the value at the bottom
 * @to: the value at the top, always above @from
 * @bottom: px
 * @top: px, less than @bottom
 * @logarithmic: equal ratios, not differences, are equally far apart
 *
 * From money to heights.
 */
typedef struct
{
  double   from;
  double   to;
  double   bottom;
  double   top;
  gboolean logarithmic;
} OutlayScale;

/**
 * OutlayScaleRange:
 * @smallest: the smallest value, or +infinity before the first
 * @largest: the largest value, or -infinity
 * @smallest_positive: the smallest one above zero, or +infinity
 *
 * What a scale has to hold.
 */
typedef struct
{
  double smallest;
  double largest;
  double smallest_positive;
} OutlayScaleRange;

void     outlay_range_init            (OutlayScaleRange       *range);
void     outlay_range_add             (OutlayScaleRange       *range,
                                       double                  value);

void     outlay_scale_init            (OutlayScale            *scale,
                                       const OutlayScaleRange *range,
                                       gboolean                logarithmic,
                                       double                  top,
                                       double                  bottom);
double   outlay_scale_get_position    (const OutlayScale      *scale,
                                       double                  value);
gboolean outlay_scale_is_drawable     (const OutlayScale      *scale,
                                       double                  value);

G_END_DECLS
