/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* for SCHED_IDLE */

#include "forecast-job.h"

#include <sched.h>

/* How long the first futures of a scenario that has passed may still take, in
 * microseconds. */
#define PATIENCE 100000

/* What the asker and the thread share. */
struct _OutlayForecastJob
{
  gatomicrefcount     ref_count;
  GWeakRef            asker;
  OutlayForecastFunc  func;
  OutlayScenario     *scenario;
  guint               n_draws;
  gboolean            refines_only; /* the first futures are there */
  gint64              start;
  gint                stopped;
  gint                is_refining;
  gint                done;         /* of the refinement, in thousandths */
};

static OutlayForecastJob *
outlay_forecast_job_ref (OutlayForecastJob *job)
{
  g_atomic_ref_count_inc (&job->ref_count);

  return job;
}

void
outlay_forecast_job_unref (OutlayForecastJob *job)
{
  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;

  g_weak_ref_clear (&job->asker);
  outlay_scenario_unref (job->scenario);
  g_free (job);
}

/* Results */

/* One result on its way to the main loop. */
typedef struct
{
  OutlayForecastJob    *job;
  OutlayForecastResult  result;
} Delivery;

static void
delivery_free (Delivery *delivery)
{
  outlay_forecast_job_unref (delivery->job);
  g_clear_pointer (&delivery->result.simulation, outlay_simulation_unref);
  g_clear_pointer (&delivery->result.sensitivity, outlay_sensitivity_unref);
  g_free (delivery);
}

static gboolean
deliver (gpointer data)
{
  Delivery *delivery = data;
  OutlayForecastJob *job = delivery->job;
  g_autoptr (GObject) asker = g_weak_ref_get (&job->asker);

  if (asker != NULL)
    job->func (asker, job, &delivery->result);

  return G_SOURCE_REMOVE;
}

static void
send_result (OutlayForecastJob *job,
             OutlaySimulation  *simulation,
             OutlaySensitivity *sensitivity,
             gboolean           is_last)
{
  Delivery *delivery = g_new0 (Delivery, 1);

  delivery->job = outlay_forecast_job_ref (job);
  delivery->result.simulation = simulation;
  delivery->result.sensitivity = sensitivity;
  delivery->result.is_last = is_last;

  /* Not g_main_context_invoke(): between two rounds of the main loop that would
   * call from this thread. */
  g_idle_add_full (G_PRIORITY_DEFAULT, deliver, delivery, (GDestroyNotify) delivery_free);
}

/* The thread */

static gboolean
is_stopped (OutlayForecastJob *job)
{
  return g_atomic_int_get (&job->stopped) != 0;
}

static gboolean
on_first_progress (double   done,
                   gpointer data)
{
  OutlayForecastJob *job = data;

  return !is_stopped (job) || g_get_monotonic_time () - job->start < PATIENCE;
}

static gboolean
on_progress (double   done,
             gpointer data)
{
  OutlayForecastJob *job = data;

  g_atomic_int_set (&job->done, (gint) (1000 * done));

  return !is_stopped (job);
}

static OutlaySimulation *
run_job (OutlayForecastJob *job,
         OutlaySimulator   *simulator)
{
  if (!job->refines_only)
    {
      OutlaySimulation *first = outlay_simulator_run (simulator,
                                                      MIN (OUTLAY_FIRST_DRAWS, job->n_draws),
                                                      on_first_progress, job);

      send_result (job, first, NULL, FALSE);
      if (is_stopped (job))
        return NULL;

      send_result (job, NULL,
                   outlay_sensitivity_new (job->scenario, g_get_num_processors ()), FALSE);
      if (is_stopped (job) || job->n_draws <= OUTLAY_FIRST_DRAWS)
        return NULL;
    }

  g_atomic_int_set (&job->is_refining, TRUE);

  return outlay_simulator_run (simulator, job->n_draws, on_progress, job);
}

static gpointer
run_in_thread (gpointer data)
{
  g_autoptr (OutlayForecastJob) job = data;
  g_autoptr (OutlaySimulator) simulator = NULL;
  const struct sched_param no_priority = { 0 };

  /* The window comes first, and the display that it waits for: futures are drawn with
   * what these leave. Linux has this for each thread, and the simulator's inherit it. */
  sched_setscheduler (0, SCHED_IDLE, &no_priority);

  simulator =
    outlay_simulator_new (job->scenario, (guint64) job->scenario->seed,
                          g_get_num_processors ());

  send_result (job, run_job (job, simulator), NULL, TRUE);

  return NULL;
}

/* What the asker may do with it */

/**
 * outlay_forecast_job_start:
 * @scenario: what to draw futures of
 * @n_draws: how many futures
 * @refines_only: whether the first futures, and what drives the costs, are there
 * @asker: who takes the results; the thread holds no reference to it, so that it
 *   never ends in there, and once it is gone nothing more is told
 * @func: takes each result, in the main loop
 *
 * Returns: (transfer full): a job at work
 */
OutlayForecastJob *
outlay_forecast_job_start (OutlayScenario     *scenario,
                           guint               n_draws,
                           gboolean            refines_only,
                           GObject            *asker,
                           OutlayForecastFunc  func)
{
  OutlayForecastJob *job = g_new0 (OutlayForecastJob, 1);

  g_atomic_ref_count_init (&job->ref_count);
  g_weak_ref_init (&job->asker, asker);
  job->func = func;
  job->scenario = outlay_scenario_ref (scenario);
  job->n_draws = n_draws;
  job->refines_only = refines_only;
  job->start = g_get_monotonic_time ();

  g_thread_unref (g_thread_new ("outlay-futures", run_in_thread,
                                outlay_forecast_job_ref (job)));

  return job;
}

void
outlay_forecast_job_stop (OutlayForecastJob *job)
{
  g_atomic_int_set (&job->stopped, TRUE);
}

/* Whether it draws just these futures. */
gboolean
outlay_forecast_job_is_for (OutlayForecastJob *job,
                            OutlayScenario    *scenario,
                            guint              n_draws)
{
  return job->scenario == scenario && job->n_draws == n_draws;
}

/**
 * outlay_forecast_job_get_progress:
 * @job: a job
 * @elapsed: (out): for how long it has run, in microseconds
 *
 * Returns: the share of the refinement that is done; 0 before that begins
 */
double
outlay_forecast_job_get_progress (OutlayForecastJob *job,
                                  gint64            *elapsed)
{
  *elapsed = g_get_monotonic_time () - job->start;

  return g_atomic_int_get (&job->is_refining) ? g_atomic_int_get (&job->done) / 1000.0 : 0;
}
