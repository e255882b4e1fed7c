/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 6 and 8, month by month. */
#include "outcome.h"

#include <math.h>

static double
quotient (double above,
          double below)
{
  return below != 0 ? above / below : NAN;
}

/* What is left of the value for the vendor. */
static double
gain (const double *at)
{
  return at[OUTLAY_FIGURE_VALUE] - at[OUTLAY_FIGURE_REVIEW] - at[OUTLAY_FIGURE_ONBOARDING];
}

static double
outcome (OutlayOutcomeFigure  figure,
         const double        *month,
         const double        *so_far)
{
  switch (figure)
    {
    case OUTLAY_OUTCOME_COST_PER_TASK:
      return quotient (month[OUTLAY_FIGURE_COST], month[OUTLAY_FIGURE_TASKS]);
    case OUTLAY_OUTCOME_COST_PER_ACCEPTED:
      return quotient (month[OUTLAY_FIGURE_COST], month[OUTLAY_FIGURE_ACCEPTED]);
    case OUTLAY_OUTCOME_ACCEPTED_SHARE:
      return quotient (month[OUTLAY_FIGURE_ACCEPTED], month[OUTLAY_FIGURE_TASKS]);
    case OUTLAY_OUTCOME_NET:
      return gain (month) - month[OUTLAY_FIGURE_COST];
    case OUTLAY_OUTCOME_CUMULATIVE_NET:
      return gain (so_far) - so_far[OUTLAY_FIGURE_COST];
    case OUTLAY_OUTCOME_RETURN:
      return quotient (gain (month), month[OUTLAY_FIGURE_COST]);
    case OUTLAY_OUTCOME_CUMULATIVE_RETURN:
      return quotient (gain (so_far), so_far[OUTLAY_FIGURE_COST]);
    case OUTLAY_N_OUTCOMES:
    default:
      g_return_val_if_reached (NAN);
    }
}

/**
 * outlay_outcome_fill:
 * @option: an option that is not refused
 * @figure: which figure
 * @series: (out caller-allocates) (array length=n_months): its months
 * @n_months: the estimate's months
 *
 * Works out one figure for every month. The payback month is the estimate's.
 */
void
outlay_outcome_fill (const OutlayOptionEstimate *option,
                     OutlayOutcomeFigure         figure,
                     double                     *series,
                     guint                       n_months)
{
  double so_far[OUTLAY_N_FIGURES] = { 0 };

  g_return_if_fail (option->error == NULL);

  for (guint month = 0; month < n_months; month++)
    {
      double at[OUTLAY_N_FIGURES];

      for (guint i = 0; i < OUTLAY_N_FIGURES; i++)
        {
          at[i] = option->monthly[i][month];
          so_far[i] += at[i];
        }
      series[month] = outcome (figure, at, so_far);
    }
}
