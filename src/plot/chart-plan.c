/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include "ticks.h"

/* With less than this left for the plot, names give way to it. */
#define PLOT_WIDTH_MIN 80.0

/* The insets take at most this share of a narrow plot. */
#define INSET_SHARE 0.12

/* Bars take this share of their column. */
#define BAR_SHARE 0.61

static double
plan_get_axis_height (const OutlayChartBuild *build)
{
  const OutlayMetrics *metrics = &build->layout->metrics;
  guint n_lines = MAX (build->style->months_in_one_line ? 1 : 2, build->tag_line + 1);

  return metrics->month_baseline + (n_lines - 1) * metrics->line_height +
         0.35 * metrics->month_font;
}

static void
plan_set_scale (OutlayChartBuild *build,
                double            top)
{
  OutlayChartLayout *layout = build->layout;
  OutlayChartBox *plot = &layout->plot;
  gboolean logarithmic = build->chart->logarithmic && layout->kind != OUTLAY_CHART_STACK;
  OutlayScaleRange range;

  build->axis_height = plan_get_axis_height (build);
  plot->y = top;
  plot->height = MAX (1.0, layout->height - build->style->margin - build->axis_height - top);

  outlay_chart_find_range (build->chart, &range);
  outlay_scale_init (&layout->scale, &range, logarithmic, plot->y, plot->y + plot->height);

  g_clear_pointer (&build->ticks, g_array_unref);
  build->ticks = outlay_ticks_new (&layout->scale, layout->metrics.tick_gap, &build->tick_step);

  /* Nothing but zero is shown: one unit of money would be an invented scale. */
  if (!(range.largest > 0.0) && !(range.smallest < 0.0) && build->ticks->len > 1)
    g_array_set_size (build->ticks, 1);
}

/* The start of the axis, and the last month's distance from the far edge. */
static void
plan_set_sides (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  OutlayChartBox *plot = &layout->plot;
  const OutlayChartStyle *style = build->style;
  double margin = style->margin;
  double start = style->start_gutter > 0.0 ? style->start_gutter
                                           : outlay_chart_get_ticks_width (build) +
                                             layout->metrics.axis_pad;
  double end = outlay_end_labels_get_width (build);

  if (layout->width - 2.0 * margin - start - end < PLOT_WIDTH_MIN)
    {
      outlay_end_labels_drop (build);
      end = outlay_end_labels_get_width (build);
    }
  if (style->end_gutter > 0.0)
    end = style->end_gutter;

  plot->x = margin + start;
  plot->width = MAX (1.0, layout->width - margin - end - plot->x);
}

static void
plan_place_columns (OutlayChartLayout *layout)
{
  double column = layout->plot.width / layout->n_months;

  layout->bar_width = BAR_SHARE * column;
  for (guint i = 0; i < layout->n_months; i++)
    layout->month_x[i] = layout->plot.x + (i + 0.5) * column;
}

static void
plan_place_points (OutlayChartLayout *layout)
{
  const OutlayChartBox *plot = &layout->plot;
  double start = MIN (layout->metrics.start_inset, INSET_SHARE * plot->width);
  double end = MIN (layout->metrics.end_inset, INSET_SHARE * plot->width);

  if (layout->n_months == 1)
    {
      layout->month_x[0] = plot->x + plot->width / 2.0;
      return;
    }

  for (guint i = 0; i < layout->n_months; i++)
    layout->month_x[i] = plot->x + start +
                         i * (plot->width - start - end) / (layout->n_months - 1.0);
}

/**
 * outlay_chart_plan_get_step:
 * @build: with its months placed
 *
 * Returns: px from one month to the next
 */
double
outlay_chart_plan_get_step (const OutlayChartBuild *build)
{
  const OutlayChartLayout *layout = build->layout;

  return layout->n_months > 1 ? layout->month_x[1] - layout->month_x[0] : layout->plot.width;
}

static double
plan_measure_month (OutlayChartBuild *build,
                    OutlayMonthForm   form,
                    double            font)
{
  const OutlayChartStyle *style = build->style;
  guint n_names = MIN (build->months.n_months, 12);
  double widest = 0.0;

  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *name =
        style->format_month (outlay_month_axis_get_year (&build->months, i),
                             outlay_month_axis_get_month (&build->months, i),
                             form, style->format_data);

      widest = MAX (widest, outlay_text_measure (build->layout->text, name, font, FALSE));
      if (form == OUTLAY_MONTH_YEAR)
        break;
    }

  return widest;
}

/* Widths depend on the words alone, so they are measured once. */
static void
plan_measure_months (OutlayChartBuild *build)
{
  const OutlayMetrics *metrics = &build->layout->metrics;
  OutlayMonthAxis *months = &build->months;

  months->name_width = plan_measure_month (build, OUTLAY_MONTH_NAME, metrics->month_font);
  if (months->one_line)
    months->joined_width = plan_measure_month (build, OUTLAY_MONTH_NAME_AND_YEAR,
                                               metrics->month_font);
  months->year_width = plan_measure_month (build, OUTLAY_MONTH_YEAR, metrics->year_font);
  months->gap = 0.75 * metrics->month_font;
  build->month_labels = g_new0 (OutlayMonthLabel, months->n_months);
}

/**
 * outlay_chart_plan:
 * @build: with the heading added
 * @top: px where the plot may begin
 *
 * Divides the room: the height of the axis decides the ticks, these the
 * width of their labels, this the distance of months, this where price tags
 * fit, and these at last the height of the axis. Two rounds settle it.
 */
void
outlay_chart_plan (OutlayChartBuild *build,
                   double            top)
{
  OutlayChartLayout *layout = build->layout;
  guint tag_line;

  plan_measure_months (build);
  outlay_end_labels_collect (build);

  for (guint round = 0; round < 2; round++)
    {
      plan_set_scale (build, top);
      plan_set_sides (build);
      if (layout->kind == OUTLAY_CHART_STACK)
        plan_place_columns (layout);
      else
        plan_place_points (layout);

      build->months.step = outlay_chart_plan_get_step (build);
      outlay_month_axis_choose (&build->months, build->month_labels);

      tag_line = outlay_price_tags_choose_line (build);
      if (tag_line == build->tag_line)
        break;
      build->tag_line = tag_line;
    }
}
