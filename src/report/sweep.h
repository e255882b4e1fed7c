/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/* The most values that one sweep has. */
#define OUTLAY_MAX_SWEEP 10000

/**
 * OutlaySweepOption:
 * @error: why the option cannot be estimated at this value, or %NULL
 * @total: sums over the period; money in the scenario's currency
 * @dearest_month: money: the cost of its dearest month
 * @payback_month: from 1, or 0 for never
 *
 * One option's period at one value. A quotient by zero is NaN.
 */
typedef struct
{
  char   *error;
  double  total[OUTLAY_N_FIGURES];
  double  dearest_month;
  double  net;
  double  cost_per_task;
  double  cost_per_accepted;
  int     payback_month;
} OutlaySweepOption;

/**
 * OutlaySweepRow:
 * @value: what the input is set to
 * @error: why the scenario refuses this value, or %NULL
 * @options: (array) (nullable): each of the scenario's options, or %NULL where
 *   the value is refused
 */
typedef struct
{
  double             value;
  char              *error;
  OutlaySweepOption *options;
} OutlaySweepRow;

/**
 * OutlaySweep:
 * @scenario: the scenario as it is
 * @path: the input that is varied
 * @rows: (element-type OutlaySweepRow): a row for each value, in their order
 *
 * What options cost over a range of one input, all else as it is.
 */
typedef struct
{
  OutlayScenario *scenario;
  char           *path;
  GArray         *rows;
} OutlaySweep;

OutlaySweep *outlay_sweep_new         (OutlayScenario     *scenario,
                                       const char         *path,
                                       double              from,
                                       double              to,
                                       guint               n_values,
                                       GError            **error);
void         outlay_sweep_free        (OutlaySweep        *sweep);
gboolean     outlay_sweep_has_figures (const OutlaySweep  *sweep);

char        *outlay_sweep_to_table    (const OutlaySweep  *sweep);
char        *outlay_sweep_to_csv      (const OutlaySweep  *sweep);
char        *outlay_sweep_to_json     (const OutlaySweep  *sweep);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySweep, outlay_sweep_free)

G_END_DECLS
