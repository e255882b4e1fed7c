/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayMonthLabel:
 * @OUTLAY_MONTH_LABEL_NONE: nothing
 * @OUTLAY_MONTH_LABEL_NAME: "Feb"
 * @OUTLAY_MONTH_LABEL_NAME_OVER_YEAR: "Jan", and "2027" below
 * @OUTLAY_MONTH_LABEL_NAME_AND_YEAR: "Jan ’27", where there is one line
 * @OUTLAY_MONTH_LABEL_YEAR: "2027", where months have no room
 *
 * What stands below a month.
 */
typedef enum
{
  OUTLAY_MONTH_LABEL_NONE,
  OUTLAY_MONTH_LABEL_NAME,
  OUTLAY_MONTH_LABEL_NAME_OVER_YEAR,
  OUTLAY_MONTH_LABEL_NAME_AND_YEAR,
  OUTLAY_MONTH_LABEL_YEAR
} OutlayMonthLabel;

/**
 * OutlayMonthAxis:
 * @n_months: number of months
 * @first_year: the year of the first
 * @first_month: 1 to 12
 * @step: px from month to month
 * @name_width: px of the widest month's name
 * @joined_width: px of the widest "Dec ’26"
 * @year_width: px of a year
 * @gap: px to leave between two labels
 * @one_line: whether the year has no line of its own
 *
 * What the choice of labels depends on.
 */
typedef struct
{
  guint    n_months;
  int      first_year;
  int      first_month;
  double   step;
  double   name_width;
  double   joined_width;
  double   year_width;
  double   gap;
  gboolean one_line;
} OutlayMonthAxis;

int  outlay_month_axis_get_month  (const OutlayMonthAxis *axis,
                                   guint                  i);
int  outlay_month_axis_get_year   (const OutlayMonthAxis *axis,
                                   guint                  i);
void outlay_month_axis_choose     (const OutlayMonthAxis *axis,
                                   OutlayMonthLabel      *labels);
int  outlay_month_axis_get_stride (const OutlayMonthAxis *axis,
                                   double                 min_step);
gboolean outlay_month_axis_is_on_stride (const OutlayMonthAxis *axis,
                                   guint                  i,
                                   int                    stride);

G_END_DECLS
