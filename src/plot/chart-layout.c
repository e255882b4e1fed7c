/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

#include "plain-format.h"

#define N_MONTHS_MAX 120

/**
 * outlay_chart_style_init:
 * @style: (out caller-allocates): what to fill
 * @dark: for a dark card
 * @high_contrast: for people who need stronger lines
 *
 * Sets a style for a widget: all parts but title and legend, English words,
 * the formats of the C locale.
 */
void
outlay_chart_style_init (OutlayChartStyle *style,
                         gboolean          dark,
                         gboolean          high_contrast)
{
  g_return_if_fail (style != NULL);

  *style = (OutlayChartStyle) {
    .text_scale = 1.0,
    .end_labels = TRUE,
    .budget_text = "Budget %s",
    .first_over_text = "first month over",
    .actual_text = "used",
    .over_by_text = "by %s",
    .estimate_text = "estimate",
    .format_money = outlay_format_plain_money,
    .format_axis = outlay_format_plain_axis,
    .format_month = outlay_format_plain_month,
  };
  outlay_palette_init (&style->palette, dark, high_contrast);
}

static void
layout_name_months (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayChartStyle *style = build->style;

  layout->month_names = g_new0 (char *, layout->n_months + 1);
  for (guint i = 0; i < layout->n_months; i++)
    layout->month_names[i] = style->format_month (outlay_month_axis_get_year (&build->months, i),
                                                  outlay_month_axis_get_month (&build->months, i),
                                                  OUTLAY_MONTH_FULL,
                                                  style->format_data);
}

static OutlayChartLayout *
layout_create (const OutlayChart      *chart,
               double                  width,
               double                  height,
               const OutlayChartStyle *style)
{
  OutlayChartLayout *layout = g_new0 (OutlayChartLayout, 1);

  layout->kind = chart->kind;
  layout->width = MAX (width, 1.0);
  layout->height = MAX (height, 1.0);
  layout->right_to_left = style->right_to_left;
  layout->palette = style->palette;
  outlay_metrics_init (&layout->metrics, style, width);
  layout->text = outlay_text_maker_new (style->font_family, style->right_to_left,
                                        style->whole_pixels);

  layout->n_months = chart->n_months;
  layout->month_x = g_new0 (double, chart->n_months);
  layout->n_shown = CLAMP (chart->n_months - chart->unrevealed, 0.0, chart->n_months);
  layout->n_series = chart->n_series;
  layout->traces = g_new0 (OutlayTrace, chart->n_series);
  for (guint i = 0; i < chart->n_series; i++)
    {
      OutlayTrace *trace = &layout->traces[i];

      trace->visible = !chart->series[i].hidden && chart->series[i].values != NULL;
      trace->focus = trace->visible && chart->series[i].focus;
      trace->slot = chart->series[i].slot;
      trace->y = g_new0 (double, chart->n_months);
      trace->base = g_new0 (double, chart->n_months);
    }

  layout->base = outlay_marks_new ();
  layout->overlay = outlay_marks_new ();
  layout->crosshair = -1;
  layout->selected_series = -1;
  layout->selected_month = -1;
  layout->selected_step = -1;
  layout->range_first = layout->range_last = -1;

  return layout;
}

static void
layout_add_plot (OutlayChartBuild *build)
{
  outlay_chart_add_grid (build);

  switch (build->chart->kind)
    {
    case OUTLAY_CHART_STACK:
      outlay_stack_chart_add (build);
      break;
    case OUTLAY_CHART_FAN:
      outlay_fan_chart_add (build);
      break;
    case OUTLAY_CHART_LINES:
    case OUTLAY_CHART_WATERFALL:
    default:
      outlay_line_chart_add (build);
      break;
    }

  outlay_price_tags_add (build);
  outlay_end_labels_add (build);
}

/* All kinds whose one axis is time. */
static void
layout_add_months (OutlayChartBuild *build)
{
  outlay_chart_plan (build, outlay_chart_heading_add (build));
  outlay_chart_place_series (build);
  build->obstacles = outlay_obstacles_new (build->layout->plot);
  layout_add_plot (build);
}

static void
layout_add_background (OutlayChartLayout *layout)
{
  OutlayChartBox all = { 0.0, 0.0, layout->width, layout->height };
  OutlayMark *mark = outlay_marks_add_box (layout->base, OUTLAY_MARK_BACKGROUND, all, 0.0);

  mark->fill = layout->palette.card;
}

static void
build_clear (OutlayChartBuild *build)
{
  g_clear_pointer (&build->obstacles, outlay_obstacles_free);
  g_clear_pointer (&build->month_labels, g_free);
  g_clear_pointer (&build->ticks, g_array_unref);
  g_clear_pointer (&build->end_labels, g_array_unref);
}

/**
 * outlay_chart_layout_new:
 * @chart: what is to be shown
 * @width: px
 * @height: px
 * @style: how
 *
 * Decides where everything goes. Nothing is drawn yet, and neither @chart nor
 * @style is needed afterwards. Any figures are fine: what is not finite is
 * missing; and so is any size, though below about 120 by 80 px little of a
 * chart is left.
 *
 * Returns: (transfer full): a layout
 */
OutlayChartLayout *
outlay_chart_layout_new (const OutlayChart      *chart,
                         double                  width,
                         double                  height,
                         const OutlayChartStyle *style)
{
  OutlayChartBuild build = { .chart = chart, .style = style };
  OutlayChartLayout *layout;

  g_return_val_if_fail (chart != NULL && style != NULL, NULL);
  g_return_val_if_fail (chart->kind == OUTLAY_CHART_WATERFALL ||
                        (chart->n_months >= 1 && chart->n_months <= N_MONTHS_MAX), NULL);
  g_return_val_if_fail (chart->kind == OUTLAY_CHART_WATERFALL ||
                        (chart->first_month >= 1 && chart->first_month <= 12), NULL);
  g_return_val_if_fail (isfinite (width) && isfinite (height), NULL);

  layout = build.layout = layout_create (chart, width, height, style);
  build.months = (OutlayMonthAxis) { .n_months = chart->n_months,
                                     .first_year = chart->first_year,
                                     .first_month = chart->first_month,
                                     .one_line = style->months_in_one_line };
  layout_name_months (&build);

  if (style->background)
    layout_add_background (layout);
  if (chart->kind == OUTLAY_CHART_WATERFALL)
    outlay_waterfall_add (&build, outlay_chart_heading_add (&build));
  else
    layout_add_months (&build);

  if (layout->right_to_left)
    outlay_marks_mirror (layout->base, layout->width);
  build_clear (&build);

  return layout;
}

/**
 * outlay_chart_layout_free:
 * @layout: (nullable) (transfer full): a layout
 */
void
outlay_chart_layout_free (OutlayChartLayout *layout)
{
  if (layout == NULL)
    return;

  for (guint i = 0; i < layout->n_series; i++)
    {
      g_free (layout->traces[i].y);
      g_free (layout->traces[i].base);
    }
  g_free (layout->traces);
  g_free (layout->steps);
  g_free (layout->month_x);
  g_strfreev (layout->month_names);
  outlay_text_maker_free (layout->text);
  outlay_marks_free (layout->base);
  outlay_marks_free (layout->overlay);
  g_free (layout);
}

/**
 * outlay_chart_layout_draw:
 * @layout: a layout
 * @cr: where to draw, with the origin at the chart's corner
 *
 * Draws the chart, and crosshair and selection on it.
 */
void
outlay_chart_layout_draw (const OutlayChartLayout *layout,
                          cairo_t                 *cr)
{
  g_return_if_fail (layout != NULL && cr != NULL);

  outlay_marks_draw (layout->base, layout->crosshair >= 0 ? &layout->pill : NULL, cr);
  outlay_marks_draw (layout->overlay, NULL, cr);
}

/**
 * outlay_chart_layout_set_crosshair:
 * @layout: a layout
 * @month: from 0, or -1 for none
 *
 * Puts a line, dots and the month's name at a month.
 */
void
outlay_chart_layout_set_crosshair (OutlayChartLayout *layout,
                                   int                month)
{
  g_return_if_fail (layout != NULL);

  layout->crosshair = month >= 0 && month < (int) layout->n_months ? month : -1;
  outlay_crosshair_update (layout);
}

/**
 * outlay_chart_layout_set_selection:
 * @layout: a layout
 * @series: from 0, or -1 for none
 * @month: from 0
 *
 * Outlines one figure, such as the one that a popover explains.
 */
void
outlay_chart_layout_set_selection (OutlayChartLayout *layout,
                                   int                series,
                                   int                month)
{
  gboolean valid;

  g_return_if_fail (layout != NULL);

  valid = series >= 0 && series < (int) layout->n_series &&
          month >= 0 && month < (int) layout->n_months;
  layout->selected_series = valid ? series : -1;
  layout->selected_month = valid ? month : -1;
  outlay_crosshair_update (layout);
}

/**
 * outlay_chart_layout_set_range:
 * @layout: a layout
 * @first: a month, from 0, or -1 for none
 * @last: another, which may lie before it
 *
 * Tints months, while they are being chosen.
 */
void
outlay_chart_layout_set_range (OutlayChartLayout *layout,
                               int                first,
                               int                last)
{
  gboolean valid;

  g_return_if_fail (layout != NULL);

  valid = MIN (first, last) >= 0 && MAX (first, last) < (int) layout->n_months;
  layout->range_first = valid ? MIN (first, last) : -1;
  layout->range_last = valid ? MAX (first, last) : -1;
  outlay_crosshair_update (layout);
}

/* The marks of the chart itself, without crosshair and selection. */
const OutlayMarks *
outlay_chart_layout_get_marks (const OutlayChartLayout *layout)
{
  return layout->base;
}
