/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "sample-charts.h"

/* Pictures that somebody has looked at. After a wanted change, run with
 * OUTLAY_UPDATE_GOLDEN=1 and look at them again. */

#define WIDTH 640
#define HEIGHT 400
#define FONT "Cantarell"

/* Another release of FreeType or cairo may shade an edge differently: that
 * much a channel, for that share of the pixels. */
#define CHANNEL_TOLERANCE 40
#define SHARE_TOLERANCE 0.004

static gboolean
font_is_there (void)
{
  PangoFontFamily **families;
  gboolean found = FALSE;
  int n_families;

  pango_font_map_list_families (pango_cairo_font_map_get_default (), &families, &n_families);
  for (int i = 0; i < n_families; i++)
    found = found || g_strcmp0 (pango_font_family_get_name (families[i]), FONT) == 0;
  g_free (families);

  return found;
}

static cairo_surface_t *
draw (const SampleChart *sample,
      int                crosshair)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (OutlayChartLayout) layout = NULL;

  layout = outlay_chart_layout_new (&sample->chart, WIDTH, HEIGHT, &sample->style);
  outlay_chart_layout_set_crosshair (layout, crosshair);
  outlay_chart_layout_draw (layout, cr);
  cairo_destroy (cr);

  return surface;
}

static guint
count_differences (cairo_surface_t *one,
                   cairo_surface_t *other)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    {
      const guint8 *a = cairo_image_surface_get_data (one) +
                        y * cairo_image_surface_get_stride (one);
      const guint8 *b = cairo_image_surface_get_data (other) +
                        y * cairo_image_surface_get_stride (other);

      for (int x = 0; x < WIDTH; x++)
        n += abs (a[4 * x] - b[4 * x]) > CHANNEL_TOLERANCE ||
             abs (a[4 * x + 1] - b[4 * x + 1]) > CHANNEL_TOLERANCE ||
             abs (a[4 * x + 2] - b[4 * x + 2]) > CHANNEL_TOLERANCE;
    }

  return n;
}

static void
check_golden (const SampleChart *sample,
              int                crosshair,
              const char        *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (GOLDEN_DIR, file, NULL);
  cairo_surface_t *picture;
  cairo_surface_t *golden;
  guint n_differences;

  if (!font_is_there ())
    {
      g_test_skip ("the font " FONT " is not installed");
      return;
    }

  picture = draw (sample, crosshair);
  if (g_getenv ("OUTLAY_UPDATE_GOLDEN") != NULL)
    g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);

  golden = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (golden), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (golden), ==, HEIGHT);

  n_differences = count_differences (picture, golden);
  if (n_differences > SHARE_TOLERANCE * WIDTH * HEIGHT)
    {
      g_autofree char *found = g_strconcat (name, "-found.png", NULL);

      cairo_surface_write_to_png (picture, found);
      g_test_message ("%s: %u pixels differ, see %s", name, n_differences, found);
      g_test_fail ();
    }

  cairo_surface_destroy (golden);
  cairo_surface_destroy (picture);
}

static SampleChart *
create_chart (gboolean dark)
{
  SampleChart *sample = sample_chart_new ();

  outlay_palette_init (&sample->style.palette, dark, FALSE);
  sample->style.font_family = FONT;
  sample->style.margin = 12.0;

  return sample;
}

static void
test_cost_light (void)
{
  g_autoptr (SampleChart) sample = create_chart (FALSE);

  sample->chart.title = "Frontier model is over the budget from February";
  sample->chart.subtitle = "US dollars a month. Line: the estimate. Shaded: P10 to P90.";
  sample->changes[0] = (OutlayChartPriceChange) { 2, 2 };
  sample->chart.n_price_changes = 1;
  check_golden (sample, 3, "cost-light");
}

static void
test_cost_dark (void)
{
  g_autoptr (SampleChart) sample = create_chart (TRUE);

  sample->chart.budget = 40000.0;
  sample->chart.n_series = 9;
  sample->style.months_in_one_line = TRUE;
  check_golden (sample, 0, "cost-dark");
}

static void
test_cost_right_to_left (void)
{
  g_autoptr (SampleChart) sample = create_chart (FALSE);

  outlay_palette_init (&sample->style.palette, FALSE, TRUE);
  sample->style.right_to_left = TRUE;
  sample->values[0][3] = NAN;
  check_golden (sample, 6, "cost-right-to-left");
}

static void
test_cost_log (void)
{
  g_autoptr (SampleChart) sample = create_chart (FALSE);

  sample_chart_set_months (sample, 60);
  for (guint month = 0; month < 60; month++)
    sample->values[0][month] *= 100.0;
  sample->chart.logarithmic = TRUE;
  sample->changes[0] = (OutlayChartPriceChange) { 25, 1 };
  sample->chart.n_price_changes = 1;
  check_golden (sample, -1, "cost-log");
}

static void
test_present (void)
{
  g_autoptr (SampleChart) sample = create_chart (FALSE);

  sample->style.present = TRUE;
  sample->style.end_values = TRUE;
  sample->series[3].focus = FALSE;
  sample->chart.n_series = 3;
  sample->chart.unrevealed = 2.5;
  check_golden (sample, -1, "present");
}

/* With its caption, of which two lines are kept, right to left. */
static void
test_present_caption (void)
{
  g_autoptr (SampleChart) sample = create_chart (TRUE);

  sample->style.present = TRUE;
  sample->style.end_values = TRUE;
  sample->style.right_to_left = TRUE;
  sample->style.text_scale = 0.6;
  sample->series[3].focus = FALSE;
  sample->chart.n_series = 2;
  sample->chart.unrevealed = 3;
  sample->chart.title = "By March, routing costs $15,400 less";
  sample->chart.subtitle = "Forty people \xc2\xb7 month 4 of 7";
  check_golden (sample, -1, "present-caption");
}

static void
test_stack (void)
{
  g_autoptr (SampleChart) sample = create_chart (FALSE);

  sample->chart.kind = OUTLAY_CHART_STACK;
  sample->series[3].focus = FALSE;
  sample->chart.budget = 20000.0;
  check_golden (sample, 3, "stack");
}

static void
test_fan (void)
{
  g_autoptr (SampleChart) sample = create_chart (TRUE);

  sample->chart.kind = OUTLAY_CHART_FAN;
  sample->chart.series = &sample->series[2];
  sample->chart.n_series = 1;
  sample->style.months_in_one_line = TRUE;
  check_golden (sample, -1, "fan");
}

static void
check_waterfall (gboolean    dark,
                 gboolean    high_contrast,
                 gboolean    right_to_left,
                 double      text_scale,
                 const char *name)
{
  g_autoptr (SampleChart) sample = create_chart (dark);

  sample_chart_set_steps (sample);
  outlay_palette_init (&sample->style.palette, dark, high_contrast);
  sample->style.right_to_left = right_to_left;
  sample->style.text_scale = text_scale;
  if (!dark)
    {
      sample->chart.title = "The variant costs $25,034 more";
      sample->chart.subtitle = "US dollars in the period.";
    }
  check_golden (sample, -1, name);
}

static void
test_waterfall (void)
{
  check_waterfall (FALSE, FALSE, FALSE, 1.0, "waterfall-light");
  check_waterfall (TRUE, FALSE, FALSE, 2.0, "waterfall-dark-large");
  check_waterfall (FALSE, TRUE, TRUE, 1.0, "waterfall-right-to-left");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/golden/cost-light", test_cost_light);
  g_test_add_func ("/plot/golden/cost-dark", test_cost_dark);
  g_test_add_func ("/plot/golden/cost-right-to-left", test_cost_right_to_left);
  g_test_add_func ("/plot/golden/cost-log", test_cost_log);
  g_test_add_func ("/plot/golden/present", test_present);
  g_test_add_func ("/plot/golden/present-caption", test_present_caption);
  g_test_add_func ("/plot/golden/stack", test_stack);
  g_test_add_func ("/plot/golden/fan", test_fan);
  g_test_add_func ("/plot/golden/waterfall", test_waterfall);

  return g_test_run ();
}
