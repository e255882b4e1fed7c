/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

/* From the ring to the words, of their size. */
#define TEXT_PAD 0.55

/* Of both lines together, of their size. */
#define TEXT_HEIGHT 2.2

/* Over more lines than this the words cannot be read. */
#define LINES_CROSSED_MAX 2

#define HALO_WIDTH 2.5

/* Behind words that stand on lines: what runs there shows through, but faintly. */
#define GROUND_ALPHA 0.85
#define GROUND_PAD 3.0

typedef struct
{
  guint  series;
  guint  month;
  double excess; /* money */
} FirstOver;

/* What a reader sees: months that are revealed, of lines that are drawn. */
static gboolean
first_over_find (const OutlayChartBuild *build,
                 guint                   series,
                 FirstOver              *over)
{
  const OutlayChartLayout *layout = build->layout;
  const OutlayTrace *trace = &layout->traces[series];

  if (!trace->visible || build->chart->series[series].over_before)
    return FALSE;

  for (guint month = 0; month < layout->n_months && month + 1 <= layout->n_shown; month++)
    {
      double excess = build->chart->series[series].values[month] -
                      outlay_budget_get_value (build->chart, month);

      if (excess > 0.0 && isfinite (trace->y[month]))
        {
          *over = (FirstOver) { series, month, excess };
          return TRUE;
        }
    }

  return FALSE;
}

static void
first_over_add_ring (OutlayChartBuild *build,
                     const FirstOver  *over)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayTrace *trace = &layout->traces[over->series];
  OutlayMark *mark;

  mark = outlay_marks_add_disc (layout->base, OUTLAY_MARK_OVER_RING,
                                layout->month_x[over->month], trace->y[over->month],
                                layout->metrics.ring);
  mark->fill = layout->palette.card;
  mark->stroke = outlay_palette_get_series (&layout->palette, trace->slot);
  mark->line_width = layout->metrics.ring_line;
  mark->series = (int) over->series;
  mark->month = (int) over->month;
  outlay_obstacles_add_box (build->obstacles, mark->box);
}

/* Of several, words go with the line in focus, else with the earliest month,
 * else with the largest excess. */
static gboolean
first_over_is_more_important (const OutlayChartLayout *layout,
                              const FirstOver         *one,
                              const FirstOver         *other)
{
  gboolean focus_one = layout->traces[one->series].focus;
  gboolean focus_other = layout->traces[other->series].focus;

  if (focus_one != focus_other)
    return focus_one;
  if (one->month != other->month)
    return one->month < other->month;

  return one->excess > other->excess;
}

/* The words beside the ring: before it, where a rising curve leaves room, and
 * if that is taken above, below or after it. */
static OutlayChartBox
first_over_place (OutlayChartBuild *build,
                  OutlayPoint       ring,
                  double            width,
                  double            height)
{
  const OutlayMetrics *metrics = &build->layout->metrics;
  double reach = metrics->ring + TEXT_PAD * metrics->note_font;
  const OutlayChartBox boxes[] = {
    { ring.x - reach - width, ring.y - height / 2.0, width, height },
    { ring.x - reach - width, ring.y - height, width, height },
    { ring.x - width / 2.0, ring.y - reach - height, width, height },
    { ring.x + reach, ring.y - height, width, height },
    { ring.x + reach, ring.y, width, height },
    { ring.x - width / 2.0, ring.y + reach, width, height },
    { ring.x - reach - width, ring.y, width, height },
  };

  return boxes[outlay_obstacles_choose (build->obstacles, boxes, G_N_ELEMENTS (boxes))];
}

static void
first_over_add_line (OutlayChartBuild *build,
                     PangoLayout      *text,
                     OutlayColor       color,
                     double            x,
                     double            baseline,
                     double            anchor,
                     gboolean          halo)
{
  OutlayChartLayout *layout = build->layout;
  OutlayMark *mark;

  mark = outlay_marks_add_text (layout->base, OUTLAY_MARK_OVER_TEXT, text,
                                x, baseline, anchor, color);
  if (halo)
    {
      mark->halo = layout->palette.card;
      mark->halo_width = HALO_WIDTH;
    }
}

static void
first_over_clear_ground (OutlayChartBuild     *build,
                         const OutlayChartBox *box)
{
  OutlayChartBox ground = { box->x - GROUND_PAD, box->y,
                            box->width + 2.0 * GROUND_PAD, box->height + GROUND_PAD };

  outlay_marks_add_box (build->layout->base, OUTLAY_MARK_BACKGROUND, ground,
                        GROUND_PAD)->fill =
    outlay_color_with_alpha (build->layout->palette.card, GROUND_ALPHA);
}

/* Two lines, flush on the side of the ring. */
static void
first_over_add_lines (OutlayChartBuild     *build,
                      PangoLayout          *first,
                      PangoLayout          *second,
                      const OutlayChartBox *box,
                      double                ring_x)
{
  const OutlayPalette *palette = &build->layout->palette;
  double font = build->layout->metrics.note_font;
  gboolean halo = outlay_obstacles_count (build->obstacles, box) > 0;
  double anchor = 0.5;
  double x;

  if (box->x + box->width < ring_x)
    anchor = 1.0;
  else if (box->x > ring_x)
    anchor = 0.0;
  x = box->x + anchor * box->width;

  if (halo)
    first_over_clear_ground (build, box);
  first_over_add_line (build, first, palette->text, x, box->y + 0.9 * font, anchor, halo);
  first_over_add_line (build, second, palette->dim, x, box->y + 2.05 * font, anchor, halo);
}

static void
first_over_add_text (OutlayChartBuild *build,
                     const FirstOver  *over)
{
  const OutlayChartStyle *style = build->style;
  OutlayChartLayout *layout = build->layout;
  double font = layout->metrics.note_font;
  OutlayPoint ring = { layout->month_x[over->month],
                       layout->traces[over->series].y[over->month] };
  g_autofree char *amount = style->format_money (over->excess, style->format_data);
  g_autofree char *by = outlay_text_fill (style->over_by_text, amount);
  PangoLayout *first = outlay_text_new (layout->text, style->first_over_text, font, TRUE);
  PangoLayout *second = outlay_text_new (layout->text, by, font, FALSE);
  double width = MAX (outlay_text_get_width (first), outlay_text_get_width (second));
  OutlayChartBox box = first_over_place (build, ring, width, TEXT_HEIGHT * font);

  if (outlay_obstacles_count (build->obstacles, &box) <= LINES_CROSSED_MAX)
    first_over_add_lines (build, g_object_ref (first), g_object_ref (second), &box, ring.x);

  g_object_unref (first);
  g_object_unref (second);
}

/**
 * outlay_first_over_add_rings:
 * @build: with all lines added
 *
 * Rings each line in the first month in which it is over the budget.
 */
void
outlay_first_over_add_rings (OutlayChartBuild *build)
{
  FirstOver over;

  for (guint i = 0; i < build->layout->n_series; i++)
    if (first_over_find (build, i, &over))
      first_over_add_ring (build, &over);
}

/**
 * outlay_first_over_add_text:
 * @build: with rings and the budget's label added
 *
 * Says of the most important ring by how much its line is over. Where no
 * place is left that can be read, the ring stands alone.
 */
void
outlay_first_over_add_text (OutlayChartBuild *build)
{
  gboolean found = FALSE;
  FirstOver most = { 0 };
  FirstOver over;

  for (guint i = 0; i < build->layout->n_series; i++)
    {
      if (!first_over_find (build, i, &over))
        continue;
      if (!found || first_over_is_more_important (build->layout, &over, &most))
        most = over;
      found = TRUE;
    }

  if (found)
    first_over_add_text (build, &most);
}
