/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others are reported to pay, and where a scenario lies among them. */
#include "cost-bands.h"

#include <math.h>

/* US dollars a person and month; NaN where nobody is active. */
static double
cost_of_person (const OutlayEstimate *estimate,
                guint                 option,
                int                   month)
{
  const OutlayOptionEstimate *figures = &estimate->options[option];
  double cost = figures->total[OUTLAY_FIGURE_COST];
  double people = figures->total[OUTLAY_FIGURE_PEOPLE];

  if (month != OUTLAY_PERIOD)
    {
      cost = figures->monthly[OUTLAY_FIGURE_COST][month];
      people = figures->monthly[OUTLAY_FIGURE_PEOPLE][month];
    }

  return people > 0 ? cost / people / estimate->scenario->currency.rate : NAN;
}

static void
find_marks (OutlayBandPosition *position)
{
  const OutlayCostBand *band = position->band;
  const double marks[] = { band->low, band->median, band->mean, band->high, band->top_tenth };
  guint n_marks = 0;

  position->from = INFINITY;
  position->to = -INFINITY;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (!isnan (marks[i]))
      {
        position->from = MIN (position->from, marks[i]);
        position->to = MAX (position->to, marks[i]);
        n_marks++;
      }

  if (n_marks == 1)
    position->to = INFINITY;
}

/**
 * outlay_band_position_init:
 * @position: (out caller-allocates): where the scenario lies
 * @estimate: an estimate
 * @option: which of its options, from 0; not a refused one
 * @month: which month, from 0, or %OUTLAY_PERIOD for the mean of all
 * @band: a published band
 */
void
outlay_band_position_init (OutlayBandPosition   *position,
                           const OutlayEstimate *estimate,
                           guint                 option,
                           int                   month,
                           const OutlayCostBand *band)
{
  double days = estimate->scenario->active_days;

  *position = (OutlayBandPosition) {
    .band = band,
    .cost = cost_of_person (estimate, option, month),
  };
  find_marks (position);

  if (band->per_day)
    position->cost = days > 0 ? position->cost / days : NAN;

  if (isnan (position->cost))
    position->place = OUTLAY_BAND_UNKNOWN;
  else if (position->cost < position->from)
    position->place = OUTLAY_BAND_BELOW;
  else if (position->cost > position->to)
    position->place = OUTLAY_BAND_ABOVE;
  else
    position->place = OUTLAY_BAND_WITHIN;
}
