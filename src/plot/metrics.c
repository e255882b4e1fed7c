/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "metrics.h"

/* A name takes at most this share of the chart, and this with its value. */
#define LABEL_SHARE 0.32
#define LABEL_SHARE_WITH_VALUE 0.45

/* A minus size would turn text over, a huge one fill the memory. */
#define TEXT_SCALE_MIN 0.5
#define TEXT_SCALE_MAX 5.0

static const OutlayMetrics window_metrics = {
  .title_font = 17.3,
  .subtitle_font = 12.0,
  .axis_font = 12.0,
  .month_font = 12.0,
  .year_font = 12.0,
  .label_font = 12.0,
  .budget_font = 12.0,
  .note_font = 12.0,
  .total_font = 12.0,

  .line = 2.2,
  .focus_line = 3.0,
  .dot = 2.6,
  .focus_dot = 3.0,
  .ring = 6.0,
  .ring_line = 2.0,
  .crosshair_dot = 4.2,
  .budget_line = 1.5,
  .dot_step = 24.0,

  .tick_gap = 44.0,
  .label_gap = 18.0,
  .label_offset = 22.0,
  .label_limit = 220.0,
  .start_inset = 30.0,
  .end_inset = 10.0,
  .axis_pad = 8.0,
  .month_baseline = 19.0,
  .year_baseline = 34.0,
  .line_height = 15.0,
  .tag_size = 12.0,
  .tick_length = 4.0,
};

/* To be read from the last row of a meeting room. */
static const OutlayMetrics present_metrics = {
  .title_font = 38.0,
  .subtitle_font = 22.0,
  .axis_font = 20.0,
  .month_font = 22.0,
  .year_font = 18.0,
  .label_font = 22.0,
  .budget_font = 19.0,
  .note_font = 19.0,
  .total_font = 20.0,

  .line = 4.6,
  .focus_line = 6.0,
  .dot = 5.6,
  .focus_dot = 6.4,
  .head_dot = 7.5,
  .ring = 10.5,
  .ring_line = 4.0,
  .crosshair_dot = 7.5,
  .budget_line = 2.5,
  .dot_step = 40.0,

  .tick_gap = 100.0,
  .label_gap = 32.0,
  .label_offset = 24.0,
  .label_limit = 380.0,
  .start_inset = 40.0,
  .end_inset = 10.0,
  .axis_pad = 14.0,
  .month_baseline = 31.0,
  .year_baseline = 54.0,
  .line_height = 24.0,
  .tag_size = 20.0,
  .tick_length = 6.0,
};

static void
metrics_scale_text (OutlayMetrics *metrics,
                    double         scale)
{
  double *const lengths[] = {
    &metrics->title_font, &metrics->subtitle_font, &metrics->axis_font,
    &metrics->month_font, &metrics->year_font, &metrics->label_font,
    &metrics->budget_font, &metrics->note_font, &metrics->total_font,
    &metrics->tick_gap, &metrics->label_gap, &metrics->label_limit,
    &metrics->start_inset, &metrics->month_baseline, &metrics->year_baseline,
    &metrics->line_height, &metrics->tag_size,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    *lengths[i] *= scale;
}

/**
 * outlay_metrics_init:
 * @metrics: (out caller-allocates): the sizes
 * @style: for which style
 * @width: px of the whole chart
 */
void
outlay_metrics_init (OutlayMetrics          *metrics,
                     const OutlayChartStyle *style,
                     double                  width)
{
  double scale = CLAMP (style->text_scale, TEXT_SCALE_MIN, TEXT_SCALE_MAX);

  *metrics = style->present ? present_metrics : window_metrics;
  metrics_scale_text (metrics, scale);
  metrics->label_limit = MIN (metrics->label_limit,
                              width * (style->end_values ? LABEL_SHARE_WITH_VALUE
                                                         : LABEL_SHARE));

  metrics->line += style->palette.extra_width;
  metrics->focus_line += style->palette.extra_width;
  metrics->budget_line += style->palette.extra_width;
}
