/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "simulate.h"

G_BEGIN_DECLS

/**
 * OutlayBins:
 * @low: where the first bin begins; what lies below is in it too
 * @scale: bins per unit; what lies above the last is in it too
 * @n_bins: how many
 * @count: (nullable): how many values each has
 *
 * A histogram of one row of draws. It only has to part them in order: the
 * quantiles are found exactly among the values of the bins they fall into.
 */
typedef struct
{
  double   low;
  double   scale;
  guint    n_bins;
  guint32 *count;
} OutlayBins;

/**
 * OutlayRank:
 * @bin: which bin the quantile falls into
 * @number: which of the bin's values it is, by size from 0
 */
typedef struct
{
  guint bin;
  guint number;
} OutlayRank;

guint  outlay_bins_suggest    (gsize             n_values);
void   outlay_bins_set_range  (OutlayBins       *bins,
                               double            low,
                               double            high);
void   outlay_bins_find_ranks (const OutlayBins *bins,
                               gsize             n_values,
                               OutlayRank       *ranks);

double outlay_values_pick     (double           *values,
                               gsize             n_values,
                               gsize             number);
void   outlay_values_quantile (const double     *values,
                               gsize             n_values,
                               double           *quantiles);

/* Rounding never changes the order, so that bins never overlap. */
static inline guint
outlay_bins_find (const OutlayBins *bins,
                  double            value)
{
  double at = (value - bins->low) * bins->scale;
  double last = bins->n_bins - 1;

  at = at > 0 ? at : 0;
  at = at < last ? at : last;

  return (guint) (int) at;
}

G_END_DECLS
