/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "option-look.h"

G_BEGIN_DECLS

/**
 * OutlayPriceNews:
 * @month: the first month that is priced by the new card, from 0
 * @model: whose prices change
 * @before: the card of the month before
 * @after: the card of this month
 *
 * An announced change of prices within a scenario's period.
 */
typedef struct
{
  guint                  month;
  const OutlayModel     *model;
  const OutlayPriceCard *before;
  const OutlayPriceCard *after;
} OutlayPriceNews;

GArray *outlay_price_news_list           (const OutlayEstimate   *estimate,
                                          const OutlayOptionLook *looks);
char   *outlay_price_news_describe       (const OutlayPriceNews  *news,
                                          const OutlayScenario   *scenario);
char   *outlay_price_news_describe_month (const GArray           *all,
                                          const OutlayScenario   *scenario,
                                          int                     month);

G_END_DECLS
