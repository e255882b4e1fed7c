/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where something begins or ceases to hold. */
#include "search.h"

#include <float.h>
#include <math.h>

/* A number below this is as good as 0. */
#define LEAST 1e-12

/**
 * outlay_search_edge:
 * @holds: what is asked
 * @data: for @holds
 * @inside: where it holds
 * @outside: where it does not
 *
 * Returns: the last number, from @inside on, at which it was found to hold: as
 *   near to the edge as doubles come
 */
double
outlay_search_edge (OutlaySearchFunc holds,
                    gpointer         data,
                    double           inside,
                    double           outside)
{
  while (fabs (outside - inside) > 2 * DBL_EPSILON * MAX (fabs (inside), fabs (outside)) &&
         MAX (fabs (inside), fabs (outside)) > LEAST)
    {
      double middle = inside + (outside - inside) / 2;

      if (holds (middle, data))
        inside = middle;
      else
        outside = middle;
    }

  return inside;
}

/**
 * outlay_search_last:
 * @holds: what is asked
 * @data: for @holds
 * @probes: rising numbers
 * @n_probes: how many
 *
 * Returns: the last of the probes at which it holds, or -1
 */
int
outlay_search_last (OutlaySearchFunc  holds,
                    gpointer          data,
                    const double     *probes,
                    guint             n_probes)
{
  for (guint i = n_probes; i > 0; i--)
    if (holds (probes[i - 1], data))
      return (int) i - 1;

  return -1;
}

/* For g_array_sort() of doubles. */
int
outlay_search_compare (gconstpointer a,
                       gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * outlay_search_probes:
 * @low: the first probe, above 0
 * @high: the last probe
 * @n_probes: how many
 *
 * Returns: (transfer full) (element-type double): probes, each larger than the
 *   one before by the same factor
 */
GArray *
outlay_search_probes (double low,
                      double high,
                      guint  n_probes)
{
  GArray *probes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_probes; i++)
    {
      double probe = i + 1 == n_probes ? high : low * pow (high / low, i / (n_probes - 1.0));

      g_array_append_val (probes, probe);
    }
  return probes;
}
