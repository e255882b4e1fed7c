/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayMonthStyle:
 * @OUTLAY_MONTH_STYLE_LONG: March 2027
 * @OUTLAY_MONTH_STYLE_LONG_NAME: March
 * @OUTLAY_MONTH_STYLE_SHORT: Mar
 * @OUTLAY_MONTH_STYLE_SHORT_YEAR: Mar 2027
 * @OUTLAY_MONTH_STYLE_TINY_YEAR: Mar ’27
 * @OUTLAY_MONTH_STYLE_YEAR: 2027
 *
 * How a month is written.
 */
typedef enum
{
  OUTLAY_MONTH_STYLE_LONG,
  OUTLAY_MONTH_STYLE_LONG_NAME,
  OUTLAY_MONTH_STYLE_SHORT,
  OUTLAY_MONTH_STYLE_SHORT_YEAR,
  OUTLAY_MONTH_STYLE_TINY_YEAR,
  OUTLAY_MONTH_STYLE_YEAR
} OutlayMonthStyle;

char *outlay_month_format (int              date,
                           OutlayMonthStyle style);

G_END_DECLS
