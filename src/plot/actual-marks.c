/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months that have happened: a mark of another shape than the dots of the curves, for
 * no curve leads to it. */
#include "layout-private.h"

#include <math.h>

/* From the middle of a mark to its points, and its margin, of a dot. */
#define MARK_HALF 1.7
#define MARK_HALO 0.6

/* From the mark to its word, of the axis' font. */
#define TEXT_GAP 0.5

/* Half the height of a letter, so that it stands centred beside the mark. */
#define FIGURE_HALF 0.35

/* So much of a curve's dots in px where those are left out. */
#define LEAST_DOT 3.0

static double
get_half (const OutlayChartBuild *build)
{
  return MARK_HALF * MAX (build->layout->metrics.dot, LEAST_DOT);
}

static void
add_mark (OutlayChartBuild *build,
          guint             month,
          double            y)
{
  OutlayChartLayout *layout = build->layout;
  double x = layout->month_x[month];
  double half = get_half (build);
  const OutlayPoint points[] = { { x, y - half }, { x + half, y }, { x, y + half },
                                 { x - half, y } };
  OutlayMark *mark = outlay_marks_add_path (layout->base, OUTLAY_MARK_ACTUAL, points,
                                            G_N_ELEMENTS (points), TRUE);

  mark->fill = layout->palette.text;
  mark->halo = layout->palette.card;
  mark->halo_width = MARK_HALO * half;
  mark->month = (int) month;
  outlay_obstacles_add_box (build->obstacles, mark->box);
}

static void
add_word (OutlayChartBuild *build,
          guint             month,
          double            y)
{
  OutlayChartLayout *layout = build->layout;
  double font = layout->metrics.axis_font;
  PangoLayout *text = outlay_text_new (layout->text, build->style->actual_text, font, FALSE);
  gboolean is_end = month + 1 == layout->n_months;
  double gap = get_half (build) + TEXT_GAP * font;
  OutlayMark *mark = outlay_marks_add_text (layout->base, OUTLAY_MARK_ACTUAL_TEXT, text,
                                            layout->month_x[month] + (is_end ? -gap : gap),
                                            y + FIGURE_HALF * font, is_end ? 1.0 : 0.0,
                                            layout->palette.text);

  mark->halo = layout->palette.card;
  mark->halo_width = MARK_HALO * font / 2.0;
  mark->month = (int) month;
  outlay_obstacles_add_box (build->obstacles, mark->box);
}

/**
 * outlay_actual_add:
 * @build: with its series placed
 *
 * Adds what months really came to, and beside the last of them what the marks are.
 */
void
outlay_actual_add (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  const double *actual = build->chart->actual;
  int last = -1;
  double last_y = NAN;

  for (guint i = 0; actual != NULL && i < layout->n_months && i + 1 <= layout->n_shown; i++)
    {
      double y = outlay_scale_get_position (&layout->scale, actual[i]);

      if (!isfinite (y))
        continue;
      add_mark (build, i, y);
      last = (int) i;
      last_y = y;
    }
  if (last >= 0)
    add_word (build, (guint) last, last_y);
}
