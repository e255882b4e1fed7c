/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

/* From the ring to the words, px. */
#define TEXT_PAD 6.0

#define HALO_WIDTH 2.5

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

  if (!trace->visible)
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
  double reach = build->layout->metrics.ring + TEXT_PAD;
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
  OutlayChartBox box = first_over_place (build, ring, width, 2.2 * font);
  gboolean halo = outlay_obstacles_count (build->obstacles, &box) > 0;
  double anchor;
  double x;

  /* The two lines are flush on the side of the ring. */
  if (box.x + box.width < ring.x)
    anchor = 1.0;
  else
    anchor = box.x > ring.x ? 0.0 : 0.5;
  x = box.x + anchor * box.width;

  first_over_add_line (build, first, layout->palette.text,
                       x, box.y + 0.9 * font, anchor, halo);
  first_over_add_line (build, second, layout->palette.dim,
                       x, box.y + 2.05 * font, anchor, halo);
  outlay_obstacles_add_box (build->obstacles, box);
}

/**
 * outlay_first_over_add:
 * @build: with all lines added
 *
 * Rings each line in the first month in which it is over the budget, and says
 * of the most important one by how much.
 */
void
outlay_first_over_add (OutlayChartBuild *build)
{
  gboolean found = FALSE;
  FirstOver most = { 0 };
  FirstOver over;

  for (guint i = 0; i < build->layout->n_series; i++)
    {
      if (!first_over_find (build, i, &over))
        continue;
      first_over_add_ring (build, &over);
      if (!found || first_over_is_more_important (build->layout, &over, &most))
        most = over;
      found = TRUE;
    }

  if (found)
    first_over_add_text (build, &most);
}
