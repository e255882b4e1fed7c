/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

/* A month alone between two gaps has no segment: its band is a short bar. */
#define LONE_BAND_HALF 5.0

/**
 * outlay_trace_get_end:
 * @layout: a layout
 * @trace: a series of it
 * @end: (out): where its drawn part ends
 * @month: (out): the last month with a value in that part
 *
 * Returns: whether anything is drawn of it
 */
gboolean
outlay_trace_get_end (const OutlayChartLayout *layout,
                      const OutlayTrace       *trace,
                      OutlayPoint             *end,
                      guint                   *month)
{
  guint n_full = (guint) floor (layout->n_shown);
  double part = layout->n_shown - n_full;

  for (guint i = n_full; i > 0; i--)
    {
      guint last = i - 1;

      if (!isfinite (trace->y[last]))
        continue;

      *month = last;
      *end = (OutlayPoint) { layout->month_x[last], trace->y[last] };
      if (i == n_full && n_full < layout->n_months && isfinite (trace->y[n_full]))
        {
          end->x += part * (layout->month_x[n_full] - layout->month_x[last]);
          end->y += part * (trace->y[n_full] - trace->y[last]);
        }
      return TRUE;
    }

  return FALSE;
}

/* Finds the next run of months that all have a place, from *first on. */
static gboolean
find_run (const double *y,
          guint         n_months,
          guint        *first,
          guint        *end)
{
  while (*first < n_months && !isfinite (y[*first]))
    (*first)++;
  *end = *first;
  while (*end < n_months && isfinite (y[*end]))
    (*end)++;

  return *end > *first;
}

/* The points of a run, cut where the reveal has got to. */
static guint
trace_run (const OutlayChartLayout *layout,
           const double            *y,
           guint                    first,
           guint                    end,
           OutlayPoint             *points)
{
  guint n_points = 0;

  for (guint i = first; i < end; i++)
    {
      double part = MIN (1.0, layout->n_shown - i);
      OutlayPoint point = { layout->month_x[i], y[i] };

      if (part <= 0.0)
        break;
      if (part < 1.0)
        {
          if (n_points == 0)
            break;
          point.x = points[n_points - 1].x + part * (point.x - points[n_points - 1].x);
          point.y = points[n_points - 1].y + part * (point.y - points[n_points - 1].y);
        }
      points[n_points++] = point;
    }

  return n_points;
}

/**
 * outlay_line_add_runs:
 * @build: with its series placed
 * @series: which series the line belongs to
 * @y: (array): a height per month, or NaN
 * @role: what the line means
 * @color: its colour
 * @line_width: px
 * @dash: (nullable): its pattern
 *
 * Adds straight segments from month to month; a month without a value leaves
 * a gap.
 *
 * Returns: (transfer none) (nullable): the last run's mark
 */
OutlayMark *
outlay_line_add_runs (OutlayChartBuild *build,
                      guint             series,
                      const double     *y,
                      OutlayMarkRole    role,
                      OutlayColor       color,
                      double            line_width,
                      const OutlayDash *dash)
{
  OutlayChartLayout *layout = build->layout;
  g_autofree OutlayPoint *points = g_new (OutlayPoint, layout->n_months);
  OutlayMark *mark = NULL;
  guint end;

  for (guint first = 0; find_run (y, layout->n_months, &first, &end); first = end)
    {
      guint n_points = trace_run (layout, y, first, end, points);

      if (n_points < 2)
        continue;
      mark = outlay_marks_add_path (layout->base, role, points, n_points, FALSE);
      mark->stroke = color;
      mark->line_width = line_width;
      mark->dash = dash;
      mark->series = (int) series;
    }

  return mark;
}

/* Remarks keep clear of the whole line, also of what is not revealed yet: a
 * remark that jumps from month to month cannot be read. */
void
outlay_line_add_obstacles (OutlayChartBuild *build,
                           guint             series)
{
  const OutlayChartLayout *layout = build->layout;
  const double *y = layout->traces[series].y;

  for (guint i = 1; i < layout->n_months; i++)
    if (isfinite (y[i - 1]) && isfinite (y[i]))
      outlay_obstacles_add_segment (build->obstacles,
                                    (OutlayPoint) { layout->month_x[i - 1], y[i - 1] },
                                    (OutlayPoint) { layout->month_x[i], y[i] });
}

static gboolean
month_is_alone (const OutlayChartLayout *layout,
                const double            *y,
                guint                    month)
{
  return (month == 0 || !isfinite (y[month - 1])) &&
         (month + 1 >= layout->n_months || !isfinite (y[month + 1]));
}

/**
 * outlay_line_add_dots:
 * @build: with its series placed
 * @series: which
 *
 * Adds a dot per month. Where months are so close that dots would hide the
 * line's pattern, only the last one and those that no segment leads to.
 */
void
outlay_line_add_dots (OutlayChartBuild *build,
                      guint             series)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayMetrics *metrics = &layout->metrics;
  const OutlayTrace *trace = &layout->traces[series];
  OutlayColor color = outlay_palette_get_series (&layout->palette, trace->slot);
  gboolean every = outlay_chart_plan_get_step (build) >= metrics->dot_step;
  double radius = trace->focus ? metrics->focus_dot : metrics->dot;
  OutlayPoint end;
  OutlayMark *mark;
  guint last;

  if (!outlay_trace_get_end (layout, trace, &end, &last))
    return;

  for (guint i = 0; i <= last; i++)
    {
      if (!isfinite (trace->y[i]))
        continue;
      if (!every && i != last && !month_is_alone (layout, trace->y, i))
        continue;
      mark = outlay_marks_add_disc (layout->base, OUTLAY_MARK_DOT,
                                    layout->month_x[i], trace->y[i], radius);
      mark->fill = color;
      mark->series = (int) series;
      mark->month = (int) i;
    }

  if (metrics->head_dot > 0.0 && build->chart->unrevealed > 0.0)
    {
      mark = outlay_marks_add_disc (layout->base, OUTLAY_MARK_DOT, end.x, end.y,
                                    metrics->head_dot);
      mark->fill = color;
      mark->halo = layout->palette.card;
      mark->halo_width = metrics->head_dot / 2.0;
      mark->series = (int) series;
      mark->month = (int) last;
    }
}

static double
band_get_y (const OutlayChartLayout *layout,
            const double            *values,
            guint                    month)
{
  double y = outlay_scale_get_position (&layout->scale, values[month]);
  double bottom = layout->plot.y + layout->plot.height;

  /* A log scale ends above zero, and a band with it. */
  if (isfinite (values[month]) && !isfinite (y))
    return bottom;

  return MIN (y, bottom);
}

static void
band_add_run (OutlayChartBuild  *build,
              guint              series,
              const OutlayPoint *upper,
              const OutlayPoint *lower,
              guint              n_points,
              OutlayColor        fill,
              OutlayColor        edge)
{
  OutlayMarks *marks = build->layout->base;
  g_autofree OutlayPoint *outline = g_new (OutlayPoint, 2 * n_points);
  const OutlayPoint *edges[] = { upper, lower };
  OutlayMark *mark;

  for (guint i = 0; i < n_points; i++)
    {
      outline[i] = upper[i];
      outline[2 * n_points - 1 - i] = lower[i];
    }
  mark = outlay_marks_add_path (marks, OUTLAY_MARK_BAND, outline, 2 * n_points, TRUE);
  mark->fill = fill;
  mark->series = (int) series;

  for (guint i = 0; edge.alpha > 0.0 && i < G_N_ELEMENTS (edges); i++)
    {
      mark = outlay_marks_add_path (marks, OUTLAY_MARK_BAND_EDGE, edges[i], n_points, FALSE);
      mark->stroke = edge;
      mark->line_width = 1.0;
      mark->series = (int) series;
    }
}

/**
 * outlay_band_add:
 * @build: with its series placed
 * @series: which
 * @low: the lower quantile
 * @high: the upper quantile
 * @fill: the colour between them
 * @edge: that of the two edges; of alpha 0 for none
 *
 * Adds the shading between two quantiles, in the months that have both.
 */
void
outlay_band_add (OutlayChartBuild *build,
                 guint             series,
                 OutlayQuantile    low,
                 OutlayQuantile    high,
                 OutlayColor       fill,
                 OutlayColor       edge)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayChartSeries *data = &build->chart->series[series];
  guint n_months = layout->n_months;
  g_autofree double *top = g_new (double, n_months);
  g_autofree double *bottom = g_new (double, n_months);
  g_autofree OutlayPoint *upper = g_new (OutlayPoint, n_months + 1);
  g_autofree OutlayPoint *lower = g_new (OutlayPoint, n_months + 1);
  guint end;

  if (data->quantiles[low] == NULL || data->quantiles[high] == NULL)
    return;

  for (guint i = 0; i < n_months; i++)
    {
      top[i] = band_get_y (layout, data->quantiles[high], i);
      bottom[i] = band_get_y (layout, data->quantiles[low], i);
      if (!isfinite (bottom[i]))
        top[i] = NAN;
    }

  for (guint first = 0; find_run (top, n_months, &first, &end); first = end)
    {
      guint n_points = trace_run (layout, top, first, end, upper);

      trace_run (layout, bottom, first, end, lower);
      if (n_points == 1)
        {
          upper[1] = (OutlayPoint) { upper[0].x + LONE_BAND_HALF, upper[0].y };
          lower[1] = (OutlayPoint) { lower[0].x + LONE_BAND_HALF, lower[0].y };
          upper[0].x -= LONE_BAND_HALF;
          lower[0].x -= LONE_BAND_HALF;
          n_points = 2;
        }
      if (n_points > 1)
        band_add_run (build, series, upper, lower, n_points, fill, edge);
    }
}
