/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "walk.h"

G_BEGIN_DECLS

struct _OutlayWalk
{
  OutlayGrowth          *growth;  /* (unowned) */
  OutlayTaskTokens       tokens;
  const OutlayPriceCard *card;    /* (unowned): where its thresholds lie */
  guint                  n_blocks;
  gboolean               parts_cold;
  guint                  n_compactions;
  guint                  settled;       /* turns before the second of them */
  guint                  compacted;     /* turns before the last of them */

  OutlayUses            *uses;    /* (owned): after each turn, a value a block */
  guint                  n_turns;
  guint                  n_reserved;

  /* Where the walk stands. */
  double                 prefix;
  guint                  k;       /* calls since the start or the last compaction */
  OutlayUses            *now;     /* (owned): a value a block */
};

double   outlay_growth_get_power   (OutlayGrowth     *growth,
                                    guint             k);

gboolean outlay_walk_fits          (const OutlayWalk *walk,
                                    double            prompt);
void     outlay_walk_reserve_turns (OutlayWalk       *walk,
                                    guint             n_turns);
void     outlay_walk_add_turn      (OutlayWalk       *walk);

G_END_DECLS
