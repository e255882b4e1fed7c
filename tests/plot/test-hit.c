/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "layout-private.h"
#include "sample-charts.h"

#define WIDTH 872.0
#define HEIGHT 370.0
#define REACH 12.0

static OutlayChartLayout *
lay_out (SampleChart *sample,
         gboolean     right_to_left)
{
  sample->style.right_to_left = right_to_left;

  return outlay_chart_layout_new (&sample->chart, WIDTH, HEIGHT, &sample->style);
}

static void
test_month (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();

  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (OutlayChartLayout) layout = lay_out (sample, rtl);
      OutlayChartBox plot = outlay_chart_layout_get_plot (layout);
      double step = outlay_chart_layout_get_month_x (layout, 1) -
                    outlay_chart_layout_get_month_x (layout, 0);
      double y = plot.y + plot.height / 2.0;

      g_assert_true ((step < 0.0) == rtl);
      for (int month = 0; month < SAMPLE_N_MONTHS; month++)
        {
          double x = outlay_chart_layout_get_month_x (layout, (guint) month);

          g_assert_cmpint (outlay_chart_layout_get_month_at (layout, x, y), ==, month);
          g_assert_cmpint (outlay_chart_layout_get_month_at (layout, x, HEIGHT - 5.0), ==, month);
          if (month < SAMPLE_N_MONTHS - 1)
            g_assert_cmpint (outlay_chart_layout_get_month_at (layout, x + 0.45 * step, y),
                             ==, month);
          if (month > 0)
            g_assert_cmpint (outlay_chart_layout_get_month_at (layout, x - 0.55 * step, y),
                             ==, month - 1);
        }
      g_assert_cmpint (outlay_chart_layout_get_month_at (layout, plot.x - 1.0, y), ==, -1);
      g_assert_cmpint (outlay_chart_layout_get_month_at (layout, plot.x + plot.width + 1.0, y),
                       ==, -1);
      g_assert_cmpint (outlay_chart_layout_get_month_at (layout, 400.0, plot.y - 2.0), ==, -1);
    }
}

static void
test_unrevealed_month (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;

  sample->chart.unrevealed = 2.0;
  layout = lay_out (sample, FALSE);
  g_assert_cmpint (outlay_chart_layout_get_month_at (layout,
                                                     outlay_chart_layout_get_month_x (layout, 4),
                                                     100.0), ==, 4);
  g_assert_cmpint (outlay_chart_layout_get_month_at (layout,
                                                     outlay_chart_layout_get_month_x (layout, 5),
                                                     100.0), ==, -1);
}

static void
test_series (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();

  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (OutlayChartLayout) layout = lay_out (sample, rtl);
      double x = (outlay_chart_layout_get_month_x (layout, 1) +
                  outlay_chart_layout_get_month_x (layout, 2)) / 2.0;
      double y = outlay_chart_layout_get_value_y (layout, (5485.0 + 10576.0) / 2.0);

      /* In the middle of a segment, a little off, and too far. */
      g_assert_cmpint (outlay_chart_layout_get_series_at (layout, x, y, REACH), ==, 0);
      g_assert_cmpint (outlay_chart_layout_get_series_at (layout, x + 3.0, y - 3.0, REACH), ==, 0);
      g_assert_cmpint (outlay_chart_layout_get_series_at (layout, x, y - 60.0, REACH), ==, -1);
    }
}

/* Where two lines run together, the one in focus lies on top. */
static void
test_series_in_focus (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = lay_out (sample, FALSE);
  double x = outlay_chart_layout_get_month_x (layout, 1);
  double between = (2850.0 + 2790.0) / 2.0;

  g_assert_cmpint (outlay_chart_layout_get_series_at (layout, x,
                                                      outlay_chart_layout_get_value_y (layout,
                                                                                       between),
                                                      REACH), ==, 3);
}

static void
test_hidden_series (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;

  sample->series[4].hidden = TRUE;
  layout = lay_out (sample, FALSE);
  g_assert_cmpint (outlay_chart_layout_get_series_at (layout,
                                                      outlay_chart_layout_get_month_x (layout, 3),
                                                      outlay_chart_layout_get_value_y (layout,
                                                                                       4282.0),
                                                      REACH), ==, -1);
}

static void
test_layers (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();

  sample->chart.kind = OUTLAY_CHART_STACK;
  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (OutlayChartLayout) layout = lay_out (sample, rtl);
      double x = outlay_chart_layout_get_month_x (layout, 3);
      double sum = 0.0;

      for (int i = 0; i < SAMPLE_N_SERIES; i++)
        {
          double middle = sum + sample->values[i][3] / 2.0;
          double y = outlay_chart_layout_get_value_y (layout, middle);

          sum += sample->values[i][3];
          g_assert_cmpint (outlay_chart_layout_get_series_at (layout, x, y, REACH), ==, i);
          g_assert_cmpint (outlay_chart_layout_get_month_at (layout, x, y), ==, 3);
        }
      g_assert_cmpint (outlay_chart_layout_get_series_at (layout, x,
                                                          outlay_chart_layout_get_value_y (layout,
                                                                                           sum) - 2,
                                                          REACH), ==, -1);
    }
}

static void
test_end_labels (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();

  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (OutlayChartLayout) layout = lay_out (sample, rtl);
      double gutter = rtl ? 60.0 : WIDTH - 60.0;
      double y = outlay_chart_layout_get_value_y (layout, 9756.0);

      g_assert_cmpint (outlay_chart_layout_get_end_label_at (layout, gutter, y), ==, 0);
      g_assert_cmpint (outlay_chart_layout_get_end_label_at (layout, gutter, y - 20.0), ==, -1);
      g_assert_cmpint (outlay_chart_layout_get_end_label_at (layout, WIDTH - gutter, y), ==, -1);
    }
}

static void
test_price_changes (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartBox plot;
  double x;

  sample->changes[0] = (OutlayChartPriceChange) { 3, 1 };
  sample->chart.n_price_changes = 1;
  layout = lay_out (sample, FALSE);
  plot = outlay_chart_layout_get_plot (layout);
  x = (outlay_chart_layout_get_month_x (layout, 2) +
       outlay_chart_layout_get_month_x (layout, 3)) / 2.0;

  g_assert_cmpint (outlay_chart_layout_get_price_change_at (layout, x, plot.y + plot.height + 15),
                   ==, 3);
  g_assert_cmpint (outlay_chart_layout_get_price_change_at (layout, x + 30.0,
                                                            plot.y + plot.height + 15), ==, -1);
}

static const OutlayMark *
find_overlay (const OutlayChartLayout *layout,
              OutlayMarkRole           role)
{
  for (guint i = 0; i < outlay_marks_get_size (layout->overlay); i++)
    if (outlay_marks_get (layout->overlay, i)->role == role)
      return outlay_marks_get (layout->overlay, i);

  return NULL;
}

/* The pill stays within the chart at both ends, and hides no name by half. */
static void
test_crosshair (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();

  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (OutlayChartLayout) layout = lay_out (sample, rtl);

      for (int month = 0; month < SAMPLE_N_MONTHS; month++)
        {
          const OutlayMark *pill;
          const OutlayMark *line;

          outlay_chart_layout_set_crosshair (layout, month);
          pill = find_overlay (layout, OUTLAY_MARK_PILL);
          line = find_overlay (layout, OUTLAY_MARK_CROSSHAIR);
          g_assert_cmpfloat (pill->box.x, >=, 0.0);
          g_assert_cmpfloat (pill->box.x + pill->box.width, <=, WIDTH);
          g_assert_cmpfloat (fabs (line->box.x -
                                   outlay_chart_layout_get_month_x (layout, (guint) month)),
                             <=, 0.51);
        }
      outlay_chart_layout_set_crosshair (layout, SAMPLE_N_MONTHS);
      g_assert_null (find_overlay (layout, OUTLAY_MARK_PILL));
    }
}

static void
test_selection (void)
{
  g_autoptr (SampleChart) sample = sample_chart_new ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  const OutlayMark *outline;

  sample->chart.kind = OUTLAY_CHART_STACK;
  layout = lay_out (sample, FALSE);
  outlay_chart_layout_set_selection (layout, 1, 2);
  outline = find_overlay (layout, OUTLAY_MARK_SELECTION);
  g_assert_nonnull (outline);
  g_assert_cmpfloat_with_epsilon (outline->box.y + 1.0,
                                  outlay_chart_layout_get_value_y (layout, 10576.0 + 5480.0),
                                  1e-6);
  outlay_chart_layout_set_selection (layout, 99, 2);
  g_assert_null (find_overlay (layout, OUTLAY_MARK_SELECTION));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/hit/month", test_month);
  g_test_add_func ("/plot/hit/unrevealed-month", test_unrevealed_month);
  g_test_add_func ("/plot/hit/series", test_series);
  g_test_add_func ("/plot/hit/series-in-focus", test_series_in_focus);
  g_test_add_func ("/plot/hit/hidden-series", test_hidden_series);
  g_test_add_func ("/plot/hit/layers", test_layers);
  g_test_add_func ("/plot/hit/end-labels", test_end_labels);
  g_test_add_func ("/plot/hit/price-changes", test_price_changes);
  g_test_add_func ("/plot/hit/crosshair", test_crosshair);
  g_test_add_func ("/plot/hit/selection", test_selection);

  return g_test_run ();
}
