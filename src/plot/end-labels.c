/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>
#include <string.h>

#include "spread.h"

/* Of the distance from the last point to its label: where the leader starts,
 * bends and ends. */
#define LEADER_START 0.27
#define LEADER_BEND 0.59
#define LEADER_END 0.82

#define LEADER_WIDTH 1.3

/* A label this near to its value needs no leader in a presentation, px. */
#define LEADER_FREE 3.0

/* Kept free on both sides of a label within the plot, px. */
#define CLEARANCE 4.0

/* Quantiles are named close to the fan, without leaders. */
#define FAN_OFFSET 9.0

/* From the side of the plot to the name of a layer, px. */
#define STACK_OFFSET 7.0

static const char *const quantile_names[OUTLAY_N_QUANTILES] = {
  "P5", "P10", "P25", "P50", "P75", "P90", "P95"
};

typedef enum
{
  END_LABEL_SERIES,
  END_LABEL_QUANTILE,
  END_LABEL_BUDGET
} EndLabelKind;

typedef struct
{
  EndLabelKind  kind;
  PangoLayout  *text;     /* (owned) */
  OutlayColor   color;
  OutlayColor   leader;
  guint         series;
  guint         quantile;
  gboolean      focus;
  double        weight;   /* of those without room, the lightest goes first */
  OutlayPoint   target;   /* what it names */
} EndLabel;

static void
end_label_clear (gpointer data)
{
  EndLabel *label = data;

  g_clear_object (&label->text);
}

static EndLabel *
get_label (const OutlayChartBuild *build,
           guint                   i)
{
  return &g_array_index (build->end_labels, EndLabel, i);
}

/* The value at the end of a line: that of the last month revealed. */
static double
series_get_last_value (const OutlayChartBuild *build,
                       guint                   series)
{
  const double *values = build->chart->series[series].values;

  for (guint i = (guint) floor (build->layout->n_shown); i > 0; i--)
    if (isfinite (values[i - 1]))
      return values[i - 1];

  return NAN;
}

static PangoLayout *
create_series_text (OutlayChartBuild *build,
                    guint             series)
{
  const OutlayChartStyle *style = build->style;
  const OutlayMetrics *metrics = &build->layout->metrics;
  const char *name = build->chart->series[series].name;
  double value = series_get_last_value (build, series);
  g_autofree char *amount = NULL;
  g_autofree char *label = NULL;
  PangoLayout *text;

  if (!style->end_values || isnan (value))
    {
      text = outlay_text_new (build->layout->text, name, metrics->label_font,
                              build->layout->traces[series].focus);
    }
  else
    {
      amount = style->format_money (value, style->format_data);
      label = g_strconcat (amount, "\xe2\x80\x82", name, NULL);
      text = outlay_text_new (build->layout->text, label, metrics->label_font, FALSE);
      outlay_text_set_bold_start (text, strlen (amount));
    }
  outlay_text_limit (text, metrics->label_limit, 1);

  return text;
}

static void
collect_series (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;

  for (guint i = 0; i < layout->n_series; i++)
    {
      const OutlayTrace *trace = &layout->traces[i];
      EndLabel label = { .kind = END_LABEL_SERIES, .series = i, .focus = trace->focus };

      if (!trace->visible)
        continue;
      label.text = create_series_text (build, i);
      label.color = layout->palette.text;
      label.leader = layout->kind == OUTLAY_CHART_STACK
                       ? layout->palette.axis
                       : outlay_palette_get_series (&layout->palette, trace->slot);
      label.weight = series_get_last_value (build, i);
      g_array_append_val (build->end_labels, label);
    }
}

static void
collect_budget (OutlayChartBuild *build)
{
  EndLabel label = { .kind = END_LABEL_BUDGET, .focus = TRUE };

  if (isnan (outlay_budget_get_value (build->chart, 0)))
    return;

  label.text = outlay_budget_create_label (build);
  label.color = label.leader = build->layout->palette.budget;
  g_array_append_val (build->end_labels, label);
}

static void
collect_fan (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  double font = layout->metrics.label_font;

  for (guint i = 0; i < layout->n_series; i++)
    {
      if (!layout->traces[i].visible)
        continue;

      for (guint q = 0; q < OUTLAY_N_QUANTILES; q++)
        {
          EndLabel label = { .kind = END_LABEL_QUANTILE, .series = i, .quantile = q };

          if (build->chart->series[i].quantiles[q] == NULL)
            continue;
          label.text = outlay_text_new (layout->text, quantile_names[q], font, FALSE);
          label.color = q == OUTLAY_QUANTILE_P50 ? layout->palette.text : layout->palette.dim;
          g_array_append_val (build->end_labels, label);
        }

      {
        EndLabel label = { .kind = END_LABEL_SERIES, .series = i, .focus = TRUE };

        label.text = outlay_text_new (layout->text, build->style->estimate_text, font, TRUE);
        label.color = layout->palette.text;
        g_array_append_val (build->end_labels, label);
      }
    }
}

/**
 * outlay_end_labels_collect:
 * @build: before anything is placed
 *
 * Sets the words of all labels, as their width decides where the plot ends.
 */
void
outlay_end_labels_collect (OutlayChartBuild *build)
{
  build->end_labels = g_array_new (FALSE, TRUE, sizeof (EndLabel));
  g_array_set_clear_func (build->end_labels, end_label_clear);
  build->budget_in_gutter = build->chart->kind == OUTLAY_CHART_FAN &&
                            !isnan (outlay_budget_get_value (build->chart, 0));

  if (build->chart->kind == OUTLAY_CHART_FAN)
    collect_fan (build);
  else if (build->style->end_labels)
    collect_series (build);

  if (build->chart->kind == OUTLAY_CHART_STACK && build->style->end_labels)
    collect_budget (build);
}

/* Whether the budget is named among them, and so nowhere else. */
gboolean
outlay_end_labels_name_budget (const OutlayChartBuild *build)
{
  for (guint i = 0; i < build->end_labels->len; i++)
    if (get_label (build, i)->kind == END_LABEL_BUDGET)
      return TRUE;

  return FALSE;
}

static double
get_offset (const OutlayChartBuild *build)
{
  switch (build->chart->kind)
    {
    case OUTLAY_CHART_FAN:
      return FAN_OFFSET;
    case OUTLAY_CHART_STACK:
      return STACK_OFFSET;
    case OUTLAY_CHART_LINES:
    case OUTLAY_CHART_WATERFALL:
    default:
      return build->layout->metrics.label_offset - build->layout->metrics.end_inset;
    }
}

/**
 * outlay_end_labels_get_width:
 * @build: with labels collected
 *
 * Returns: px to keep free between the plot and the chart's far side
 */
double
outlay_end_labels_get_width (const OutlayChartBuild *build)
{
  double widest = 0.0;

  for (guint i = 0; i < build->end_labels->len; i++)
    widest = MAX (widest, outlay_text_get_width (get_label (build, i)->text));

  /* Without labels, half the last month's name. */
  return widest > 0.0 ? get_offset (build) + ceil (widest)
                      : build->layout->metrics.month_font;
}

/**
 * outlay_end_labels_drop:
 * @build: with labels collected
 *
 * Gives up all labels, for want of width.
 */
void
outlay_end_labels_drop (OutlayChartBuild *build)
{
  g_array_set_size (build->end_labels, 0);
}

/* Finds what a label names. Returns FALSE if that is not drawn. */
static gboolean
label_find_target (const OutlayChartBuild *build,
                   EndLabel               *label)
{
  const OutlayChartLayout *layout = build->layout;
  guint last = layout->n_months - 1;
  double bar_side = layout->month_x[last] + layout->bar_width / 2.0;
  const OutlayTrace *trace;
  guint month;

  if (label->kind == END_LABEL_BUDGET)
    {
      label->target = (OutlayPoint) { bar_side, outlay_scale_get_position (&layout->scale,
                                                                       build->chart->budget) };
      return outlay_budget_is_in_plot (build);
    }

  trace = &layout->traces[label->series];
  if (layout->kind == OUTLAY_CHART_STACK)
    {
      label->target = (OutlayPoint) { bar_side, (trace->y[last] + trace->base[last]) / 2.0 };
      return trace->base[last] - trace->y[last] > 0.0;
    }

  if (label->kind == END_LABEL_QUANTILE)
    {
      double value = build->chart->series[label->series].quantiles[label->quantile][last];

      label->target = (OutlayPoint) { layout->month_x[last],
                                      outlay_scale_get_position (&layout->scale, value) };
      return isfinite (label->target.y) &&
             label->target.y <= layout->plot.y + layout->plot.height;
    }

  /* A line that stops early is still named in the gutter, unless the rest of
   * all lines is yet to be revealed. */
  if (!outlay_trace_get_end (layout, trace, &label->target, &month))
    return FALSE;
  if (build->chart->unrevealed <= 0.0)
    label->target.x = layout->month_x[last];

  return TRUE;
}

static int
compare_importance (gconstpointer a,
                    gconstpointer b)
{
  const EndLabel *one = a;
  const EndLabel *other = b;

  if (one->focus != other->focus)
    return one->focus ? -1 : 1;
  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;

  return one->series < other->series ? -1 : 1;
}

static int
compare_height (gconstpointer a,
                gconstpointer b)
{
  const EndLabel *one = a;
  const EndLabel *other = b;

  if (one->target.y != other->target.y)
    return one->target.y < other->target.y ? -1 : 1;

  return one->series < other->series ? -1 : one->series > other->series;
}

static double
get_gap (const OutlayChartBuild *build)
{
  const OutlayMetrics *metrics = &build->layout->metrics;

  /* The quantiles of a fan are many and small words. */
  return build->chart->kind == OUTLAY_CHART_FAN ? 1.2 * metrics->label_font
                                                : metrics->label_gap;
}

/* Keeps only labels of what is drawn, and of those the most important that
 * have room, from above. */
static void
labels_settle (OutlayChartBuild *build)
{
  const OutlayChartBox *plot = &build->layout->plot;
  guint capacity = outlay_spread_get_capacity (get_gap (build), plot->y,
                                               plot->y + plot->height);

  for (guint i = build->end_labels->len; i > 0; i--)
    if (!label_find_target (build, get_label (build, i - 1)))
      g_array_remove_index (build->end_labels, i - 1);

  if (build->end_labels->len > capacity)
    {
      g_array_sort (build->end_labels, compare_importance);
      g_array_set_size (build->end_labels, capacity);
    }
  g_array_sort (build->end_labels, compare_height);
}

static void
label_add_leader (OutlayChartBuild *build,
                  const EndLabel   *label,
                  double            y)
{
  const OutlayChartLayout *layout = build->layout;
  gboolean stack = layout->kind == OUTLAY_CHART_STACK;
  double start = label->target.x;
  double room = stack ? layout->plot.x + layout->plot.width + STACK_OFFSET - start
                      : layout->metrics.label_offset;
  const OutlayPoint points[] = {
    { start + LEADER_START * room, label->target.y },
    { start + LEADER_BEND * room, y },
    { start + LEADER_END * room, y },
  };
  OutlayMark *mark;

  if (label->leader.alpha <= 0.0 ||
      (build->style->present && fabs (y - label->target.y) < LEADER_FREE))
    return;

  mark = outlay_marks_add_path (layout->base, OUTLAY_MARK_LEADER,
                                points, G_N_ELEMENTS (points), FALSE);
  mark->stroke = label->leader;
  mark->line_width = LEADER_WIDTH;
  mark->series = (int) label->series;
}

/* Beside a line that still grows, or a month alone, the label stands within
 * the plot: nothing may run through it. */
static void
label_clear_ground (OutlayChartBuild *build,
                    const EndLabel   *label,
                    double            x,
                    double            y)
{
  const OutlayChartLayout *layout = build->layout;
  double height = 1.3 * layout->metrics.label_font;
  OutlayChartBox box = { x - CLEARANCE, y - height / 2.0,
                         outlay_text_get_width (label->text) + 2.0 * CLEARANCE, height };

  if (build->chart->unrevealed > 0.0 || layout->n_months == 1 ||
      layout->kind == OUTLAY_CHART_FAN)
    outlay_marks_add_box (layout->base, OUTLAY_MARK_BACKGROUND, box,
                          CLEARANCE)->fill = layout->palette.card;
}

static void
label_add (OutlayChartBuild *build,
           EndLabel         *label,
           double            y)
{
  const OutlayChartLayout *layout = build->layout;
  double x = layout->kind == OUTLAY_CHART_LINES
               ? label->target.x + layout->metrics.label_offset
               : layout->plot.x + layout->plot.width + get_offset (build);
  OutlayMark *mark;

  label_add_leader (build, label, y);

  if (layout->kind == OUTLAY_CHART_FAN)
    x = label->target.x + get_offset (build);

  label_clear_ground (build, label, x, y);
  mark = outlay_marks_add_text (layout->base,
                                label->kind == END_LABEL_BUDGET ? OUTLAY_MARK_BUDGET_LABEL
                                                                : OUTLAY_MARK_END_LABEL,
                                g_steal_pointer (&label->text), x,
                                y + 0.35 * layout->metrics.label_font, 0.0, label->color);
  if (label->kind == END_LABEL_SERIES)
    mark->series = (int) label->series;
}

static void
count_unlabelled (OutlayChartBuild *build)
{
  OutlayChartLayout *layout = build->layout;
  guint n_series = 0;

  for (guint i = 0; i < layout->n_series; i++)
    n_series += layout->traces[i].visible;
  for (guint i = 0; i < build->end_labels->len; i++)
    n_series -= get_label (build, i)->kind == END_LABEL_SERIES;

  layout->n_unlabelled = n_series;
}

/**
 * outlay_end_labels_add:
 * @build: with everything else added
 *
 * Names lines, layers or quantiles beside the last month, pushed apart so
 * that all can be read, with leaders to what they name.
 */
void
outlay_end_labels_add (OutlayChartBuild *build)
{
  const OutlayChartBox *plot = &build->layout->plot;
  g_autofree double *y = NULL;
  guint n_labels;

  labels_settle (build);
  count_unlabelled (build);

  n_labels = build->end_labels->len;
  y = g_new (double, n_labels + 1);
  for (guint i = 0; i < n_labels; i++)
    y[i] = get_label (build, i)->target.y;
  outlay_spread (y, n_labels, get_gap (build), plot->y, plot->y + plot->height);

  for (guint i = 0; i < n_labels; i++)
    label_add (build, get_label (build, i), y[i]);
}
