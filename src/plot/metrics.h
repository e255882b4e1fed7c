/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

/**
 * OutlayMetrics:
 *
 * Every size of a chart, px; type and the room for it already scaled.
 */
typedef struct
{
  /* type */
  double title_font;
  double subtitle_font;
  double axis_font;
  double month_font;
  double year_font;
  double label_font;
  double budget_font;
  double note_font;
  double total_font;

  /* strokes and marks */
  double line;
  double focus_line;
  double dot;
  double focus_dot;
  double head_dot;      /* where a revealed line ends; 0 for none */
  double ring;
  double ring_line;
  double crosshair_dot;
  double budget_line;
  double dot_step;      /* months nearer than this have no dots */

  /* distances */
  double tick_gap;
  double label_gap;
  double label_offset;  /* from the last month to its label */
  double label_limit;   /* how wide a name may be */
  double start_inset;   /* from the start of the axis to the first month */
  double end_inset;
  double axis_pad;      /* from a tick label to the axis */
  double month_baseline;
  double year_baseline;
  double line_height;   /* of one more line below the axis */
  double tag_size;
  double tick_length;
} OutlayMetrics;

void outlay_metrics_init (OutlayMetrics          *metrics,
                          const OutlayChartStyle *style,
                          double                  width);

G_END_DECLS
