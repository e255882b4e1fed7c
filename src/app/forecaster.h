/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sensitivity.h"
#include "simulate.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* What is drawn in the background without being asked for more. */
#define OUTLAY_REFINED_DRAWS 100000

/**
 * OutlayForecaster:
 *
 * Draws futures of the present scenario in a thread, and keeps the newest
 * result: %OUTLAY_FIRST_DRAWS at once, so that bands follow a dial, then what
 * drives the costs, then as many futures as are wanted.
 *
 * It works only while somebody watches. One thread runs at a time: when the
 * scenario changes it stops refining at once, and of the scenarios that came
 * meanwhile only the newest is drawn. The first futures of a scenario are
 * finished even so, if they take no longer than a few frames: a drag would see
 * none at all otherwise.
 *
 * Signals:
 *
 * - `changed`: the result is another one, or work on it began or ended
 * - `progress`: time has passed in a run
 */
#define OUTLAY_TYPE_FORECASTER (outlay_forecaster_get_type ())

G_DECLARE_FINAL_TYPE (OutlayForecaster, outlay_forecaster, OUTLAY, FORECASTER, GObject)

OutlayForecaster  *outlay_forecaster_new             (void);

void               outlay_forecaster_set_scenario    (OutlayForecaster *self,
                                                      OutlayScenario   *scenario);
void               outlay_forecaster_watch           (OutlayForecaster *self);
void               outlay_forecaster_unwatch         (OutlayForecaster *self);
void               outlay_forecaster_take_watch      (OutlayForecaster **watched,
                                                      OutlayForecaster  *wanted);
void               outlay_forecaster_stop            (OutlayForecaster *self);

guint              outlay_forecaster_get_n_wanted    (OutlayForecaster *self);
void               outlay_forecaster_set_n_wanted    (OutlayForecaster *self,
                                                      guint             n_draws);

/* The newest of both may lie behind the scenario, which is `pending`, and `late`
 * once that has lasted; NULL before there is any. Progress is the share of the
 * refinement that is done, and for how long the run has run, in microseconds. */
OutlaySimulation  *outlay_forecaster_get_simulation  (OutlayForecaster *self);
OutlaySensitivity *outlay_forecaster_get_sensitivity (OutlayForecaster *self);
gboolean           outlay_forecaster_get_pending     (OutlayForecaster *self);
gboolean           outlay_forecaster_get_late        (OutlayForecaster *self);
gboolean           outlay_forecaster_get_running     (OutlayForecaster *self);
double             outlay_forecaster_get_progress    (OutlayForecaster *self,
                                                      gint64           *elapsed);

G_END_DECLS
