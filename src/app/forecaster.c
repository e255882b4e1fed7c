/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forecaster.h"

#include <sys/resource.h>

/* How often a run's progress is told, in milliseconds. */
#define TICK 100

/* How long the first futures of a scenario that has passed may still take, in
 * microseconds. */
#define PATIENCE 100000

/* How much the window goes before the futures. */
#define NICENESS 15

/* How long futures may lie behind the scenario before that shows. */
#define LATE 200000

/* What the forecaster and its thread share. */
typedef struct
{
  gatomicrefcount  ref_count;
  GWeakRef         asker;
  OutlayScenario  *scenario;
  guint            n_draws;
  gboolean         refines_only; /* the first futures are there */
  gint64           start;
  gint             stopped;
  gint             is_refining;
  gint             done;         /* of the refinement, in thousandths */
} Job;

struct _OutlayForecaster
{
  GObject            parent_instance;

  OutlayScenario    *scenario;
  guint              n_watchers;
  guint              n_wanted;
  gboolean           is_stopped; /* by the person, for this scenario */
  gint64             since;      /* when the futures fell behind */
  gboolean           was_late;

  Job               *job;        /* at work, or NULL */
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

static Job *
job_ref (Job *job)
{
  g_atomic_ref_count_inc (&job->ref_count);

  return job;
}

static void
job_unref (Job *job)
{
  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;

  g_weak_ref_clear (&job->asker);
  outlay_scenario_unref (job->scenario);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_unref)

/* One result on its way to the main loop. */
typedef struct
{
  Job               *job;
  OutlaySimulation  *simulation;  /* (nullable) */
  OutlaySensitivity *sensitivity; /* (nullable) */
  gboolean           is_last;
} Result;

static void
result_free (Result *result)
{
  job_unref (result->job);
  g_clear_pointer (&result->simulation, outlay_simulation_unref);
  g_clear_pointer (&result->sensitivity, outlay_sensitivity_unref);
  g_free (result);
}

static void
outlay_forecaster_take (OutlayForecaster *self,
                        Result           *result)
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
      g_clear_pointer (&self->job, job_unref);
      g_clear_handle_id (&self->tick_id, g_source_remove);
      outlay_forecaster_update (self);
    }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
deliver (gpointer data)
{
  Result *result = data;
  g_autoptr (OutlayForecaster) self = g_weak_ref_get (&result->job->asker);

  if (self != NULL && self->job == result->job)
    outlay_forecaster_take (self, result);

  return G_SOURCE_REMOVE;
}

static void
send_result (Job               *job,
             OutlaySimulation  *simulation,
             OutlaySensitivity *sensitivity,
             gboolean           is_last)
{
  Result *result = g_new0 (Result, 1);

  result->job = job_ref (job);
  result->simulation = simulation;
  result->sensitivity = sensitivity;
  result->is_last = is_last;

  /* Not g_main_context_invoke(): between two rounds of the main loop that would
   * call from this thread. */
  g_idle_add_full (G_PRIORITY_DEFAULT, deliver, result, (GDestroyNotify) result_free);
}

static gboolean
is_stopped (Job *job)
{
  return g_atomic_int_get (&job->stopped) != 0;
}

static gboolean
on_first_progress (double   done,
                   gpointer data)
{
  Job *job = data;

  return !is_stopped (job) || g_get_monotonic_time () - job->start < PATIENCE;
}

static gboolean
on_progress (double   done,
             gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->done, (gint) (1000 * done));

  return !is_stopped (job);
}

static OutlaySimulation *
run_job (Job             *job,
         OutlaySimulator *simulator)
{
  if (!job->refines_only)
    {
      OutlaySimulation *first = outlay_simulator_run (simulator,
                                                      MIN (OUTLAY_FIRST_DRAWS, job->n_draws),
                                                      on_first_progress, job);

      send_result (job, first, NULL, FALSE);
      if (is_stopped (job))
        return NULL;

      send_result (job, NULL, outlay_sensitivity_new (job->scenario), FALSE);
      if (is_stopped (job) || job->n_draws <= OUTLAY_FIRST_DRAWS)
        return NULL;
    }

  g_atomic_int_set (&job->is_refining, TRUE);

  return outlay_simulator_run (simulator, job->n_draws, on_progress, job);
}

static gpointer
run_in_thread (gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (OutlaySimulator) simulator = NULL;

  /* Linux has a niceness for each thread, which the simulator's inherit: the window
   * comes first. */
  setpriority (PRIO_PROCESS, 0, NICENESS);

  simulator =
    outlay_simulator_new (job->scenario, (guint64) job->scenario->seed,
                          g_get_num_processors ());

  send_result (job, run_job (job, simulator), NULL, TRUE);

  return NULL;
}

/* The forecaster */

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

/* The thread holds no reference to the forecaster: it never ends in there. */
static void
outlay_forecaster_start (OutlayForecaster *self,
                         gboolean          refines_only)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->ref_count);
  g_weak_ref_init (&job->asker, self);
  job->scenario = outlay_scenario_ref (self->scenario);
  job->n_draws = self->is_stopped ? OUTLAY_FIRST_DRAWS : self->n_wanted;
  job->refines_only = refines_only;
  job->start = g_get_monotonic_time ();

  self->job = job;
  self->tick_id = g_timeout_add (TICK, on_tick, self);
  g_thread_unref (g_thread_new ("outlay-futures", run_in_thread, job_ref (job)));
}

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

  if (!wanted || self->is_stopped || self->job->scenario != self->scenario ||
      self->job->n_draws != self->n_wanted)
    g_atomic_int_set (&self->job->stopped, TRUE);
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

  *elapsed = g_get_monotonic_time () - self->job->start;

  return g_atomic_int_get (&self->job->is_refining)
         ? g_atomic_int_get (&self->job->done) / 1000.0 : 0;
}

/* The object */

static void
outlay_forecaster_finalize (GObject *object)
{
  OutlayForecaster *self = OUTLAY_FORECASTER (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->job != NULL)
    g_atomic_int_set (&self->job->stopped, TRUE);
  g_clear_pointer (&self->job, job_unref);
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
