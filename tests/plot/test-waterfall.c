/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the steps from one amount to another go. */
#include <math.h>

#include "sample-layout.h"

static SampleChart *
create_steps (void)
{
  SampleChart *sample = sample_chart_new ();

  sample_chart_set_steps (sample);

  return sample;
}

/* px of an amount on the axis that lies. */
static double
get_x (const OutlayChartLayout *layout,
       double                   value)
{
  return outlay_scale_get_position (&layout->scale, value);
}

static const OutlayChartBox *
get_bar (const OutlayChartLayout *layout,
         guint                    step)
{
  return &find_role (layout, OUTLAY_MARK_STEP, step)->box;
}

static void
test_parts (void)
{
  g_autoptr (SampleChart) sample = create_steps ();
  g_autoptr (OutlayChartLayout) layout = lay_out (sample);

  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_STEP), ==, 9);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_STEP_LINK), ==, 8);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_STEP_NAME), ==, 9);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_STEP_VALUE), ==, 9);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_AXIS), ==, 1);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_MONTH_LABEL), ==, 0);
  g_assert_cmpstr (get_words (find_role (layout, OUTLAY_MARK_STEP_VALUE, 2)), ==, "+$21,340");
  g_assert_cmpstr (get_words (find_role (layout, OUTLAY_MARK_AXIS_LABEL, 0)), ==, "$0");
  assert_all_finite (layout);
  draw_layout (layout);
}

/* Each bar begins where the one before it ended, and the last ends where all of
 * them have led. */
static void
test_bars_join (void)
{
  g_autoptr (SampleChart) sample = create_steps ();
  g_autoptr (OutlayChartLayout) layout = lay_out (sample);
  double level = 0;

  for (guint i = 0; i < SAMPLE_N_STEPS; i++)
    {
      const OutlayChartBox *bar = get_bar (layout, i);
      double from = sample->steps[i].is_total ? 0 : level;

      level = from + sample->steps[i].value;
      g_assert_cmpfloat_with_epsilon (bar->x, get_x (layout, MIN (from, level)), 1e-6);
      if (fabs (sample->steps[i].value) > 400)
        g_assert_cmpfloat_with_epsilon (bar->x + bar->width, get_x (layout, MAX (from, level)),
                                        1e-6);
    }

  g_assert_cmpfloat_with_epsilon (level, 89054, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_bar (layout, 0)->x, layout->plot.x, 1e-6);
}

/* More and less differ in colour; totals have that of the option. */
static void
test_colors (void)
{
  g_autoptr (SampleChart) sample = create_steps ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayColor total, more, less;

  sample->chart.step_slot = 3;
  layout = lay_out (sample);
  total = find_role (layout, OUTLAY_MARK_STEP, 0)->fill;
  less = find_role (layout, OUTLAY_MARK_STEP, 1)->fill;
  more = find_role (layout, OUTLAY_MARK_STEP, 2)->fill;

  g_assert_cmpfloat (total.red, ==,
                     outlay_palette_get_series (&sample->style.palette, 3).red);
  g_assert_cmpfloat (fabs (more.red - less.red), >, 0.2);
  g_assert_cmpfloat (fabs (more.blue - less.blue), >, 0.2);
}

typedef struct
{
  const char *what;
  double      values[SAMPLE_N_STEPS];
  double      width;
  double      height;
  double      text_scale;
} Case;

static const Case cases[] = {
  { "all zero", { 0 }, 600, 300, 1 },
  { "tiny", { 1e-9, 1e-10, 0, 0, 0, 0, 0, 0, 1.1e-9 }, 600, 300, 1 },
  { "huge", { 1e12, 5e11, -2e11, 0, 0, 0, 0, 0, 1.3e12 }, 600, 300, 1 },
  { "below zero on the way", { 10, -30, 5, 40, 0, 0, 0, 0, 25 }, 600, 300, 1 },
  { "not a number", { 10, NAN, INFINITY, 0, 0, 0, 0, 0, 10 }, 600, 300, 1 },
  { "narrow and large", { 10, 1, 2, 3, 4, -5, -6, 7, 16 }, 240, 400, 2 },
  { "no room at all", { 10, 1, 2, 3, 4, -5, -6, 7, 16 }, 10, 10, 5 },
};

/* Whatever the figures and the room, all bars have a place between the names and
 * the amounts. */
static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SampleChart) sample = create_steps ();
      g_autoptr (OutlayChartLayout) layout = NULL;

      g_test_message ("%s", cases[i].what);
      for (guint k = 0; k < SAMPLE_N_STEPS; k++)
        sample->steps[k].value = cases[i].values[k];
      sample->style.text_scale = cases[i].text_scale;
      layout = outlay_chart_layout_new (&sample->chart, cases[i].width, cases[i].height,
                                        &sample->style);

      assert_all_finite (layout);
      draw_layout (layout);
      for (guint k = 0; k < SAMPLE_N_STEPS; k++)
        {
          const OutlayChartBox *bar = get_bar (layout, k);

          g_assert_cmpfloat (bar->width, >=, 2.0);
          g_assert_cmpfloat (bar->x, >=, layout->plot.x - 1e-6);
          g_assert_cmpfloat (bar->x + bar->width, <=, layout->plot.x + layout->plot.width + 2.0);
        }
    }
}

/* No amount runs out of the chart, and none into the names. */
static void
test_words_fit (void)
{
  static const double scales[] = { 1.0, 1.5, 2.0 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (SampleChart) sample = create_steps ();
      g_autoptr (OutlayChartLayout) layout = NULL;

      sample->steps[0].name = "A scenario with a name that nobody can read to its end at all";
      sample->style.text_scale = scales[i];
      layout = lay_out (sample);
      for (guint k = 0; k < SAMPLE_N_STEPS; k++)
        {
          const OutlayChartBox *name = &find_role (layout, OUTLAY_MARK_STEP_NAME, k)->box;
          const OutlayChartBox *amount = &find_role (layout, OUTLAY_MARK_STEP_VALUE, k)->box;

          g_assert_cmpfloat (name->x + name->width, <, layout->plot.x);
          g_assert_cmpfloat (name->width, <=, 0.36 * WIDTH + 2);
          g_assert_cmpfloat (amount->x, >, layout->steps[k].x + layout->steps[k].width);
          g_assert_cmpfloat (amount->x + amount->width, <=, WIDTH + 2.0);
        }
    }
}

/* Right to left is the mirror image; words are not turned. */
static void
test_mirrored (void)
{
  g_autoptr (SampleChart) sample = create_steps ();
  g_autoptr (OutlayChartLayout) plain = lay_out (sample);
  g_autoptr (OutlayChartLayout) mirrored = NULL;

  sample->style.right_to_left = TRUE;
  mirrored = lay_out (sample);
  for (guint i = 0; i < SAMPLE_N_STEPS; i++)
    {
      const OutlayChartBox *there = get_bar (mirrored, i);
      OutlayChartBox asked = outlay_chart_layout_get_step_box (mirrored, i);

      g_assert_cmpfloat_with_epsilon (there->x, WIDTH - get_bar (plain, i)->x - there->width,
                                      1e-6);
      g_assert_cmpfloat_with_epsilon (asked.x, there->x, 1e-6);
    }
}

/* A row is found from side to side, and tinted when it is selected. */
static void
test_selection (void)
{
  g_autoptr (SampleChart) sample = create_steps ();
  g_autoptr (OutlayChartLayout) layout = lay_out (sample);
  OutlayChartBox plot = outlay_chart_layout_get_plot (layout);

  for (guint i = 0; i < SAMPLE_N_STEPS; i++)
    {
      const OutlayChartBox *bar = get_bar (layout, i);

      g_assert_cmpint (outlay_chart_layout_get_step_at (layout, 1, bar->y + 1), ==, (int) i);
      g_assert_cmpint (outlay_chart_layout_get_step_at (layout, WIDTH - 1, bar->y + 1), ==,
                       (int) i);
    }
  g_assert_cmpint (outlay_chart_layout_get_step_at (layout, 1, plot.y - 1), ==, -1);
  g_assert_cmpint (outlay_chart_layout_get_step_at (layout, 1, plot.y + plot.height + 1), ==, -1);
  g_assert_cmpint (outlay_chart_layout_get_step_at (layout, -1, plot.y + 1), ==, -1);

  outlay_chart_layout_set_step (layout, 4);
  g_assert_cmpuint (outlay_marks_get_size (layout->overlay), ==, 1);
  draw_layout (layout);
  outlay_chart_layout_set_step (layout, 9);
  g_assert_cmpuint (outlay_marks_get_size (layout->overlay), ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (SampleChart) sample = create_steps ();
  g_autoptr (OutlayChartLayout) layout = NULL;

  sample->chart.n_steps = 0;
  layout = lay_out (sample);
  g_assert_cmpuint (count_role (layout, OUTLAY_MARK_STEP), ==, 0);
  g_assert_cmpint (outlay_chart_layout_get_step_at (layout, 100, 100), ==, -1);
  assert_all_finite (layout);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/waterfall/parts", test_parts);
  g_test_add_func ("/plot/waterfall/bars-join", test_bars_join);
  g_test_add_func ("/plot/waterfall/colors", test_colors);
  g_test_add_func ("/plot/waterfall/cases", test_cases);
  g_test_add_func ("/plot/waterfall/words-fit", test_words_fit);
  g_test_add_func ("/plot/waterfall/mirrored", test_mirrored);
  g_test_add_func ("/plot/waterfall/selection", test_selection);
  g_test_add_func ("/plot/waterfall/empty", test_empty);

  return g_test_run ();
}
