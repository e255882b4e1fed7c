/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <math.h>

#include "ticks.h"

static OutlayScale
make_scale (double   smallest,
            double   largest,
            gboolean logarithmic,
            double   height)
{
  OutlayScale scale;
  OutlayScaleRange range;

  outlay_range_init (&range);
  outlay_range_add (&range, smallest);
  outlay_range_add (&range, largest);
  outlay_scale_init (&scale, &range, logarithmic, 10.0, 10.0 + height);

  return scale;
}

static void
test_round_up (void)
{
  static const struct { double raw; double step; } table[] = {
    { 1.0, 1.0 }, { 1.1, 2.0 }, { 2.0, 2.0 }, { 2.01, 5.0 }, { 5.0, 5.0 }, { 5.1, 10.0 },
    { 0.03, 0.05 }, { 0.1, 0.1 }, { 99.0, 100.0 }, { 1e6, 1e6 }, { 3e-9, 5e-9 }, { 0.3, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat_with_epsilon (outlay_ticks_round_up (table[i].raw), table[i].step,
                                    1e-9 * table[i].step);
}

static void
test_linear (void)
{
  static const struct { double largest; double height; double step; guint n; } table[] = {
    { 11691.0, 320.0, 2000.0, 7 },   /* 0 to 12k, the axis ending at 12.4k */
    { 11691.0, 560.0, 1000.0, 13 },
    { 11691.0, 100.0, 10000.0, 2 },
    { 1.0, 300.0, 0.2, 6 },
    { 3e6, 300.0, 5e5, 7 },
    { 11691.0, 30.0, 20000.0, 1 },   /* no room: zero alone */
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayScale scale = make_scale (0.0, table[i].largest, FALSE, table[i].height);
      double step;
      g_autoptr (GArray) ticks = outlay_ticks_new (&scale, 44.0, &step);

      g_assert_cmpfloat_with_epsilon (step, table[i].step, 1e-9 * step);
      g_assert_cmpuint (ticks->len, ==, table[i].n);
      g_assert_cmpfloat (g_array_index (ticks, double, 0), ==, 0.0);
    }
}

/* Over many sizes: lines are never nearer than asked, zero is always there,
 * and the next smaller step would have been too small. */
static void
test_linear_property (void)
{
  for (int i = 0; i < 2000; i++)
    {
      double largest = pow (10.0, g_test_rand_double_range (-4.0, 12.0));
      OutlayScale scale = make_scale (0.0, largest, FALSE,
                                      g_test_rand_double_range (2.0, 2000.0));
      double height = scale.bottom - scale.top;
      double step;
      g_autoptr (GArray) ticks = outlay_ticks_new (&scale, 44.0, &step);
      double px = step / (scale.to - scale.from) * height;

      g_assert_cmpuint (ticks->len, >=, 1);
      g_assert_cmpfloat (g_array_index (ticks, double, 0), ==, 0.0);
      g_assert_cmpfloat (px, >=, 44.0 - 1e-6);
      g_assert_cmpfloat (px, <=, 44.0 * 2.5 + 1e-6);
      for (guint t = 0; t < ticks->len; t++)
        {
          double y = outlay_scale_get_position (&scale, g_array_index (ticks, double, t));

          g_assert_cmpfloat (y, >=, scale.top - 1e-6);
          g_assert_cmpfloat (y, <=, scale.bottom + 1e-6);
        }
    }
}

static void
test_linear_negative (void)
{
  OutlayScale scale = make_scale (-500.0, 1500.0, FALSE, 300.0);
  double step;
  g_autoptr (GArray) ticks = outlay_ticks_new (&scale, 44.0, &step);
  gboolean zero = FALSE;

  g_assert_cmpfloat (step, ==, 500.0);
  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, double, i);

      zero = zero || (value == 0.0 && !signbit (value));
    }
  g_assert_true (zero);
}

static void
test_log (void)
{
  static const struct { double smallest; double largest; double height; guint n; } table[] = {
    { 100.0, 10000.0, 400.0, 7 },    /* 100, 200, 500 ... 10k */
    { 100.0, 1e6, 300.0, 5 },        /* decades alone */
    { 1.0, 1e8, 120.0, 3 },          /* every fourth decade */
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayScale scale = make_scale (table[i].smallest, table[i].largest, TRUE,
                                      table[i].height);
      double step;
      g_autoptr (GArray) ticks = outlay_ticks_new (&scale, 44.0, &step);

      g_assert_true (scale.logarithmic);
      g_assert_cmpuint (ticks->len, ==, table[i].n);
    }
}

/* Within one decade there is something to read, too. */
static void
test_log_property (void)
{
  for (int i = 0; i < 2000; i++)
    {
      double smallest = pow (10.0, g_test_rand_double_range (-3.0, 6.0));
      double largest = smallest * pow (10.0, g_test_rand_double_range (0.0, 5.0));
      OutlayScale scale = make_scale (smallest, largest, TRUE,
                                      g_test_rand_double_range (200.0, 1000.0));
      double step;
      g_autoptr (GArray) ticks = outlay_ticks_new (&scale, 44.0, &step);

      g_assert_cmpuint (ticks->len, >=, 1);
      for (guint t = 1; t < ticks->len; t++)
        {
          double low = outlay_scale_get_position (&scale, g_array_index (ticks, double, t - 1));
          double high = outlay_scale_get_position (&scale, g_array_index (ticks, double, t));

          g_assert_cmpfloat (low - high, >=, 44.0 - 1e-6);
        }
    }
}

static void
test_scale_linear (void)
{
  OutlayScale scale = make_scale (2000.0, 10000.0, FALSE, 212.0);

  g_assert_cmpfloat (scale.from, ==, 0.0);
  g_assert_cmpfloat_with_epsilon (scale.to, 10600.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (outlay_scale_get_position (&scale, 0.0), 222.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (outlay_scale_get_position (&scale, 10600.0), 10.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (outlay_scale_get_position (&scale, 5300.0), 116.0, 1e-9);
  g_assert_true (isnan (outlay_scale_get_position (&scale, NAN)));
  g_assert_true (isnan (outlay_scale_get_position (&scale, INFINITY)));
}

static void
test_scale_log (void)
{
  OutlayScale scale = make_scale (100.0, 10000.0, TRUE, 300.0);
  double low = outlay_scale_get_position (&scale, 100.0);
  double middle = outlay_scale_get_position (&scale, 1000.0);
  double high = outlay_scale_get_position (&scale, 10000.0);

  g_assert_cmpfloat_with_epsilon (low - middle, middle - high, 1e-9);
  g_assert_true (isnan (outlay_scale_get_position (&scale, 0.0)));
  g_assert_true (isnan (outlay_scale_get_position (&scale, -1.0)));
}

/* Whatever is shown, a scale has a positive length. */
static void
test_scale_degenerate (void)
{
  static const struct { double smallest; double largest; } table[] = {
    { 0.0, 0.0 }, { NAN, NAN }, { INFINITY, -INFINITY }, { 5.0, 5.0 }, { -3.0, -1.0 },
    { 1e-300, 1e300 }, { 0.0, DBL_MAX }, { -DBL_MAX, DBL_MAX }, { 1e-310, 1e-309 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (int logarithmic = 0; logarithmic < 2; logarithmic++)
      {
        OutlayScale scale = make_scale (table[i].smallest, table[i].largest, logarithmic, 300.0);
        double step;
        g_autoptr (GArray) ticks = outlay_ticks_new (&scale, 44.0, &step);

        g_assert_true (isfinite (scale.from) && isfinite (scale.to));
        g_assert_cmpfloat (scale.to, >, scale.from);
        g_assert_cmpuint (ticks->len, <=, 10);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/ticks/round-up", test_round_up);
  g_test_add_func ("/plot/ticks/linear", test_linear);
  g_test_add_func ("/plot/ticks/linear-property", test_linear_property);
  g_test_add_func ("/plot/ticks/linear-negative", test_linear_negative);
  g_test_add_func ("/plot/ticks/log", test_log);
  g_test_add_func ("/plot/ticks/log-property", test_log_property);
  g_test_add_func ("/plot/scale/linear", test_scale_linear);
  g_test_add_func ("/plot/scale/log", test_scale_log);
  g_test_add_func ("/plot/scale/degenerate", test_scale_degenerate);

  return g_test_run ();
}
