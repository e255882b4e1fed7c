/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"
#include "figure-locale.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayChartVoice:
 * @locale: how figures are written
 * @currency: (owned): ISO 4217 code of the scenario
 * @font_family: (owned): the widget's font
 *
 * What a chart's style borrows; it must live as long as the style.
 */
typedef struct
{
  OutlayFigureLocale  locale;
  char               *currency;
  char               *font_family;
} OutlayChartVoice;

void   outlay_chart_style_init_widget (OutlayChartStyle *style,
                                       OutlayChartVoice *voice,
                                       GtkWidget        *widget,
                                       const char       *currency);
void   outlay_chart_voice_clear       (OutlayChartVoice *voice);

double outlay_widget_get_text_scale   (GtkWidget        *widget);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayChartVoice, outlay_chart_voice_clear)

G_END_DECLS
