/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a walk uses in the mean over its turns. This file is compiled twice. */
#include "turns-mean.h"

#include "wide.h"

void
OUTLAY_WIDE (outlay_turns_mean_uses) (const OutlayTurns *turns,
                                      const OutlayWalk  *walk,
                                      guint              block,
                                      OutlayUses        *mean)
{
  const OutlayUses *after = outlay_walk_get_uses (walk, 1) + block;
  guint stride = outlay_walk_get_n_blocks (walk);
  OutlayUses odd = { 0 }, even = { 0 };
  guint n;

  /* Two sums at once: one alone would wait for each addition. */
  for (n = 0; n + 1 < turns->n; n += 2)
    {
      odd += turns->p[n] * after[n * stride];
      even += turns->p[n + 1] * after[(n + 1) * stride];
    }
  if (n < turns->n)
    odd += turns->p[n] * after[n * stride];
  if (turns->inside < 1)
    even += (1 - turns->inside) * after[(turns->cap - 1) * stride];

  *mean = odd + even;
}

#ifndef OUTLAY_COMPILE_AVX2

/**
 * outlay_turns_mean_uses:
 * @turns: how many turns a task takes
 * @walk: an attempt, walked as far as @turns goes
 * @block: a price block
 * @mean: (out caller-allocates): the mean over N of what the walk uses in it
 */
void
outlay_turns_mean_uses (const OutlayTurns *turns,
                        const OutlayWalk  *walk,
                        guint              block,
                        OutlayUses        *mean)
{
  OUTLAY_WIDE_CALL (outlay_turns_mean_uses, turns, walk, block, mean);
}

#endif
