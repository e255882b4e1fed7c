/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-style.h"

#include "theme-palette.h"

#include <pango/pangocairo.h>

/* Cantarell 11 at 96 dots per inch, px: what the chart's sizes are made for. */
#define DESIGN_FONT_SIZE 14.667
#define DESIGN_RESOLUTION 96.0

/**
 * outlay_widget_get_text_scale:
 * @widget: a widget
 *
 * Returns: how much larger than designed its text is, 1 for 100 %; never
 *   smaller than the screen's resolution asks for
 */
double
outlay_widget_get_text_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (resolution <= 0)
    resolution = DESIGN_RESOLUTION;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= resolution / 72;

  return MAX (size / DESIGN_FONT_SIZE, resolution / DESIGN_RESOLUTION);
}

/**
 * outlay_chart_style_init_widget:
 * @style: (out caller-allocates): what to fill
 * @voice: (out caller-allocates): what @style borrows; clear it afterwards
 * @widget: what the chart is drawn in
 * @currency: ISO 4217 code
 *
 * Sets the style of a chart in a window: theme, font, direction, and the words
 * and figures of the person's language.
 */
void
outlay_chart_style_init_widget (OutlayChartStyle *style,
                                OutlayChartVoice *voice,
                                GtkWidget        *widget,
                                const char       *currency)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  outlay_chart_style_init (style, FALSE, FALSE);
  outlay_theme_palette_init (&style->palette, widget);
  style->right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  style->text_scale = outlay_widget_get_text_scale (widget);
  style->whole_pixels = gtk_widget_get_scale_factor (widget) == 1;

  outlay_chart_voice_init (voice, style, currency);
  voice->font_family =
    g_strdup (pango_font_description_get_family (pango_context_get_font_description (context)));
  style->font_family = voice->font_family;
}
