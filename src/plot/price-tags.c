/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

/* Lines below the axis: names, years, and one that is always free. */
#define LINE_NAMES 0
#define LINE_YEARS 1
#define LINE_FREE 2

/* Of the tag's size: half its width, and where the shoulders are. */
#define TAG_HALF_WIDTH 0.38
#define TAG_SHOULDER 0.18
#define TAG_HOLE 0.11

/* Between the tag, and its number or a label beside it, px. */
#define TAG_GAP 4.0

/* A price changes on the first day of a month, and the month's point stands
 * for all of it: so the change is half a month before the point. */
static double
price_tag_get_x (const OutlayChartBuild *build,
                 guint                   month)
{
  const OutlayChartLayout *layout = build->layout;

  return MAX (layout->plot.x, layout->month_x[month] - build->months.step / 2.0);
}

static double
axis_line_get_half_width (const OutlayChartBuild *build,
                          guint                   month,
                          guint                   line)
{
  const OutlayMonthAxis *months = &build->months;

  switch (build->month_labels[month])
    {
    case OUTLAY_MONTH_LABEL_NAME:
      return line == LINE_NAMES ? months->name_width / 2.0 : 0.0;
    case OUTLAY_MONTH_LABEL_NAME_OVER_YEAR:
      return (line == LINE_NAMES ? months->name_width : months->year_width) / 2.0;
    case OUTLAY_MONTH_LABEL_NAME_AND_YEAR:
      return line == LINE_NAMES ? months->joined_width / 2.0 : 0.0;
    case OUTLAY_MONTH_LABEL_YEAR:
      return line == LINE_NAMES ? months->year_width / 2.0 : 0.0;
    case OUTLAY_MONTH_LABEL_NONE:
    default:
      return 0.0;
    }
}

static gboolean
price_tag_fits (const OutlayChartBuild       *build,
                const OutlayChartPriceChange *change,
                guint                         line)
{
  const OutlayMetrics *metrics = &build->layout->metrics;
  double x = price_tag_get_x (build, change->month);
  double half = TAG_HALF_WIDTH * metrics->tag_size + TAG_GAP;

  /* A number of two figures beside it at the most. */
  if (change->n_changes > 1)
    half += 1.2 * metrics->note_font;

  for (guint i = 0; i < build->layout->n_months; i++)
    {
      double label = axis_line_get_half_width (build, i, line);

      if (label > 0.0 && fabs (build->layout->month_x[i] - x) < label + half)
        return FALSE;
    }

  return TRUE;
}

/**
 * outlay_price_tags_choose_line:
 * @build: with months placed and named
 *
 * Returns: the first line below the axis, from 0, in which every tag has
 *   room between the labels; 0 if there are no tags
 */
guint
outlay_price_tags_choose_line (OutlayChartBuild *build)
{
  const OutlayChart *chart = build->chart;

  for (guint line = LINE_NAMES; line < LINE_FREE; line++)
    {
      gboolean fits = TRUE;

      for (guint i = 0; fits && i < chart->n_price_changes; i++)
        fits = chart->price_changes[i].month >= chart->n_months ||
               price_tag_fits (build, &chart->price_changes[i], line);
      if (fits)
        return line;
    }

  return LINE_FREE;
}

/* A tag that hangs from the tick: point up, with a hole. */
static void
price_tag_add_glyph (OutlayChartLayout *layout,
                     double             x,
                     double             y,
                     int                month)
{
  double size = layout->metrics.tag_size;
  double half = TAG_HALF_WIDTH * size;
  const OutlayPoint points[] = {
    { x, y - size / 2.0 },
    { x + half, y - TAG_SHOULDER * size },
    { x + half, y + size / 2.0 },
    { x - half, y + size / 2.0 },
    { x - half, y - TAG_SHOULDER * size },
  };
  OutlayMark *mark;

  mark = outlay_marks_add_path (layout->base, OUTLAY_MARK_PRICE_TAG,
                                points, G_N_ELEMENTS (points), TRUE);
  mark->fill = layout->palette.dim;
  mark->month = month;

  mark = outlay_marks_add_disc (layout->base, OUTLAY_MARK_PRICE_TAG,
                                x, y - 0.12 * size, TAG_HOLE * size);
  mark->fill = layout->palette.card;
  mark->month = month;
}

static void
price_tag_add (OutlayChartBuild             *build,
               const OutlayChartPriceChange *change)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayMetrics *metrics = &layout->metrics;
  int month = (int) change->month;
  double x = floor (price_tag_get_x (build, change->month)) + 0.5;
  double bottom = layout->plot.y + layout->plot.height;
  double baseline = bottom + metrics->month_baseline + build->tag_line * metrics->line_height;
  double y = baseline - 0.35 * metrics->month_font;
  OutlayMark *mark;

  mark = outlay_marks_add_rule (layout->base, OUTLAY_MARK_PRICE_TICK,
                                x, bottom - 1.5 * metrics->tick_length,
                                x, bottom + 1.5 * metrics->tick_length,
                                layout->palette.dim, 1.5);
  mark->month = month;
  price_tag_add_glyph (layout, x, y, month);

  if (change->n_changes > 1)
    {
      g_autofree char *number = g_strdup_printf ("%u", change->n_changes);

      mark = outlay_marks_add_text (layout->base, OUTLAY_MARK_PRICE_TAG,
                                    outlay_text_new (layout->text, number,
                                                     metrics->note_font, FALSE),
                                    x + TAG_HALF_WIDTH * metrics->tag_size + TAG_GAP / 2.0,
                                    baseline, 0.0, layout->palette.dim);
      mark->month = month;
    }
}

/**
 * outlay_price_tags_add:
 * @build: with everything planned
 *
 * Marks announced price changes on the axis of months.
 */
void
outlay_price_tags_add (OutlayChartBuild *build)
{
  const OutlayChart *chart = build->chart;

  for (guint i = 0; i < chart->n_price_changes; i++)
    if (chart->price_changes[i].month < chart->n_months)
      price_tag_add (build, &chart->price_changes[i]);
}
