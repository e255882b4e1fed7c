/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"
#include "estimate.h"
#include "figure-locale.h"

G_BEGIN_DECLS

/**
 * OutlayChartVoice:
 * @locale: how figures are written
 * @currency: (owned): ISO 4217 code of the scenario
 * @font_family: (owned) (nullable): the font, where it is not the chart's own
 *
 * The words and figures of a chart in the person's language: what its style
 * borrows. It must live as long as the style.
 */
typedef struct
{
  OutlayFigureLocale  locale;
  char               *currency;
  char               *font_family;
} OutlayChartVoice;

void  outlay_chart_voice_init          (OutlayChartVoice     *voice,
                                        OutlayChartStyle     *style,
                                        const char           *currency);
void  outlay_chart_voice_clear         (OutlayChartVoice     *voice);

char *outlay_chart_voice_describe_unit (const OutlayScenario *scenario,
                                        gboolean              cumulative);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayChartVoice, outlay_chart_voice_clear)

G_END_DECLS
