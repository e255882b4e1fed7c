/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measures.h"

#include "costs.h"
#include "figure-format.h"

#include <math.h>

static double
get_per_accepted (const OutlayEstimate *estimate,
                  guint                 option,
                  int                   month)
{
  const OutlayOptionEstimate *figures = &estimate->options[option];
  double accepted;

  if (figures->error != NULL || month >= (int) estimate->n_months)
    return NAN;
  if (month == OUTLAY_WHOLE_PERIOD)
    return figures->cost_per_accepted;

  accepted = figures->monthly[OUTLAY_FIGURE_ACCEPTED][month];

  return accepted > 0 ? figures->monthly[OUTLAY_FIGURE_COST][month] / accepted : NAN;
}

/**
 * outlay_measure_get:
 * @estimate: an estimate
 * @option: one of its options
 * @month: a month, or %OUTLAY_WHOLE_PERIOD
 * @measure: what to measure
 *
 * Returns: money; NaN where there is none
 */
double
outlay_measure_get (const OutlayEstimate *estimate,
                    guint                 option,
                    int                   month,
                    OutlayMeasure         measure)
{
  if (measure == OUTLAY_MEASURE_COST_PER_ACCEPTED)
    return get_per_accepted (estimate, option, month);

  return outlay_costs_get (estimate, option, month, measure == OUTLAY_MEASURE_COST_SO_FAR);
}

/* Returns: whether it is over the budget, which says nothing of a quotient */
gboolean
outlay_measure_is_over (const OutlayEstimate *estimate,
                        guint                 option,
                        int                   month,
                        OutlayMeasure         measure)
{
  return measure != OUTLAY_MEASURE_COST_PER_ACCEPTED &&
         outlay_costs_is_over (estimate, option, month, measure == OUTLAY_MEASURE_COST_SO_FAR);
}

/**
 * outlay_measure_rank:
 * @estimate: an estimate
 * @month: a month, or %OUTLAY_WHOLE_PERIOD
 * @measure: what to measure
 *
 * Returns: (transfer full) (array): the options from dear to cheap, equal ones
 *   in their own order, those without a value last
 */
guint *
outlay_measure_rank (const OutlayEstimate *estimate,
                     int                   month,
                     OutlayMeasure         measure)
{
  guint n = estimate->n_options;
  guint *order = g_new0 (guint, n + 1);
  g_autofree double *values = g_new0 (double, n + 1);

  for (guint option = 0; option < n; option++)
    {
      double value = outlay_measure_get (estimate, option, month, measure);
      guint at = option;

      values[option] = isnan (value) ? -INFINITY : value;
      for (; at > 0 && values[order[at - 1]] < values[option]; at--)
        order[at] = order[at - 1];
      order[at] = option;
    }

  return order;
}

/**
 * outlay_measure_format:
 * @estimate: whose currency is meant
 * @value: what was measured
 * @measure: what it is
 *
 * Returns: (transfer full): the value as people read it
 */
char *
outlay_measure_format (const OutlayEstimate *estimate,
                       double                value,
                       OutlayMeasure         measure)
{
  const char *currency = estimate->scenario->currency.code;

  /* Small amounts have decimals even where the currency has no coins for them. */
  if (measure == OUTLAY_MEASURE_COST_PER_ACCEPTED && value >= 10)
    return outlay_figure_format_money_exact (value, currency);

  return outlay_figure_format_money (value, currency);
}
