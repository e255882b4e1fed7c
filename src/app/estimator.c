/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "estimator.h"

#include "option-estimate.h"

#include <gio/gio.h>

/* What an estimate may take on the main loop, in microseconds: a third of a
 * frame at 60 Hz, so that the rest is left to draw it. */
#define BUDGET 5500.0

/* Microseconds a cell: a slow machine's, until there is a measurement; and the
 * least that is believed, for a tiny scenario tells little about a huge one. */
#define FIRST_GUESS 3.0
#define LEAST 0.3

struct _OutlayEstimator
{
  GObject         parent_instance;

  double          cell_time; /* microseconds, as last measured */
  OutlayAttempts *attempts;  /* of the estimate before, on the main loop; or NULL */
  gboolean        running;   /* a thread is at work */
  gboolean        unwanted;  /* what runs is nobody's any more */
  OutlayScenario *waiting;   /* to be run next, or NULL */
};

enum
{
  SIGNAL_READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayEstimator, outlay_estimator, G_TYPE_OBJECT)

/* One thread's result: the estimate, and how long it took. */
typedef struct
{
  OutlayEstimate *estimate;
  gint64          duration;
} Result;

static void
result_free (Result *result)
{
  outlay_estimate_unref (result->estimate);
  g_free (result);
}

/* The innermost step of an estimate is taken once for each of these. */
static double
count_cells (const OutlayScenario *scenario)
{
  return (double) scenario->months * MAX (scenario->n_team, 1) *
         MAX (scenario->n_tasks, 1) * MAX (scenario->n_options, 1);
}

static Result *
run (OutlayScenario  *scenario,
     OutlayAttempts **attempts)
{
  Result *result = g_new0 (Result, 1);
  gint64 start = g_get_monotonic_time ();

  result->estimate = outlay_estimate_new_keeping (scenario, attempts);
  result->duration = g_get_monotonic_time () - start;

  return result;
}

static OutlayEstimate *
outlay_estimator_learn (OutlayEstimator *self,
                        Result          *result)
{
  OutlayEstimate *estimate = g_steal_pointer (&result->estimate);

  self->cell_time = MAX ((double) result->duration / count_cells (estimate->scenario), LEAST);
  g_free (result);

  return estimate;
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autoptr (OutlayAttempts) attempts = NULL;

  g_task_return_pointer (task, run (task_data, &attempts), (GDestroyNotify) result_free);
}

static void outlay_estimator_start (OutlayEstimator *self,
                                    OutlayScenario  *scenario);

static void
outlay_estimator_finish (OutlayEstimator *self,
                         Result          *result)
{
  g_autoptr (OutlayEstimate) estimate = outlay_estimator_learn (self, result);
  g_autoptr (OutlayScenario) next = g_steal_pointer (&self->waiting);
  gboolean unwanted = self->unwanted;

  self->running = FALSE;
  if (next != NULL)
    outlay_estimator_start (self, next);

  if (!unwanted)
    g_signal_emit (self, signals[SIGNAL_READY], 0, estimate);
}

static void
on_thread_finished (GObject      *source,
                    GAsyncResult *finished,
                    gpointer      data)
{
  GWeakRef *asker = data;
  g_autoptr (OutlayEstimator) self = g_weak_ref_get (asker);
  Result *result = g_task_propagate_pointer (G_TASK (finished), NULL);

  if (self != NULL)
    outlay_estimator_finish (self, result);
  else
    result_free (result);

  g_weak_ref_clear (asker);
  g_free (asker);
}

/* The thread holds no reference to the estimator, so that whoever drops it need
 * not wait, and it never ends in another thread. */
static void
outlay_estimator_start (OutlayEstimator *self,
                        OutlayScenario  *scenario)
{
  GWeakRef *asker = g_new0 (GWeakRef, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_thread_finished, asker);

  g_weak_ref_init (asker, self);
  g_task_set_source_tag (task, outlay_estimator_start);
  g_task_set_task_data (task, outlay_scenario_ref (scenario),
                        (GDestroyNotify) outlay_scenario_unref);

  self->running = TRUE;
  self->unwanted = FALSE;
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * outlay_estimator_request:
 * @self: an estimator
 * @scenario: what to estimate
 *
 * Returns: (transfer full) (nullable): the estimate, if it could be made at
 *   once; else it comes with `ready`, unless a newer request replaces it
 */
OutlayEstimate *
outlay_estimator_request (OutlayEstimator *self,
                          OutlayScenario  *scenario)
{
  g_return_val_if_fail (OUTLAY_IS_ESTIMATOR (self), NULL);
  g_return_val_if_fail (scenario != NULL, NULL);

  g_clear_pointer (&self->waiting, outlay_scenario_unref);

  if (count_cells (scenario) * self->cell_time <= BUDGET)
    {
      /* Whatever still runs is older than this. */
      self->unwanted = TRUE;
      return outlay_estimator_learn (self, run (scenario, &self->attempts));
    }

  if (self->running)
    self->waiting = outlay_scenario_ref (scenario);
  else
    outlay_estimator_start (self, scenario);

  return NULL;
}

/**
 * outlay_estimator_forget:
 * @self: an estimator
 *
 * Drops all that was asked for so far: its results will never be `ready`.
 */
void
outlay_estimator_forget (OutlayEstimator *self)
{
  g_return_if_fail (OUTLAY_IS_ESTIMATOR (self));

  g_clear_pointer (&self->waiting, outlay_scenario_unref);
  self->unwanted = TRUE;
}

/**
 * outlay_estimator_get_running:
 * @self: an estimator
 *
 * Returns: whether a result is still to come
 */
gboolean
outlay_estimator_get_running (OutlayEstimator *self)
{
  g_return_val_if_fail (OUTLAY_IS_ESTIMATOR (self), FALSE);

  return self->waiting != NULL || (self->running && !self->unwanted);
}

static void
outlay_estimator_finalize (GObject *object)
{
  OutlayEstimator *self = OUTLAY_ESTIMATOR (object);

  g_clear_pointer (&self->waiting, outlay_scenario_unref);
  g_clear_pointer (&self->attempts, outlay_attempts_free);

  G_OBJECT_CLASS (outlay_estimator_parent_class)->finalize (object);
}

static void
outlay_estimator_class_init (OutlayEstimatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = outlay_estimator_finalize;

  signals[SIGNAL_READY] =
    g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, OUTLAY_TYPE_ESTIMATE);
}

static void
outlay_estimator_init (OutlayEstimator *self)
{
  self->cell_time = FIRST_GUESS;
}

OutlayEstimator *
outlay_estimator_new (void)
{
  return g_object_new (OUTLAY_TYPE_ESTIMATOR, NULL);
}
