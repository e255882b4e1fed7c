/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/**
 * OutlayEstimator:
 *
 * Estimates one scenario after another without holding up a frame: at once
 * where scenarios of that size have been quick, else in a thread.
 *
 * One thread runs at a time. What is asked for meanwhile waits, and only the
 * newest of it: what lies between is never computed. So results come in the
 * order of their scenarios, and a drag over a large scenario is followed at the
 * pace that the machine can keep.
 *
 * Signals:
 *
 * - `ready` (OutlayEstimate *): a thread has finished
 */
#define OUTLAY_TYPE_ESTIMATOR (outlay_estimator_get_type ())

G_DECLARE_FINAL_TYPE (OutlayEstimator, outlay_estimator, OUTLAY, ESTIMATOR, GObject)

OutlayEstimator *outlay_estimator_new         (void);

OutlayEstimate  *outlay_estimator_request     (OutlayEstimator *self,
                                               OutlayScenario  *scenario);
void             outlay_estimator_forget      (OutlayEstimator *self);
gboolean         outlay_estimator_get_running (OutlayEstimator *self);

G_END_DECLS
