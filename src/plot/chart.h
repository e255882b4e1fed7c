/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "palette.h"

G_BEGIN_DECLS

/*
 * A chart in three steps: an #OutlayChart says what is to be shown, an
 * #OutlayChartLayout decides where everything goes, and drawing only follows
 * it. The window keeps the layout and draws it again and again; print and
 * files make their own from the same chart.
 *
 * All lengths are px of the cairo context's user space, y downwards. Money
 * and months are plain numbers here: words and units come from the style.
 */

/**
 * OutlayChartKind:
 * @OUTLAY_CHART_LINES: a line per series
 * @OUTLAY_CHART_STACK: a bar per month, a layer per series
 * @OUTLAY_CHART_FAN: the futures of one series as bands, and its estimate
 * @OUTLAY_CHART_WATERFALL: how one amount becomes another: a bar a step, from
 *   where the step before ended
 */
typedef enum
{
  OUTLAY_CHART_LINES,
  OUTLAY_CHART_STACK,
  OUTLAY_CHART_FAN,
  OUTLAY_CHART_WATERFALL
} OutlayChartKind;

/**
 * OutlayChartBands:
 * @OUTLAY_CHART_BANDS_FOCUS: the P10 to P90 of the series in focus
 * @OUTLAY_CHART_BANDS_ALL: that of each series
 * @OUTLAY_CHART_BANDS_NONE: no band
 *
 * Which series of a line chart carry a band.
 */
typedef enum
{
  OUTLAY_CHART_BANDS_FOCUS,
  OUTLAY_CHART_BANDS_ALL,
  OUTLAY_CHART_BANDS_NONE
} OutlayChartBands;

/**
 * OutlayChartLegend:
 * @OUTLAY_CHART_LEGEND_NONE: never; the window draws its own
 * @OUTLAY_CHART_LEGEND_AUTO: when not every series has an end label, or one
 *   has a note
 * @OUTLAY_CHART_LEGEND_ALWAYS: above every plot
 *
 * Whether a row of line samples and names stands above the plot.
 */
typedef enum
{
  OUTLAY_CHART_LEGEND_NONE,
  OUTLAY_CHART_LEGEND_AUTO,
  OUTLAY_CHART_LEGEND_ALWAYS
} OutlayChartLegend;

/**
 * OutlayQuantile:
 *
 * A quantile of the futures. P10 and P90 make the band of a line; a fan
 * takes all.
 */
typedef enum
{
  OUTLAY_QUANTILE_P5,
  OUTLAY_QUANTILE_P10,
  OUTLAY_QUANTILE_P25,
  OUTLAY_QUANTILE_P50,
  OUTLAY_QUANTILE_P75,
  OUTLAY_QUANTILE_P90,
  OUTLAY_QUANTILE_P95,
  OUTLAY_N_QUANTILES
} OutlayQuantile;

/**
 * OutlayMonthForm:
 * @OUTLAY_MONTH_NAME: "Dec"
 * @OUTLAY_MONTH_YEAR: "2026"
 * @OUTLAY_MONTH_NAME_AND_YEAR: "Dec ’26"
 * @OUTLAY_MONTH_FULL: "Dec 2026", in the pill of the crosshair
 *
 * How a month is written.
 */
typedef enum
{
  OUTLAY_MONTH_NAME,
  OUTLAY_MONTH_YEAR,
  OUTLAY_MONTH_NAME_AND_YEAR,
  OUTLAY_MONTH_FULL
} OutlayMonthForm;

/**
 * OutlayChartSeries:
 * @name: the name of the option, or of the layer
 * @note: (nullable): what its legend entry adds, e.g. the total, ready to show
 * @slot: its colour and dash, from 0; see outlay_palette_get_series()
 * @values: a value per month; NaN where there is none
 * @quantiles: (nullable): a value per month for each quantile that is known
 * @focus: it is drawn last and wider; one series at most
 * @hidden: it is not drawn and does not move the axis
 * @over_before: its first month over the budget lies before the chart's months
 *
 * A row of figures. All of it belongs to the caller.
 */
typedef struct
{
  const char   *name;
  const char   *note;
  guint         slot;
  const double *values;
  const double *quantiles[OUTLAY_N_QUANTILES];
  gboolean      focus;
  gboolean      hidden;
  gboolean      over_before;
} OutlayChartSeries;

/**
 * OutlayChartPriceChange:
 * @month: the month at whose first day prices change, from 0
 * @n_changes: how many change on that day, at least 1
 */
typedef struct
{
  guint month;
  guint n_changes;
} OutlayChartPriceChange;

/**
 * OutlayChartStep:
 * @name: what the step is called
 * @text: its amount with its sign, ready to show
 * @value: the amount: what a total comes to, or what a step adds
 * @is_total: it begins at zero, and its end is where the next step begins
 *
 * A row of a waterfall. All of it belongs to the caller.
 */
typedef struct
{
  const char *name;
  const char *text;
  double      value;
  gboolean    is_total;
} OutlayChartStep;

/**
 * OutlayChart:
 * @kind: what it looks like
 * @logarithmic: the value axis has no zero; never for a stack
 * @bands: which lines carry a band
 * @bands_pending: the bands are being computed anew: draw them at half
 * @title: (nullable): the finding in words; the window leaves it out
 * @subtitle: (nullable): unit, and what line and shading mean
 * @series: (array length=n_series): options, or layers from the bottom up
 * @n_series: 0 for an empty chart
 * @n_months: 1 to 120
 * @first_year: the year of the first month
 * @first_month: its month, 1 to 12
 * @has_budget: whether @budget means anything
 * @budget: money a month, 0 or more
 * @budget_accumulates: the values are sums since the first month, so the
 *   budget of month m is m times @budget
 * @n_before: months that lie before those that are shown, for such a budget
 * @price_changes: (array length=n_price_changes): announced changes by month
 * @n_price_changes: 0 for none
 * @actual: (nullable): what months really came to, by month; NaN where they have not
 *   happened yet
 * @unrevealed: months at the end that are still to be shown, 0 for none; a
 *   fraction while a segment grows. The axis is that of all months.
 * @steps: (array length=n_steps): of a waterfall, which has neither series nor
 *   months: its rows from above
 * @n_steps: 0 for an empty one
 * @step_slot: the colour of its totals, from 0
 *
 * What is to be shown. Zeroed memory is a valid, empty line chart but for
 * @n_months and @first_month. Nothing in it is kept by a layout.
 */
typedef struct
{
  OutlayChartKind               kind;
  gboolean                      logarithmic;
  OutlayChartBands              bands;
  gboolean                      bands_pending;
  const char                   *title;
  const char                   *subtitle;
  const OutlayChartSeries      *series;
  guint                         n_series;
  guint                         n_months;
  int                           first_year;
  int                           first_month;
  gboolean                      has_budget;
  double                        budget;
  gboolean                      budget_accumulates;
  guint                         n_before;
  const OutlayChartPriceChange *price_changes;
  guint                         n_price_changes;
  const double                 *actual;
  double                        unrevealed;
  const OutlayChartStep        *steps;
  guint                         n_steps;
  guint                         step_slot;
} OutlayChart;

/**
 * OutlayChartStyle:
 * @palette: the colours
 * @font_family: (nullable): one family, or several with commas; Cantarell
 * @text_scale: 1 for 100 %; type and the room for it grow with it
 * @present: sizes for a projector
 * @right_to_left: months run from right to left, all sides are mirrored
 * @whole_pixels: letters stand on whole pixels, as those of labels on a coarse screen
 *   do, and are quick to draw; in files they stand where they should
 * @months_in_one_line: "Dec ’26" rather than the year in a line of its own
 * @end_labels: name each line at its end
 * @end_values: and print its value there
 * @legend: when to add a row of names above the plot
 * @background: fill the whole with the card's colour
 * @margin: px left free on all sides; 0 in a widget, which has its own
 * @start_gutter: px from the margin to the start of the value axis, or 0 to
 *   measure; a table below the chart sets it to the width of its first column
 * @end_gutter: px from the last month to the margin, or 0 to measure
 * @budget_text: "Budget %s"; the place holder becomes the amount
 * @first_over_text: "first month over"
 * @over_by_text: "by %s"
 * @estimate_text: "estimate", the line in a fan
 * @actual_text: "used", beside the last month that has happened
 * @format_money: an amount in full, such as "$1,576" (transfer full)
 * @format_axis: a tick label, such as "$2k", @step being the distance of two
 *   ticks, or 0 where they have no even distance (transfer full)
 * @format_month: a month, of 1 to 12 (transfer full)
 * @format_data: (nullable): for the three functions; the C-locale ones take
 *   the currency's sign (`const char *`), "$" if %NULL
 *
 * How a chart looks and speaks. Strings are borrowed for the time of a call.
 */
typedef struct
{
  OutlayPalette     palette;
  const char       *font_family;
  double            text_scale;
  gboolean          present;
  gboolean          right_to_left;
  gboolean          whole_pixels;
  gboolean          months_in_one_line;
  gboolean          end_labels;
  gboolean          end_values;
  OutlayChartLegend legend;
  gboolean          background;
  double            margin;
  double            start_gutter;
  double            end_gutter;
  const char       *budget_text;
  const char       *first_over_text;
  const char       *over_by_text;
  const char       *estimate_text;
  const char       *actual_text;
  char           *(*format_money) (double           amount,
                                   gpointer         data);
  char           *(*format_axis)  (double           amount,
                                   double           step,
                                   gpointer         data);
  char           *(*format_month) (int              year,
                                   int              month,
                                   OutlayMonthForm  form,
                                   gpointer         data);
  gpointer          format_data;
} OutlayChartStyle;

/**
 * OutlayChartBox:
 *
 * A rectangle, in px.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} OutlayChartBox;

/**
 * OutlayChartLayout:
 *
 * Where everything of a chart goes at one size. Only the crosshair and the
 * selection can change; for anything else make a new one.
 */
typedef struct _OutlayChartLayout OutlayChartLayout;

void               outlay_chart_style_init                (OutlayChartStyle        *style,
                                                           gboolean                 dark,
                                                           gboolean                 high_contrast);

OutlayChartLayout *outlay_chart_layout_new                (const OutlayChart       *chart,
                                                           double                   width,
                                                           double                   height,
                                                           const OutlayChartStyle  *style);
void               outlay_chart_layout_free               (OutlayChartLayout       *layout);
void               outlay_chart_layout_draw               (const OutlayChartLayout *layout,
                                                           cairo_t                 *cr);

void               outlay_chart_layout_set_crosshair      (OutlayChartLayout       *layout,
                                                           int                      month);
void               outlay_chart_layout_set_selection      (OutlayChartLayout       *layout,
                                                           int                      series,
                                                           int                      month);

void               outlay_chart_layout_set_range          (OutlayChartLayout       *layout,
                                                           int                      first,
                                                           int                      last);
void               outlay_chart_layout_set_step           (OutlayChartLayout       *layout,
                                                           int                      step);
int                outlay_chart_layout_get_step_at        (const OutlayChartLayout *layout,
                                                           double                   x,
                                                           double                   y);
OutlayChartBox     outlay_chart_layout_get_step_box       (const OutlayChartLayout *layout,
                                                           guint                    step);

int                outlay_chart_layout_get_month_at       (const OutlayChartLayout *layout,
                                                           double                   x,
                                                           double                   y);
int                outlay_chart_layout_get_series_at      (const OutlayChartLayout *layout,
                                                           double                   x,
                                                           double                   y,
                                                           double                   reach);
int                outlay_chart_layout_get_end_label_at   (const OutlayChartLayout *layout,
                                                           double                   x,
                                                           double                   y);
int                outlay_chart_layout_get_price_change_at (const OutlayChartLayout *layout,
                                                           double                   x,
                                                           double                   y);

OutlayChartBox     outlay_chart_layout_get_plot           (const OutlayChartLayout *layout);
double             outlay_chart_layout_get_month_x        (const OutlayChartLayout *layout,
                                                           guint                    month);
double             outlay_chart_layout_get_value_y        (const OutlayChartLayout *layout,
                                                           double                   value);
guint              outlay_chart_layout_get_n_unlabelled   (const OutlayChartLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayChartLayout, outlay_chart_layout_free)

G_END_DECLS
