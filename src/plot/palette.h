/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * OUTLAY_N_SLOTS:
 *
 * The number of colours for options. From the ninth option on, the colours
 * repeat with the next dash pattern.
 */
#define OUTLAY_N_SLOTS 8

/**
 * OUTLAY_N_FILLS:
 *
 * The number of colours for layers of a stack (kinds, roles, token classes).
 */
#define OUTLAY_N_FILLS 8

/** The largest number of lengths in a dash pattern. */
#define OUTLAY_DASH_MAX 6

/**
 * OutlayColor:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 * @alpha: 0 (clear) to 1
 *
 * A colour in sRGB, not premultiplied. The members are those of `GdkRGBA`,
 * in double.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} OutlayColor;

/**
 * OutlayDash:
 * @lengths: lengths of line and gap in turn, px at a line width of 2 px
 * @n_lengths: 0 for a solid line
 * @cap: how each stroke ends
 *
 * The pattern of a line, so that nobody has to tell it by its colour.
 */
typedef struct
{
  double           lengths[OUTLAY_DASH_MAX];
  guint            n_lengths;
  cairo_line_cap_t cap;
} OutlayDash;

/**
 * OutlayPalette:
 * @card: what the chart stands on; take it from the theme where there is one
 * @text: names and values
 * @dim: axis labels, remarks; at least 5.4 : 1 on @card
 * @grid: lines of the value axis
 * @axis: the line at zero and the ticks of the months
 * @crosshair: the line at the month pointed at
 * @budget: the budget, and what is over it
 * @pill: behind the name of the month pointed at
 * @pill_text: on it
 * @series: a line's colour by slot
 * @fills: a layer's colour
 * @band_alpha: how much of the line's colour a band has
 * @band_edge_alpha: the same for the edges of a band
 * @fan_alphas: the same for 5-95, 10-90 and 25-75 of a fan
 * @extra_width: px to add to each line (high contrast)
 *
 * Every colour of a chart. A plain value: fill it with outlay_palette_init()
 * and change what the theme knows better.
 */
typedef struct
{
  OutlayColor card;
  OutlayColor text;
  OutlayColor dim;
  OutlayColor grid;
  OutlayColor axis;
  OutlayColor crosshair;
  OutlayColor budget;
  OutlayColor pill;
  OutlayColor pill_text;
  OutlayColor series[OUTLAY_N_SLOTS];
  OutlayColor fills[OUTLAY_N_FILLS];
  double      band_alpha;
  double      band_edge_alpha;
  double      fan_alphas[3];
  double      extra_width;
} OutlayPalette;

void              outlay_palette_init         (OutlayPalette       *palette,
                                               gboolean             dark,
                                               gboolean             high_contrast);
OutlayColor       outlay_palette_get_series   (const OutlayPalette *palette,
                                               guint                slot);
OutlayColor       outlay_palette_get_fill     (const OutlayPalette *palette,
                                               guint                slot);
const OutlayDash *outlay_palette_get_dash     (guint                slot);

OutlayColor       outlay_color_from_hex       (guint32              rgb);
OutlayColor       outlay_color_with_alpha     (OutlayColor          color,
                                               double               alpha);
double            outlay_color_get_contrast   (OutlayColor          one,
                                               OutlayColor          other);
OutlayColor       outlay_color_get_text_on    (OutlayColor          fill);
void              outlay_color_set_source     (OutlayColor          color,
                                               cairo_t             *cr);

void              outlay_dash_set             (const OutlayDash    *dash,
                                               double               line_width,
                                               cairo_t             *cr);
void              outlay_sample_draw          (const OutlayPalette *palette,
                                               guint                slot,
                                               gboolean             hidden,
                                               double               x,
                                               double               y,
                                               double               width,
                                               double               line_width,
                                               cairo_t             *cr);

G_END_DECLS
