/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: a run draws futures, batch by batch, and counts what they
 * cost. A batch is the same whichever thread takes it. */
#include "simulate-private.h"

#include "parallel.h"
#include "simulation.h"
#include "tally.h"

#include <math.h>

/* The estimate and the draws, of which neither waits for the other. */
typedef struct
{
  OutlaySimulator  *simulator;
  OutlayScenario   *scenario;
  OutlayFuturesWay  way;
  gint              next;
} Beginning;

static void
begin (guint    thread,
       gpointer data)
{
  Beginning *beginning = data;
  OutlaySimulator *simulator = beginning->simulator;
  guint part;

  while (outlay_parallel_take (&beginning->next, 2, &part))
    if (part == 0)
      {
        simulator->estimate = outlay_estimate_new (beginning->scenario);
        simulator->futures = outlay_futures_new (simulator->estimate, beginning->way);
      }
    else
      simulator->draws = outlay_draws_new (beginning->scenario, INFINITY, simulator->seed);
}

/**
 * outlay_simulator_new:
 * @scenario: a scenario
 * @seed: any number; usually the scenario's own
 * @n_threads: how many threads may work at once, at least 1
 *
 * Makes ready to draw futures of @scenario.
 *
 * Returns: (transfer full): a simulator
 */
OutlaySimulator *
outlay_simulator_new (OutlayScenario *scenario,
                      guint64         seed,
                      guint           n_threads)
{
  return outlay_simulator_new_for_way (scenario, seed, n_threads, OUTLAY_FUTURES_FAST);
}

/**
 * outlay_simulator_new_for_way:
 * @scenario: a scenario
 * @seed: any number
 * @n_threads: how many threads may work at once, at least 1
 * @way: how a draw is estimated
 *
 * The plain way is slow, and what the fast way is judged by: both see the same
 * draws.
 *
 * Returns: (transfer full): a simulator
 */
OutlaySimulator *
outlay_simulator_new_for_way (OutlayScenario   *scenario,
                              guint64           seed,
                              guint             n_threads,
                              OutlayFuturesWay  way)
{
  OutlaySimulator *simulator;

  g_return_val_if_fail (scenario != NULL, NULL);

  simulator = g_new0 (OutlaySimulator, 1);
  simulator->n_threads = CLAMP (n_threads, 1, OUTLAY_MOST_THREADS);
  simulator->seed = seed;
  outlay_parallel_run (MIN (simulator->n_threads, 2), begin,
                       &(Beginning) { simulator, scenario, way, 0 });
  simulator->most_tokens = outlay_factors_most_tokens (simulator->estimate);
  outlay_draws_limit_tokens (simulator->draws, simulator->most_tokens);
  simulator->way = way;
  simulator->stop = &simulator->stopped;
  if (way != OUTLAY_FUTURES_PLAIN)
    simulator->parts = outlay_option_parts_new (simulator->estimate, OUTLAY_PART_MEMORY);
  g_mutex_init (&simulator->lock);

  return simulator;
}

void
outlay_simulator_free (OutlaySimulator *simulator)
{
  g_mutex_clear (&simulator->lock);
  g_clear_pointer (&simulator->parts, outlay_option_parts_free);
  outlay_draws_free (simulator->draws);
  outlay_futures_free (simulator->futures);
  outlay_estimate_unref (simulator->estimate);
  g_free (simulator);
}

/**
 * outlay_simulator_stop:
 * @simulator: a simulator
 *
 * Ends a run that is under way in another thread, and every later one.
 */
void
outlay_simulator_stop (OutlaySimulator *simulator)
{
  g_atomic_int_set (simulator->stop, TRUE);
}

/* One pass over the draws. */
typedef struct
{
  OutlaySimulator    *simulator;
  guint               n_rows;
  guint               n_draws;
  gint                n_taken;  /* batches; with the lock held */
  gint                n_done;   /* batches of all passes */
  OutlayTally        *tally;    /* (nullable): counts the rows */
  double             *periods;  /* (nullable): keeps their sums, by option */
  guint               n_periods; /* of each option */
  guint64             work;
  OutlayProgressFunc  progress; /* (nullable) */
  gpointer            data;
} Run;

/* The next batch, as shares. Its number and its points go together. */
static gboolean
take_batch (Run         *run,
            OutlayBatch *batch,
            guint       *number)
{
  guint before;

  if (g_atomic_int_get (run->simulator->stop))
    return FALSE;

  g_mutex_lock (&run->simulator->lock);
  *number = (guint) run->n_taken;
  before = *number * OUTLAY_BATCH_SIZE;
  if (before < run->n_draws)
    {
      run->n_taken++;
      outlay_draws_next (run->simulator->draws, batch,
                         MIN (OUTLAY_BATCH_SIZE, run->n_draws - before));
    }
  g_mutex_unlock (&run->simulator->lock);

  return before < run->n_draws;
}

static void
keep_periods (Run          *run,
              guint         number,
              guint         n,
              const double *rows)
{
  guint n_months = run->simulator->estimate->n_months;
  guint n_rows = outlay_futures_get_n_options (run->simulator->futures) * n_months;

  for (guint row = 0; row < n_rows; row++)
    {
      double *periods = run->periods + (gsize) (row / n_months) * run->n_periods +
                        (gsize) number * OUTLAY_BATCH_SIZE;

      for (guint i = 0; i < n; i++)
        periods[i] = (row % n_months == 0 ? 0 : periods[i]) +
                     rows[(gsize) row * OUTLAY_BATCH_SIZE + i];
    }
}

static void
work_on_batches (guint    thread,
                 gpointer data)
{
  Run *run = data;
  OutlaySimulator *simulator = run->simulator;
  g_autofree OutlayBatch *batch = g_new (OutlayBatch, 1);
  g_autofree double *rows = g_new (double, (gsize) run->n_rows * OUTLAY_BATCH_SIZE);
  guint number;

  while (take_batch (run, batch, &number))
    {
      outlay_draws_finish (simulator->draws, batch);
      outlay_futures_fill_costs (simulator->futures, batch, rows);
      if (run->periods != NULL)
        keep_periods (run, number, batch->n, rows);
      if (run->tally != NULL)
        outlay_tally_add (run->tally, thread, number, rows);

      g_atomic_int_inc (&run->n_done);
      if (thread == 0 && run->progress != NULL &&
          !run->progress ((double) g_atomic_int_get (&run->n_done) / (double) run->work,
                          run->data))
        outlay_simulator_stop (simulator);
    }
}

/* Returns: whether the pass was not stopped */
static gboolean
run_pass (Run   *run,
          guint  n_draws)
{
  run->n_draws = n_draws;
  run->n_taken = 0;
  outlay_draws_rewind (run->simulator->draws);
  outlay_parallel_run (run->simulator->n_threads, work_on_batches, run);

  return !g_atomic_int_get (run->simulator->stop);
}

/**
 * outlay_simulator_run_part:
 * @simulator: a simulator
 * @n_draws: how many draws
 * @periods: (out caller-allocates) (nullable): the period's cost by option and draw
 * @progress: (nullable): is told how far the run is, and may stop it
 * @data: for @progress
 *
 * Draws all options at once.
 *
 * Returns: (transfer full) (nullable): what the draws cost; %NULL if stopped
 */
OutlaySimulation *
outlay_simulator_run_part (OutlaySimulator    *simulator,
                           guint               n_draws,
                           double             *periods,
                           OutlayProgressFunc  progress,
                           gpointer            data)
{
  const OutlayEstimate *estimate = simulator->estimate;
  g_autoptr (OutlayTally) tally = NULL;
  Run run = {
    .simulator = simulator, .periods = periods, .n_periods = n_draws,
    .progress = progress, .data = data
  };

  outlay_futures_prepare (simulator->futures, n_draws, simulator->n_threads);
  tally = outlay_tally_new (outlay_futures_get_n_options (simulator->futures),
                            estimate->n_months, n_draws, simulator->n_threads,
                            estimate->scenario->budget);
  run.tally = tally;
  run.n_rows = outlay_tally_get_n_rows (tally);
  run.work = outlay_tally_get_work (tally);

  do
    if (!run_pass (&run, outlay_tally_get_n_draws (tally)))
      return NULL;
  while (outlay_tally_next_pass (tally));

  outlay_tally_find_quantiles (tally);

  return outlay_simulation_new (simulator->estimate, simulator->futures, tally,
                                simulator->seed, n_draws);
}

/* Without a tally. Returns: whether it was not stopped */
gboolean
outlay_simulator_draw_part (OutlaySimulator *simulator,
                            guint            n_draws,
                            double          *periods)
{
  Run run = {
    .simulator = simulator,
    .n_rows = outlay_futures_get_n_options (simulator->futures) * simulator->estimate->n_months,
    .periods = periods,
    .n_periods = n_draws,
  };

  outlay_futures_prepare (simulator->futures, n_draws, simulator->n_threads);

  return run_pass (&run, n_draws);
}

/**
 * outlay_simulator_run:
 * @simulator: a simulator
 * @n_draws: how many draws, 1 to %OUTLAY_MOST_DRAWS; the first of them are those
 *   of a run with fewer
 * @progress: (nullable): is told how far the run is, and may stop it
 * @data: for @progress
 *
 * Returns: (transfer full) (nullable): what the draws cost; %NULL if stopped
 */
OutlaySimulation *
outlay_simulator_run (OutlaySimulator    *simulator,
                      guint               n_draws,
                      OutlayProgressFunc  progress,
                      gpointer            data)
{
  g_return_val_if_fail (n_draws >= 1 && n_draws <= OUTLAY_MOST_DRAWS, NULL);

  if (outlay_simulator_has_parts (simulator))
    return outlay_simulator_run_parts (simulator, n_draws, progress, data);

  return outlay_simulator_run_part (simulator, n_draws, NULL, progress, data);
}

/**
 * outlay_simulator_draw_periods:
 * @simulator: a simulator
 * @n_draws: how many draws
 *
 * Returns: (transfer full) (nullable): the period's cost by option and draw;
 *   options that are refused are left out. %NULL if stopped.
 */
double *
outlay_simulator_draw_periods (OutlaySimulator *simulator,
                               guint            n_draws)
{
  guint n_options = outlay_futures_get_n_options (simulator->futures);
  g_autofree double *periods = g_new0 (double, (gsize) n_options * n_draws + 1);

  if (outlay_simulator_has_parts (simulator)
        ? !outlay_simulator_draw_parts (simulator, n_draws, periods)
        : !outlay_simulator_draw_part (simulator, n_draws, periods))
    return NULL;

  return g_steal_pointer (&periods);
}
