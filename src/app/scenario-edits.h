/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/* Edits of a draft: a scenario that its maker alone holds and that is not yet
 * anybody's value. What they add lies in the draft's own pool; lists are
 * replaced, never written over. */

void outlay_draft_add_option     (OutlayScenario      *draft,
                                  const OutlayOption  *option,
                                  const OutlayPrices  *catalogue);
void outlay_draft_replace_option (OutlayScenario      *draft,
                                  guint                position,
                                  const OutlayOption  *option,
                                  const OutlayPrices  *catalogue);
void outlay_draft_remove_option  (OutlayScenario      *draft,
                                  guint                position);
void outlay_draft_move_option    (OutlayScenario      *draft,
                                  guint                from,
                                  guint                to);

void outlay_draft_replace_model  (OutlayScenario      *draft,
                                  const OutlayModel   *model);
void outlay_draft_replace_plan   (OutlayScenario      *draft,
                                  const OutlayPlan    *plan);

void outlay_draft_add_role       (OutlayScenario      *draft,
                                  const OutlayRole    *role);
void outlay_draft_remove_role    (OutlayScenario      *draft,
                                  guint                position);
void outlay_draft_set_own_mix    (OutlayScenario      *draft,
                                  guint                position,
                                  gboolean             own);

G_END_DECLS
