/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "month-axis.h"

#include <math.h>

/* Months between two labels or ticks: all, quarters, years, and so on. */
static const int strides[] = { 1, 3, 12, 24, 60, 120 };

/**
 * outlay_month_axis_get_month:
 * @axis: an axis
 * @i: a month, from 0
 *
 * Returns: its place in the year, 1 to 12
 */
int
outlay_month_axis_get_month (const OutlayMonthAxis *axis,
                             guint                  i)
{
  return (axis->first_month - 1 + (int) i) % 12 + 1;
}

int
outlay_month_axis_get_year (const OutlayMonthAxis *axis,
                            guint                  i)
{
  return axis->first_year + (axis->first_month - 1 + (int) i) / 12;
}

/**
 * outlay_month_axis_is_on_stride:
 * @axis: an axis
 * @i: a month, from 0
 * @stride: months, counted from a January
 *
 * Returns: whether the calendar has a quarter, a year ... begin there
 */
gboolean
outlay_month_axis_is_on_stride (const OutlayMonthAxis *axis,
                                guint                  i,
                                int                    stride)
{
  int calendar = outlay_month_axis_get_year (axis, i) * 12 +
                 outlay_month_axis_get_month (axis, i) - 1;

  return calendar % stride == 0;
}

/**
 * outlay_month_axis_get_stride:
 * @axis: an axis
 * @min_step: px that two neighbours need
 *
 * Returns: the shortest of 1, 3, 12 ... months that is that long
 */
int
outlay_month_axis_get_stride (const OutlayMonthAxis *axis,
                              double                 min_step)
{
  for (guint i = 0; i < G_N_ELEMENTS (strides); i++)
    if (axis->step * strides[i] >= min_step)
      return strides[i];

  return strides[G_N_ELEMENTS (strides) - 1];
}

static double
month_axis_get_year_need (const OutlayMonthAxis *axis)
{
  double label = axis->one_line ? axis->joined_width
                                : MAX (axis->name_width, axis->year_width);

  return label + axis->gap;
}

/* Month by month, two labels with a year are neighbours only in December and
 * January; with quarters, a first label in October does it, too. */
static double
month_axis_get_need (const OutlayMonthAxis *axis)
{
  double with_year = month_axis_get_year_need (axis);

  if (axis->first_month == 12)
    return with_year;

  return MAX (axis->name_width + axis->gap,
              (axis->name_width + axis->gap + with_year) / 2.0);
}

static int
month_axis_get_label_stride (const OutlayMonthAxis *axis)
{
  if (axis->step >= month_axis_get_need (axis))
    return 1;
  if (3.0 * axis->step >= month_axis_get_year_need (axis))
    return 3;

  return MAX (12, outlay_month_axis_get_stride (axis, axis->year_width + axis->gap));
}

/* The first month is named even out of the stride, if there is room: with years alone,
 * nothing else tells that the first of them is not whole. */
static gboolean
month_axis_names_first (const OutlayMonthAxis *axis,
                        int                    stride)
{
  double need = month_axis_get_year_need (axis);

  for (guint i = 1; i < axis->n_months; i++)
    if (outlay_month_axis_is_on_stride (axis, i, stride))
      return i * axis->step >= need;

  return stride <= 3;
}

/**
 * outlay_month_axis_choose:
 * @axis: what is known of the axis
 * @labels: (out caller-allocates) (array): a label for each month
 *
 * Decides which months are named and where the year is told: with the first
 * one named and each January. Names thin out to quarters, then to years
 * alone, after the first month. At least one month has a label.
 */
void
outlay_month_axis_choose (const OutlayMonthAxis *axis,
                          OutlayMonthLabel      *labels)
{
  int stride = month_axis_get_label_stride (axis);
  OutlayMonthLabel with_year = axis->one_line ? OUTLAY_MONTH_LABEL_NAME_AND_YEAR
                                              : OUTLAY_MONTH_LABEL_NAME_OVER_YEAR;
  guint n_labels = 0;

  for (guint i = 0; i < axis->n_months; i++)
    {
      gboolean named = outlay_month_axis_is_on_stride (axis, i, stride) ||
                       (i == 0 && month_axis_names_first (axis, stride));

      if (!named)
        labels[i] = OUTLAY_MONTH_LABEL_NONE;
      else if (stride > 3 && outlay_month_axis_is_on_stride (axis, i, stride))
        labels[i] = OUTLAY_MONTH_LABEL_YEAR;
      else if (n_labels == 0 || outlay_month_axis_get_month (axis, i) == 1)
        labels[i] = with_year;
      else
        labels[i] = OUTLAY_MONTH_LABEL_NAME;

      n_labels += named;
    }

  if (n_labels == 0 && axis->n_months > 0)
    labels[0] = OUTLAY_MONTH_LABEL_YEAR;
}
