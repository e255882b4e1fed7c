/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "factors.h"
#include "tokens.h"

G_BEGIN_DECLS

/**
 * OutlayLane:
 * @model: a model that the option can call
 * @card: a price card of it; the lane is for all cards with the same thresholds
 * @first: where the lane's uses begin in a vector of uses
 * @n_blocks: price blocks, OUTLAY_N_USES uses each
 *
 * One model's part of an option's use. A model has a second lane only where its
 * price thresholds change within the period.
 */
typedef struct
{
  const OutlayModel     *model;
  const OutlayPriceCard *card;
  guint                  first;
  guint                  n_blocks;
} OutlayLane;

/**
 * OutlayLanes:
 *
 * What an option's use is counted in, before anything has a price.
 */
typedef struct
{
  OutlayLane *lanes;
  guint       n_lanes;
  guint       n_uses; /* length of a vector of uses */
} OutlayLanes;

/**
 * OutlayLanePrices:
 * @price: US dollars a token for each use; 0 where the lane is not in force
 * @billed_as: what each use is billed as
 * @is_billed: whether each use counts tokens of a lane in force
 *
 * The prices of one month.
 */
typedef struct
{
  double           *price;
  OutlayTokenClass *billed_as;
  gboolean         *is_billed;
} OutlayLanePrices;

guint              outlay_option_count_tiers (const OutlayOption     *option);
const OutlayModel *outlay_option_tier_model  (const OutlayOption     *option,
                                              const OutlayScenario   *scenario,
                                              guint                   tier);
guint              outlay_option_first_tier  (const OutlayOption     *option,
                                              OutlayLevelId           level,
                                              guint                   task,
                                              int                     tenure);
guint              outlay_option_retry_tier  (const OutlayOption     *option,
                                              guint                   first);
const OutlayModel *outlay_option_first_model (const OutlayOption     *option,
                                              const OutlayScenario   *scenario,
                                              OutlayLevelId           level,
                                              guint                   task,
                                              int                     tenure);
const OutlayModel *outlay_option_retry_model (const OutlayOption     *option,
                                              const OutlayScenario   *scenario,
                                              const OutlayModel      *first);

OutlayLanes       *outlay_lanes_new          (OutlayPool             *pool,
                                              const OutlayScenario   *scenario,
                                              const OutlayOption     *option);
gboolean           outlay_lane_in_force      (const OutlayLane       *lane,
                                              int                     date);
void               outlay_lanes_price        (const OutlayLanes      *lanes,
                                              const OutlayScenario   *scenario,
                                              const OutlayOption     *option,
                                              int                     month,
                                              OutlayLanePrices       *prices);

G_END_DECLS
