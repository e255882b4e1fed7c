/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/* METHOD section 10: many drawn futures of a scenario.
 *
 * A simulator is made for one scenario and one seed, and thrown away when the
 * scenario changes. It is run for a few draws first, for a picture at once, then
 * for more. Each run answers with a value of its own, which stays as it is:
 *
 *   simulator = outlay_simulator_new (scenario, scenario->seed, n_threads);
 *   first = outlay_simulator_run (simulator, OUTLAY_FIRST_DRAWS, NULL, NULL);
 *   ... show first ...
 *   fine = outlay_simulator_run (simulator, OUTLAY_FINE_DRAWS, progress, data);
 *   ... show fine, or keep first where fine is NULL: it was stopped ...
 *
 * A run may take place in any thread, one at a time. outlay_simulator_stop() may
 * be called from any other thread meanwhile, and is heard within a millisecond
 * or so. The same seed gives the same figures for any number of threads. */

/* What fits in one frame, and what a patient reader gets. */
#define OUTLAY_FIRST_DRAWS 4096
#define OUTLAY_FINE_DRAWS 1000000

/* More points than this the generator does not have. */
#define OUTLAY_MOST_DRAWS (1 << 29)

/* The reported shares of draws; see outlay_percent_get_value(). */
typedef enum
{
  OUTLAY_PERCENT_5,
  OUTLAY_PERCENT_10,
  OUTLAY_PERCENT_25,
  OUTLAY_PERCENT_50,
  OUTLAY_PERCENT_75,
  OUTLAY_PERCENT_90,
  OUTLAY_PERCENT_95,
  OUTLAY_N_PERCENTS
} OutlayPercent;

int outlay_percent_get_value (OutlayPercent percent);

/**
 * OutlayBands:
 * @mean: by month
 * @quantile: by percent, then by month: of n sorted draws number
 *   floor (percent / 100 * n), counted from 0
 *
 * How draws of a money figure are spread, in the scenario's currency. The
 * period's has one entry in place of the months.
 */
typedef struct
{
  double *mean;
  double *quantile[OUTLAY_N_PERCENTS];
} OutlayBands;

/**
 * OutlayOptionSimulation:
 * @is_refused: whether the estimate refuses the option; then all else is unset
 * @cost: what is paid to the vendor, by month
 * @cumulative: the same, from the first month up to each
 * @period: the same, of all months: one entry
 * @over_budget: by month, the share of draws that cost more than the budget, or
 *   %NULL without a budget
 * @over_budget_period: the share of draws whose period costs more than the
 *   budget times the months, or NaN without a budget
 */
typedef struct
{
  gboolean     is_refused;
  OutlayBands  cost;
  OutlayBands  cumulative;
  OutlayBands  period;
  double      *over_budget;
  double       over_budget_period;
} OutlayOptionSimulation;

/**
 * OutlaySimulation:
 * @estimate: the estimate of the same scenario, whose options are in the same order
 * @seed: what the draws were made from
 * @n_draws: how many
 * @options: one for each option of the scenario
 * @dearer: see outlay_simulation_get_dearer()
 *
 * What many futures of a scenario cost. A value: it is never changed.
 */
typedef struct _OutlaySimulation OutlaySimulation;

struct _OutlaySimulation
{
  gatomicrefcount         ref_count;
  OutlayPool             *pool;
  OutlayEstimate         *estimate; /* (owned) */
  guint64                 seed;
  guint                   n_draws;
  guint                   n_months;
  guint                   n_options;
  OutlayOptionSimulation *options;
  double                 *dearer;
};

#define OUTLAY_TYPE_SIMULATION (outlay_simulation_get_type ())

GType             outlay_simulation_get_type    (void) G_GNUC_CONST;

OutlaySimulation *outlay_simulation_ref         (OutlaySimulation       *simulation);
void              outlay_simulation_unref       (OutlaySimulation       *simulation);
double            outlay_simulation_get_dearer  (const OutlaySimulation *simulation,
                                                 guint                   option,
                                                 guint                   other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySimulation, outlay_simulation_unref)

/**
 * OutlayProgressFunc:
 * @done: the share of the run's work that is done, 0 to 1
 * @data: what was given along
 *
 * Called now and then, in the thread that runs the simulator.
 *
 * Returns: %TRUE to go on, %FALSE to stop
 */
typedef gboolean (*OutlayProgressFunc) (double   done,
                                        gpointer data);

/* How a draw is estimated. */
typedef enum
{
  OUTLAY_FUTURES_FAST,  /* from tables that take milliseconds: the quantiles of many
                           draws to 1e-3, those of a few thousand to some 2e-3 */
  OUTLAY_FUTURES_FINE,  /* from finer tables where draws are few: always to 1e-3 */
  OUTLAY_FUTURES_PLAIN  /* by a whole estimate for each draw */
} OutlayFuturesWay;

/**
 * OutlaySimulator:
 *
 * Draws futures of one scenario.
 */
typedef struct _OutlaySimulator OutlaySimulator;

OutlaySimulator  *outlay_simulator_new          (OutlayScenario         *scenario,
                                                 guint64                 seed,
                                                 guint                   n_threads);
OutlaySimulator  *outlay_simulator_new_for_way  (OutlayScenario         *scenario,
                                                 guint64                 seed,
                                                 guint                   n_threads,
                                                 OutlayFuturesWay        way);
void              outlay_simulator_free         (OutlaySimulator        *simulator);
OutlaySimulation *outlay_simulator_run          (OutlaySimulator        *simulator,
                                                 guint                   n_draws,
                                                 OutlayProgressFunc      progress,
                                                 gpointer                data);
double           *outlay_simulator_draw_periods (OutlaySimulator        *simulator,
                                                 guint                   n_draws);
void              outlay_simulator_stop         (OutlaySimulator        *simulator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySimulator, outlay_simulator_free)

G_END_DECLS
