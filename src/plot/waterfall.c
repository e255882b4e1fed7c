/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one amount becomes another: a row for each step, its bar from where the
 * step before ended. */
#include "layout-private.h"

#include <math.h>

#include "ticks.h"

/* A bar takes this share of its row, and no more px than that. */
#define BAR_SHARE 0.58
#define BAR_MAX 26.0

/* A step of nothing, or next to it, is still a mark that can be found. */
#define BAR_WIDTH_MIN 2.0

/* From names and amounts to what they name, of the label's size. */
#define NAME_PAD 0.9
#define AMOUNT_PAD 0.5

/* Names take at most this share of the chart. */
#define NAME_SHARE 0.36

/* Between two labels of the axis, and below the plot for them, of their size. */
#define TICK_GAP 5.5
#define AXIS_HEIGHT 1.9

/* Half the height of a figure, so that it stands centred on a line. */
#define FIGURE_HALF 0.35

/* More and less: two fills that every kind of vision tells apart. Each bar also
 * says its sign. */
#define FILL_MORE 0
#define FILL_LESS 4

#define SELECTION_PAD 2.0
#define SELECTION_RADIUS 6.0

typedef struct
{
  double *from;  /* (array): where each bar begins, money */
  double *to;
} Levels;

static double
step_get_value (const OutlayChartStep *step)
{
  return isfinite (step->value) ? step->value : 0.0;
}

static void
levels_find (Levels            *levels,
             const OutlayChart *chart,
             OutlayScaleRange  *range)
{
  double level = 0.0;

  outlay_range_init (range);
  for (guint i = 0; i < chart->n_steps; i++)
    {
      const OutlayChartStep *step = &chart->steps[i];

      levels->from[i] = step->is_total ? 0.0 : level;
      level = levels->to[i] = levels->from[i] + step_get_value (step);
      outlay_range_add (range, level);
    }
}

static PangoLayout *
create_name (const OutlayChartBuild *build,
             guint                   i)
{
  const OutlayChartLayout *layout = build->layout;
  const OutlayChartStep *step = &build->chart->steps[i];
  PangoLayout *text = outlay_text_new (layout->text, step->name, layout->metrics.label_font,
                                       step->is_total);

  outlay_text_limit (text, NAME_SHARE * layout->width, 1);

  return text;
}

static PangoLayout *
create_amount (const OutlayChartBuild *build,
               guint                   i)
{
  const OutlayChartLayout *layout = build->layout;
  const OutlayChartStep *step = &build->chart->steps[i];

  return outlay_text_new (layout->text, step->text, layout->metrics.label_font, step->is_total);
}

static double
measure_widest (const OutlayChartBuild *build,
                PangoLayout            *(*create) (const OutlayChartBuild *build,
                                                   guint                   i))
{
  double widest = 0.0;

  for (guint i = 0; i < build->chart->n_steps; i++)
    {
      PangoLayout *text = create (build, i);

      widest = MAX (widest, outlay_text_get_width (text));
      g_object_unref (text);
    }

  return widest;
}

/* Names, bars, and room for an amount behind the longest bar. */
static void
plan_plot (OutlayChartBuild *build,
           double            top)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayMetrics *metrics = &layout->metrics;
  double margin = build->style->margin;
  double start = margin + ceil (measure_widest (build, create_name)) +
                 NAME_PAD * metrics->label_font;
  double end = layout->width - margin - ceil (measure_widest (build, create_amount)) -
               AMOUNT_PAD * metrics->label_font;

  layout->plot = (OutlayChartBox) { start, top, MAX (1.0, end - start),
                                    MAX (1.0, layout->height - margin - top -
                                              AXIS_HEIGHT * metrics->axis_font) };
  layout->row_height = layout->plot.height / MAX (1, layout->n_steps);
}

/* The axis lies: the scale runs from the start of the plot to its end. */
static void
plan_scale (OutlayChartBuild       *build,
            const OutlayScaleRange *range)
{
  OutlayChartLayout *layout = build->layout;

  outlay_scale_init (&layout->scale, range, FALSE, layout->plot.x + layout->plot.width,
                     layout->plot.x);
  build->ticks = outlay_ticks_new (&layout->scale, TICK_GAP * layout->metrics.axis_font,
                                   &build->tick_step);
  if (!(range->largest > 0.0) && !(range->smallest < 0.0) && build->ticks->len > 1)
    g_array_set_size (build->ticks, 1);
}

static void
add_axis (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayChartStyle *style = build->style;
  const OutlayChartBox *plot = &layout->plot;
  double font = layout->metrics.axis_font;

  for (guint i = 0; i < build->ticks->len; i++)
    {
      double value = g_array_index (build->ticks, double, i);
      double x = floor (outlay_scale_get_position (&layout->scale, value)) + 0.5;
      g_autofree char *label = style->format_axis (value, build->tick_step, style->format_data);

      outlay_marks_add_rule (layout->base, value == 0.0 ? OUTLAY_MARK_AXIS : OUTLAY_MARK_GRID,
                             x, plot->y, x, plot->y + plot->height,
                             value == 0.0 ? layout->palette.axis : layout->palette.grid, 1.0);
      outlay_marks_add_text (layout->base, OUTLAY_MARK_AXIS_LABEL,
                             outlay_text_new (layout->text, label, font, FALSE),
                             x, plot->y + plot->height + 1.35 * font, 0.5, layout->palette.dim);
    }
}

static OutlayColor
get_fill (const OutlayChartBuild *build,
          guint                   i)
{
  const OutlayPalette *palette = &build->layout->palette;
  const OutlayChartStep *step = &build->chart->steps[i];

  if (step->is_total)
    return outlay_palette_get_series (palette, build->chart->step_slot);
  if (step_get_value (step) == 0.0)
    return palette->axis;

  return outlay_palette_get_fill (palette, step_get_value (step) < 0.0 ? FILL_LESS : FILL_MORE);
}

static void
place_bar (OutlayChartLayout *layout,
           const Levels      *levels,
           guint              i)
{
  double from = outlay_scale_get_position (&layout->scale, levels->from[i]);
  double to = outlay_scale_get_position (&layout->scale, levels->to[i]);
  double width = MAX (BAR_WIDTH_MIN, fabs (to - from));
  double height = MIN (BAR_MAX, BAR_SHARE * layout->row_height);
  double middle = layout->plot.y + (i + 0.5) * layout->row_height;

  layout->steps[i] = (OutlayChartBox) { MIN (from, to), middle - height / 2.0, width, height };
}

static void
add_bar (OutlayChartBuild *build,
         guint             i)
{
  OutlayChartLayout *layout = build->layout;
  OutlayMark *mark = outlay_marks_add_box (layout->base, OUTLAY_MARK_STEP, layout->steps[i], 0.0);

  mark->fill = get_fill (build, i);
  mark->series = (int) i;
  if (layout->palette.extra_width > 0.0)
    {
      mark->stroke = layout->palette.text;
      mark->line_width = layout->palette.extra_width;
    }
}

/* From the end of one bar to the start of the next, which two totals have not. */
static void
add_link (OutlayChartLayout *layout,
          const Levels      *levels,
          guint              i)
{
  double x = floor (outlay_scale_get_position (&layout->scale, levels->to[i])) + 0.5;
  OutlayMark *mark;

  mark = outlay_marks_add_rule (layout->base, OUTLAY_MARK_STEP_LINK,
                                x, layout->steps[i].y + layout->steps[i].height,
                                x, layout->steps[i + 1].y, layout->palette.axis, 1.0);
  mark->series = (int) i;
}

static void
add_words (OutlayChartBuild *build,
           guint             i)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayChartBox *bar = &layout->steps[i];
  double font = layout->metrics.label_font;
  double baseline = bar->y + bar->height / 2.0 + FIGURE_HALF * font;

  outlay_marks_add_text (layout->base, OUTLAY_MARK_STEP_NAME, create_name (build, i),
                         build->style->margin, baseline, 0.0,
                         layout->palette.text)->series = (int) i;
  outlay_marks_add_text (layout->base, OUTLAY_MARK_STEP_VALUE, create_amount (build, i),
                         bar->x + bar->width + AMOUNT_PAD * font, baseline, 0.0,
                         layout->palette.text)->series = (int) i;
}

/**
 * outlay_waterfall_add:
 * @build: with the heading added
 * @top: px where the plot may begin
 *
 * Plans and adds all of a waterfall.
 */
void
outlay_waterfall_add (OutlayChartBuild *build,
                      double            top)
{
  OutlayChartLayout *layout = build->layout;
  guint n_steps = build->chart->n_steps;
  g_autofree double *from = g_new0 (double, n_steps + 1);
  g_autofree double *to = g_new0 (double, n_steps + 1);
  Levels levels = { from, to };
  OutlayScaleRange range;

  layout->n_steps = n_steps;
  layout->steps = g_new0 (OutlayChartBox, n_steps + 1);
  levels_find (&levels, build->chart, &range);
  plan_plot (build, top);
  plan_scale (build, &range);

  add_axis (build);
  for (guint i = 0; i < n_steps; i++)
    place_bar (layout, &levels, i);
  for (guint i = 0; i + 1 < n_steps; i++)
    if (!build->chart->steps[i].is_total || !build->chart->steps[i + 1].is_total)
      add_link (layout, &levels, i);
  for (guint i = 0; i < n_steps; i++)
    {
      add_bar (build, i);
      add_words (build, i);
    }
}

/* The row that is pointed at, or walked to. */
void
outlay_waterfall_add_selection (OutlayChartLayout *layout)
{
  double top = layout->plot.y + layout->selected_step * layout->row_height;
  OutlayChartBox row = { SELECTION_PAD, top, layout->width - 2.0 * SELECTION_PAD,
                         layout->row_height };
  double radius = MIN (SELECTION_RADIUS, row.height / 2.0);
  OutlayMark *mark = outlay_marks_add_box (layout->overlay, OUTLAY_MARK_SELECTION, row, radius);

  mark->fill = layout->palette.grid;
  mark->series = layout->selected_step;
}

/**
 * outlay_chart_layout_set_step:
 * @layout: of a waterfall
 * @step: from 0, or -1 for none
 *
 * Tints a row.
 */
void
outlay_chart_layout_set_step (OutlayChartLayout *layout,
                              int                step)
{
  g_return_if_fail (layout != NULL);

  layout->selected_step = step >= 0 && step < (int) layout->n_steps ? step : -1;
  outlay_crosshair_update (layout);
}

/**
 * outlay_chart_layout_get_step_at:
 * @layout: of a waterfall
 * @x: px
 * @y: px
 *
 * Returns: the step, from 0, whose row is there, or -1
 */
int
outlay_chart_layout_get_step_at (const OutlayChartLayout *layout,
                                 double                   x,
                                 double                   y)
{
  g_return_val_if_fail (layout != NULL, -1);

  if (x < 0.0 || x > layout->width || y < layout->plot.y ||
      y >= layout->plot.y + layout->plot.height || layout->n_steps == 0)
    return -1;

  return MIN ((int) ((y - layout->plot.y) / layout->row_height), (int) layout->n_steps - 1);
}

/**
 * outlay_chart_layout_get_step_box:
 * @layout: of a waterfall
 * @step: from 0, less than its steps
 *
 * Returns: where the step's bar is, px
 */
OutlayChartBox
outlay_chart_layout_get_step_box (const OutlayChartLayout *layout,
                                  guint                    step)
{
  OutlayChartBox box = { 0.0, 0.0, 0.0, 0.0 };

  g_return_val_if_fail (layout != NULL && step < layout->n_steps, box);

  box = layout->steps[step];
  if (layout->right_to_left)
    box.x = layout->width - box.x - box.width;

  return box;
}
