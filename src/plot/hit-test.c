/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

/* A finger or a shaking hand may miss a word by this much, px. */
#define WORD_REACH 4.0

/* Of two lines this close, the one in focus lies on top, px. */
#define FOCUS_LEAD 1.0

/* The layout is kept as for a left-to-right reader. */
static double
mirror_x (const OutlayChartLayout *layout,
          double                   x)
{
  return layout->right_to_left ? layout->width - x : x;
}

/**
 * outlay_chart_layout_get_plot:
 * @layout: a layout
 *
 * Returns: the box between the axes, px
 */
OutlayChartBox
outlay_chart_layout_get_plot (const OutlayChartLayout *layout)
{
  OutlayChartBox plot = layout->plot;

  if (layout->right_to_left)
    plot.x = layout->width - plot.x - plot.width;

  return plot;
}

/**
 * outlay_chart_layout_get_month_x:
 * @layout: a layout
 * @month: from 0, less than the chart's months
 *
 * Returns: where the month is, px
 */
double
outlay_chart_layout_get_month_x (const OutlayChartLayout *layout,
                                 guint                    month)
{
  g_return_val_if_fail (month < layout->n_months, 0.0);

  return mirror_x (layout, layout->month_x[month]);
}

/**
 * outlay_chart_layout_get_value_y:
 * @layout: a layout
 * @value: money
 *
 * Returns: its height, px, perhaps out of the plot; NaN where a log scale has
 *   no place for it
 */
double
outlay_chart_layout_get_value_y (const OutlayChartLayout *layout,
                                 double                   value)
{
  return outlay_scale_get_position (&layout->scale, value);
}

/**
 * outlay_chart_layout_get_n_unlabelled:
 * @layout: a layout
 *
 * Returns: how many lines or layers that are drawn have no name at their end,
 *   for want of room: these must be named elsewhere
 */
guint
outlay_chart_layout_get_n_unlabelled (const OutlayChartLayout *layout)
{
  return layout->n_unlabelled;
}

/**
 * outlay_chart_layout_get_month_at:
 * @layout: a layout
 * @x: px
 * @y: px
 *
 * Returns: the nearest month, from 0, of a point in the plot or on the axis
 *   below it; -1 elsewhere, and at a month that is still to be revealed
 */
int
outlay_chart_layout_get_month_at (const OutlayChartLayout *layout,
                                  double                   x,
                                  double                   y)
{
  const OutlayChartBox *plot = &layout->plot;
  double nearest = INFINITY;
  int month = -1;

  x = mirror_x (layout, x);
  if (x < plot->x || x > plot->x + plot->width || y < plot->y || y > layout->height)
    return -1;

  for (guint i = 0; i < layout->n_months; i++)
    {
      double distance = fabs (layout->month_x[i] - x);

      if (distance < nearest)
        {
          nearest = distance;
          month = (int) i;
        }
    }

  return month < layout->n_shown ? month : -1;
}

static double
get_distance_to_segment (OutlayPoint point,
                         OutlayPoint from,
                         OutlayPoint to)
{
  double dx = to.x - from.x;
  double dy = to.y - from.y;
  double square = dx * dx + dy * dy;
  double part = 0.0;

  if (square > 0.0)
    part = CLAMP (((point.x - from.x) * dx + (point.y - from.y) * dy) / square, 0.0, 1.0);

  return hypot (point.x - from.x - part * dx, point.y - from.y - part * dy);
}

static double
get_distance_to_trace (const OutlayChartLayout *layout,
                       const OutlayTrace       *trace,
                       OutlayPoint              point)
{
  double nearest = INFINITY;

  for (guint i = 0; i < layout->n_months && i + 1 <= layout->n_shown; i++)
    {
      OutlayPoint here = { layout->month_x[i], trace->y[i] };
      OutlayPoint before = here;

      if (!isfinite (here.y))
        continue;
      if (i > 0 && isfinite (trace->y[i - 1]))
        before = (OutlayPoint) { layout->month_x[i - 1], trace->y[i - 1] };
      nearest = MIN (nearest, get_distance_to_segment (point, before, here));
    }

  return nearest;
}

static int
get_layer_at (const OutlayChartLayout *layout,
              OutlayPoint              point)
{
  for (guint month = 0; month < layout->n_months && month + 1 <= layout->n_shown; month++)
    {
      if (fabs (layout->month_x[month] - point.x) > layout->bar_width / 2.0)
        continue;
      for (guint i = 0; i < layout->n_series; i++)
        if (layout->traces[i].visible &&
            point.y >= layout->traces[i].y[month] && point.y < layout->traces[i].base[month])
          return (int) i;
    }

  return -1;
}

/**
 * outlay_chart_layout_get_series_at:
 * @layout: a layout
 * @x: px
 * @y: px
 * @reach: px that a line may be away; 12 suits a pointer
 *
 * Returns: the series, from 0, whose line is nearest, or whose layer is
 *   there; -1 for none
 */
int
outlay_chart_layout_get_series_at (const OutlayChartLayout *layout,
                                   double                   x,
                                   double                   y,
                                   double                   reach)
{
  OutlayPoint point = { mirror_x (layout, x), y };
  double nearest = INFINITY;
  int series = -1;

  if (layout->kind == OUTLAY_CHART_STACK)
    return get_layer_at (layout, point);

  for (guint i = 0; i < layout->n_series; i++)
    {
      const OutlayTrace *trace = &layout->traces[i];
      double distance;

      if (!trace->visible)
        continue;
      distance = get_distance_to_trace (layout, trace, point);
      if (distance > reach)
        continue;
      if (trace->focus)
        distance -= FOCUS_LEAD;
      /* Later lines lie on top of earlier ones. */
      if (distance <= nearest)
        {
          nearest = distance;
          series = (int) i;
        }
    }

  return series;
}

/**
 * outlay_chart_layout_get_end_label_at:
 * @layout: a layout
 * @x: px
 * @y: px
 *
 * Returns: the series, from 0, whose name at the end is there, or -1
 */
int
outlay_chart_layout_get_end_label_at (const OutlayChartLayout *layout,
                                      double                   x,
                                      double                   y)
{
  const OutlayMark *mark;

  mark = outlay_marks_find_at (layout->base, OUTLAY_MARK_END_LABEL, x, y, 0.0);

  return mark != NULL ? mark->series : -1;
}

/**
 * outlay_chart_layout_get_price_change_at:
 * @layout: a layout
 * @x: px
 * @y: px
 *
 * Returns: the month, from 0, whose price tag is there, or -1
 */
int
outlay_chart_layout_get_price_change_at (const OutlayChartLayout *layout,
                                         double                   x,
                                         double                   y)
{
  const OutlayMark *mark;

  mark = outlay_marks_find_at (layout->base, OUTLAY_MARK_PRICE_TAG, x, y, WORD_REACH);

  return mark != NULL ? mark->month : -1;
}
