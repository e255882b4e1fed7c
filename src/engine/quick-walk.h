/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "walk.h"

G_BEGIN_DECLS

/**
 * OutlayStraights:
 *
 * What an attempt uses for as long as it meets no limit: from its start, and from a
 * compaction on. With the factor on tokens all of it grows in proportion, so that the
 * walks of all factors are put together from it.
 */
typedef struct _OutlayStraights OutlayStraights;

OutlayStraights  *outlay_straights_new       (OutlayGrowth           *growth,
                                              const OutlayTaskTokens *tokens,
                                              double                  least_factor,
                                              guint                   n_turns);
void              outlay_straights_free      (OutlayStraights        *straights);
const OutlayWalk *outlay_straights_get_first (const OutlayStraights  *straights);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayStraights, outlay_straights_free)

guint             outlay_walk_extend_quickly (OutlayWalk             *walk,
                                              const OutlayStraights  *straights,
                                              double                  factor,
                                              guint                   n_exact,
                                              guint                   n_turns);

G_END_DECLS
