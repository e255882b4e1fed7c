/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

#define MEDIAN_WIDTH 2.0

static const OutlayQuantile fan_bands[][2] = {
  { OUTLAY_QUANTILE_P5, OUTLAY_QUANTILE_P95 },
  { OUTLAY_QUANTILE_P10, OUTLAY_QUANTILE_P90 },
  { OUTLAY_QUANTILE_P25, OUTLAY_QUANTILE_P75 },
};

static void
fan_add_bands (OutlayChartBuild *build,
               guint             series)
{
  const OutlayPalette *palette = &build->layout->palette;
  OutlayColor color = outlay_palette_get_series (palette, build->layout->traces[series].slot);
  OutlayColor edge = { 0.0, 0.0, 0.0, 0.0 };

  /* With high contrast, edges tell the bands apart where tints cannot. */
  if (palette->band_edge_alpha >= 1.0)
    edge = color;

  for (guint i = 0; i < G_N_ELEMENTS (fan_bands); i++)
    outlay_band_add (build, series, fan_bands[i][0], fan_bands[i][1],
                     outlay_color_with_alpha (color, palette->fan_alphas[i]), edge);
}

/* The median is not the estimate: a plain line in the card's colour. */
static void
fan_add_median (OutlayChartBuild *build,
                guint             series)
{
  OutlayChartLayout *layout = build->layout;
  const double *values = build->chart->series[series].quantiles[OUTLAY_QUANTILE_P50];
  g_autofree double *y = g_new (double, layout->n_months);

  if (values == NULL)
    return;

  for (guint i = 0; i < layout->n_months; i++)
    y[i] = outlay_scale_get_position (&layout->scale, values[i]);
  outlay_line_add_runs (build, series, y, OUTLAY_MARK_MEDIAN, layout->palette.card,
                        MEDIAN_WIDTH * (build->style->present ? 2.0 : 1.0), NULL);
}

static void
fan_add_estimate (OutlayChartBuild *build,
                  guint             series)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayTrace *trace = &layout->traces[series];

  outlay_line_add_runs (build, series, trace->y, OUTLAY_MARK_LINE,
                        outlay_palette_get_series (&layout->palette, trace->slot),
                        layout->metrics.focus_line, outlay_palette_get_dash (trace->slot));
  outlay_line_add_dots (build, series);
}

/**
 * outlay_fan_chart_add:
 * @build: with everything planned, and the grid added
 *
 * Adds what is in the plot of the Risk page.
 */
void
outlay_fan_chart_add (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;

  for (guint i = 0; i < layout->n_series; i++)
    if (layout->traces[i].visible)
      fan_add_bands (build, i);

  outlay_chart_add_month_axis (build);
  outlay_budget_add_line (build);

  for (guint i = 0; i < layout->n_series; i++)
    {
      if (!layout->traces[i].visible)
        continue;
      fan_add_median (build, i);
      fan_add_estimate (build, i);
    }
  outlay_budget_add_label (build);
}
