/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "marks.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Cairo before 1.17.4 puts each letter on a whole pixel, which tears words
 * apart: on a coarse screen outlines are set more evenly. Paper and twice as
 * fine a screen do not need it, and in a PDF words should stay words. */
#define CAIRO_VERSION_OF_FINE_TEXT CAIRO_VERSION_ENCODE (1, 17, 4)
#define FINE_SCALE 1.75

/* A fifth of a pixel from the true curve cannot be seen on a screen. */
#define SCREEN_TOLERANCE 0.2

static gboolean
target_is_screen (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_group_target (cr));

  return type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_PS &&
         type != CAIRO_SURFACE_TYPE_SVG && type != CAIRO_SURFACE_TYPE_WIN32_PRINTING;
}

static gboolean
target_is_coarse (cairo_t *cr)
{
  double x_scale;
  double y_scale;
  double dx = 1.0;
  double dy = 0.0;

  cairo_surface_get_device_scale (cairo_get_group_target (cr), &x_scale, &y_scale);
  cairo_user_to_device_distance (cr, &dx, &dy);

  return hypot (dx * x_scale, dy * y_scale) < FINE_SCALE;
}

static void
trace_rounded_box (const OutlayChartBox *box,
                   double                radius,
                   cairo_t              *cr)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI_2, 0.0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0.0, G_PI_2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
trace_path (const OutlayPoint *points,
            const OutlayMark  *mark,
            cairo_t           *cr)
{
  for (guint i = 0; i < mark->n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  if (mark->closed)
    cairo_close_path (cr);
}

/* Leaves the outline of the mark, and nothing else, as the current path. */
static void
trace_mark (const OutlayMarks *marks,
            const OutlayMark  *mark,
            cairo_t           *cr)
{
  cairo_new_path (cr);

  switch (mark->shape)
    {
    case OUTLAY_SHAPE_PATH:
      trace_path (outlay_marks_get_points (marks, mark), mark, cr);
      break;
    case OUTLAY_SHAPE_DISC:
      cairo_arc (cr, mark->box.x + mark->radius, mark->box.y + mark->radius,
                 mark->radius, 0.0, 2.0 * G_PI);
      break;
    case OUTLAY_SHAPE_BOX:
      if (mark->radius > 0.0)
        trace_rounded_box (&mark->box, mark->radius, cr);
      else
        cairo_rectangle (cr, mark->box.x, mark->box.y, mark->box.width, mark->box.height);
      break;
    case OUTLAY_SHAPE_TEXT:
      cairo_move_to (cr, mark->box.x, mark->box.y);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Letters that stand on whole pixels anyhow come from cairo's store of them, in a
 * fifth of the time. */
static gboolean
needs_outline (PangoLayout *text)
{
  return !pango_context_get_round_glyph_positions (pango_layout_get_context (text));
}

/* What takes long and of which nobody sees the edges at one pixel a px may be drawn fast:
 * it takes a third of the time. */
static void
set_antialias (cairo_t *cr,
               gboolean fast)
{
  cairo_set_antialias (cr, fast ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
}

/* In the colour of what is behind. */
static void
draw_halo (const OutlayMark *mark,
           double            line_width,
           gboolean          coarse,
           cairo_t          *cr)
{
  outlay_color_set_source (mark->halo, cr);
  outlay_dash_set (NULL, 1.0, cr);
  cairo_set_line_width (cr, line_width + 2.0 * mark->halo_width);
  set_antialias (cr, coarse);
  cairo_stroke_preserve (cr);
  set_antialias (cr, FALSE);
}

static void
draw_text (const OutlayMarks *marks,
           const OutlayMark  *mark,
           gboolean           coarse,
           gboolean           outlined,
           cairo_t           *cr)
{
  trace_mark (marks, mark, cr);
  if (mark->halo.alpha > 0.0)
    {
      pango_cairo_layout_path (cr, mark->text);
      draw_halo (mark, 0, coarse, cr);
      cairo_new_path (cr);
      trace_mark (marks, mark, cr);
    }

  outlay_color_set_source (mark->fill, cr);
  if (outlined && needs_outline (mark->text))
    {
      pango_cairo_layout_path (cr, mark->text);
      cairo_fill (cr);
    }
  else
    {
      pango_cairo_show_layout (cr, mark->text);
    }

  /* Pango leaves the current point where it began; the next path of whoever
   * draws on this context must not start there. */
  cairo_new_path (cr);
}

static void
draw_shape (const OutlayMarks *marks,
            const OutlayMark  *mark,
            gboolean           coarse,
            cairo_t           *cr)
{
  trace_mark (marks, mark, cr);

  if (mark->halo.alpha > 0.0)
    draw_halo (mark, mark->line_width, coarse, cr);
  if (mark->fill.alpha > 0.0)
    {
      outlay_color_set_source (mark->fill, cr);
      set_antialias (cr, coarse && mark->role == OUTLAY_MARK_BAND);
      cairo_fill_preserve (cr);
    }
  if (mark->stroke.alpha > 0.0)
    {
      outlay_color_set_source (mark->stroke, cr);
      outlay_dash_set (mark->dash, mark->line_width, cr);
      cairo_set_line_width (cr, mark->line_width);
      /* A dashed line is hundreds of small shapes. */
      set_antialias (cr, coarse && mark->dash != NULL && mark->dash->n_lengths > 0);
      cairo_stroke_preserve (cr);
    }
  set_antialias (cr, FALSE);
  cairo_new_path (cr);
}

static gboolean
mark_gives_way (const OutlayMark     *mark,
                const OutlayChartBox *clear)
{
  OutlayChartBox inner;

  if (clear == NULL ||
      (mark->role != OUTLAY_MARK_MONTH_LABEL && mark->role != OUTLAY_MARK_PRICE_TAG))
    return FALSE;

  /* The line below may well touch the pill. */
  inner = (OutlayChartBox) { clear->x, clear->y, clear->width, 0.8 * clear->height };

  return outlay_box_overlaps (&mark->box, &inner);
}

/**
 * outlay_marks_draw:
 * @marks: the marks
 * @clear: (nullable): where the month's pill will stand: labels of the axis
 *   that it would cut through are left out
 * @cr: where to draw
 *
 * Draws the marks in their order.
 */
void
outlay_marks_draw (const OutlayMarks    *marks,
                   const OutlayChartBox *clear,
                   cairo_t              *cr)
{
  gboolean screen = target_is_screen (cr);
  gboolean coarse = screen && target_is_coarse (cr);
  gboolean outlined = coarse && cairo_version () < CAIRO_VERSION_OF_FINE_TEXT;

  cairo_save (cr);
  if (screen)
    cairo_set_tolerance (cr, SCREEN_TOLERANCE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  for (guint i = 0; i < outlay_marks_get_size (marks); i++)
    {
      const OutlayMark *mark = outlay_marks_get (marks, i);

      if (mark_gives_way (mark, clear))
        continue;
      if (mark->shape == OUTLAY_SHAPE_TEXT)
        draw_text (marks, mark, coarse, outlined, cr);
      else
        draw_shape (marks, mark, coarse, cr);
    }

  cairo_restore (cr);
}
