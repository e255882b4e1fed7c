/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

/* Of the card's colour between two layers, so that neighbours of like
 * lightness stay apart, px. */
#define LAYER_GAP 1.2

/* The margin of a total that sets it off from the grid, and how far it stands
 * above what is below it, px. */
#define TOTAL_HALO 4.0
#define TOTAL_PAD 5.0

static void
stack_add_layer (OutlayChartBuild *build,
                 guint             series,
                 guint             month)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayTrace *trace = &layout->traces[series];
  double height = trace->base[month] - trace->y[month];
  OutlayChartBox box = { layout->month_x[month] - layout->bar_width / 2.0, trace->y[month],
                         layout->bar_width, height };
  OutlayMark *mark;

  if (!(height > 0.0))
    return;

  /* A layer thinner than the gap is drawn, as a hair, rather than lost. */
  if (height > 2.0 * LAYER_GAP)
    box.height -= LAYER_GAP;

  outlay_obstacles_add_box (build->obstacles, box);
  mark = outlay_marks_add_box (layout->base, OUTLAY_MARK_LAYER, box, 0.0);
  mark->fill = outlay_palette_get_fill (&layout->palette, trace->slot);
  mark->series = (int) series;
  mark->month = (int) month;
}

/* Above the bar; if the line of the budget would run through it, above that. */
static double
stack_get_total_baseline (const OutlayChartBuild *build,
                          double                  top)
{
  const OutlayChartLayout *layout = build->layout;
  double budget = outlay_scale_get_position (&layout->scale,
                                             outlay_budget_get_value (build->chart, 0));
  double baseline = top - TOTAL_PAD;

  if (budget < baseline + TOTAL_PAD && budget > baseline - layout->metrics.total_font)
    return budget - TOTAL_PAD;

  return baseline;
}

static void
stack_add_total (OutlayChartBuild *build,
                 guint             month)
{
  const OutlayChartStyle *style = build->style;
  OutlayChartLayout *layout = build->layout;
  double top = layout->plot.y + layout->plot.height;
  double total = 0.0;
  g_autofree char *amount = NULL;
  PangoLayout *text;
  OutlayMark *mark;

  for (guint i = 0; i < layout->n_series; i++)
    {
      double value = layout->traces[i].visible ? build->chart->series[i].values[month] : 0.0;

      if (!(value > 0.0) || !isfinite (value))
        continue;
      total += value;
      top = MIN (top, layout->traces[i].y[month]);
    }

  amount = style->format_money (total, style->format_data);
  text = outlay_text_new (layout->text, amount, layout->metrics.total_font, TRUE);
  if (outlay_text_get_width (text) > outlay_chart_plan_get_step (build) - TOTAL_PAD)
    {
      g_object_unref (text);
      return;
    }

  mark = outlay_marks_add_text (layout->base, OUTLAY_MARK_TOTAL, text,
                                layout->month_x[month],
                                stack_get_total_baseline (build, top), 0.5,
                                layout->palette.text);
  mark->halo = layout->palette.card;
  mark->halo_width = TOTAL_HALO;
  mark->month = (int) month;
}

/**
 * outlay_stack_chart_add:
 * @build: with everything planned, and the grid added
 *
 * Adds what is in the plot of the Breakdown page. Months are revealed whole.
 */
void
outlay_stack_chart_add (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;

  /* Totals come first, so that their margins cut the grid but not the bars. */
  for (guint month = 0; month < layout->n_months && month + 1 <= layout->n_shown; month++)
    stack_add_total (build, month);

  for (guint month = 0; month < layout->n_months && month + 1 <= layout->n_shown; month++)
    for (guint i = 0; i < layout->n_series; i++)
      if (layout->traces[i].visible)
        stack_add_layer (build, i, month);

  outlay_chart_add_month_axis (build);
  outlay_budget_add_line (build);
  if (!outlay_budget_is_in_plot (build) || !outlay_end_labels_name_budget (build))
    outlay_budget_add_label (build);
}
