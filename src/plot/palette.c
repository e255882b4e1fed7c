/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palette.h"

#include <math.h>

/* In the order in which options are added. The colours keep apart for normal,
 * protan, deutan and tritan vision, and each has 3 : 1 on its card. */
static const guint32 series_light[OUTLAY_N_SLOTS] = {
  0x2f6be4, 0xad4f1f, 0x064a29, 0x6114a0, 0xae930d, 0x2b9dd0, 0x900b5c, 0x6f717c
};

static const guint32 series_dark[OUTLAY_N_SLOTS] = {
  0x7ab0ff, 0xee7206, 0x4eaa72, 0xb57fc0, 0xf7d47b, 0x66d7f0, 0xf297b2, 0xe8ecf8
};

/* Light and dark alternate, so that neighbours in a stack differ. */
static const guint32 fills_light[OUTLAY_N_FILLS] = {
  0xd9765f, 0xf3cf9b, 0x7fae86, 0xcfe6c4, 0x6f9bd1, 0xcbd6f5, 0x8d63b5, 0xd9d6d0
};

static const guint32 fills_dark[OUTLAY_N_FILLS] = {
  0xd0705a, 0xe6c088, 0x6fa178, 0xbcd8b0, 0x6b98d0, 0xb9c8f0, 0x9c7ccf, 0xc8c5bf
};

static const OutlayDash dashes[OUTLAY_N_SLOTS] = {
  { { 0 }, 0, CAIRO_LINE_CAP_BUTT },
  { { 9, 4 }, 2, CAIRO_LINE_CAP_BUTT },
  { { 0.1, 4.6 }, 2, CAIRO_LINE_CAP_ROUND },
  { { 11, 4, 3, 4 }, 4, CAIRO_LINE_CAP_BUTT },
  { { 5, 3.5 }, 2, CAIRO_LINE_CAP_BUTT },
  { { 11, 3, 2.5, 3, 2.5, 3 }, 6, CAIRO_LINE_CAP_BUTT },
  { { 16, 4, 5, 4 }, 4, CAIRO_LINE_CAP_BUTT },
  { { 3, 6 }, 2, CAIRO_LINE_CAP_BUTT },
};

/* The width at which the lengths above are meant. */
#define DASH_LINE_WIDTH 2.0

static void
palette_init_light (OutlayPalette *palette)
{
  OutlayColor ink = outlay_color_from_hex (0x2a2a2d);

  palette->card = outlay_color_from_hex (0xffffff);
  palette->text = ink;
  palette->dim = outlay_color_from_hex (0x66666b);
  palette->grid = outlay_color_with_alpha (ink, 0.08);
  palette->axis = outlay_color_with_alpha (ink, 0.34);
  palette->crosshair = outlay_color_with_alpha (ink, 0.50);
  palette->budget = outlay_color_from_hex (0xc01c28);
  palette->band_alpha = 0.13;
}

static void
palette_init_dark (OutlayPalette *palette)
{
  OutlayColor ink = outlay_color_from_hex (0xffffff);

  palette->card = outlay_color_from_hex (0x303030);
  palette->text = ink;
  palette->dim = outlay_color_from_hex (0xb4b4b8);
  palette->grid = outlay_color_with_alpha (ink, 0.09);
  palette->axis = outlay_color_with_alpha (ink, 0.34);
  palette->crosshair = outlay_color_with_alpha (ink, 0.55);
  palette->budget = outlay_color_from_hex (0xff7b72);
  palette->band_alpha = 0.20;
}

/**
 * outlay_palette_init:
 * @palette: (out caller-allocates): what to fill
 * @dark: for a dark card
 * @high_contrast: for people who need stronger lines
 *
 * Sets every colour.
 */
void
outlay_palette_init (OutlayPalette *palette,
                     gboolean       dark,
                     gboolean       high_contrast)
{
  g_return_if_fail (palette != NULL);

  *palette = (OutlayPalette) { .band_edge_alpha = 0.28,
                               .fan_alphas = { 0.10, 0.13, 0.20 } };
  if (dark)
    palette_init_dark (palette);
  else
    palette_init_light (palette);

  palette->pill = palette->text;
  palette->pill_text = palette->card;
  for (guint i = 0; i < OUTLAY_N_SLOTS; i++)
    palette->series[i] = outlay_color_from_hex (dark ? series_dark[i] : series_light[i]);
  for (guint i = 0; i < OUTLAY_N_FILLS; i++)
    palette->fills[i] = outlay_color_from_hex (dark ? fills_dark[i] : fills_light[i]);

  if (high_contrast)
    {
      palette->grid.alpha = 0.30;
      palette->axis.alpha = 1.0;
      palette->crosshair.alpha = 1.0;
      palette->dim = palette->text;
      palette->band_edge_alpha = 1.0;
      palette->extra_width = 1.0;
    }
}

/**
 * outlay_palette_get_series:
 * @palette: a palette
 * @slot: from 0, in the order in which options were added
 *
 * Returns: the colour of an option's line
 */
OutlayColor
outlay_palette_get_series (const OutlayPalette *palette,
                           guint                slot)
{
  return palette->series[slot % OUTLAY_N_SLOTS];
}

/**
 * outlay_palette_get_fill:
 * @palette: a palette
 * @slot: from 0, from the bottom of the stack
 *
 * Returns: the colour of a layer
 */
OutlayColor
outlay_palette_get_fill (const OutlayPalette *palette,
                         guint                slot)
{
  return palette->fills[slot % OUTLAY_N_FILLS];
}

/**
 * outlay_palette_get_dash:
 * @slot: from 0
 *
 * Returns: (transfer none): the pattern of an option's line. Each further
 *   round of the colours is one pattern ahead, so that colour and pattern
 *   together stay an option's own up to the 64th.
 */
const OutlayDash *
outlay_palette_get_dash (guint slot)
{
  return &dashes[(slot + slot / OUTLAY_N_SLOTS) % OUTLAY_N_SLOTS];
}

/**
 * outlay_color_from_hex:
 * @rgb: 0xrrggbb
 *
 * Returns: the opaque colour
 */
OutlayColor
outlay_color_from_hex (guint32 rgb)
{
  return (OutlayColor) { ((rgb >> 16) & 0xff) / 255.0,
                         ((rgb >> 8) & 0xff) / 255.0,
                         (rgb & 0xff) / 255.0,
                         1.0 };
}

/**
 * outlay_color_with_alpha:
 * @color: a colour
 * @alpha: a factor of its alpha, 0 to 1
 *
 * Returns: the colour, as much clearer
 */
OutlayColor
outlay_color_with_alpha (OutlayColor color,
                         double      alpha)
{
  color.alpha *= alpha;
  return color;
}

static double
channel_to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
color_get_luminance (OutlayColor color)
{
  return 0.2126 * channel_to_linear (color.red) +
         0.7152 * channel_to_linear (color.green) +
         0.0722 * channel_to_linear (color.blue);
}

/**
 * outlay_color_get_contrast:
 * @one: a colour; its alpha is not looked at
 * @other: another
 *
 * Returns: the contrast ratio of WCAG 2, 1 to 21
 */
double
outlay_color_get_contrast (OutlayColor one,
                           OutlayColor other)
{
  double a = color_get_luminance (one);
  double b = color_get_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/**
 * outlay_color_get_text_on:
 * @fill: what the text stands on
 *
 * Returns: near-black or white, whichever contrasts more
 */
OutlayColor
outlay_color_get_text_on (OutlayColor fill)
{
  OutlayColor ink = outlay_color_from_hex (0x1d1d20);
  OutlayColor white = outlay_color_from_hex (0xffffff);

  return outlay_color_get_contrast (ink, fill) >= outlay_color_get_contrast (white, fill)
           ? ink : white;
}

/**
 * outlay_color_set_source:
 * @color: a colour
 * @cr: the context to paint with it
 */
void
outlay_color_set_source (OutlayColor  color,
                         cairo_t     *cr)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

/**
 * outlay_dash_set:
 * @dash: (nullable): a pattern; solid if %NULL
 * @line_width: px, which the pattern grows with
 * @cr: the context to stroke with it
 */
void
outlay_dash_set (const OutlayDash *dash,
                 double            line_width,
                 cairo_t          *cr)
{
  double lengths[OUTLAY_DASH_MAX] = { 0.0 };
  guint n_lengths = dash != NULL ? dash->n_lengths : 0;

  for (guint i = 0; i < n_lengths; i++)
    lengths[i] = dash->lengths[i] * line_width / DASH_LINE_WIDTH;

  cairo_set_dash (cr, lengths, (int) n_lengths, 0.0);
  cairo_set_line_cap (cr, dash != NULL ? dash->cap : CAIRO_LINE_CAP_BUTT);
}

/**
 * outlay_sample_draw:
 * @palette: the colours
 * @slot: the option's slot
 * @hidden: grey, as the option is not drawn
 * @x: the left end, px
 * @y: its height, px
 * @width: its length, px; 26 shows each pattern at 2 px
 * @line_width: px
 * @cr: where to draw
 *
 * Draws the piece of line that stands before an option's name in lists,
 * read-outs and legends.
 */
void
outlay_sample_draw (const OutlayPalette *palette,
                    guint                slot,
                    gboolean             hidden,
                    double               x,
                    double               y,
                    double               width,
                    double               line_width,
                    cairo_t             *cr)
{
  OutlayColor color = hidden ? outlay_color_with_alpha (palette->dim, 0.5)
                             : outlay_palette_get_series (palette, slot);
  double stroke = line_width + palette->extra_width;

  cairo_save (cr);
  outlay_color_set_source (color, cr);
  cairo_set_line_width (cr, stroke);
  /* A thicker line keeps the pattern of a plain one, or the piece would end before its
   * second half, and patterns would look alike. */
  outlay_dash_set (outlay_palette_get_dash (slot), line_width, cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}
