/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data that are odd, many or missing, and no room. */
#include <float.h>
#include <math.h>

#include "sample-layout.h"

static void
test_all_hidden (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;

  for (guint i = 0; i < SAMPLE_N_SERIES; i++)
    sample->series[i].hidden = TRUE;
  sample->chart.has_budget = FALSE;
  layout = lay_out (sample);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_LINE), ==, 0);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_AXIS_LABEL), ==, 1);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_MONTH_LABEL), ==, 7);
  draw_layout (layout);
}

/* No room for all: focus, then the largest. */
static void
test_end_labels_without_room (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout =
    outlay_chart_layout_new (&sample->chart, WIDTH, 84.0, &sample->style);
  guint n_labels = count_role (layout, OUTLAY_MARK_END_LABEL);

  g_assert_cmpuint (n_labels, ==, 3);
  g_assert_cmpuint (outlay_chart_layout_get_n_unlabelled (layout), ==, 2);
  g_assert_cmpint (find_role (layout, OUTLAY_MARK_END_LABEL, 0)->series, ==, 0);
  g_assert_cmpint (find_role (layout, OUTLAY_MARK_END_LABEL, 1)->series, ==, 2);
  g_assert_cmpint (find_role (layout, OUTLAY_MARK_END_LABEL, 2)->series, ==, 3);
}

static void
test_long_and_short_names (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;

  sample->series[0].name = "A name of sixty characters, as an import from elsewhere had it";
  sample->series[1].name = "B";
  sample->series[2].name = "";
  sample->series[4].name = "\xff\xfe not text";
  layout = lay_out (sample);

  g_assert_true (pango_layout_is_ellipsized (find_role (layout, OUTLAY_MARK_END_LABEL, 0)->text));
  g_assert_cmpfloat (find_role (layout, OUTLAY_MARK_END_LABEL, 0)->box.width, <=, 221.0);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_END_LABEL), ==, 5);
  draw_layout (layout);
}

/* A gap leaves two pieces; a month between two gaps is a dot. */
static void
test_missing_values (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;

  sample->chart.n_series = 1;
  sample->values[0][2] = NAN;
  sample->values[0][5] = INFINITY;
  layout = lay_out (sample);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_LINE), ==, 2);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_DOT), ==, 5);
  assert_all_finite (layout);
  draw_layout (layout);
}

static void
test_log (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartBox plot;
  const OutlayMark *band;

  sample->chart.logarithmic = TRUE;
  sample->values[0][0] = 0.0;
  sample->quantiles[3][OUTLAY_QUANTILE_P10][0] = 0.0;
  layout = lay_out (sample);
  plot = outlay_chart_layout_get_plot (layout);
  band = find_role (layout, OUTLAY_MARK_BAND, 0);

  g_assert_cmpuint (find_role (layout, OUTLAY_MARK_LINE, 0)->n_points, ==, 6);
  g_assert_cmpfloat (band->box.y + band->box.height, <=, plot.y + plot.height + 1e-6);
  g_assert_cmpstr (get_words (find_role (layout, OUTLAY_MARK_AXIS_LABEL, 0)), !=, "$0");
  assert_all_finite (layout);
}

static void
test_single_month (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartBox plot;

  sample->chart.n_months = 1;
  layout = lay_out (sample);
  plot = outlay_chart_layout_get_plot (layout);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_LINE), ==, 0);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_DOT), ==, 5);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_BAND), ==, 1);
  g_assert_cmpfloat_with_epsilon (outlay_chart_layout_get_month_x (layout, 0),
                                  plot.x + plot.width / 2.0, 1e-6);
  draw_layout (layout);
}

static void
test_sixty_months (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;

  sample_chart_set_months (sample, 60);
  layout = lay_out (sample);

  /* Ticks still for each month, which are 11 px apart; years alone below. */
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_MONTH_TICK), ==, 60);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_MONTH_LABEL), <=, 21);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_DOT), ==, 5);
  g_clear_pointer (&layout, outlay_chart_layout_free);

  layout = outlay_chart_layout_new (&sample->chart, 420.0, HEIGHT, &sample->style);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_MONTH_LABEL), ==, 5);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_MONTH_TICK), ==, 20);
  g_assert_cmpstr (get_words (find_role (layout, OUTLAY_MARK_MONTH_LABEL, 0)), ==, "2027");
}

static void
test_all_zero (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartBox plot;

  sample_chart_fill (sample, 0.0);
  sample->chart.has_budget = FALSE;
  layout = lay_out (sample);
  plot = outlay_chart_layout_get_plot (layout);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_AXIS_LABEL), ==, 1);
  g_assert_cmpfloat_with_epsilon (find_role (layout, OUTLAY_MARK_LINE, 0)->box.y,
                                  plot.y + plot.height, 1e-6);
  assert_all_finite (layout);
}

/* Tags keep clear of the names of months, at any density. */
static void
test_price_tags_keep_clear (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();

  sample->chart.n_price_changes = 1;
  for (guint n_months = 2; n_months <= 60; n_months++)
    {
      g_autoptr (OutlayChartLayout) layout = NULL;
      const OutlayMarks *marks;

      sample_chart_set_months (sample, n_months);
      sample->changes[0] = (OutlayChartPriceChange) { n_months / 2, 2 };
      layout = lay_out (sample);
      marks = outlay_chart_layout_get_marks (layout);
      for (guint i = 0; i < outlay_marks_get_size (marks); i++)
        {
          const OutlayMark *mark = outlay_marks_get (marks, i);
          OutlayChartBox inner = mark->box;

          if (mark->role != OUTLAY_MARK_MONTH_LABEL && mark->role != OUTLAY_MARK_YEAR_LABEL)
            continue;

          /* The logical box of a word is higher than its letters. */
          inner.y += 3.0;
          inner.height -= 6.0;
          for (guint t = 0; t < 3; t++)
            g_assert_false (outlay_box_overlaps (&inner,
                                                 &find_role (layout, OUTLAY_MARK_PRICE_TAG,
                                                             t)->box));
        }
      g_assert_cmpfloat (find_role (layout, OUTLAY_MARK_PRICE_TAG, 0)->box.y, <, HEIGHT - 6.0);
    }
}

/* Nothing of this can be seen, but nothing of it may fail. */
static void
test_degenerate (void)
{
  static const double odd[] = { NAN, INFINITY, -INFINITY, 0.0, -0.0, -5000.0, 1e-300, 1e300,
                                DBL_MAX, DBL_MIN, 1.0 };
  static const double sizes[][2] = { { 0, 0 }, { 1, 1 }, { 872, 5 }, { 20, 370 }, { 120, 80 },
                                     { -50, -50 }, { 872, 370 } };

  for (guint round = 0; round < 600; round++)
    {
      g_autoptr (SampleChart) sample = sample_chart_new ();
      g_autoptr (OutlayChartLayout) layout = NULL;
      guint size = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (sizes));

      sample_chart_set_months (sample, (guint) g_test_rand_int_range (1, 25));
      for (guint i = 0; i < 40; i++)
        sample->values[g_test_rand_int_range (0, 5)][g_test_rand_int_range (0, 25)] =
          odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))];
      for (guint i = 0; i < 40; i++)
        sample->quantiles[3][g_test_rand_int_range (0, 7)][g_test_rand_int_range (0, 25)] =
          odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))];
      sample->chart.kind = (OutlayChartKind) g_test_rand_int_range (0, 3);
      sample->chart.logarithmic = g_test_rand_bit ();
      sample->chart.budget = odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))];
      sample->chart.budget_accumulates = g_test_rand_bit ();
      sample->chart.n_series = (guint) g_test_rand_int_range (0, 6);
      sample->chart.unrevealed = g_test_rand_double_range (-3.0, 20.0);
      sample->chart.title = g_test_rand_bit () ? "A title" : NULL;
      sample->style.right_to_left = g_test_rand_bit ();
      sample->style.present = g_test_rand_bit ();
      sample->style.text_scale = g_test_rand_int_range (0, 7) * 0.5;
      sample->changes[0] = (OutlayChartPriceChange) { round % 30, round % 3 };
      sample->chart.n_price_changes = 1;

      layout = outlay_chart_layout_new (&sample->chart, sizes[size][0], sizes[size][1],
                                        &sample->style);
      assert_all_finite (layout);
      outlay_chart_layout_set_crosshair (layout, g_test_rand_int_range (-2, 30));
      outlay_chart_layout_set_selection (layout, g_test_rand_int_range (-2, 8),
                                         g_test_rand_int_range (-2, 30));
      draw_layout (layout);
    }
}

/* Months that are left away before the chart count for a budget that adds up, and
 * for what was over it first. */
static void
test_months_before (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) all = lay_out (sample);
  g_autoptr (OutlayChartLayout) some = NULL;
  g_autoptr (OutlayChartLayout) summed = NULL;

  g_assert_cmpuint (count_role (all, OUTLAY_MARK_OVER_RING), ==, 1);
  sample->series[0].over_before = TRUE;
  some = lay_out (sample);
  g_assert_cmpuint (count_role (some, OUTLAY_MARK_OVER_RING), ==, 0);

  sample->chart.budget_accumulates = TRUE;
  sample->chart.budget = 1000;
  sample->chart.n_before = 3;
  summed = lay_out (sample);
  g_assert_cmpstr (get_words (find_role (summed, OUTLAY_MARK_BUDGET_LABEL, 0)), ==,
                   "Budget $10,000");
}

/* Months that are being chosen are tinted, in either order, within the plot. */
static void
test_range (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = lay_out (sample);
  OutlayChartBox plot = outlay_chart_layout_get_plot (layout);
  const OutlayMark *mark;

  outlay_chart_layout_set_range (layout, 5, 0);
  g_assert_cmpuint (outlay_marks_get_size (layout->overlay), ==, 1);
  mark = outlay_marks_get (layout->overlay, 0);
  g_assert_cmpfloat (mark->box.x, >=, plot.x);
  g_assert_cmpfloat (mark->box.x + mark->box.width, <, plot.x + plot.width);
  g_assert_cmpfloat (mark->box.x + mark->box.width, >,
                     outlay_chart_layout_get_month_x (layout, 5));
  draw_layout (layout);

  outlay_chart_layout_set_range (layout, 2, 7);
  g_assert_cmpuint (outlay_marks_get_size (layout->overlay), ==, 0);
  outlay_chart_layout_set_range (layout, 2, -1);
  g_assert_cmpuint (outlay_marks_get_size (layout->overlay), ==, 0);
}

/* Words do not touch, though the room above and below them may. */
static void
assert_apart (const OutlayMark *one,
              const OutlayMark *other)
{
  gboolean beside = one->box.x + one->box.width <= other->box.x ||
                    other->box.x + other->box.width <= one->box.x;

  g_assert_true (beside || fabs (one->box.y - other->box.y) > 0.5 * one->box.height);
}

/* Where totals do not all have room, it is never the highest bar's that is missing, and
 * none stands in another. */
static void
test_stack_names_its_peak (void)
{
  static const double widths[] = { 900.0, 480.0, 420.0, 380.0, 340.0, 300.0, 220.0, 120.0 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (SampleChart) sample = sample_chart_new ();
      g_autoptr (OutlayChartLayout) layout = NULL;
      gboolean has_peak = FALSE;

      sample->chart.kind = OUTLAY_CHART_STACK;
      layout = outlay_chart_layout_new (&sample->chart, widths[i], HEIGHT, &sample->style);
      for (guint one = 0; one < count_role (layout, OUTLAY_MARK_TOTAL); one++)
        {
          const OutlayMark *total = find_role (layout, OUTLAY_MARK_TOTAL, one);

          has_peak |= g_str_equal (get_words (total), "$36,906");
          for (guint other = 0; other < one; other++)
            assert_apart (total, find_role (layout, OUTLAY_MARK_TOTAL, other));
        }
      g_assert_true (has_peak);
    }
}

/* Words that lines would run through have a ground of their own. */
static void
test_words_on_lines (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (SampleChart) fan = sample_chart_new ();
  g_autoptr (OutlayChartLayout) free = lay_out (sample);
  g_autoptr (OutlayChartLayout) crowded = NULL;
  g_autoptr (OutlayChartLayout) futures = NULL;

  g_assert_cmpuint (count_role (free, OUTLAY_MARK_OVER_TEXT), ==, 2);
  g_assert_cmpuint (count_role (free, OUTLAY_MARK_BACKGROUND), ==, 1);

  /* Above, below and beside the fourth line is always another one. */
  for (guint i = 0; i < SAMPLE_N_SERIES; i++)
    for (guint month = 0; month < SAMPLE_N_MONTHS; month++)
      sample->values[i][month] = 8000.0 + 500.0 * (i == 3 ? 2 : i) + 150.0 * month;
  crowded = lay_out (sample);
  g_assert_cmpuint (count_role (crowded, OUTLAY_MARK_OVER_TEXT), ==, 2);
  g_assert_cmpuint (count_role (crowded, OUTLAY_MARK_BACKGROUND), ==, 2);

  fan->chart.kind = OUTLAY_CHART_FAN;
  fan->chart.n_series = 1;
  futures = lay_out (fan);
  g_assert_cmpuint (count_role (futures, OUTLAY_MARK_BACKGROUND), ==,
                    1 + count_role (futures, OUTLAY_MARK_END_LABEL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/layout-extremes/all-hidden", test_all_hidden);
  g_test_add_func ("/plot/layout-extremes/end-labels-without-room", test_end_labels_without_room);
  g_test_add_func ("/plot/layout-extremes/long-and-short-names", test_long_and_short_names);
  g_test_add_func ("/plot/layout-extremes/missing-values", test_missing_values);
  g_test_add_func ("/plot/layout-extremes/log", test_log);
  g_test_add_func ("/plot/layout-extremes/single-month", test_single_month);
  g_test_add_func ("/plot/layout-extremes/sixty-months", test_sixty_months);
  g_test_add_func ("/plot/layout-extremes/all-zero", test_all_zero);
  g_test_add_func ("/plot/layout-extremes/price-tags-keep-clear", test_price_tags_keep_clear);
  g_test_add_func ("/plot/layout-extremes/degenerate", test_degenerate);
  g_test_add_func ("/plot/layout/months-before", test_months_before);
  g_test_add_func ("/plot/layout/range", test_range);
  g_test_add_func ("/plot/layout-extremes/stack-names-its-peak", test_stack_names_its_peak);
  g_test_add_func ("/plot/layout-extremes/words-on-lines", test_words_on_lines);

  return g_test_run ();
}
