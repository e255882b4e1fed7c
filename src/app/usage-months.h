/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-data.h"
#include "usage-store.h"

G_BEGIN_DECLS

/**
 * OutlayUsageMonths:
 *
 * What months really came to, for charts: asked from the ledger once and whenever it
 * changes, so that a chart has it at once.
 *
 * Signals:
 *
 * - `changed`: there is something else to draw
 */
#define OUTLAY_TYPE_USAGE_MONTHS (outlay_usage_months_get_type ())

G_DECLARE_FINAL_TYPE (OutlayUsageMonths, outlay_usage_months, OUTLAY, USAGE_MONTHS, GObject)

OutlayUsageMonths *outlay_usage_months_new         (OutlayUsageStore     *store);
OutlayUsageMonths *outlay_usage_months_get_default (void);

double            *outlay_usage_months_list        (OutlayUsageMonths    *self,
                                                    const OutlayScenario *scenario,
                                                    gboolean              cumulative,
                                                    int                   today);
void               outlay_usage_months_add_to      (OutlayUsageMonths    *self,
                                                    OutlayChartData      *data);
char              *outlay_usage_months_describe    (const OutlayChartData *data,
                                                    int                   month);
int                outlay_usage_get_today          (void);

G_END_DECLS
