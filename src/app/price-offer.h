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

/**
 * OutlayPriceOffer:
 * @models: (owned) (element-type OutlayModel): the scenario's models of which the
 *   book has newer prices, as the book has them
 * @plans: (owned) (element-type OutlayPlan): its plans with newer terms, the same
 *
 * What the price book has to offer to a scenario, which keeps its own prices until
 * somebody takes others. Lives no longer than the book. A draft is edited as in
 * scenario-edits.h.
 */
typedef struct
{
  GPtrArray *models;
  GPtrArray *plans;
} OutlayPriceOffer;

OutlayPriceOffer *outlay_price_offer_new         (const OutlayScenario   *scenario,
                                                  const OutlayPrices     *book);
void              outlay_price_offer_free        (OutlayPriceOffer       *offer);
gboolean          outlay_price_offer_is_empty    (const OutlayPriceOffer *offer);
char             *outlay_price_offer_to_string   (const OutlayPriceOffer *offer);

void              outlay_draft_take_prices       (OutlayScenario         *draft,
                                                  const OutlayPrices     *book);

OutlayAnnounced   outlay_scenario_get_announced  (const OutlayScenario   *scenario);
void              outlay_draft_leave_announced   (OutlayScenario         *draft);
void              outlay_draft_restore_announced (OutlayScenario         *draft,
                                                  const OutlayPrices     *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPriceOffer, outlay_price_offer_free)

G_END_DECLS
