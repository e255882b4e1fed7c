/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

/* Between the line and its label, and between the label and the plot's side. */
#define LABEL_PAD 4.0

#define HALO_WIDTH 2.5

/**
 * outlay_budget_get_value:
 * @chart: a chart
 * @month: from 0
 *
 * Returns: what may be spent in, or up to, a month; NaN without a budget
 */
double
outlay_budget_get_value (const OutlayChart *chart,
                         guint              month)
{
  if (!chart->has_budget || !isfinite (chart->budget) || chart->budget < 0.0)
    return NAN;

  return chart->budget * (chart->budget_accumulates ? chart->n_before + month + 1.0 : 1.0);
}

static double
budget_get_y (const OutlayChartBuild *build,
              guint                   month)
{
  return outlay_scale_get_position (&build->layout->scale,
                                    outlay_budget_get_value (build->chart, month));
}

/**
 * outlay_budget_is_in_plot:
 * @build: with its scale set up
 *
 * Returns: whether the budget of the last month lies on the axis
 */
gboolean
outlay_budget_is_in_plot (const OutlayChartBuild *build)
{
  const OutlayChartBox *plot = &build->layout->plot;
  double y = budget_get_y (build, build->chart->n_months - 1);

  /* Half a px of rounding must not make the line at the edge an arrow. */
  return y >= plot->y - 0.5 && y <= plot->y + plot->height + 0.5;
}

/**
 * outlay_budget_create_label:
 * @build: of a chart with a budget
 *
 * Returns: (transfer full): its name and amount, that of the whole period
 *   where amounts add up
 */
PangoLayout *
outlay_budget_create_label (OutlayChartBuild *build)
{
  const OutlayChartStyle *style = build->style;
  OutlayChartLayout *layout = build->layout;
  double value = outlay_budget_get_value (build->chart, build->chart->n_months - 1);
  g_autofree char *amount = style->format_money (value, style->format_data);
  g_autofree char *label = outlay_text_fill (style->budget_text, amount);

  return outlay_text_new (layout->text, label, layout->metrics.budget_font, TRUE);
}

static void
budget_add_path (OutlayChartBuild  *build,
                 const OutlayPoint *points,
                 guint              n_points)
{
  OutlayChartLayout *layout = build->layout;
  OutlayMark *mark;

  mark = outlay_marks_add_path (layout->base, OUTLAY_MARK_BUDGET, points, n_points, FALSE);
  mark->stroke = layout->palette.budget;
  mark->line_width = layout->metrics.budget_line;

  for (guint i = 1; i < n_points; i++)
    outlay_obstacles_add_segment (build->obstacles, points[i - 1], points[i]);
}

/* Month by month, up to where it leaves the plot. */
static void
budget_add_accumulating (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  double top = layout->plot.y;
  g_autofree OutlayPoint *points = g_new (OutlayPoint, layout->n_months);
  guint n_points = 0;

  for (guint i = 0; i < layout->n_months; i++)
    {
      OutlayPoint point = { layout->month_x[i], budget_get_y (build, i) };

      if (!isfinite (point.y))
        continue;
      if (point.y < top && n_points > 0)
        {
          const OutlayPoint *last = &points[n_points - 1];
          double part = (last->y - top) / (last->y - point.y);

          point.x = last->x + part * (point.x - last->x);
          point.y = top;
        }
      else if (point.y < top)
        break;

      points[n_points++] = point;
      if (point.y <= top)
        break;
    }

  if (n_points > 0)
    budget_add_path (build, points, n_points);
}

/* Beside a stack, a leader goes on from the last bar to the label. */
static double
budget_get_end (const OutlayChartBuild *build)
{
  const OutlayChartLayout *layout = build->layout;

  if (layout->kind == OUTLAY_CHART_STACK && outlay_end_labels_name_budget (build))
    return layout->month_x[layout->n_months - 1] + layout->bar_width / 2.0 + LABEL_PAD;

  return layout->plot.x + layout->plot.width;
}

/**
 * outlay_budget_add_line:
 * @build: with everything planned
 *
 * Adds the line of the budget, if it is on the axis at all.
 */
void
outlay_budget_add_line (OutlayChartBuild *build)
{
  const OutlayChartBox *plot = &build->layout->plot;
  double y = budget_get_y (build, build->chart->n_months - 1);
  const OutlayPoint level[] = { { plot->x, y }, { budget_get_end (build), y } };

  if (build->chart->budget_accumulates && build->layout->n_months > 1)
    budget_add_accumulating (build);
  else if (outlay_budget_is_in_plot (build))
    budget_add_path (build, level, G_N_ELEMENTS (level));
}

/* Adds the label at the best of several places of its start and baseline;
 * @indent is kept free before it. */
static OutlayMark *
budget_add_text_at (OutlayChartBuild  *build,
                    PangoLayout       *text,
                    double             indent,
                    const OutlayPoint *places,
                    guint              n_places)
{
  OutlayChartLayout *layout = build->layout;
  double font = layout->metrics.budget_font;
  double width = outlay_text_get_width (text);
  g_autofree OutlayChartBox *boxes = g_new (OutlayChartBox, n_places);
  OutlayMark *mark;
  guint best;

  for (guint i = 0; i < n_places; i++)
    boxes[i] = (OutlayChartBox) { places[i].x - indent, places[i].y - 0.75 * font,
                                  width + indent, 0.95 * font };
  best = outlay_obstacles_choose (build->obstacles, boxes, n_places);

  mark = outlay_marks_add_text (layout->base, OUTLAY_MARK_BUDGET_LABEL, text,
                                places[best].x, places[best].y, 0.0, layout->palette.budget);
  if (outlay_obstacles_count (build->obstacles, &boxes[best]) > 0)
    {
      mark->halo = layout->palette.card;
      mark->halo_width = HALO_WIDTH;
    }

  /* Two remarks may stand close, but not touch. */
  boxes[best].y -= 0.3 * font;
  boxes[best].height += 0.6 * font;
  outlay_obstacles_add_box (build->obstacles, boxes[best]);

  return mark;
}

/* At the start or at the end, and at either of two baselines. */
static OutlayMark *
budget_add_text (OutlayChartBuild *build,
                 double            indent,
                 double            first_baseline,
                 double            second_baseline)
{
  const OutlayChartBox *plot = &build->layout->plot;
  PangoLayout *text = outlay_budget_create_label (build);
  double start = plot->x + LABEL_PAD + indent;
  double end = plot->x + plot->width - LABEL_PAD - outlay_text_get_width (text);
  const OutlayPoint places[] = {
    { start, first_baseline }, { end, first_baseline },
    { start, second_baseline }, { end, second_baseline },
  };

  return budget_add_text_at (build, text, indent, places, G_N_ELEMENTS (places));
}

/* Above a rising line, before one of its months: the later, the better. */
static void
budget_add_text_on_slope (OutlayChartBuild *build)
{
  const OutlayChartLayout *layout = build->layout;
  PangoLayout *text = outlay_budget_create_label (build);
  double width = outlay_text_get_width (text);
  g_autofree OutlayPoint *places = g_new (OutlayPoint, layout->n_months);

  for (guint i = 0; i < layout->n_months; i++)
    {
      guint month = layout->n_months - 1 - i;

      places[i] = (OutlayPoint) { layout->month_x[month] - LABEL_PAD - width,
                                  budget_get_y (build, month) - LABEL_PAD };
    }
  budget_add_text_at (build, text, 0.0, places, layout->n_months);
}

/* The budget is beyond the axis: a triangle points to it. */
static void
budget_add_arrow (OutlayChartBuild *build,
                  gboolean          up)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayChartBox *plot = &layout->plot;
  double font = layout->metrics.budget_font;
  double half = 0.36 * font;
  double baseline = up ? plot->y + font : plot->y + plot->height - 0.5 * font;
  double tip = up ? baseline - 0.72 * font : baseline;
  double foot = up ? baseline : baseline - 0.72 * font;
  double x = budget_add_text (build, 3.0 * half, baseline, baseline)->box.x - 2.0 * half;
  const OutlayPoint points[] = { { x, tip }, { x + half, foot }, { x - half, foot } };
  OutlayMark *mark;

  mark = outlay_marks_add_path (layout->base, OUTLAY_MARK_BUDGET_ARROW,
                                points, G_N_ELEMENTS (points), TRUE);
  mark->fill = layout->palette.budget;
}

/* In a fan, colours stand for chances and the plot is full: the budget is
 * named among the ticks. */
static void
budget_add_in_gutter (OutlayChartBuild *build,
                      double            y)
{
  OutlayChartLayout *layout = build->layout;

  outlay_marks_add_text (layout->base, OUTLAY_MARK_BUDGET_LABEL,
                         outlay_budget_create_label (build),
                         layout->plot.x - layout->metrics.axis_pad,
                         y + 0.35 * layout->metrics.budget_font, 1.0,
                         layout->palette.budget);
}

/**
 * outlay_budget_add_label:
 * @build: with all lines added, as the label keeps out of their way
 *
 * Names the budget: above its line at the emptier end, in the gutter, or by
 * an arrow at the edge beyond which it lies.
 */
void
outlay_budget_add_label (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  guint last = layout->n_months - 1;
  double value = outlay_budget_get_value (build->chart, last);
  double y = budget_get_y (build, last);
  double pad = LABEL_PAD + layout->metrics.budget_line / 2.0;

  if (isnan (value))
    return;

  if (!outlay_budget_is_in_plot (build))
    budget_add_arrow (build, value > layout->scale.to);
  else if (build->budget_in_gutter)
    budget_add_in_gutter (build, y);
  else if (build->chart->budget_accumulates && layout->n_months > 1 && value > 0.0 &&
           !layout->scale.logarithmic)
    budget_add_text_on_slope (build);
  else
    budget_add_text (build, 0.0, y - pad, y + pad + 0.75 * layout->metrics.budget_font);
}
