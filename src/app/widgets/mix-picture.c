/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mix-picture.h"

#include "figure-format.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEAST_BAR_HEIGHT 22
#define RIBBON_HEIGHT 14
#define LABEL_GAP 9
#define LEAST_LENGTH 120
#define RADIUS 4
#define GAP 1.2
#define RIBBON_ALPHA 0.30
#define PADDING 2

/* One bar: where it stands, from left to right. */
typedef struct
{
  double left;
  double top;
  double length;
  double height;
} Bar;

/**
 * outlay_mix_end_get_name:
 * @end: an end of a task mix
 *
 * Returns: (transfer none): its name in the person's language
 */
const char *
outlay_mix_end_get_name (OutlayMixEnd end)
{
  return end == OUTLAY_MIX_START ? C_("task mix", "Start") : C_("task mix", "Learnt");
}

static void
get_text_size (PangoLayout *layout,
               const char  *text,
               int         *width,
               int         *height)
{
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, width, height);
}

/**
 * outlay_mix_picture_fit:
 * @self: a picture with its layout
 *
 * Makes room for the words beside the bars, on which all else depends.
 */
void
outlay_mix_picture_fit (OutlayMixPicture *self)
{
  self->label_width = self->label_height = 0;

  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    {
      int width;
      int height;

      get_text_size (self->layout, outlay_mix_end_get_name (end), &width, &height);
      self->label_width = MAX (self->label_width, width);
      self->label_height = MAX (self->label_height, height);
    }
}

static Bar
get_bar (const OutlayMixPicture *self,
         OutlayMixEnd            end)
{
  Bar bar;

  bar.height = MAX (LEAST_BAR_HEIGHT, self->label_height + 2 * PADDING);
  bar.top = end == OUTLAY_MIX_START ? 0 : bar.height + RIBBON_HEIGHT;
  bar.length = MAX (1, self->width - self->label_width - LABEL_GAP);
  bar.left = self->right_to_left ? 0 : self->width - bar.length;

  return bar;
}

/**
 * outlay_mix_picture_measure:
 * @self: a picture that has been fitted
 * @width: (out): the least width, px
 * @height: (out): px
 */
void
outlay_mix_picture_measure (const OutlayMixPicture *self,
                            int                    *width,
                            int                    *height)
{
  *width = self->label_width + LABEL_GAP + LEAST_LENGTH;
  *height = 2 * MAX (LEAST_BAR_HEIGHT, self->label_height + 2 * PADDING) + RIBBON_HEIGHT;
}

/**
 * outlay_mix_picture_get_edge:
 * @self: a picture
 * @end: an end of the mix
 * @n_before: how many kinds stand before the edge
 *
 * Returns: where the edge is, px from the left
 */
double
outlay_mix_picture_get_edge (const OutlayMixPicture *self,
                             OutlayMixEnd            end,
                             guint                   n_before)
{
  Bar bar = get_bar (self, end);
  double sum = 0;

  for (guint i = 0; i < n_before; i++)
    sum += self->shares[end][i];
  sum = MIN (sum, 1);

  return bar.left + (self->right_to_left ? 1 - sum : sum) * bar.length;
}

/**
 * outlay_mix_picture_get_bar:
 * @self: a picture
 * @end: an end of the mix
 * @top: (out): px
 * @height: (out): px
 * @length: (out): px
 *
 * Says where a bar is.
 */
void
outlay_mix_picture_get_bar (const OutlayMixPicture *self,
                            OutlayMixEnd            end,
                            double                 *top,
                            double                 *height,
                            double                 *length)
{
  Bar bar = get_bar (self, end);

  *top = bar.top;
  *height = bar.height;
  *length = bar.length;
}

static void
trace_round_bar (const Bar *bar,
                 cairo_t   *cr)
{
  double right = bar->left + bar->length - RADIUS;
  double bottom = bar->top + bar->height - RADIUS;

  cairo_new_path (cr);
  cairo_arc (cr, bar->left + RADIUS, bar->top + RADIUS, RADIUS, G_PI, 1.5 * G_PI);
  cairo_arc (cr, right, bar->top + RADIUS, RADIUS, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, right, bottom, RADIUS, 0, 0.5 * G_PI);
  cairo_arc (cr, bar->left + RADIUS, bottom, RADIUS, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
}

/* The layout's text, which is so big, in the middle of a place. */
static void
draw_layout (PangoLayout *layout,
             double       x,
             double       y,
             cairo_t     *cr)
{
  cairo_move_to (cr, round (x), round (y));
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
draw_kind (const OutlayMixPicture *self,
           const OutlayPalette    *palette,
           const Bar              *bar,
           OutlayMixEnd            end,
           guint                   kind,
           cairo_t                *cr)
{
  double one = outlay_mix_picture_get_edge (self, end, kind);
  double other = outlay_mix_picture_get_edge (self, end, kind + 1);
  double left = MIN (one, other) + GAP / 2;
  double length = MAX (one, other) - GAP / 2 - left;
  OutlayColor fill = outlay_palette_get_fill (palette, kind);
  g_autofree char *text = outlay_figure_format_number (self->shares[end][kind] * 100, 0);
  int width;
  int height;

  if (length <= 0)
    return;

  cairo_rectangle (cr, left, bar->top, length, bar->height);
  outlay_color_set_source (fill, cr);
  cairo_fill (cr);

  get_text_size (self->layout, text, &width, &height);
  if (width + 2 * PADDING > length)
    return;

  outlay_color_set_source (outlay_color_get_text_on (fill), cr);
  draw_layout (self->layout, left + (length - width) / 2, bar->top + (bar->height - height) / 2,
               cr);
}

static void
draw_bar (const OutlayMixPicture *self,
          const OutlayPalette    *palette,
          OutlayMixEnd            end,
          cairo_t                *cr)
{
  Bar bar = get_bar (self, end);
  int width;
  int height;

  get_text_size (self->layout, outlay_mix_end_get_name (end), &width, &height);
  outlay_color_set_source (palette->dim, cr);
  draw_layout (self->layout, self->right_to_left ? self->width - width : 0,
               bar.top + (bar.height - height) / 2, cr);

  cairo_save (cr);
  trace_round_bar (&bar, cr);
  cairo_clip (cr);
  for (guint i = 0; i < self->n_kinds; i++)
    draw_kind (self, palette, &bar, end, i, cr);
  cairo_restore (cr);
}

/* Where a kind goes from the start to the end of learning. */
static void
draw_ribbon (const OutlayMixPicture *self,
             const OutlayPalette    *palette,
             guint                   kind,
             cairo_t                *cr)
{
  Bar above = get_bar (self, OUTLAY_MIX_START);
  Bar below = get_bar (self, OUTLAY_MIX_LEARNT);
  OutlayColor fill = outlay_palette_get_fill (palette, kind);
  double top = above.height + 1;
  double bottom = below.top - 1;

  cairo_new_path (cr);
  cairo_move_to (cr, outlay_mix_picture_get_edge (self, OUTLAY_MIX_START, kind), top);
  cairo_line_to (cr, outlay_mix_picture_get_edge (self, OUTLAY_MIX_START, kind + 1), top);
  cairo_line_to (cr, outlay_mix_picture_get_edge (self, OUTLAY_MIX_LEARNT, kind + 1), bottom);
  cairo_line_to (cr, outlay_mix_picture_get_edge (self, OUTLAY_MIX_LEARNT, kind), bottom);
  cairo_close_path (cr);
  outlay_color_set_source (outlay_color_with_alpha (fill, RIBBON_ALPHA), cr);
  cairo_fill (cr);
}

/**
 * outlay_mix_picture_draw:
 * @self: a picture
 * @palette: the colours
 * @cr: where to draw
 */
void
outlay_mix_picture_draw (const OutlayMixPicture *self,
                         const OutlayPalette    *palette,
                         cairo_t                *cr)
{
  for (guint i = 0; i < self->n_kinds; i++)
    draw_ribbon (self, palette, i, cr);
  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    draw_bar (self, palette, end, cr);
}
