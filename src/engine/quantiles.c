/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: of n sorted draws, number floor (p n) from 0. Nothing is
 * sorted: a histogram tells in which bins the quantiles lie, and only these
 * bins' values are looked at. */
#include "quantiles.h"

#include "rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_BINS 64
#define MOST_BINS 4096

/* So many values share a bin on average: enough bins that few values are looked
 * at again, few enough that they stay in the processor's nearest memory. */
#define VALUES_A_BIN 16

guint
outlay_bins_suggest (gsize n_values)
{
  return (guint) CLAMP (n_values / VALUES_A_BIN, LEAST_BINS, MOST_BINS);
}

/* Sets where the bins lie, in between two values. */
void
outlay_bins_set_range (OutlayBins *bins,
                       double      low,
                       double      high)
{
  double scale = bins->n_bins / (high - low);

  bins->low = low;
  bins->scale = high > low && isfinite (scale) ? scale : 0;
}

/**
 * outlay_bins_find_ranks:
 * @bins: a histogram of all values
 * @n_values: how many they are
 * @ranks: (out caller-allocates): one for each percent
 */
void
outlay_bins_find_ranks (const OutlayBins *bins,
                        gsize             n_values,
                        OutlayRank       *ranks)
{
  gsize before = 0;
  guint bin = 0;

  for (guint i = 0; i < OUTLAY_N_PERCENTS; i++)
    {
      gsize number = (gsize) outlay_percent_get_value (i) * n_values / 100;

      while (before + bins->count[bin] <= number)
        before += bins->count[bin++];
      ranks[i] = (OutlayRank) { bin, (guint) (number - before) };
    }
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * outlay_values_pick:
 * @values: values, which are put into another order
 * @n_values: how many, at least one
 * @number: which, by size from 0
 *
 * Returns: the value of that number
 */
double
outlay_values_pick (double *values,
                    gsize   n_values,
                    gsize   number)
{
  gsize first = 0, last = n_values - 1;

  /* Hoare's selection, around the middle one of three. */
  while (last - first > 16)
    {
      double a = values[first], b = values[first + (last - first) / 2], c = values[last];
      double pivot = MAX (MIN (a, b), MIN (MAX (a, b), c));
      gsize i = first, j = last;

      while (i <= j)
        {
          while (values[i] < pivot)
            i++;
          while (values[j] > pivot)
            j--;
          if (i <= j)
            {
              double swapped = values[i];

              values[i++] = values[j];
              values[j] = swapped;
              if (j == 0)
                break;
              j--;
            }
        }

      if (number <= j)
        last = j;
      else if (number >= i)
        first = i;
      else
        return values[number];
    }

  qsort (values + first, last - first + 1, sizeof *values, compare_doubles);

  return values[number];
}

/* Copies the values of the bins that quantiles fall into, bin after bin. The
 * quantiles of one bin, which follow each other, share its values. */
static void
copy_bins (const OutlayBins *bins,
           const OutlayRank *ranks,
           const double     *values,
           gsize             n_values,
           double           *copy,
           gsize            *first)
{
  gsize next[OUTLAY_N_PERCENTS + 1];
  guint8 place[MOST_BINS] = { 0 };
  guint n = 0;

  next[0] = 0;
  for (guint i = 0; i < OUTLAY_N_PERCENTS; i++)
    {
      if (place[ranks[i].bin] == 0)
        {
          place[ranks[i].bin] = (guint8) ++n;
          next[n] = n > 1 ? first[i - 1] + bins->count[ranks[i - 1].bin] : 0;
        }
      first[i] = next[n];
    }

  for (gsize i = 0; i < n_values; i++)
    {
      guint at = place[outlay_bins_find (bins, values[i])];

      if (at > 0)
        copy[next[at]++] = values[i];
    }
}

/**
 * outlay_values_quantile:
 * @values: the draws of one figure, in any order
 * @n_values: how many, at least one
 * @quantiles: (out caller-allocates): one for each percent
 */
void
outlay_values_quantile (const double *values,
                        gsize         n_values,
                        double       *quantiles)
{
  guint32 count[MOST_BINS] = { 0 };
  OutlayBins bins = { .n_bins = outlay_bins_suggest (n_values), .count = count };
  OutlayRank ranks[OUTLAY_N_PERCENTS];
  gsize first[OUTLAY_N_PERCENTS];
  g_autofree double *copy = g_new (double, n_values);
  double low, high;

  outlay_row_range (values, n_values, &low, &high);
  outlay_bins_set_range (&bins, low, high);
  for (gsize i = 0; i < n_values; i++)
    count[outlay_bins_find (&bins, values[i])]++;
  outlay_bins_find_ranks (&bins, n_values, ranks);
  copy_bins (&bins, ranks, values, n_values, copy, first);

  for (guint i = 0; i < OUTLAY_N_PERCENTS; i++)
    quantiles[i] = outlay_values_pick (copy + first[i], count[ranks[i].bin],
                                       ranks[i].number);
}
