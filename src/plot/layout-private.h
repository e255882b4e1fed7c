/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"
#include "marks.h"
#include "metrics.h"
#include "month-axis.h"
#include "obstacles.h"
#include "scale.h"
#include "text.h"

G_BEGIN_DECLS

/**
 * OutlayTrace:
 * @visible: whether the series is drawn
 * @focus: whether it is the one in focus
 * @slot: its colour
 * @y: (owned) (array): its height in each month, or NaN; of a layer its top
 * @base: (owned) (array): of a layer its bottom
 *
 * A series, once it has its place.
 */
typedef struct
{
  gboolean  visible;
  gboolean  focus;
  guint     slot;
  double   *y;
  double   *base;
} OutlayTrace;

/* All of it, but for @base and @overlay once they are complete, is as for a
 * left-to-right reader; what goes out or comes in is mirrored. */
struct _OutlayChartLayout
{
  OutlayChartKind   kind;
  double            width;
  double            height;
  gboolean          right_to_left;
  OutlayPalette     palette;
  OutlayMetrics     metrics;
  OutlayTextMaker  *text;

  OutlayChartBox    plot;
  OutlayScale       scale;
  guint             n_months;
  double           *month_x;
  char            **month_names;    /* in full, for the crosshair's pill */
  double            n_shown;        /* months, a fraction within a segment */
  double            bar_width;      /* of a stack */
  guint             n_series;
  OutlayTrace      *traces;
  guint             n_unlabelled;
  guint             n_steps;        /* of a waterfall */
  OutlayChartBox   *steps;          /* their bars */
  double            row_height;

  OutlayMarks      *base;
  OutlayMarks      *overlay;        /* crosshair and selection */
  OutlayChartBox    pill;
  int               crosshair;      /* month, or -1 */
  int               selected_series;
  int               selected_month;
  int               selected_step;
  int               range_first;    /* months that are being chosen, or -1 */
  int               range_last;
};

/**
 * OutlayChartBuild:
 *
 * What the makers of a layout's parts hand around.
 */
typedef struct
{
  const OutlayChart      *chart;
  const OutlayChartStyle *style;
  OutlayChartLayout      *layout;
  OutlayObstacles        *obstacles;
  OutlayMonthAxis         months;
  OutlayMonthLabel       *month_labels;
  GArray                 *ticks;      /* of double */
  double                  tick_step;
  GArray                 *end_labels; /* of OutlayEndLabel, see end-labels.c */
  double                  axis_height;
  guint                   tag_line;   /* line below the axis of price tags */
  gboolean                budget_in_gutter;
} OutlayChartBuild;

/* chart-heading.c */
double      outlay_chart_heading_add        (OutlayChartBuild        *build);

/* chart-plan.c */
void        outlay_chart_plan               (OutlayChartBuild        *build,
                                             double                   top);
double      outlay_chart_plan_get_step      (const OutlayChartBuild  *build);

/* chart-range.c */
void        outlay_chart_find_range         (const OutlayChart       *chart,
                                             OutlayScaleRange        *range);
void        outlay_chart_place_series       (OutlayChartBuild        *build);

/* chart-axes.c */
void        outlay_chart_add_grid           (OutlayChartBuild        *build);
void        outlay_chart_add_month_axis     (OutlayChartBuild        *build);
double      outlay_chart_get_ticks_width    (OutlayChartBuild        *build);

/* price-tags.c */
guint       outlay_price_tags_choose_line   (OutlayChartBuild        *build);
void        outlay_price_tags_add           (OutlayChartBuild        *build);

/* budget-mark.c */
double      outlay_budget_get_value         (const OutlayChart       *chart,
                                             guint                    month);
PangoLayout *outlay_budget_create_label     (OutlayChartBuild        *build);
gboolean    outlay_budget_is_in_plot        (const OutlayChartBuild  *build);
void        outlay_budget_add_line          (OutlayChartBuild        *build);
void        outlay_budget_add_label         (OutlayChartBuild        *build);

/* first-over.c */
void        outlay_actual_add               (OutlayChartBuild        *build);
void        outlay_first_over_add_rings     (OutlayChartBuild        *build);
void        outlay_first_over_add_text      (OutlayChartBuild        *build);

/* end-labels.c */
void        outlay_end_labels_collect       (OutlayChartBuild        *build);
double      outlay_end_labels_get_width     (const OutlayChartBuild  *build);
gboolean    outlay_end_labels_name_budget   (const OutlayChartBuild  *build);
void        outlay_end_labels_drop          (OutlayChartBuild        *build);
void        outlay_end_labels_add           (OutlayChartBuild        *build);

/* line-chart.c, stack-chart.c, fan-chart.c */
void        outlay_line_chart_add           (OutlayChartBuild        *build);
void        outlay_stack_chart_add          (OutlayChartBuild        *build);
void        outlay_fan_chart_add            (OutlayChartBuild        *build);

/* waterfall.c */
void        outlay_waterfall_add            (OutlayChartBuild        *build,
                                             double                   top);
void        outlay_waterfall_add_selection  (OutlayChartLayout       *layout);

/* line-marks.c */
gboolean    outlay_trace_get_end            (const OutlayChartLayout *layout,
                                             const OutlayTrace       *trace,
                                             OutlayPoint             *end,
                                             guint                   *month);
void        outlay_line_add_obstacles       (OutlayChartBuild        *build,
                                             guint                    series);
OutlayMark *outlay_line_add_runs            (OutlayChartBuild        *build,
                                             guint                    series,
                                             const double            *y,
                                             OutlayMarkRole           role,
                                             OutlayColor              color,
                                             double                   line_width,
                                             const OutlayDash        *dash);
void        outlay_line_add_dots            (OutlayChartBuild        *build,
                                             guint                    series);
void        outlay_band_add                 (OutlayChartBuild        *build,
                                             guint                    series,
                                             OutlayQuantile           low,
                                             OutlayQuantile           high,
                                             OutlayColor              fill,
                                             OutlayColor              edge);

/* crosshair.c */
void        outlay_crosshair_update         (OutlayChartLayout       *layout);

/* chart-layout.c: for tests and for what is beside the picture */
const OutlayMarks *outlay_chart_layout_get_marks (const OutlayChartLayout *layout);

G_END_DECLS
