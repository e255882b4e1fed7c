/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rows.h"

/* Four sums at once, so that none waits for the other: always the same four. */
double
outlay_row_sum (const double *row,
                guint         n)
{
  double sum[4] = { 0 };
  guint i;

  for (i = 0; i + 4 <= n; i += 4)
    for (guint j = 0; j < 4; j++)
      sum[j] += row[i + j];
  for (; i < n; i++)
    sum[0] += row[i];

  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/* The smallest and the largest of one value or more. */
void
outlay_row_range (const double *row,
                  gsize         n,
                  double       *low,
                  double       *high)
{
  *low = *high = row[0];
  for (gsize i = 1; i < n; i++)
    {
      *low = MIN (*low, row[i]);
      *high = MAX (*high, row[i]);
    }
}

guint32
outlay_row_count_above (const double *row,
                        guint         n,
                        double        limit)
{
  guint32 count = 0;

  for (guint i = 0; i < n; i++)
    count += row[i] > limit;

  return count;
}

guint32
outlay_row_count_dearer (const double *row,
                         const double *other,
                         guint         n)
{
  guint32 count = 0;

  for (guint i = 0; i < n; i++)
    count += row[i] > other[i];

  return count;
}
