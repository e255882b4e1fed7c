/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fit.h"
#include "questions.h"
#include "scenario.h"

G_BEGIN_DECLS

/**
 * OutlayCalibrationRow:
 * @path: an input of the scenario; `tasks[].output` stands for all kinds of task
 * @old: its value there: over all kinds, their mean by share
 * @measured: what the ledger says
 * @of: what @measured was counted over
 */
typedef struct
{
  char           *path;
  double          old;
  OutlayFitValue  measured;
  const char     *of;
} OutlayCalibrationRow;

/**
 * OutlayCalibration:
 * @rows: (element-type OutlayCalibrationRow)
 * @with_mix: (nullable): the same rows beside the scenario with the measured mix, on
 *   which means over the kinds of task hang; %NULL where there is too little data for
 *   a mix
 * @period: the days it was fitted to
 *
 * A scenario's inputs beside what the team really does. Nothing is changed.
 */
typedef struct
{
  GArray       *rows;
  GArray       *with_mix;
  OutlayPeriod  period;
} OutlayCalibration;

OutlayCalibration *outlay_ledger_calibrate  (OutlayLedger          *ledger,
                                             const OutlayScenario  *scenario,
                                             OutlayPeriod           period,
                                             GError               **error);
gboolean           outlay_calibration_add_role (OutlayCalibration  *calibration,
                                             OutlayLedger          *ledger,
                                             const OutlayScenario  *scenario,
                                             guint                  role,
                                             const char * const    *people,
                                             GError               **error);
GPtrArray         *outlay_ledger_list_people (OutlayLedger         *ledger,
                                             OutlayPeriod           period,
                                             guint                  limit,
                                             GError               **error);
void               outlay_calibration_free  (OutlayCalibration     *calibration);
OutlayScenario    *outlay_calibration_apply (const OutlayScenario  *scenario,
                                             const OutlayCalibrationRow *row,
                                             GError               **error);

gboolean           outlay_calibration_is_mix (const OutlayCalibrationRow *row);
OutlayScenario    *outlay_calibration_apply_mix
                                            (const OutlayScenario  *scenario,
                                             const GArray          *rows);
OutlayScenario    *outlay_calibration_take  (const OutlayScenario  *scenario,
                                             const OutlayCalibration *calibration,
                                             const gboolean        *taken,
                                             GError               **error);

OutlayFitValue     outlay_fit_share         (guint64                part,
                                             guint64                all);
OutlayFitValue     outlay_fit_mean          (const double          *values,
                                             guint                  n_values);
OutlayFitValue     outlay_fit_variation     (const double          *values,
                                             guint                  n_values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCalibration, outlay_calibration_free)

G_END_DECLS
