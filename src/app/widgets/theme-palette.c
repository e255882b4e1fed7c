/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "theme-palette.h"

#include <adwaita.h>

static OutlayColor
color_from_rgba (const GdkRGBA *rgba)
{
  return (OutlayColor) { rgba->red, rgba->green, rgba->blue, rgba->alpha };
}

/* Cards of the dark theme are a clear white on the window: what the eye sees is
 * both together, and only that can be drawn around a line. */
static OutlayColor
color_over (OutlayColor top,
            OutlayColor below)
{
  return (OutlayColor) { top.red * top.alpha + below.red * (1.0 - top.alpha),
                         top.green * top.alpha + below.green * (1.0 - top.alpha),
                         top.blue * top.alpha + below.blue * (1.0 - top.alpha),
                         1.0 };
}

static gboolean is_on_paper = FALSE;

void
outlay_theme_palette_set_on_paper (gboolean on_paper)
{
  is_on_paper = on_paper;
}

/**
 * outlay_theme_palette_init:
 * @palette: (out caller-allocates): what to fill
 * @widget: a widget in the window that is drawn
 *
 * Sets every colour of a drawing for the theme as it is now: light or dark, of
 * high contrast or not, with the card's and the text's colours of the theme.
 */
void
outlay_theme_palette_init (OutlayPalette *palette,
                           GtkWidget     *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA card;
  GdkRGBA window;

  if (is_on_paper)
    {
      outlay_palette_init (palette, FALSE, FALSE);
      return;
    }

  outlay_palette_init (palette,
                       adw_style_manager_get_dark (manager),
                       adw_style_manager_get_high_contrast (manager));

  if (gtk_style_context_lookup_color (context, "card_bg_color", &card) &&
      gtk_style_context_lookup_color (context, "window_bg_color", &window))
    palette->card = color_over (color_from_rgba (&card), color_from_rgba (&window));
}

/**
 * outlay_theme_palette_connect:
 * @widget: a widget that draws with a palette
 *
 * Draws @widget anew when the theme becomes light, dark or of high contrast.
 */
void
outlay_theme_palette_connect (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}
