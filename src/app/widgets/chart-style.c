/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-style.h"

#include "month-format.h"
#include "theme-palette.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

/* Cantarell 11 at 96 dots per inch, px: what the chart's sizes are made for. */
#define DESIGN_FONT_SIZE 14.667
#define DESIGN_RESOLUTION 96.0

static char *
format_money (double   amount,
              gpointer data)
{
  OutlayChartVoice *voice = data;

  return outlay_figure_locale_money (&voice->locale, amount, voice->currency);
}

static char *
format_axis (double   amount,
             double   step,
             gpointer data)
{
  OutlayChartVoice *voice = data;

  return outlay_figure_locale_money_short (&voice->locale, amount, step, voice->currency);
}

static char *
format_month (int              year,
              int              month,
              OutlayMonthForm  form,
              gpointer         data)
{
  static const OutlayMonthStyle styles[] = {
    [OUTLAY_MONTH_NAME] = OUTLAY_MONTH_STYLE_SHORT,
    [OUTLAY_MONTH_YEAR] = OUTLAY_MONTH_STYLE_YEAR,
    [OUTLAY_MONTH_NAME_AND_YEAR] = OUTLAY_MONTH_STYLE_TINY_YEAR,
    [OUTLAY_MONTH_FULL] = OUTLAY_MONTH_STYLE_SHORT_YEAR,
  };

  return outlay_month_format (year * 12 + month - 1, styles[form]);
}

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
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  outlay_figure_locale_init (&voice->locale, right_to_left);
  voice->currency = g_strdup (currency);
  voice->font_family =
    g_strdup (pango_font_description_get_family (pango_context_get_font_description (context)));

  outlay_chart_style_init (style, FALSE, FALSE);
  outlay_theme_palette_init (&style->palette, widget);
  style->font_family = voice->font_family;
  style->text_scale = outlay_widget_get_text_scale (widget);
  style->right_to_left = right_to_left;

  /* Translators: the label of a line, %s is an amount of money a month */
  style->budget_text = _("Budget %s");
  /* Translators: beside a ring on a curve, above "by $1,576" */
  style->first_over_text = _("first month over");
  /* Translators: under "first month over", %s is an amount of money */
  style->over_by_text = _("by %s");
  style->format_money = format_money;
  style->format_axis = format_axis;
  style->format_month = format_month;
  style->format_data = voice;
}

void
outlay_chart_voice_clear (OutlayChartVoice *voice)
{
  g_free (voice->currency);
  g_free (voice->font_family);
}
