/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-private.h"

#include <math.h>
#include <string.h>

#include "spread.h"

/* Between one part of the heading and the next, of the subtitle's size. */
#define PART_GAP 0.35
#define HEADING_GAP 1.0

/* Entries of the legend: sample, gaps, lines; of the label's size. */
#define SAMPLE_WIDTH 2.2
#define SWATCH_WIDTH 0.9
#define SAMPLE_GAP 0.6
#define ENTRY_GAP 1.8
#define ENTRY_HEIGHT 1.7

/* Titles may take two lines; no finding is longer. */
#define TITLE_LINES 2

static double
heading_add_text (OutlayChartBuild *build,
                  OutlayMarkRole    role,
                  const char       *words,
                  double            font,
                  double            y)
{
  OutlayChartLayout *layout = build->layout;
  double margin = build->style->margin;
  gboolean title = role == OUTLAY_MARK_TITLE;
  PangoLayout *text = outlay_text_new (layout->text, words, font, title);
  double height;

  outlay_text_limit (text, layout->width - 2.0 * margin, TITLE_LINES);
  height = outlay_text_get_height (text);
  outlay_marks_add_text (layout->base, role, text, margin,
                         y + outlay_text_get_baseline (text), 0.0,
                         title ? layout->palette.text : layout->palette.dim);

  return y + height;
}

/* In a presentation the caption changes, and nothing may jump: the lines that it does
 * not need are kept free. */
static double
heading_get_kept_height (const OutlayChartBuild *build)
{
  const OutlayMarks *marks = build->layout->base;
  const OutlayMark *title = outlay_marks_get (marks, outlay_marks_get_size (marks) - 1);
  int n_lines = MAX (1, pango_layout_get_line_count (title->text));

  if (!build->style->present)
    return 0.0;

  return (TITLE_LINES - n_lines) * title->box.height / n_lines;
}

static guint
heading_count_series (const OutlayChartLayout *layout)
{
  guint n_series = 0;

  for (guint i = 0; i < layout->n_series; i++)
    n_series += layout->traces[i].visible;

  return n_series;
}

static gboolean
heading_any_note (const OutlayChartBuild *build)
{
  for (guint i = 0; i < build->layout->n_series; i++)
    if (build->layout->traces[i].visible && build->chart->series[i].note != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
heading_needs_legend (const OutlayChartBuild *build,
                      double                  top)
{
  const OutlayChartLayout *layout = build->layout;
  const OutlayMetrics *metrics = &layout->metrics;
  double bottom = layout->height - build->style->margin - metrics->year_baseline;

  switch (build->style->legend)
    {
    case OUTLAY_CHART_LEGEND_ALWAYS:
      return TRUE;
    case OUTLAY_CHART_LEGEND_AUTO:
      return !build->style->end_labels || heading_any_note (build) ||
             heading_count_series (layout) >
               outlay_spread_get_capacity (metrics->label_gap, top, bottom);
    case OUTLAY_CHART_LEGEND_NONE:
    default:
      return FALSE;
    }
}

static void
legend_add_sample (OutlayChartBuild *build,
                   guint             series,
                   double            x,
                   double            y,
                   double            width)
{
  OutlayChartLayout *layout = build->layout;
  const OutlayTrace *trace = &layout->traces[series];
  OutlayMark *mark;

  if (layout->kind == OUTLAY_CHART_STACK)
    {
      OutlayChartBox box = { x, y - width / 2.0, width, width };

      mark = outlay_marks_add_box (layout->base, OUTLAY_MARK_LEGEND, box, width / 4.0);
      mark->fill = outlay_palette_get_fill (&layout->palette, trace->slot);
    }
  else
    {
      mark = outlay_marks_add_rule (layout->base, OUTLAY_MARK_LEGEND, x, y, x + width, y,
                                    outlay_palette_get_series (&layout->palette, trace->slot),
                                    layout->metrics.line);
      mark->dash = outlay_palette_get_dash (trace->slot);
    }
  mark->series = (int) series;
}

static PangoLayout *
legend_create_text (OutlayChartBuild *build,
                    guint             series)
{
  const OutlayChartSeries *data = &build->chart->series[series];
  const OutlayMetrics *metrics = &build->layout->metrics;
  g_autofree char *label = NULL;
  PangoLayout *text;

  label = g_strconcat (data->note != NULL ? data->note : "",
                       data->note != NULL ? "\xe2\x80\x82" : "",
                       data->name, NULL);
  text = outlay_text_new (build->layout->text, label, metrics->label_font, FALSE);
  if (data->note != NULL)
    outlay_text_set_bold_start (text, strlen (data->note));
  outlay_text_limit (text, metrics->label_limit, 1);

  return text;
}

/* Entries in the order of the options, as many in a line as fit. */
static double
heading_add_legend (OutlayChartBuild *build,
                    double            y)
{
  OutlayChartLayout *layout = build->layout;
  double font = layout->metrics.label_font;
  double start = build->style->margin;
  double end = layout->width - build->style->margin;
  double sample = font * (layout->kind == OUTLAY_CHART_STACK ? SWATCH_WIDTH : SAMPLE_WIDTH);
  double x = start;

  for (guint i = 0; i < layout->n_series; i++)
    {
      PangoLayout *text;
      OutlayMark *mark;
      double width;

      if (!layout->traces[i].visible)
        continue;

      text = legend_create_text (build, i);
      width = sample + SAMPLE_GAP * font + outlay_text_get_width (text);
      if (x > start && x + width > end)
        {
          x = start;
          y += ENTRY_HEIGHT * font;
        }
      legend_add_sample (build, i, x, y + ENTRY_HEIGHT * font / 2.0, sample);
      mark = outlay_marks_add_text (layout->base, OUTLAY_MARK_LEGEND, text,
                                    x + sample + SAMPLE_GAP * font,
                                    y + (ENTRY_HEIGHT / 2.0 + 0.35) * font, 0.0,
                                    layout->palette.text);
      mark->series = (int) i;
      x += width + ENTRY_GAP * font;
    }

  return y + ENTRY_HEIGHT * font;
}

/* Above the highest tick label, or the highest total, there is room for it. */
static double
heading_get_plot_pad (const OutlayChartLayout *layout)
{
  return layout->kind == OUTLAY_CHART_STACK ? 1.4 * layout->metrics.total_font
                                            : 0.6 * layout->metrics.axis_font;
}

/**
 * outlay_chart_heading_add:
 * @build: before the plot is planned
 *
 * Adds title, subtitle and legend, as far as they are wanted.
 *
 * Returns: px from above where the plot may begin
 */
double
outlay_chart_heading_add (OutlayChartBuild *build)
{
  const OutlayMetrics *metrics = &build->layout->metrics;
  const OutlayChart *chart = build->chart;
  double top = build->style->margin;
  double kept = 0.0;
  double y = top;

  if (chart->title != NULL && *chart->title != '\0')
    {
      y = heading_add_text (build, OUTLAY_MARK_TITLE, chart->title, metrics->title_font, y);
      kept = heading_get_kept_height (build);
    }
  if (chart->subtitle != NULL && *chart->subtitle != '\0')
    y = heading_add_text (build, OUTLAY_MARK_SUBTITLE, chart->subtitle,
                          metrics->subtitle_font, y + PART_GAP * metrics->subtitle_font);
  if (heading_needs_legend (build, y) && heading_count_series (build->layout) > 0)
    y = heading_add_legend (build, y + PART_GAP * metrics->subtitle_font);
  if (y > top)
    y += HEADING_GAP * metrics->subtitle_font + kept;

  return y + heading_get_plot_pad (build->layout);
}
