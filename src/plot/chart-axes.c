/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>

/* Lines of one px are sharp between two pixels. */
static double
snap (double position)
{
  return floor (position) + 0.5;
}

/* Half the height of a figure, so that it stands centred on a line. */
#define FIGURE_HALF 0.35

/* Ticks of months closer than this run together. */
#define TICK_STEP_MIN 7.0

/* Months that are still to be revealed keep their names, this strong. */
#define UNREVEALED_ALPHA 0.38

static char *
axes_format_tick (const OutlayChartBuild *build,
                  guint                   i)
{
  const OutlayChartStyle *style = build->style;

  return style->format_axis (g_array_index (build->ticks, double, i), build->tick_step,
                             style->format_data);
}

/**
 * outlay_chart_get_ticks_width:
 * @build: with its ticks chosen
 *
 * Returns: px of the widest thing that stands before the value axis
 */
double
outlay_chart_get_ticks_width (OutlayChartBuild *build)
{
  double widest = 0.0;

  for (guint i = 0; i < build->ticks->len; i++)
    {
      g_autofree char *label = axes_format_tick (build, i);

      widest = MAX (widest, outlay_text_measure (build->layout->text, label,
                                                 build->layout->metrics.axis_font, FALSE));
    }

  if (build->budget_in_gutter)
    {
      PangoLayout *label = outlay_budget_create_label (build);

      widest = MAX (widest, outlay_text_get_width (label));
      g_object_unref (label);
    }

  return widest;
}

/* Where the budget is named in the gutter, it takes the place of a tick. */
static gboolean
axes_tick_is_covered (const OutlayChartBuild *build,
                      double                  y)
{
  double budget = outlay_budget_get_value (build->chart, 0);

  return build->budget_in_gutter && outlay_budget_is_in_plot (build) &&
         fabs (outlay_scale_get_position (&build->layout->scale, budget) - y) <
           1.25 * build->layout->metrics.axis_font;
}

/**
 * outlay_chart_add_grid:
 * @build: with everything planned
 *
 * Adds the lines and labels of the value axis.
 */
void
outlay_chart_add_grid (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayMetrics *metrics = &layout->metrics;
  const OutlayChartBox *plot = &layout->plot;

  for (guint i = 0; i < build->ticks->len; i++)
    {
      double value = g_array_index (build->ticks, double, i);
      double y = outlay_scale_get_position (&layout->scale, value);
      g_autofree char *label = axes_format_tick (build, i);

      /* The line at zero is the axis itself. */
      if (value != 0.0)
        outlay_marks_add_rule (layout->base, OUTLAY_MARK_GRID,
                               plot->x, snap (y), plot->x + plot->width, snap (y),
                               layout->palette.grid, 1.0);
      if (!axes_tick_is_covered (build, y))
        outlay_marks_add_text (layout->base, OUTLAY_MARK_AXIS_LABEL,
                               outlay_text_new (layout->text, label,
                                                metrics->axis_font, FALSE),
                               plot->x - metrics->axis_pad,
                               y + FIGURE_HALF * metrics->axis_font, 1.0,
                               layout->palette.dim);
    }
}

static void
axes_add_text (OutlayChartBuild *build,
               OutlayMarkRole    role,
               guint             month,
               OutlayMonthForm   form,
               double            baseline,
               OutlayColor       color)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayChartStyle *style = build->style;
  gboolean year = role == OUTLAY_MARK_YEAR_LABEL;
  gboolean bold = FALSE;
  g_autofree char *name = NULL;
  OutlayMark *mark;

  name = style->format_month (outlay_month_axis_get_year (&build->months, month),
                              outlay_month_axis_get_month (&build->months, month),
                              form, style->format_data);
  if (month >= layout->n_shown)
    color.alpha *= UNREVEALED_ALPHA;
  else if (build->style->present && !year && build->chart->unrevealed > 0.0)
    bold = month + 1 >= layout->n_shown;

  mark = outlay_marks_add_text (layout->base, role,
                                outlay_text_new (layout->text, name,
                                                 year ? layout->metrics.year_font
                                                      : layout->metrics.month_font,
                                                 bold),
                                layout->month_x[month],
                                layout->plot.y + layout->plot.height + baseline,
                                0.5, color);
  mark->month = (int) month;
}

static void
axes_add_month_label (OutlayChartBuild *build,
                      guint             month)
{
  const OutlayMetrics *metrics = &build->layout->metrics;
  const OutlayPalette *palette = &build->layout->palette;

  switch (build->month_labels[month])
    {
    case OUTLAY_MONTH_LABEL_NAME_OVER_YEAR:
      axes_add_text (build, OUTLAY_MARK_YEAR_LABEL, month, OUTLAY_MONTH_YEAR,
                     metrics->year_baseline, palette->dim);
      G_GNUC_FALLTHROUGH;
    case OUTLAY_MONTH_LABEL_NAME:
      axes_add_text (build, OUTLAY_MARK_MONTH_LABEL, month, OUTLAY_MONTH_NAME,
                     metrics->month_baseline, palette->text);
      break;
    case OUTLAY_MONTH_LABEL_NAME_AND_YEAR:
      axes_add_text (build, OUTLAY_MARK_MONTH_LABEL, month, OUTLAY_MONTH_NAME_AND_YEAR,
                     metrics->month_baseline, palette->text);
      break;
    case OUTLAY_MONTH_LABEL_YEAR:
      axes_add_text (build, OUTLAY_MARK_MONTH_LABEL, month, OUTLAY_MONTH_YEAR,
                     metrics->month_baseline, palette->text);
      break;
    case OUTLAY_MONTH_LABEL_NONE:
    default:
      break;
    }
}

static void
axes_add_month_ticks (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  double bottom = layout->plot.y + layout->plot.height;
  int stride = outlay_month_axis_get_stride (&build->months, TICK_STEP_MIN);

  /* Bars are wide enough to show which name is theirs. */
  if (layout->kind == OUTLAY_CHART_STACK)
    return;

  for (guint i = 0; i < layout->n_months; i++)
    {
      gboolean labelled = build->month_labels[i] != OUTLAY_MONTH_LABEL_NONE;
      OutlayMark *mark;

      if (!labelled && !outlay_month_axis_is_on_stride (&build->months, i, stride))
        continue;
      mark = outlay_marks_add_rule (layout->base, OUTLAY_MARK_MONTH_TICK,
                                    snap (layout->month_x[i]), bottom,
                                    snap (layout->month_x[i]),
                                    bottom + layout->metrics.tick_length,
                                    layout->palette.axis, 1.0);
      mark->month = (int) i;
    }
}

/**
 * outlay_chart_add_month_axis:
 * @build: with everything planned
 *
 * Adds the line at zero, and months below the plot.
 */
void
outlay_chart_add_month_axis (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayChartBox *plot = &layout->plot;
  double zero = outlay_scale_get_position (&layout->scale, 0.0);
  double y = snap (isfinite (zero) ? zero : plot->y + plot->height);

  outlay_marks_add_rule (layout->base, OUTLAY_MARK_AXIS,
                         plot->x, y, plot->x + plot->width, y,
                         layout->palette.axis, 1.0);
  axes_add_month_ticks (build);
  for (guint i = 0; i < layout->n_months; i++)
    axes_add_month_label (build, i);
}
