/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "spread.h"

#define GAP 18.0
#define N_MAX 24

static void
test_table (void)
{
  static const struct
  {
    guint  n;
    double wanted[5];
    double placed[5];
  } table[] = {
    { 1, { 50 }, { 50 } },
    { 2, { 50, 100 }, { 50, 100 } },
    { 2, { 50, 50 }, { 41, 59 } },
    { 2, { 50, 58 }, { 45, 63 } },
    { 3, { 50, 50, 50 }, { 32, 50, 68 } },
    { 3, { 50, 58, 200 }, { 45, 63, 200 } },
    { 4, { 100, 100, 130, 130 }, { 88, 106, 124, 142 } },   /* two groups become one */
    { 2, { 0, 0 }, { 0, 18 } },                             /* held at the top */
    { 2, { 300, 300 }, { 282, 300 } },                      /* and at the bottom */
    { 5, { 100, 104, 108, 112, 116 }, { 72, 90, 108, 126, 144 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      double y[5];

      for (guint k = 0; k < table[i].n; k++)
        y[k] = table[i].wanted[k];
      outlay_spread (y, table[i].n, GAP, 0.0, 300.0);
      for (guint k = 0; k < table[i].n; k++)
        g_assert_cmpfloat_with_epsilon (y[k], table[i].placed[k], 1e-9);
    }
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
get_cost (const double *placed,
          const double *wanted,
          guint         n)
{
  double cost = 0.0;

  for (guint i = 0; i < n; i++)
    cost += (placed[i] - wanted[i]) * (placed[i] - wanted[i]);

  return cost;
}

/* Apart, within limits, in order; and moving a part of the row either way,
 * where that is allowed, is never nearer to what is wanted. */
static void
test_property (void)
{
  for (int round = 0; round < 3000; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, N_MAX);
      double wanted[N_MAX];
      double placed[N_MAX];

      for (guint i = 0; i < n; i++)
        wanted[i] = g_test_rand_double_range (0.0, 500.0);
      qsort (wanted, n, sizeof *wanted, compare_doubles);
      for (guint i = 0; i < n; i++)
        placed[i] = wanted[i];

      outlay_spread (placed, n, GAP, 0.0, 500.0);

      g_assert_cmpfloat (placed[0], >=, -1e-9);
      g_assert_cmpfloat (placed[n - 1], <=, 500.0 + 1e-9);
      for (guint i = 1; i < n; i++)
        g_assert_cmpfloat (placed[i] - placed[i - 1], >=, GAP - 1e-9);

      for (guint cut = 0; cut <= n; cut++)
        for (int sign = -1; sign <= 1; sign += 2)
          {
            double moved[N_MAX];
            gboolean allowed = TRUE;

            /* Everything before the cut up, or everything after it down. */
            for (guint i = 0; i < n; i++)
              moved[i] = placed[i] + ((sign < 0) == (i < cut) ? sign * 1e-4 : 0.0);
            allowed = moved[0] >= 0.0 && moved[n - 1] <= 500.0;
            if (allowed)
              g_assert_cmpfloat (get_cost (moved, wanted, n), >=,
                                 get_cost (placed, wanted, n) - 1e-7);
          }
    }
}

static void
test_capacity (void)
{
  g_assert_cmpuint (outlay_spread_get_capacity (18.0, 0.0, 0.0), ==, 1);
  g_assert_cmpuint (outlay_spread_get_capacity (18.0, 0.0, 17.9), ==, 1);
  g_assert_cmpuint (outlay_spread_get_capacity (18.0, 0.0, 18.0), ==, 2);
  g_assert_cmpuint (outlay_spread_get_capacity (18.0, 10.0, 100.0), ==, 6);
  g_assert_cmpuint (outlay_spread_get_capacity (18.0, 10.0, 0.0), ==, 0);
  g_assert_cmpuint (outlay_spread_get_capacity (0.0, 0.0, 10.0), ==, 0);
  outlay_spread (NULL, 0, GAP, 0.0, 10.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/spread/table", test_table);
  g_test_add_func ("/plot/spread/property", test_property);
  g_test_add_func ("/plot/spread/capacity", test_capacity);

  return g_test_run ();
}
