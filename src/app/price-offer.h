/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/* The announced price changes of a scenario's models, within its period. */
typedef enum
{
  OUTLAY_ANNOUNCED_NONE, /* there are none */
  OUTLAY_ANNOUNCED_ON,
  OUTLAY_ANNOUNCED_OFF   /* they are left out */
} OutlayAnnounced;

/* What the price book has to offer to a scenario, which keeps its own prices until
 * somebody takes others. A draft is edited as in scenario-edits.h. */
GPtrArray       *outlay_price_offer_list        (const OutlayScenario *scenario,
                                                 const OutlayPrices   *book);
void             outlay_draft_take_prices       (OutlayScenario       *draft,
                                                 const OutlayPrices   *book);

OutlayAnnounced  outlay_scenario_get_announced  (const OutlayScenario *scenario);
void             outlay_draft_leave_announced   (OutlayScenario       *draft);
void             outlay_draft_restore_announced (OutlayScenario       *draft,
                                                 const OutlayPrices   *book);

G_END_DECLS
