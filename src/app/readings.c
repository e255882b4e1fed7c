/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be read off the chart at a month, or of the period, in words. */
#include "readings.h"

#include "costs.h"
#include "figure-format.h"
#include "month-format.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * outlay_reading_title:
 * @estimate: an estimate
 * @month: a month of it from 0, or %OUTLAY_WHOLE_PERIOD
 *
 * Returns: (transfer full): the month, or the period from its first to its last
 */
char *
outlay_reading_title (const OutlayEstimate *estimate,
                      int                   month)
{
  int start = estimate->scenario->start;
  int end = start + (int) estimate->n_months - 1;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (month != OUTLAY_WHOLE_PERIOD)
    return outlay_month_format (start + month, OUTLAY_MONTH_STYLE_LONG);
  if (start == end)
    return outlay_month_format (start, OUTLAY_MONTH_STYLE_LONG);

  last = outlay_month_format (end, OUTLAY_MONTH_STYLE_SHORT_YEAR);
  first = outlay_month_format (start, start / 12 == end / 12
                                      ? OUTLAY_MONTH_STYLE_SHORT
                                      : OUTLAY_MONTH_STYLE_SHORT_YEAR);

  /* Translators: a first and a last month, with an en dash */
  return g_strdup_printf (C_("period", "%s – %s"), first, last);
}

/**
 * outlay_reading_subtitle:
 * @estimate: an estimate
 * @month: a month of it from 0, or %OUTLAY_WHOLE_PERIOD
 * @measure: what is read
 *
 * Returns: (transfer full): where in the period that is
 */
char *
outlay_reading_subtitle (const OutlayEstimate *estimate,
                         int                   month,
                         OutlayMeasure         measure)
{
  g_autofree char *months = outlay_figure_format_number (estimate->n_months, 0);
  g_autofree char *at = NULL;

  if (month == OUTLAY_WHOLE_PERIOD)
    /* Translators: the period's length, under its first and last month */
    return g_strdup_printf (ngettext ("%s month in all", "%s months in all",
                                      estimate->n_months),
                            months);

  at = outlay_figure_format_number (month + 1, 0);
  if (measure == OUTLAY_MEASURE_COST_SO_FAR)
    /* Translators: how far into the period: "sum to month 4 of 7" */
    return g_strdup_printf (_("sum to month %s of %s"), at, months);

  /* Translators: how far into the period: "month 4 of 7" */
  return g_strdup_printf (_("month %s of %s"), at, months);
}

/* "GPT-5.5 $8,965", and whether that is over the budget. */
static char *
describe_option (const OutlayEstimate *estimate,
                 guint                 option,
                 int                   month,
                 OutlayMeasure         measure)
{
  const char *name = estimate->options[option].option->name;
  double value = outlay_measure_get (estimate, option, month, measure);
  g_autofree char *money = outlay_measure_format (estimate, value, measure);

  if (outlay_measure_is_over (estimate, option, month, measure))
    /* Translators: an option and its cost, to be spoken */
    return g_strdup_printf (_("%s %s, over the budget"), name, money);

  /* Translators: an option and its cost, to be spoken */
  return g_strdup_printf (C_("spoken", "%s %s"), name, money);
}

/**
 * outlay_reading_describe:
 * @estimate: an estimate
 * @looks: (array): how its options are looked at
 * @month: a month of it from 0, or %OUTLAY_WHOLE_PERIOD
 * @measure: what is read
 *
 * Says for a screen reader what all curves that are drawn read, dear to cheap.
 *
 * Returns: (transfer full): the values in words
 */
char *
outlay_reading_describe (const OutlayEstimate   *estimate,
                         const OutlayOptionLook *looks,
                         int                     month,
                         OutlayMeasure           measure)
{
  g_autofree guint *rank = outlay_measure_rank (estimate, month, measure);
  g_autofree char *title = outlay_reading_title (estimate, month);
  g_autofree char *joined = NULL;
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < estimate->n_options; i++)
    {
      g_autofree char *value = NULL;

      if (looks[rank[i]].hidden || estimate->options[rank[i]].error != NULL)
        continue;

      value = describe_option (estimate, rank[i], month, measure);
      g_strv_builder_add (values, value);
    }

  strv = g_strv_builder_end (values);
  /* Translators: between an option's cost and the next option, to be spoken */
  joined = g_strjoinv (C_("spoken", "; "), strv);

  /* Translators: a month, and what each option costs in it, to be spoken */
  return g_strdup_printf (C_("spoken", "%s: %s"), title, joined);
}
