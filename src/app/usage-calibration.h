/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calibration.h"
#include "estimate.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayUsageCalibration:
 * @scenario: (owned): what is held against the ledger
 * @calibration: (owned): beside what was measured
 * @option: (owned) (nullable): id of the option whose cost is told; %NULL where none
 *   can be estimated
 * @cost: of that option over the period, in the scenario's currency
 * @effects: (owned) (array): for each row, what its value alone adds to @cost; NaN
 *   where it cannot be taken
 * @mix_effect: the same of the whole mix
 * @people: (owned) (element-type utf8): who had a run, those with most of them
 *
 * A calibration with what it would come to. It is shared between threads, and never
 * changed.
 */
typedef struct
{
  OutlayScenario    *scenario;
  OutlayCalibration *calibration;
  char              *option;
  double             cost;
  double            *effects;
  double             mix_effect;
  GPtrArray         *people;
} OutlayUsageCalibration;

OutlayUsageCalibration *outlay_usage_calibration_new   (OutlayLedger            *ledger,
                                                        OutlayScenario          *scenario,
                                                        const char              *option,
                                                        OutlayPeriod             period,
                                                        GHashTable              *roles,
                                                        GError                 **error);
OutlayUsageCalibration *outlay_usage_calibration_ref   (OutlayUsageCalibration  *self);
void                    outlay_usage_calibration_unref (OutlayUsageCalibration  *self);

void            outlay_usage_calibration_take        (OutlayUsageCalibration *self,
                                                      gboolean               *taken,
                                                      GCancellable           *cancellable,
                                                      GAsyncReadyCallback     callback,
                                                      gpointer                user_data);
OutlayScenario *outlay_usage_calibration_take_finish (GAsyncResult           *result,
                                                      double                 *cost,
                                                      GError                **error);

gboolean    outlay_usage_calibration_can_take (const OutlayUsageCalibration *self,
                                               guint                         row);
char       *outlay_usage_calibration_name    (const OutlayUsageCalibration *self,
                                               guint                         row);
char       *outlay_usage_calibration_describe (const OutlayUsageCalibration *self,
                                               guint                         row);
char       *outlay_usage_calibration_describe_mix (const OutlayUsageCalibration *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayUsageCalibration, outlay_usage_calibration_unref)

G_END_DECLS
