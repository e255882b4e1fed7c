/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

/* The pill around a month's name, of its type size. */
#define PILL_HEIGHT 1.58
#define PILL_SIDE 0.5

#define DOT_RING 1.5
#define SELECTION_WIDTH 2.0
#define SELECTION_RADIUS 4.0
#define RANGE_ALPHA 0.1

static void
crosshair_add_line (OutlayChartLayout *layout,
                    guint              month)
{
  const OutlayChartBox *plot = &layout->plot;
  double x = floor (layout->month_x[month]) + 0.5;
  OutlayMark *mark;

  mark = outlay_marks_add_rule (layout->overlay, OUTLAY_MARK_CROSSHAIR,
                                x, plot->y, x, plot->y + plot->height,
                                layout->palette.crosshair, 1.0);
  mark->month = (int) month;
}

static void
crosshair_add_dot (OutlayChartLayout *layout,
                   guint              series,
                   guint              month)
{
  const OutlayTrace *trace = &layout->traces[series];
  OutlayMark *mark;

  if (!trace->visible || !isfinite (trace->y[month]))
    return;

  mark = outlay_marks_add_disc (layout->overlay, OUTLAY_MARK_CROSSHAIR_DOT,
                                layout->month_x[month], trace->y[month],
                                layout->metrics.crosshair_dot);
  mark->fill = outlay_palette_get_series (&layout->palette, trace->slot);
  mark->halo = layout->palette.card;
  mark->halo_width = DOT_RING;
  mark->series = (int) series;
  mark->month = (int) month;
}

static void
crosshair_add_dots (OutlayChartLayout *layout,
                    guint              month)
{
  for (guint i = 0; i < layout->n_series; i++)
    if (!layout->traces[i].focus)
      crosshair_add_dot (layout, i, month);
  for (guint i = 0; i < layout->n_series; i++)
    if (layout->traces[i].focus)
      crosshair_add_dot (layout, i, month);
}

static void
crosshair_add_pill (OutlayChartLayout *layout,
                    guint              month)
{
  const OutlayMetrics *metrics = &layout->metrics;
  double font = metrics->month_font;
  double height = PILL_HEIGHT * font;
  double baseline = layout->plot.y + layout->plot.height + metrics->month_baseline;
  PangoLayout *text = outlay_text_new (layout->text, layout->month_names[month], font, TRUE);
  double width = outlay_text_get_width (text) + 2.0 * PILL_SIDE * font;
  double x = layout->month_x[month] - width / 2.0;
  OutlayMark *mark;

  /* At the first and last month it stays within the chart. */
  x = MAX (0.0, MIN (x, layout->width - width));
  layout->pill = (OutlayChartBox) { x, baseline - 0.35 * font - height / 2.0, width, height };

  mark = outlay_marks_add_box (layout->overlay, OUTLAY_MARK_PILL, layout->pill, height / 2.0);
  mark->fill = layout->palette.pill;
  mark->month = (int) month;
  mark = outlay_marks_add_text (layout->overlay, OUTLAY_MARK_PILL, text,
                                x + width / 2.0, baseline, 0.5, layout->palette.pill_text);
  mark->month = (int) month;
}

static void
selection_add (OutlayChartLayout *layout)
{
  guint month = (guint) layout->selected_month;
  const OutlayTrace *trace = &layout->traces[layout->selected_series];
  double x = layout->month_x[month];
  OutlayMark *mark;

  if (!trace->visible || !isfinite (trace->y[month]))
    return;

  if (layout->kind == OUTLAY_CHART_STACK)
    {
      OutlayChartBox box = { x - layout->bar_width / 2.0 - SELECTION_WIDTH / 2.0,
                             trace->y[month] - SELECTION_WIDTH / 2.0,
                             layout->bar_width + SELECTION_WIDTH,
                             trace->base[month] - trace->y[month] + SELECTION_WIDTH };
      double radius = MIN (SELECTION_RADIUS, MIN (box.width, box.height) / 2.0);

      mark = outlay_marks_add_box (layout->overlay, OUTLAY_MARK_SELECTION, box, radius);
    }
  else
    {
      mark = outlay_marks_add_disc (layout->overlay, OUTLAY_MARK_SELECTION,
                                    x, trace->y[month], layout->metrics.ring + SELECTION_WIDTH);
    }

  mark->stroke = layout->palette.text;
  mark->line_width = SELECTION_WIDTH;
  mark->series = layout->selected_series;
  mark->month = layout->selected_month;
}

/* From half a month before the first to half a month behind the last. */
static void
range_add (OutlayChartLayout *layout)
{
  const OutlayChartBox *plot = &layout->plot;
  double half = layout->n_months > 1 ? (layout->month_x[1] - layout->month_x[0]) / 2.0
                                     : plot->width / 2.0;
  double start = MAX (plot->x, layout->month_x[layout->range_first] - half);
  double end = MIN (plot->x + plot->width, layout->month_x[layout->range_last] + half);
  OutlayChartBox box = { start, plot->y, end - start, plot->height };
  OutlayMark *mark = outlay_marks_add_box (layout->overlay, OUTLAY_MARK_SELECTION, box, 0.0);

  mark->fill = outlay_color_with_alpha (layout->palette.text, RANGE_ALPHA);
  mark->month = layout->range_first;
}

/**
 * outlay_crosshair_update:
 * @layout: with its crosshair and selection set
 *
 * Makes the marks that follow the pointer. The chart below them stays.
 */
void
outlay_crosshair_update (OutlayChartLayout *layout)
{
  guint month = (guint) MAX (layout->crosshair, 0);

  outlay_marks_clear (layout->overlay);
  layout->pill = (OutlayChartBox) { 0.0, 0.0, 0.0, 0.0 };

  if (layout->range_first >= 0)
    range_add (layout);
  if (layout->selected_series >= 0)
    selection_add (layout);
  if (layout->selected_step >= 0)
    outlay_waterfall_add_selection (layout);

  if (layout->crosshair >= 0)
    {
      /* A bar is its own pointer; a line needs one. */
      if (layout->kind != OUTLAY_CHART_STACK)
        {
          crosshair_add_line (layout, month);
          if (month + 1 <= layout->n_shown)
            crosshair_add_dots (layout, month);
        }
      crosshair_add_pill (layout, month);
    }

  if (layout->right_to_left)
    {
      outlay_marks_mirror (layout->overlay, layout->width);
      layout->pill.x = layout->width - layout->pill.x - layout->pill.width;
    }
}
