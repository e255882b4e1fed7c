/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a walk uses in the mean over its turns. This file is compiled twice. */
#include "weigh-uses.h"

#include "wide.h"

void
OUTLAY_WIDE (outlay_uses_weigh) (const OutlayUses *after,
                                 guint             stride,
                                 const double     *weights,
                                 guint             n,
                                 OutlayUses       *sum)
{
  OutlayUses a = { 0 }, b = { 0 }, c = { 0 }, d = { 0 };
  guint turn = 0;

  /* Four sums at once: one alone would wait for each addition. */
  for (; turn + 4 <= n; turn += 4, after += 4 * stride, weights += 4)
    {
      a += weights[0] * after[0];
      b += weights[1] * after[stride];
      c += weights[2] * after[2 * stride];
      d += weights[3] * after[3 * stride];
    }
  for (; turn < n; turn++, after += stride)
    a += *weights++ * *after;

  *sum = (a + b) + (c + d);
}

#ifndef OUTLAY_COMPILE_AVX2

/**
 * outlay_uses_weigh:
 * @after: what has been used after 1, 2, ... turns
 * @stride: how far these are apart
 * @weights: one for each
 * @n: how many
 * @sum: (out caller-allocates): the weighted sum
 */
void
outlay_uses_weigh (const OutlayUses *after,
                   guint             stride,
                   const double     *weights,
                   guint             n,
                   OutlayUses       *sum)
{
  OUTLAY_WIDE_CALL (outlay_uses_weigh, after, stride, weights, n, sum);
}

#endif
