/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forecaster.h"

#include "forecast-job.h"

/* How often a run's progress is told, in milliseconds. */
#define TICK 100

/* How long futures may lie behind the scenario before that shows. */
#define LATE 200000

struct _OutlayForecaster
{
  GObject            parent_instance;

  OutlayScenario    *scenario;
  guint              n_watchers;
  guint              n_wanted;
  gboolean           is_stopped; /* by the person, for this scenario */
  gint64             since;      /* when the futures fell behind */
  gboolean           was_late;

  OutlayForecastJob *job;        /* at work, or NULL */
  guint              tick_id;
  OutlaySimulation  *simulation;
  OutlaySensitivity *sensitivity;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PROGRESS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayForecaster, outlay_forecaster, G_TYPE_OBJECT)

static void outlay_forecaster_update (OutlayForecaster *self);

/* The job */

static void
outlay_forecaster_take (OutlayForecaster     *self,
                        OutlayForecastResult *result)
{
  if (result->simulation != NULL)
    {
      g_clear_pointer (&self->simulation, outlay_simulation_unref);
      self->simulation = g_steal_pointer (&result->simulation);
      self->since = g_get_monotonic_time ();
      self->was_late = FALSE;
    }
  if (result->sensitivity != NULL)
    {
      g_clear_pointer (&self->sensitivity, outlay_sensitivity_unref);
      self->sensitivity = g_steal_pointer (&result->sensitivity);
    }

  if (result->is_last)
    {
      g_clear_pointer (&self->job, outlay_forecast_job_unref);
      g_clear_handle_id (&self->tick_id, g_source_remove);
      outlay_forecaster_update (self);
    }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_result (GObject              *asker,
           OutlayForecastJob    *job,
           OutlayForecastResult *result)
{
  OutlayForecaster *self = OUTLAY_FORECASTER (asker);

  if (self->job == job)
    outlay_forecaster_take (self, result);
}

static gboolean
on_tick (gpointer data)
{
  OutlayForecaster *self = data;
  gboolean is_late = outlay_forecaster_get_late (self);

  if (self->was_late != is_late)
    {
      self->was_late = is_late;
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);

  return G_SOURCE_CONTINUE;
}

static void
outlay_forecaster_start (OutlayForecaster *self,
                         gboolean          refines_only)
{
  guint n_draws = self->is_stopped ? OUTLAY_FIRST_DRAWS : self->n_wanted;

  self->tick_id = g_timeout_add (TICK, on_tick, self);
  self->job = outlay_forecast_job_start (self->scenario, n_draws, refines_only,
                                         G_OBJECT (self), on_result);
}

/* The forecaster */

static gboolean
has_first (OutlayForecaster *self)
{
  return self->simulation != NULL && self->scenario != NULL &&
         self->simulation->estimate->scenario == self->scenario &&
         self->sensitivity != NULL &&
         self->sensitivity->estimate->scenario == self->scenario;
}

static gboolean
is_done (OutlayForecaster *self)
{
  return has_first (self) &&
         (self->is_stopped || self->simulation->n_draws >= self->n_wanted);
}

/* Starts or stops what is called for. */
static void
outlay_forecaster_update (OutlayForecaster *self)
{
  gboolean wanted = self->scenario != NULL && self->n_watchers > 0 && !is_done (self);

  if (self->job == NULL)
    {
      if (wanted)
        outlay_forecaster_start (self, has_first (self));
      return;
    }

  if (!wanted || self->is_stopped ||
      !outlay_forecast_job_is_for (self->job, self->scenario, self->n_wanted))
    outlay_forecast_job_stop (self->job);
}

/**
 * outlay_forecaster_set_scenario:
 * @self: a forecaster
 * @scenario: what to draw futures of from now on
 */
void
outlay_forecaster_set_scenario (OutlayForecaster *self,
                                OutlayScenario   *scenario)
{
  g_return_if_fail (OUTLAY_IS_FORECASTER (self));
  g_return_if_fail (scenario != NULL);

  if (self->scenario == scenario)
    return;

  if (!outlay_forecaster_get_pending (self))
    self->since = g_get_monotonic_time ();
  g_clear_pointer (&self->scenario, outlay_scenario_unref);
  self->scenario = outlay_scenario_ref (scenario);
  self->is_stopped = FALSE;
  outlay_forecaster_update (self);
}

/**
 * outlay_forecaster_watch:
 * @self: a forecaster
 *
 * Says that somebody looks at the futures, until outlay_forecaster_unwatch().
 */
void
outlay_forecaster_watch (OutlayForecaster *self)
{
  g_return_if_fail (OUTLAY_IS_FORECASTER (self));

  self->n_watchers++;
  outlay_forecaster_update (self);
}

void
outlay_forecaster_unwatch (OutlayForecaster *self)
{
  g_return_if_fail (OUTLAY_IS_FORECASTER (self));
  g_return_if_fail (self->n_watchers > 0);

  self->n_watchers--;
  outlay_forecaster_update (self);
}

/* Watches another one, or none, in place of the one @watched holds. */
void
outlay_forecaster_take_watch (OutlayForecaster **watched,
                              OutlayForecaster  *wanted)
{
  if (*watched == wanted)
    return;

  if (*watched != NULL)
    outlay_forecaster_unwatch (*watched);
  g_set_object (watched, wanted);
  if (wanted != NULL)
    outlay_forecaster_watch (wanted);
}

/**
 * outlay_forecaster_stop:
 * @self: a forecaster
 *
 * Refines no more, until the scenario is another one or more is asked for. What
 * is there stays.
 */
void
outlay_forecaster_stop (OutlayForecaster *self)
{
  g_return_if_fail (OUTLAY_IS_FORECASTER (self));

  self->is_stopped = TRUE;
  outlay_forecaster_update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

guint
outlay_forecaster_get_n_wanted (OutlayForecaster *self)
{
  g_return_val_if_fail (OUTLAY_IS_FORECASTER (self), 0);

  return self->n_wanted;
}

void
outlay_forecaster_set_n_wanted (OutlayForecaster *self,
                                guint             n_draws)
{
  g_return_if_fail (OUTLAY_IS_FORECASTER (self));
  g_return_if_fail (n_draws > 0 && n_draws <= OUTLAY_MOST_DRAWS);

  if (self->n_wanted == n_draws)
    return;

  self->n_wanted = n_draws;
  self->is_stopped = FALSE;
  outlay_forecaster_update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

OutlaySimulation *
outlay_forecaster_get_simulation (OutlayForecaster *self)
{
  g_return_val_if_fail (OUTLAY_IS_FORECASTER (self), NULL);

  return self->simulation;
}

OutlaySensitivity *
outlay_forecaster_get_sensitivity (OutlayForecaster *self)
{
  g_return_val_if_fail (OUTLAY_IS_FORECASTER (self), NULL);

  return self->sensitivity;
}

gboolean
outlay_forecaster_get_pending (OutlayForecaster *self)
{
  g_return_val_if_fail (OUTLAY_IS_FORECASTER (self), FALSE);

  return self->simulation == NULL || self->simulation->estimate->scenario != self->scenario;
}

gboolean
outlay_forecaster_get_late (OutlayForecaster *self)
{
  g_return_val_if_fail (OUTLAY_IS_FORECASTER (self), FALSE);

  return outlay_forecaster_get_pending (self) &&
         g_get_monotonic_time () - self->since > LATE;
}

gboolean
outlay_forecaster_get_running (OutlayForecaster *self)
{
  g_return_val_if_fail (OUTLAY_IS_FORECASTER (self), FALSE);

  return self->job != NULL;
}

double
outlay_forecaster_get_progress (OutlayForecaster *self,
                                gint64           *elapsed)
{
  g_return_val_if_fail (OUTLAY_IS_FORECASTER (self), 0);

  *elapsed = 0;
  if (self->job == NULL)
    return 1;

  return outlay_forecast_job_get_progress (self->job, elapsed);
}

/* The object */

static void
outlay_forecaster_finalize (GObject *object)
{
  OutlayForecaster *self = OUTLAY_FORECASTER (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->job != NULL)
    outlay_forecast_job_stop (self->job);
  g_clear_pointer (&self->job, outlay_forecast_job_unref);
  g_clear_pointer (&self->scenario, outlay_scenario_unref);
  g_clear_pointer (&self->simulation, outlay_simulation_unref);
  g_clear_pointer (&self->sensitivity, outlay_sensitivity_unref);

  G_OBJECT_CLASS (outlay_forecaster_parent_class)->finalize (object);
}

static void
outlay_forecaster_class_init (OutlayForecasterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = outlay_forecaster_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PROGRESS] =
    g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_forecaster_init (OutlayForecaster *self)
{
  self->n_wanted = OUTLAY_REFINED_DRAWS;
}

OutlayForecaster *
outlay_forecaster_new (void)
{
  return g_object_new (OUTLAY_TYPE_FORECASTER, NULL);
}
