/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "month-format.h"

#include <glib/gi18n.h>

static const char *
get_pattern (OutlayMonthStyle style)
{
  switch (style)
    {
    case OUTLAY_MONTH_STYLE_LONG_NAME:
      /* Translators: a month's name alone, for g_date_time_format(): March */
      return C_("month", "%OB");
    case OUTLAY_MONTH_STYLE_SHORT:
      /* Translators: a month's short name, for g_date_time_format(): Mar */
      return C_("month", "%Ob");
    case OUTLAY_MONTH_STYLE_SHORT_YEAR:
      /* Translators: for g_date_time_format(): Mar 2027 */
      return C_("month", "%Ob %Y");
    case OUTLAY_MONTH_STYLE_TINY_YEAR:
      /* Translators: for g_date_time_format(): Mar ’27 */
      return C_("month", "%Ob ’%y");
    case OUTLAY_MONTH_STYLE_YEAR:
      return "%Y";
    case OUTLAY_MONTH_STYLE_LONG:
    default:
      /* Translators: for g_date_time_format(): March 2027 */
      return C_("month", "%OB %Y");
    }
}

/**
 * outlay_month_format:
 * @date: a month, as year * 12 + month - 1
 * @style: how to write it
 *
 * Returns: (transfer full): the month in the person's language
 */
char *
outlay_month_format (int              date,
                     OutlayMonthStyle style)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (date / 12, date % 12 + 1, 1, 0, 0, 0);

  g_return_val_if_fail (day != NULL, NULL);

  return g_date_time_format (day, get_pattern (style));
}
