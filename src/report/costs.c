/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "costs.h"

#include "measures.h"

#include <math.h>

/**
 * outlay_costs_get:
 * @estimate: an estimate
 * @option: one of its options
 * @month: a month, or %OUTLAY_WHOLE_PERIOD
 * @cumulative: the sum from the first month to @month
 *
 * Returns: money; NaN for a refused option and for a month after the last
 */
double
outlay_costs_get (const OutlayEstimate *estimate,
                  guint                 option,
                  int                   month,
                  gboolean              cumulative)
{
  const OutlayOptionEstimate *figures = &estimate->options[option];
  double sum = 0;

  if (figures->error != NULL || month >= (int) estimate->n_months)
    return NAN;
  if (month == OUTLAY_WHOLE_PERIOD)
    return figures->total[OUTLAY_FIGURE_COST];
  if (!cumulative)
    return figures->monthly[OUTLAY_FIGURE_COST][month];

  for (int m = 0; m <= month; m++)
    sum += figures->monthly[OUTLAY_FIGURE_COST][m];

  return sum;
}

/**
 * outlay_costs_get_budget:
 * @estimate: an estimate
 * @month: a month, or %OUTLAY_WHOLE_PERIOD
 * @cumulative: the sum from the first month to @month
 *
 * Returns: the money that may be spent, or NaN without a budget
 */
double
outlay_costs_get_budget (const OutlayEstimate *estimate,
                         int                   month,
                         gboolean              cumulative)
{
  double budget = estimate->scenario->budget;

  if (month == OUTLAY_WHOLE_PERIOD)
    return budget * estimate->n_months;

  return cumulative ? budget * (month + 1) : budget;
}

gboolean
outlay_costs_is_over (const OutlayEstimate *estimate,
                      guint                 option,
                      int                   month,
                      gboolean              cumulative)
{
  /* Nothing compares with NaN: no cost or no budget is not over. */
  return outlay_costs_get (estimate, option, month, cumulative) >
         outlay_costs_get_budget (estimate, month, cumulative);
}

/**
 * outlay_costs_find_peak:
 * @estimate: an estimate
 * @option: one of its options
 *
 * Returns: the first of the dearest months, or -1 for a refused option
 */
int
outlay_costs_find_peak (const OutlayEstimate *estimate,
                        guint                 option)
{
  const OutlayOptionEstimate *figures = &estimate->options[option];
  const double *cost = figures->monthly[OUTLAY_FIGURE_COST];
  int peak = 0;

  if (figures->error != NULL)
    return -1;

  for (guint month = 1; month < estimate->n_months; month++)
    if (cost[month] > cost[peak])
      peak = (int) month;

  return peak;
}

/**
 * outlay_costs_find_cheapest:
 * @estimate: an estimate
 *
 * Returns: the first of the options that cost least in all, or -1 if none has
 *   a cost
 */
int
outlay_costs_find_cheapest (const OutlayEstimate *estimate)
{
  int cheapest = -1;
  double least = INFINITY;

  for (guint option = 0; option < estimate->n_options; option++)
    {
      double cost = outlay_costs_get (estimate, option, OUTLAY_WHOLE_PERIOD, FALSE);

      if (cost < least)
        {
          least = cost;
          cheapest = (int) option;
        }
    }

  return cheapest;
}

/**
 * outlay_costs_rank:
 * @estimate: an estimate
 * @month: a month, or %OUTLAY_WHOLE_PERIOD
 * @cumulative: the sum from the first month to @month
 *
 * Returns: (transfer full) (array): the options from dear to cheap, equal ones
 *   in their own order, refused ones last
 */
guint *
outlay_costs_rank (const OutlayEstimate *estimate,
                   int                   month,
                   gboolean              cumulative)
{
  return outlay_measure_rank (estimate, month, cumulative ? OUTLAY_MEASURE_COST_SO_FAR
                                                          : OUTLAY_MEASURE_COST);
}
