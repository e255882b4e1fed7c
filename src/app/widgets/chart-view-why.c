/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-view-private.h"

#include "costs.h"
#include "why-popover.h"

#include <math.h>

/* The month whose cost the figure at @month is, or -2 where it is a sum of some months,
 * which has no chain of its own. */
static int
get_target_month (OutlayChartView *self,
                  int              month)
{
  int last = (int) self->data->estimate->scenario->months - 1;

  if (!self->cumulative || month == OUTLAY_WHOLE_PERIOD)
    return month;

  return month == last ? OUTLAY_PERIOD : -2;
}

/* Where the line of @option is at @month, or at its end for the whole period. */
static GdkRectangle
get_place (OutlayChartView   *self,
           OutlayChartLayout *layout,
           guint              option,
           int                month)
{
  const OutlayChart *chart = &self->data->chart;
  OutlayChartBox plot = outlay_chart_layout_get_plot (layout);
  guint column = month == OUTLAY_WHOLE_PERIOD ? chart->n_months - 1
                                              : (guint) month - self->data->first;
  double x = outlay_chart_layout_get_month_x (layout, column);
  double y = outlay_chart_layout_get_value_y (layout, chart->series[option].values[column]);

  /* A scale without zero has no place for some. */
  y = isnan (y) ? plot.y + plot.height : CLAMP (y, plot.y, plot.y + plot.height);

  return (GdkRectangle) { (int) x - 4, (int) y - 4, 8, 8 };
}

/**
 * outlay_chart_view_ask:
 * @self: a chart that is shown
 * @option: an option of its estimate that is drawn
 *
 * Asks what the option costs in the month walked to, or in the whole period, why.
 *
 * Returns: whether there is an answer
 */
gboolean
outlay_chart_view_ask (OutlayChartView *self,
                       guint            option)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));
  OutlayWhyPer per = self->per_accepted ? OUTLAY_WHY_PER_ACCEPTED : OUTLAY_WHY_PER_NOTHING;
  g_autoptr (OutlayBreakdown) breakdown = NULL;
  GdkRectangle place;
  int month, target;

  if (layout == NULL || self->data == NULL)
    return FALSE;

  month = outlay_chart_view_get_month (self);
  target = get_target_month (self, month);
  breakdown = target >= OUTLAY_PERIOD ? outlay_breakdown_new (self->data->estimate, option) : NULL;
  if (breakdown == NULL)
    return FALSE;

  place = get_place (self, layout, option, month);
  outlay_why_popover_present (GTK_WIDGET (self), GTK_WIDGET (self), &place, breakdown,
                              &(OutlayWhyTarget) { OUTLAY_BREAKDOWN_BY_TASK, -1, target, per });

  return TRUE;
}
