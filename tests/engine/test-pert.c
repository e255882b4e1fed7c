/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: the distribution of a factor. */
#include "near.h"
#include "pert.h"

static const OutlayRange ranges[] = {
  { 0.6, 1, 1.6 }, { 0, 0, 1 }, { 0, 1, 1 }, { 0.2, 1, 1 }, { 0, 5, 10 }, { 0, 0.1, 10 },
  { 0.999, 1, 1.0001 },
};

/* Of Beta (1 + 4 m, 5 - 4 m), with m the place of the likely value. */
static void
test_known_quantiles (void)
{
  static const struct
  {
    const char  *name;
    OutlayRange  range;
    double       p;
    double       expected;
  } rows[] = {
    /* Beta (3, 3): the median is in the middle, F(x) = x^3 (10 - 15 x + 6 x^2). */
    { "middle", { 1, 2, 3 }, 0.5, 2 },
    { "a quarter of the way", { 0, 2, 4 }, 0.103515625, 1 },
    /* Beta (1, 5): F(x) = 1 - (1 - x)^5. */
    { "likely at the low end", { 1, 1, 2 }, 1 - 0.00032, 1.8 },
    /* Beta (5, 1): F(x) = x^5. */
    { "likely at the high end", { 0, 10, 10 }, 0.03125, 5 },
    { "a constant", { 0.7, 0.7, 0.7 }, 0.9, 0.7 },
    { "nothing", { 0, 0, 0 }, 0.1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      OutlayPert pert;

      outlay_pert_init (&pert, &rows[i].range);
      assert_near_within (rows[i].name, outlay_range_quantile (&rows[i].range, rows[i].p),
                          rows[i].expected, 1e-10);
      assert_near_within (rows[i].name, outlay_pert_read (&pert, rows[i].p),
                          rows[i].expected, 1e-5);
    }
}

static void
test_table_is_near_and_rises (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      double width = ranges[i].high - ranges[i].low;
      double before = ranges[i].low;
      OutlayPert pert;

      outlay_pert_init (&pert, &ranges[i]);
      for (guint j = 1; j < 3000; j++)
        {
          double p = j / 3000.0;
          double x = outlay_pert_read (&pert, p);

          g_assert_cmpfloat (x, >=, before);
          g_assert_cmpfloat (x, <=, ranges[i].high);
          g_assert_cmpfloat (fabs (x - outlay_range_quantile (&ranges[i], p)), <=,
                             2e-6 * width);
          before = x;
        }
    }
}

/* The mean of a PERT distribution is (low + 4 likely + high) / 6. */
static void
test_mean (void)
{
  const guint n = 20000;

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      double sum = 0;
      OutlayPert pert;

      outlay_pert_init (&pert, &ranges[i]);
      for (guint j = 0; j < n; j++)
        sum += outlay_pert_read (&pert, (j + 0.5) / n);
      assert_near_within ("mean", sum / n,
                          (ranges[i].low + 4 * ranges[i].likely + ranges[i].high) / 6, 1e-5);
    }
}

static void
test_far_ends (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      OutlayPert pert;

      outlay_pert_init (&pert, &ranges[i]);
      g_assert_cmpfloat (outlay_pert_read (&pert, 0x1p-53), >=, ranges[i].low);
      g_assert_cmpfloat (outlay_pert_read (&pert, 1 - 0x1p-53), <=, ranges[i].high);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pert/known-quantiles", test_known_quantiles);
  g_test_add_func ("/pert/table-is-near-and-rises", test_table_is_near_and_rises);
  g_test_add_func ("/pert/mean", test_mean);
  g_test_add_func ("/pert/far-ends", test_far_ends);

  return g_test_run ();
}
