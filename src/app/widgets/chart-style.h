/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-voice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   outlay_chart_style_init_widget (OutlayChartStyle *style,
                                       OutlayChartVoice *voice,
                                       GtkWidget        *widget,
                                       const char       *currency);

double outlay_widget_get_text_scale   (GtkWidget        *widget);

G_END_DECLS
