/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/**
 * OutlaySwing:
 * @factor: the factor that is moved
 * @low: the factor at its P10
 * @high: the factor at its P90
 * @change_low: change of the period's cost at @low, money
 * @change_high: change of the period's cost at @high, money
 *
 * What one uncertain factor does to the cost of an option, all others being at
 * their likely values: a bar of the tornado.
 */
typedef struct
{
  OutlayFactor factor;
  double       low;
  double       high;
  double       change_low;
  double       change_high;
} OutlaySwing;

/**
 * OutlayOptionSensitivity:
 * @is_refused: whether the estimate refuses the option; then all else is unset
 * @likely_cost: the period's cost with every factor at its likely value, money
 * @swings: one for each factor, the largest change first
 */
typedef struct
{
  gboolean    is_refused;
  double      likely_cost;
  OutlaySwing swings[OUTLAY_N_FACTORS];
} OutlayOptionSensitivity;

/**
 * OutlaySensitivity:
 * @estimate: the estimate of the same scenario
 * @options: one for each option of the scenario
 *
 * What drives the cost of each option (METHOD section 10). A value: it is never
 * changed. Money is in the scenario's currency.
 */
typedef struct _OutlaySensitivity OutlaySensitivity;

struct _OutlaySensitivity
{
  gatomicrefcount          ref_count;
  OutlayPool              *pool;
  OutlayEstimate          *estimate; /* (owned) */
  guint                    n_options;
  OutlayOptionSensitivity *options;
};

#define OUTLAY_TYPE_SENSITIVITY (outlay_sensitivity_get_type ())

GType              outlay_sensitivity_get_type (void) G_GNUC_CONST;

OutlaySensitivity *outlay_sensitivity_new      (OutlayScenario    *scenario,
                                                guint              n_threads);
OutlaySensitivity *outlay_sensitivity_ref      (OutlaySensitivity *sensitivity);
void               outlay_sensitivity_unref    (OutlaySensitivity *sensitivity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySensitivity, outlay_sensitivity_unref)

G_END_DECLS
