/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "actuals.h"
#include "chart.h"
#include "sheet.h"

G_BEGIN_DECLS

/**
 * OutlayUsageActuals:
 * @estimate: (owned): the forecast
 * @option: the option that is compared
 * @months: (owned) (element-type OutlayMonthComparison): those that have happened
 * @outlook: what they say about the rest
 * @sheet: (owned): month by month, and their sum
 * @chart: the forecast of these months, what came between, and what was used
 *
 * Forecast against actual as people read it. Money is US dollars at API prices.
 */
typedef struct
{
  OutlayEstimate             *estimate;
  const OutlayOptionEstimate *option;
  GArray                     *months;
  OutlayOutlook               outlook;
  OutlaySheet                *sheet;
  OutlayChart                 chart;

  OutlayChartStep             steps[OUTLAY_N_GAPS + 2];
} OutlayUsageActuals;

OutlayUsageActuals *outlay_usage_actuals_new              (OutlayLedger             *ledger,
                                                           OutlayScenario           *scenario,
                                                           const char               *option,
                                                           int                       today,
                                                           GError                  **error);
void                outlay_usage_actuals_free             (OutlayUsageActuals       *self);
char               *outlay_usage_actuals_find             (const OutlayUsageActuals *self);
char               *outlay_usage_actuals_describe_outlook (const OutlayUsageActuals *self);
char               *outlay_usage_actuals_describe_test    (const OutlayUsageActuals *self);
char               *outlay_usage_actuals_to_csv           (const OutlayUsageActuals *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayUsageActuals, outlay_usage_actuals_free)

G_END_DECLS
