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

/* Between two totals side by side, px. */
#define TOTAL_GAP 3.0

/* Of bars so much narrower than their totals that these would stand for any of
 * several, only the highest has one. */
#define WIDTH_MAX 1.5

/* The height of a figure, of its size. */
#define FIGURE_HEIGHT 0.75

/* What stands above a bar. */
typedef struct
{
  double       total;
  PangoLayout *text;
  guint        month;
  double       baseline;
  gboolean     shown;
} Total;

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

static Total
stack_measure_total (OutlayChartBuild *build,
                     guint             month)
{
  const OutlayChartStyle *style = build->style;
  OutlayChartLayout *layout = build->layout;
  double top = layout->plot.y + layout->plot.height;
  Total total = { .month = month };
  g_autofree char *amount = NULL;

  for (guint i = 0; i < layout->n_series; i++)
    {
      double value = layout->traces[i].visible ? build->chart->series[i].values[month] : 0.0;

      if (!(value > 0.0) || !isfinite (value))
        continue;
      total.total += value;
      top = MIN (top, layout->traces[i].y[month]);
    }

  amount = style->format_money (total.total, style->format_data);
  total.text = outlay_text_new (layout->text, amount, layout->metrics.total_font, TRUE);
  total.baseline = stack_get_total_baseline (build, top);

  return total;
}

static int
compare_totals (gconstpointer one,
                gconstpointer other)
{
  const Total *first = one;
  const Total *second = other;

  if (first->total != second->total)
    return first->total > second->total ? -1 : 1;

  return first->month < second->month ? -1 : 1;
}

static int
compare_months (gconstpointer one,
                gconstpointer other)
{
  return ((const Total *) one)->month < ((const Total *) other)->month ? -1 : 1;
}

/* Whether the total would stand in one that is shown, or in a bar beside its own. */
static gboolean
stack_total_has_room (const OutlayChartLayout *layout,
                      const GArray            *totals,
                      guint                    position)
{
  const Total *total = &g_array_index (totals, Total, position);
  double half = outlay_text_get_width (total->text) / 2.0;
  double height = FIGURE_HEIGHT * layout->metrics.total_font;

  /* Those before it are higher bars, and reach up to where it stands. */
  for (guint i = 0; i < position; i++)
    {
      const Total *other = &g_array_index (totals, Total, i);
      double distance = fabs (layout->month_x[total->month] - layout->month_x[other->month]);

      if (distance < half + layout->bar_width / 2.0 && other->total > total->total)
        return FALSE;
      if (other->shown && fabs (total->baseline - other->baseline) < height &&
          distance < half + outlay_text_get_width (other->text) / 2.0 + TOTAL_GAP)
        return FALSE;
    }

  return TRUE;
}

/* The highest bar's first, so that it is never the peak that goes without. */
static void
stack_choose_totals (OutlayChartBuild *build,
                     GArray           *totals)
{
  double widest = 0.0;

  g_array_sort (totals, compare_totals);
  for (guint i = 0; i < totals->len; i++)
    widest = MAX (widest, outlay_text_get_width (g_array_index (totals, Total, i).text));

  for (guint i = 0; i < totals->len; i++)
    {
      g_array_index (totals, Total, i).shown = stack_total_has_room (build->layout, totals, i);
      if (widest > WIDTH_MAX * outlay_chart_plan_get_step (build))
        break;
    }
}

static void
stack_add_total (OutlayChartBuild *build,
                 const Total      *total)
{
  OutlayChartLayout *layout = build->layout;
  OutlayMark *mark;

  mark = outlay_marks_add_text (layout->base, OUTLAY_MARK_TOTAL, g_object_ref (total->text),
                                layout->month_x[total->month], total->baseline, 0.5,
                                layout->palette.text);
  mark->halo = layout->palette.card;
  mark->halo_width = TOTAL_HALO;
  mark->month = (int) total->month;
}

static void
total_clear (gpointer total)
{
  g_object_unref (((Total *) total)->text);
}

/* Which ones there is room for does not change while months are revealed. */
static void
stack_add_totals (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (Total));

  g_array_set_clear_func (totals, total_clear);
  for (guint month = 0; month < layout->n_months; month++)
    {
      Total total = stack_measure_total (build, month);

      g_array_append_val (totals, total);
    }

  stack_choose_totals (build, totals);
  g_array_sort (totals, compare_months);
  for (guint i = 0; i < totals->len; i++)
    {
      const Total *total = &g_array_index (totals, Total, i);

      if (total->shown && total->month + 1 <= layout->n_shown)
        stack_add_total (build, total);
    }
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
  stack_add_totals (build);

  for (guint month = 0; month < layout->n_months && month + 1 <= layout->n_shown; month++)
    for (guint i = 0; i < layout->n_series; i++)
      if (layout->traces[i].visible)
        stack_add_layer (build, i, month);

  outlay_chart_add_month_axis (build);
  outlay_budget_add_line (build);
  if (!outlay_budget_is_in_plot (build) || !outlay_end_labels_name_budget (build))
    outlay_budget_add_label (build);
}
