/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "axis.h"
#include "cost-cases.h"
#include "quick-walk.h"

G_BEGIN_DECLS

/**
 * OutlayMeanNode:
 * @weights: (unowned): by turns, from 1: how much of what has been used after so many
 *   goes into the mean
 * @n: how many of them
 * @n_exact: more turns than this are seldom taken
 * @inside: the probability that a task ends before the loop cap
 *
 * How many turns a task of one mean number of turns takes.
 */
typedef struct
{
  double *weights;
  guint   n;
  guint   n_exact;
  double  inside;
} OutlayMeanNode;

/**
 * OutlayMeanWalk:
 * @n_nodes: up to which node the family is needed
 * @n_exact: so many turns are walked exactly
 * @n_turns: so many turns are walked
 * @straights: (owned): the family's walks without limit or threshold
 * @straight_uses: (owned): what the first of them uses in the mean, by node
 */
typedef struct
{
  guint            n_nodes;
  guint            n_exact;
  guint            n_turns;
  OutlayStraights *straights;
  OutlayUses      *straight_uses;
} OutlayMeanWalk;

/**
 * OutlayMeanUses:
 * @log_mu: the logarithms of the mean turns that are tabulated
 * @nodes: (owned): by node of it
 * @walks: (owned): by family
 *
 * What is used in the mean over turns, for all mean turns and families.
 */
typedef struct
{
  const OutlayCostCases *cases;
  OutlayAxis             log_mu;
  OutlayMeanNode        *nodes;
  OutlayMeanWalk        *walks;
  double                *weights; /* (owned): room for those of the nodes */
  OutlayGrowth          *growth;  /* (owned): of the straight walks */
} OutlayMeanUses;

OutlayMeanUses *outlay_mean_uses_new          (const OutlayCostCases *cases);
void            outlay_mean_uses_free         (OutlayMeanUses        *mean);
guint           outlay_mean_uses_count_blocks (const OutlayMeanUses  *mean,
                                               guint                  family);
gboolean        outlay_mean_uses_are_straight (const OutlayMeanUses  *mean,
                                               guint                  family,
                                               double                 tokens);
void            outlay_mean_uses_fill         (const OutlayMeanUses  *mean,
                                               guint                  family,
                                               double                 tokens,
                                               OutlayGrowth          *growth,
                                               OutlayUses            *uses);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayMeanUses, outlay_mean_uses_free)

/**
 * OutlayCost:
 *
 * US dollars: with a warm cache, and what a cold one adds.
 */
typedef double OutlayCost __attribute__ ((vector_size (2 * sizeof (double))));

void            outlay_fare_fill_costs        (const OutlayFare      *fare,
                                               guint                  n_blocks,
                                               guint                  n_nodes,
                                               const OutlayUses      *uses,
                                               OutlayCost            *costs);

G_END_DECLS
