/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10, where many roles and options all differ: their tables would take
 * more memory than there is for them, so the same draws are made for some options after
 * the other, each with a simulator of its own. */
#include "simulate-private.h"

#include "rows.h"
#include "simulation.h"
#include "variant.h"

#include <string.h>

typedef struct
{
  OutlaySimulator    *whole;
  guint               n_draws;
  OutlaySimulation   *simulation; /* (owned) */
  double             *periods;    /* (owned): by option as they are done, and draw */
  guint              *done;       /* (owned): options */
  guint               n_done;
  guint               n_options;  /* of which none is refused */
  guint               n_drawn;    /* of the part that is drawn now */
  OutlayProgressFunc  progress;   /* (nullable) */
  gpointer            data;
} Run;

static void
run_init (Run             *run,
          OutlaySimulator *whole,
          guint            n_draws)
{
  guint n_options = outlay_futures_get_n_options (whole->futures);

  *run = (Run) {
    .whole = whole,
    .n_draws = n_draws,
    .simulation = outlay_simulation_new_empty (whole->estimate, whole->seed, n_draws),
    .periods = g_new (double, (gsize) n_options * n_draws),
    .done = g_new (guint, n_options),
    .n_options = n_options,
  };
}

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->simulation, outlay_simulation_unref);
  g_clear_pointer (&run->periods, g_free);
  g_clear_pointer (&run->done, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

gboolean
outlay_simulator_has_parts (const OutlaySimulator *simulator)
{
  return simulator->parts != NULL && simulator->parts->n > 1;
}

static OutlaySimulator *
new_part (OutlaySimulator *whole,
          const guint     *options,
          guint            n_options,
          gboolean         may_postpone)
{
  g_autoptr (OutlayScenario) scenario =
    outlay_variant_new (whole->estimate->scenario, options, n_options);
  OutlaySimulator *part = outlay_simulator_new_for_way (scenario, whole->seed,
                                                        whole->n_threads, whole->way);

  g_clear_pointer (&part->parts, outlay_option_parts_free);
  part->stop = whole->stop;
  if (may_postpone)
    outlay_futures_postpone (part->futures);

  /* All options see the same draws, those of other parts too. */
  outlay_draws_limit_tokens (part->draws, whole->most_tokens);

  return part;
}

static gboolean
tell_progress (double   done,
               gpointer data)
{
  const Run *run = data;

  return run->progress ((run->n_done + done * run->n_drawn) / run->n_options, run->data);
}

/* Notes what an option costs, the periods of its part being the last. */
static void
take_option (Run                    *run,
             guint                   option,
             const OutlaySimulation *drawn,
             guint                   number,
             const double           *periods)
{
  outlay_simulation_copy_option (run->simulation, option, drawn, number);
  memmove (run->periods + (gsize) run->n_done * run->n_draws,
           periods + (gsize) number * run->n_draws, run->n_draws * sizeof *periods);
  run->done[run->n_done++] = option;
}

/* How many options from the first on cost the same. */
static guint
count_twins (const Run   *run,
             const guint *options,
             guint        n_options)
{
  const guint *twin = run->whole->parts->twin;
  guint n = 1;

  while (n < n_options && twin[options[n]] == twin[options[0]])
    n++;

  return n;
}

/* Draws some options. Those that tables do not serve as yet are drawn alone, or with
 * their twins.
 *
 * Returns: whether it was not stopped */
static gboolean
draw_options (Run         *run,
              const guint *options,
              guint        n_options)
{
  gboolean may_postpone = count_twins (run, options, n_options) < n_options;
  g_autoptr (OutlaySimulator) part = new_part (run->whole, options, n_options, may_postpone);
  double *periods = run->periods + (gsize) run->n_done * run->n_draws;
  g_autoptr (OutlaySimulation) drawn = NULL;
  g_autofree guint *later = g_new (guint, n_options);
  guint n_later = 0;

  run->n_drawn = n_options;
  outlay_futures_prepare (part->futures, run->n_draws, part->n_threads);
  for (guint i = 0; i < n_options; i++)
    if (!outlay_futures_serve (part->futures, i))
      later[n_later++] = options[i];

  if (n_later < n_options)
    {
      drawn = outlay_simulator_run_part (part, run->n_draws, periods,
                                         run->progress != NULL ? tell_progress : NULL, run);
      if (drawn == NULL)
        return FALSE;

      for (guint i = 0; i < n_options; i++)
        if (outlay_futures_serve (part->futures, i))
          take_option (run, options[i], drawn, i, periods);
    }

  /* Theirs are larger. */
  g_clear_pointer (&part, outlay_simulator_free);
  for (guint i = 0, n; i < n_later; i += n)
    {
      n = count_twins (run, &later[i], n_later - i);
      if (!draw_options (run, &later[i], n))
        return FALSE;
    }

  return TRUE;
}

/* Draws all options. Returns: whether it was not stopped */
static gboolean
draw_parts (Run *run)
{
  const OutlayOptionParts *parts = run->whole->parts;
  g_autofree guint *options = g_new (guint, run->n_options);

  for (guint number = 0; number < parts->n; number++)
    {
      guint n = 0;

      /* Twins next to each other. */
      for (guint twin = 0; twin < run->simulation->n_options; twin++)
        for (guint i = twin; i < run->simulation->n_options; i++)
          if (parts->part[i] == (int) number && parts->twin[i] == twin)
            options[n++] = i;
      if (!draw_options (run, options, n))
        return FALSE;
    }

  return TRUE;
}

/* In how many futures an option is dearer than another, of all parts. */
static void
fill_dearer (Run *run)
{
  OutlaySimulation *simulation = run->simulation;
  gsize n_draws = run->n_draws;

  for (guint i = 0; i < run->n_options; i++)
    for (guint j = 0; j < run->n_options; j++)
      simulation->dearer[(gsize) run->done[i] * simulation->n_options + run->done[j]] =
        (double) outlay_row_count_dearer (run->periods + i * n_draws,
                                          run->periods + j * n_draws, run->n_draws) / n_draws;
}

/**
 * outlay_simulator_run_parts:
 * @simulator: a simulator that has parts
 * @n_draws: as outlay_simulator_run() has it
 * @progress: (nullable): likewise
 * @data: likewise
 *
 * Returns: (transfer full) (nullable): what the draws cost; %NULL if stopped
 */
OutlaySimulation *
outlay_simulator_run_parts (OutlaySimulator    *simulator,
                            guint               n_draws,
                            OutlayProgressFunc  progress,
                            gpointer            data)
{
  g_auto (Run) run = { .whole = simulator };

  run_init (&run, simulator, n_draws);
  run.progress = progress;
  run.data = data;
  if (!draw_parts (&run))
    return NULL;

  fill_dearer (&run);

  return g_steal_pointer (&run.simulation);
}

/**
 * outlay_simulator_draw_parts:
 * @simulator: a simulator that has parts
 * @n_draws: how many draws
 * @periods: (out caller-allocates): the period's cost by option that is not refused, and
 *   draw
 *
 * Returns: whether it was not stopped
 */
gboolean
outlay_simulator_draw_parts (OutlaySimulator *simulator,
                             guint            n_draws,
                             double          *periods)
{
  g_auto (Run) run = { .whole = simulator };

  run_init (&run, simulator, n_draws);
  if (!draw_parts (&run))
    return FALSE;

  for (guint i = 0; i < run.n_options; i++)
    for (guint j = 0; j < run.n_options; j++)
      if (outlay_futures_get_option (simulator->futures, i) == run.done[j])
        memcpy (periods + (gsize) i * n_draws, run.periods + (gsize) j * n_draws,
                n_draws * sizeof *periods);

  return TRUE;
}
