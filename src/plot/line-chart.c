/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

/* While the bands are computed anew, the old ones fade to this. */
#define PENDING_ALPHA 0.5

static gboolean
line_chart_has_band (const OutlayChartBuild *build,
                     guint                   series)
{
  const OutlayTrace *trace = &build->layout->traces[series];

  if (!trace->visible)
    return FALSE;

  return build->chart->bands == OUTLAY_CHART_BANDS_ALL ||
         (build->chart->bands == OUTLAY_CHART_BANDS_FOCUS && trace->focus);
}

static void
line_chart_add_bands (OutlayChartBuild *build)
{
  const OutlayPalette *palette = &build->layout->palette;
  double strength = build->chart->bands_pending ? PENDING_ALPHA : 1.0;

  for (guint i = 0; i < build->layout->n_series; i++)
    {
      OutlayColor color = outlay_palette_get_series (palette, build->layout->traces[i].slot);

      if (line_chart_has_band (build, i))
        outlay_band_add (build, i, OUTLAY_QUANTILE_P10, OUTLAY_QUANTILE_P90,
                         outlay_color_with_alpha (color, strength * palette->band_alpha),
                         outlay_color_with_alpha (color, strength * palette->band_edge_alpha));
    }
}

static void
line_chart_add_line (OutlayChartBuild *build,
                     guint             series)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayTrace *trace = &layout->traces[series];

  outlay_line_add_runs (build, series, trace->y, OUTLAY_MARK_LINE,
                        outlay_palette_get_series (&layout->palette, trace->slot),
                        trace->focus ? layout->metrics.focus_line : layout->metrics.line,
                        outlay_palette_get_dash (trace->slot));
  outlay_line_add_dots (build, series);
}

/* In the order of the options, the one in focus on top of all. */
static void
line_chart_add_lines (OutlayChartBuild *build)
{
  const OutlayTrace *traces = build->layout->traces;
  guint n_series = build->layout->n_series;

  for (guint i = 0; i < n_series; i++)
    {
      if (!traces[i].visible)
        continue;
      outlay_line_add_obstacles (build, i);
      if (!traces[i].focus)
        line_chart_add_line (build, i);
    }

  for (guint i = 0; i < n_series; i++)
    if (traces[i].focus)
      line_chart_add_line (build, i);
}

/**
 * outlay_line_chart_add:
 * @build: with everything planned, and the grid added
 *
 * Adds what is in the plot of the Cost page.
 */
void
outlay_line_chart_add (OutlayChartBuild *build)
{
  line_chart_add_bands (build);
  outlay_chart_add_month_axis (build);
  outlay_budget_add_line (build);
  line_chart_add_lines (build);
  outlay_actual_add (build);
  outlay_first_over_add_rings (build);
  outlay_budget_add_label (build);
  outlay_first_over_add_text (build);
}
