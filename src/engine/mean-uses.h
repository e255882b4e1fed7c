/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "axis.h"
#include "cost-cases.h"

G_BEGIN_DECLS

/**
 * OutlayTurnsTail:
 * @n_exact: more turns than this are seldom taken
 * @likelihood: of the tail that the distribution leaves out
 * @beyond: mean number of turns by which it exceeds those kept
 */
typedef struct
{
  guint  n_exact;
  double likelihood;
  double beyond;
} OutlayTurnsTail;

/**
 * OutlayMeanTurns:
 * @log_mu: the logarithms of the mean turns that are tabulated
 * @turns: (owned): how many turns a task takes, at each of them
 * @tails: (owned): what these leave out
 *
 * Distributions of turns, shared by all walks.
 */
typedef struct
{
  OutlayAxis       log_mu;
  OutlayTurns     *turns;
  OutlayTurnsTail *tails;
  double          *p; /* (owned): room for the probabilities */
} OutlayMeanTurns;

OutlayMeanTurns *outlay_mean_turns_new  (const OutlayScenario  *scenario,
                                         double                 most_mu);
void             outlay_mean_turns_free (OutlayMeanTurns       *mean);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayMeanTurns, outlay_mean_turns_free)

/**
 * OutlayCost:
 *
 * US dollars: with a warm cache, and what a cold one adds.
 */
typedef double OutlayCost __attribute__ ((vector_size (2 * sizeof (double))));

guint            outlay_family_count_blocks (const OutlayFamily    *family);
gboolean         outlay_family_is_straight  (const OutlayFamily    *family,
                                             const OutlayMeanTurns *mean,
                                             double                 tokens,
                                             OutlayGrowth          *growth);
void             outlay_family_fill_uses    (const OutlayFamily    *family,
                                             const OutlayMeanTurns *mean,
                                             double                 tokens,
                                             OutlayGrowth          *growth,
                                             OutlayUses            *uses);
void             outlay_fare_fill_costs     (const OutlayFare      *fare,
                                             guint                  n_blocks,
                                             guint                  n_nodes,
                                             const OutlayUses      *uses,
                                             OutlayCost            *costs);

G_END_DECLS
