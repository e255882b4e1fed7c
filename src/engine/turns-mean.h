/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tokens.h"
#include "turns.h"

G_BEGIN_DECLS

void outlay_turns_mean_uses      (const OutlayTurns *turns,
                                  const OutlayWalk  *walk,
                                  guint              block,
                                  OutlayUses        *mean);

/* The same code for two kinds of processor. It rounds alike on both. */
void outlay_turns_mean_uses_any  (const OutlayTurns *turns,
                                  const OutlayWalk  *walk,
                                  guint              block,
                                  OutlayUses        *mean);
void outlay_turns_mean_uses_avx2 (const OutlayTurns *turns,
                                  const OutlayWalk  *walk,
                                  guint              block,
                                  OutlayUses        *mean);

G_END_DECLS
