/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sensitivity.h"
#include "simulate.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OutlayForecastJob:
 *
 * One run of futures of one scenario, in a thread of its own, which the window
 * goes before: the first futures, what drives the costs, then as many futures
 * as were asked for. A reference-counted value, for the main thread; the thread
 * holds one of its own.
 */
typedef struct _OutlayForecastJob OutlayForecastJob;

/**
 * OutlayForecastResult:
 * @simulation: (nullable): futures; whoever steals it owns it
 * @sensitivity: (nullable): what drives the costs; likewise
 * @is_last: whether the job is at its end
 */
typedef struct
{
  OutlaySimulation  *simulation;
  OutlaySensitivity *sensitivity;
  gboolean           is_last;
} OutlayForecastResult;

/* Takes a result, in the main loop. */
typedef void (*OutlayForecastFunc) (GObject              *asker,
                                    OutlayForecastJob    *job,
                                    OutlayForecastResult *result);

OutlayForecastJob *outlay_forecast_job_start        (OutlayScenario       *scenario,
                                                     guint                 n_draws,
                                                     gboolean              refines_only,
                                                     GObject              *asker,
                                                     OutlayForecastFunc    func);
void               outlay_forecast_job_unref        (OutlayForecastJob    *job);

/* Ends the run as soon as may be; what is finished by then is told even so. */
void               outlay_forecast_job_stop         (OutlayForecastJob    *job);

gboolean           outlay_forecast_job_is_for       (OutlayForecastJob    *job,
                                                     OutlayScenario       *scenario,
                                                     guint                 n_draws);
double             outlay_forecast_job_get_progress (OutlayForecastJob    *job,
                                                     gint64               *elapsed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayForecastJob, outlay_forecast_job_unref)

G_END_DECLS
