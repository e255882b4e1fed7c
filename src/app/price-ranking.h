/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "ranking.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayPriceRanking:
 * @scenario: (owned): whose work it is
 * @catalogue: (owned): the book; the scenario's own cards come first
 * @cache: the cache lifetime that is asked for
 * @effort: output relative to each model's usual
 * @ranked: (owned) (element-type OutlayRanked): every model, the cheapest first
 *
 * What every model of the book costs on a scenario's work.
 */
typedef struct
{
  OutlayScenario  *scenario;
  OutlayCatalogue *catalogue;
  OutlayCache      cache;
  double           effort;
  GArray          *ranked;
} OutlayPriceRanking;

void                outlay_price_ranking_new_async  (OutlayScenario       *scenario,
                                                     OutlayCatalogue      *catalogue,
                                                     OutlayCache           cache,
                                                     double                effort,
                                                     gpointer              source,
                                                     GAsyncReadyCallback   callback);
OutlayPriceRanking *outlay_price_ranking_new_finish (GAsyncResult         *result);
gboolean            outlay_price_ranking_answers    (OutlayPriceRanking   *ranking,
                                                     OutlayScenario       *scenario,
                                                     OutlayCatalogue      *catalogue,
                                                     OutlayCache           cache,
                                                     double                effort);
void                outlay_price_ranking_free       (OutlayPriceRanking   *ranking);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPriceRanking, outlay_price_ranking_free)

G_END_DECLS
