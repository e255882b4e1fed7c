/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a chart puts what it shows. */
#include <math.h>

#include "sample-layout.h"

static void
test_parts (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = lay_out (sample);

  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_LINE), ==, 5);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_DOT), ==, 35);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BAND), ==, 1);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_MONTH_LABEL), ==, 7);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_YEAR_LABEL), ==, 2);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_END_LABEL), ==, 5);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BUDGET), ==, 1);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_OVER_RING), ==, 1);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_OVER_TEXT), ==, 2);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_TITLE), ==, 0);
  g_assert_cmpuint (outlay_chart_layout_get_n_unlabelled (layout), ==, 0);

  g_assert_cmpstr (get_words (find_role (layout, OUTLAY_MARK_AXIS_LABEL, 0)), ==, "$0");
  g_assert_cmpstr (get_words (find_role (layout, OUTLAY_MARK_AXIS_LABEL, 1)), ==, "$2k");
  g_assert_cmpstr (get_words (find_role (layout, OUTLAY_MARK_BUDGET_LABEL, 0)), ==,
                   "Budget $9,000");
  g_assert_cmpstr (get_words (find_role (layout, OUTLAY_MARK_OVER_TEXT, 1)), ==, "by $1,576");
  g_assert_cmpint (find_role (layout, OUTLAY_MARK_OVER_RING, 0)->month, ==, 2);
}

/* The one in focus is drawn last, and wider. */
static void
test_focus (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = lay_out (sample);
  const OutlayMark *last = find_role (layout, OUTLAY_MARK_LINE, 4);

  g_assert_cmpint (last->series, ==, 3);
  g_assert_cmpfloat (last->line_width, ==, 3.0);
  g_assert_cmpfloat (find_role (layout, OUTLAY_MARK_LINE, 0)->line_width, ==, 2.2);
  g_assert_cmpint (find_role (layout, OUTLAY_MARK_BAND, 0)->series, ==, 3);
}

static void
test_bands (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  static const guint expected[] = { 1, 5, 0 };

  for (guint bands = 0; bands < G_N_ELEMENTS (expected); bands++)
    {
      g_autoptr (OutlayChartLayout) layout = NULL;

      sample->chart.bands = (OutlayChartBands) bands;
      layout = lay_out (sample);
      g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BAND), ==, expected[bands]);
    }
}

/* Largest thing drawn + 6 %, which is no tick. */
static void
test_axis_top (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = lay_out (sample);
  OutlayChartBox plot = outlay_chart_layout_get_plot (layout);

  g_assert_cmpfloat_with_epsilon (outlay_chart_layout_get_value_y (layout, 11691.0 * 1.06),
                                  plot.y, 1e-6);
  g_assert_cmpfloat_with_epsilon (outlay_chart_layout_get_value_y (layout, 0.0),
                                  plot.y + plot.height, 1e-6);
}

/* A hidden option neither draws nor moves the axis. */
static void
test_hidden (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;

  sample->series[0].hidden = TRUE;
  layout = lay_out (sample);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_LINE), ==, 4);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_OVER_RING), ==, 0);
  g_assert_cmpfloat_with_epsilon (outlay_chart_layout_get_value_y (layout, 1.68 * 5924.0 * 1.06),
                                  outlay_chart_layout_get_plot (layout).y, 1e-6);
}

static void
test_budget_above (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartBox plot;

  /* Not far above: the axis reaches it. */
  sample->chart.budget = 14000.0;
  layout = lay_out (sample);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BUDGET), ==, 1);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BUDGET_ARROW), ==, 0);
  g_clear_pointer (&layout, outlay_chart_layout_free);

  /* Far above: an arrow at the top edge, and its value. */
  sample->chart.budget = 90000.0;
  layout = lay_out (sample);
  plot = outlay_chart_layout_get_plot (layout);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BUDGET), ==, 0);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BUDGET_ARROW), ==, 1);
  g_assert_cmpstr (get_words (find_role (layout, OUTLAY_MARK_BUDGET_LABEL, 0)), ==,
                   "Budget $90,000");
  g_assert_cmpfloat (find_role (layout, OUTLAY_MARK_BUDGET_ARROW, 0)->box.y - plot.y, <, 8.0);
}

static void
test_budget_zero (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartBox plot;

  sample->chart.budget = 0.0;
  layout = lay_out (sample);
  plot = outlay_chart_layout_get_plot (layout);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BUDGET), ==, 1);
  g_assert_cmpfloat_with_epsilon (find_role (layout, OUTLAY_MARK_BUDGET, 0)->box.y,
                                  plot.y + plot.height, 1e-6);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_OVER_RING), ==, 5);
  g_assert_cmpint (find_role (layout, OUTLAY_MARK_OVER_RING, 0)->month, ==, 0);
  g_clear_pointer (&layout, outlay_chart_layout_free);

  /* A log axis has no zero: the arrow points down to it. */
  sample->chart.logarithmic = TRUE;
  layout = lay_out (sample);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BUDGET), ==, 0);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BUDGET_ARROW), ==, 1);
}

/* Sums since the first month are held against a budget that grows. */
static void
test_budget_accumulates (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  const OutlayMark *line;

  for (guint i = 0; i < SAMPLE_N_SERIES; i++)
    for (guint month = 1; month < SAMPLE_N_MONTHS; month++)
      sample->values[i][month] += sample->values[i][month - 1];
  sample->chart.budget_accumulates = TRUE;
  sample->chart.bands = OUTLAY_CHART_BANDS_NONE;
  layout = lay_out (sample);

  line = find_role (layout, OUTLAY_MARK_BUDGET, 0);
  g_assert_nonnull (line);
  g_assert_cmpuint (line->n_points, ==, 7);
  g_assert_cmpfloat_with_epsilon (line->box.y, outlay_chart_layout_get_value_y (layout, 63000.0),
                                  1e-6);
  g_assert_cmpstr (get_words (find_role (layout, OUTLAY_MARK_BUDGET_LABEL, 0)), ==,
                   "Budget $63,000");

  /* 43,471 by April against 45,000; 54,264 by May against 54,000. */
  g_assert_cmpint (find_role (layout, OUTLAY_MARK_OVER_RING, 0)->month, ==, 5);
}

/* Half of the lines mirrored, word for word and point for point. */
static void
assert_mirrored (const SampleChart *sample)
{
  SampleChart other = *sample;
  g_autoptr (OutlayChartLayout) left = lay_out (sample);
  g_autoptr (OutlayChartLayout) right = NULL;
  const OutlayMarks *marks = outlay_chart_layout_get_marks (left);
  const OutlayMarks *mirrored;

  other.style.right_to_left = TRUE;
  right = lay_out (&other);
  mirrored = outlay_chart_layout_get_marks (right);

  g_assert_cmpuint (outlay_marks_get_size (marks), ==, outlay_marks_get_size (mirrored));
  for (guint i = 0; i < outlay_marks_get_size (marks); i++)
    {
      const OutlayMark *a = outlay_marks_get (marks, i);
      const OutlayMark *b = outlay_marks_get (mirrored, i);

      g_assert_cmpint (a->role, ==, b->role);
      g_assert_cmpfloat_with_epsilon (b->box.x + b->box.width, WIDTH - a->box.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (a->box.width, b->box.width, 1e-6);
      g_assert_cmpfloat_with_epsilon (a->box.y, b->box.y, 1e-6);
      for (guint k = 0; k < a->n_points; k++)
        g_assert_cmpfloat_with_epsilon (outlay_marks_get_points (mirrored, b)[k].x,
                                        WIDTH - outlay_marks_get_points (marks, a)[k].x, 1e-6);
      if (a->text != NULL)
        g_assert_cmpstr (get_words (a), ==, get_words (b));
    }

  for (guint month = 0; month < sample->chart.n_months; month++)
    g_assert_cmpfloat_with_epsilon (outlay_chart_layout_get_month_x (right, month),
                                    WIDTH - outlay_chart_layout_get_month_x (left, month), 1e-9);
}

static void
test_right_to_left (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();

  sample->changes[0] = (OutlayChartPriceChange) { 2, 3 };
  sample->chart.n_price_changes = 1;
  for (guint kind = OUTLAY_CHART_LINES; kind <= OUTLAY_CHART_FAN; kind++)
    {
      sample->chart.kind = (OutlayChartKind) kind;
      sample->chart.n_series = kind == OUTLAY_CHART_FAN ? 1 : SAMPLE_N_SERIES;
      sample->chart.title = "A title";
      sample->chart.subtitle = "A subtitle";
      sample->style.legend = OUTLAY_CHART_LEGEND_ALWAYS;
      assert_mirrored (sample);
    }
}

/* Names end up 18 px apart, in the order of the lines. */
static void
test_end_labels (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  static const int order[] = { 3, 0, 4, 1, 2 };

  for (guint i = 0; i < SAMPLE_N_SERIES; i++)
    sample->values[order[i]][SAMPLE_N_MONTHS - 1] = 5000.0 - i;
  layout = lay_out (sample);

  for (guint i = 0; i < SAMPLE_N_SERIES; i++)
    {
      const OutlayMark *label = find_role (layout, OUTLAY_MARK_END_LABEL, i);

      g_assert_cmpint (label->series, ==, order[i]);
      if (i > 0)
        {
          const OutlayMark *above = find_role (layout, OUTLAY_MARK_END_LABEL, i - 1);

          g_assert_cmpfloat_with_epsilon (label->box.y + label->box.height / 2.0 -
                                          above->box.y - above->box.height / 2.0, 18.0, 1.0);
        }
    }
}

static void
test_price_tags (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  const OutlayMark *tick;
  double middle;

  sample->changes[0] = (OutlayChartPriceChange) { 2, 1 };
  sample->changes[1] = (OutlayChartPriceChange) { 4, 3 };
  sample->changes[2] = (OutlayChartPriceChange) { 99, 1 };
  sample->chart.n_price_changes = 3;
  layout = lay_out (sample);

  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_PRICE_TICK), ==, 2);
  tick = find_role (layout, OUTLAY_MARK_PRICE_TICK, 0);
  middle = (outlay_chart_layout_get_month_x (layout, 1) +
            outlay_chart_layout_get_month_x (layout, 2)) / 2.0;
  g_assert_cmpfloat (fabs (tick->box.x - middle), <=, 1.0);

  /* Two shapes each, and the number of those that share one. */
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_PRICE_TAG), ==, 5);
}

static void
test_present (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  g_autoptr (OutlayChartLayout) whole = NULL;

  sample->style.present = TRUE;
  sample->style.end_values = TRUE;
  whole = lay_out (sample);
  sample->chart.unrevealed = 2.5;
  layout = lay_out (sample);

  /* Four months and half a segment; the axis is that of all months. */
  g_assert_cmpuint (find_role (layout, OUTLAY_MARK_LINE, 0)->n_points, ==, 5);
  g_assert_cmpfloat (outlay_chart_layout_get_value_y (layout, 5000.0), ==,
                     outlay_chart_layout_get_value_y (whole, 5000.0));
  g_assert_cmpfloat (outlay_chart_layout_get_month_x (layout, 6), <,
                     WIDTH - 180.0);
  g_assert_true (g_str_has_prefix (get_words (find_role (layout, OUTLAY_MARK_END_LABEL, 0)),
                                   "$11,691"));
  g_clear_pointer (&layout, outlay_chart_layout_free);

  sample->chart.unrevealed = 99.0;
  layout = lay_out (sample);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_LINE), ==, 0);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_END_LABEL), ==, 0);
  draw_layout (layout);
}

static void
test_file_parts (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  double bare;

  layout = lay_out (sample);
  bare = outlay_chart_layout_get_plot (layout).y;
  g_clear_pointer (&layout, outlay_chart_layout_free);

  sample->chart.title = "A title";
  sample->chart.subtitle = "US dollars a month";
  sample->style.legend = OUTLAY_CHART_LEGEND_AUTO;
  layout = lay_out (sample);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_TITLE), ==, 1);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_SUBTITLE), ==, 1);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_LEGEND), ==, 0);
  g_assert_cmpfloat (outlay_chart_layout_get_plot (layout).y, >, bare + 30.0);
  g_clear_pointer (&layout, outlay_chart_layout_free);

  /* A note has no place but in a legend. */
  sample->series[0].note = "$64,020";
  layout = lay_out (sample);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_LEGEND), ==, 10);
}

static void
test_stack (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartBox plot;
  const OutlayMark *layer;

  sample->chart.kind = OUTLAY_CHART_STACK;
  sample->chart.logarithmic = TRUE; /* which a stack never is */
  sample->values[1][0] = 0.0;
  sample->values[2][0] = NAN;
  layout = lay_out (sample);
  plot = outlay_chart_layout_get_plot (layout);

  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_LAYER), ==, 33);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_TOTAL), ==, 7);
  g_assert_cmpstr (get_words (find_role (layout, OUTLAY_MARK_TOTAL, 0)), ==, "$7,626");
  g_assert_cmpfloat_with_epsilon (outlay_chart_layout_get_value_y (layout, 0.0),
                                  plot.y + plot.height, 1e-6);

  /* First kind at the bottom, on zero. */
  layer = find_role (layout, OUTLAY_MARK_LAYER, 0);
  g_assert_cmpint (layer->series, ==, 0);
  g_assert_cmpfloat_with_epsilon (layer->box.y, outlay_chart_layout_get_value_y (layout, 4084.0),
                                  1e-6);
  assert_all_finite (layout);
}

/* In the gutter, or in the plot where names have no room: never in both. */
static void
test_stack_names_budget_once (void)
{
  static const struct
  {
    gboolean end_labels;
    double   text_scale;
    double   budget;
  } cases[] = {
    { TRUE, 1.0, 20000.0 },
    { FALSE, 1.0, 20000.0 },
    { FALSE, 2.0, 20000.0 },
    { TRUE, 4.5, 20000.0 },  /* so wide that all names are given up */
    { TRUE, 1.0, 200000.0 }, /* beyond the axis: an arrow */
    { FALSE, 2.0, 200000.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SampleChart) sample = sample_chart_new ();
      g_autoptr (OutlayChartLayout) layout = NULL;

      sample->chart.kind = OUTLAY_CHART_STACK;
      sample->chart.budget = cases[i].budget;
      sample->style.end_labels = cases[i].end_labels;
      sample->style.text_scale = cases[i].text_scale;
      layout = lay_out (sample);
      g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BUDGET_LABEL), ==, 1);
    }
}

/* Whatever the caption says, nothing below it jumps; in a window it may. */
static void
test_present_keeps_two_lines (void)
{
  static const char *const titles[] = {
    "Short", "A caption that is so long that it takes both of the two lines that are kept",
    ("One that would take three lines of its own, which nobody could read to its end in the "
     "time that it takes to reveal another month of the costs"),
  };
  double top = 0.0;

  for (guint present = 0; present < 2; present++)
    for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
      {
        g_autoptr (SampleChart) sample = sample_chart_new ();
        g_autoptr (OutlayChartLayout) layout = NULL;
        double y;

        sample->style.present = present > 0;
        sample->chart.title = titles[i];
        sample->chart.subtitle = "month 3 of 7";
        layout = lay_out (sample);
        y = outlay_chart_layout_get_plot (layout).y;
        if (i == 0)
          top = y;
        else if (present > 0)
          g_assert_cmpfloat_with_epsilon (y, top, 0.51);
        else if (i == 2)
          g_assert_cmpfloat (y, >, top);
      }
}

static void
test_fan (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;

  sample->chart.kind = OUTLAY_CHART_FAN;
  sample->chart.n_series = 1;
  layout = lay_out (sample);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BAND), ==, 3);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_MEDIAN), ==, 1);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_LINE), ==, 1);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_END_LABEL), ==, 8);
  g_assert_cmpfloat_with_epsilon (outlay_chart_layout_get_value_y (layout, 2.05 * 11691.0 * 1.06),
                                  outlay_chart_layout_get_plot (layout).y, 1e-6);
}

/* A table below the chart stands exactly under its months. */
static void
test_gutters (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartBox plot;

  sample->chart.kind = OUTLAY_CHART_STACK;
  sample->style.start_gutter = 150.0;
  sample->style.end_gutter = 144.0;
  layout = lay_out (sample);
  plot = outlay_chart_layout_get_plot (layout);
  g_assert_cmpfloat (plot.x, ==, 150.0);
  g_assert_cmpfloat (plot.x + plot.width, ==, WIDTH - 144.0);
  g_assert_cmpfloat_with_epsilon (outlay_chart_layout_get_month_x (layout, 0),
                                  150.0 + plot.width / 14.0, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/layout/parts", test_parts);
  g_test_add_func ("/plot/layout/focus", test_focus);
  g_test_add_func ("/plot/layout/bands", test_bands);
  g_test_add_func ("/plot/layout/axis-top", test_axis_top);
  g_test_add_func ("/plot/layout/hidden", test_hidden);
  g_test_add_func ("/plot/layout/budget-above", test_budget_above);
  g_test_add_func ("/plot/layout/budget-zero", test_budget_zero);
  g_test_add_func ("/plot/layout/budget-accumulates", test_budget_accumulates);
  g_test_add_func ("/plot/layout/right-to-left", test_right_to_left);
  g_test_add_func ("/plot/layout/end-labels", test_end_labels);
  g_test_add_func ("/plot/layout/price-tags", test_price_tags);
  g_test_add_func ("/plot/layout/present", test_present);
  g_test_add_func ("/plot/layout/file-parts", test_file_parts);
  g_test_add_func ("/plot/layout/stack", test_stack);
  g_test_add_func ("/plot/layout/stack-names-budget-once", test_stack_names_budget_once);
  g_test_add_func ("/plot/layout/present-keeps-two-lines", test_present_keeps_two_lines);
  g_test_add_func ("/plot/layout/fan", test_fan);
  g_test_add_func ("/plot/layout/gutters", test_gutters);

  return g_test_run ();
}
