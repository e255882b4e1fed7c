/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tokens.h"

G_BEGIN_DECLS

/**
 * OutlayGrowth:
 *
 * The powers k^taper and their sums, shared by all walks of a scenario.
 */
typedef struct _OutlayGrowth OutlayGrowth;

OutlayGrowth *outlay_growth_new  (double        taper);
void          outlay_growth_free (OutlayGrowth *growth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayGrowth, outlay_growth_free)

/**
 * OutlayWalk:
 *
 * The calls of one attempt, walked turn by turn and summed up: for n = 1, 2,
 * ... turns, what has been used so far.
 */
typedef struct _OutlayWalk OutlayWalk;

OutlayWalk       *outlay_walk_new          (OutlayGrowth           *growth,
                                            const OutlayTaskTokens *tokens,
                                            const OutlayPriceCard  *card);
void              outlay_walk_free         (OutlayWalk             *walk);
void              outlay_walk_part_cold    (OutlayWalk             *walk);
void              outlay_walk_extend       (OutlayWalk             *walk,
                                            guint                   n_turns);
guint             outlay_walk_get_n_blocks (const OutlayWalk       *walk);
const OutlayUses *outlay_walk_get_uses     (const OutlayWalk       *walk,
                                            guint                   n_turns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayWalk, outlay_walk_free)

G_END_DECLS
