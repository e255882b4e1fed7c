/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a simulation answers with. */
#include "simulation.h"

#include <math.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (OutlaySimulation, outlay_simulation,
                     outlay_simulation_ref, outlay_simulation_unref)

/* 5 for P5. */
int
outlay_percent_get_value (OutlayPercent percent)
{
  static const int values[] = { 5, 10, 25, 50, 75, 90, 95 };

  return values[percent];
}

static OutlayBands
new_bands (OutlayPool        *pool,
           const OutlayTally *tally,
           guint              first_row,
           guint              n_rows)
{
  OutlayBands bands;

  bands.mean = outlay_pool_alloc0 (pool, n_rows, sizeof (double));
  for (guint i = 0; i < n_rows; i++)
    bands.mean[i] = outlay_tally_get_mean (tally, first_row + i);

  for (guint percent = 0; percent < OUTLAY_N_PERCENTS; percent++)
    {
      bands.quantile[percent] = outlay_pool_alloc0 (pool, n_rows, sizeof (double));
      for (guint i = 0; i < n_rows; i++)
        bands.quantile[percent][i] = outlay_tally_get_quantile (tally, first_row + i,
                                                                percent);
    }

  return bands;
}

static void
fill_option (OutlaySimulation  *simulation,
             const OutlayTally *tally,
             guint              option,
             guint              number)
{
  OutlayOptionSimulation *result = &simulation->options[option];
  guint n_months = simulation->n_months;
  guint half = outlay_tally_get_n_rows (tally) / 2;

  result->is_refused = FALSE;
  result->cost = new_bands (simulation->pool, tally, number * n_months, n_months);
  result->cumulative = new_bands (simulation->pool, tally, half + number * n_months,
                                  n_months);
  result->period = new_bands (simulation->pool, tally,
                              half + (number + 1) * n_months - 1, 1);

  if (isnan (simulation->estimate->scenario->budget))
    return;

  result->over_budget = outlay_pool_alloc0 (simulation->pool, n_months, sizeof (double));
  for (guint month = 0; month < n_months; month++)
    result->over_budget[month] = outlay_tally_get_over (tally, number, month);
  result->over_budget_period = outlay_tally_get_over (tally, number, n_months);
}

/**
 * outlay_simulation_new_empty:
 * @estimate: the estimate of a scenario
 * @seed: what the draws were made from
 * @n_draws: how many
 *
 * Returns: (transfer full): a simulation in which every option is refused
 */
OutlaySimulation *
outlay_simulation_new_empty (OutlayEstimate *estimate,
                             guint64         seed,
                             guint           n_draws)
{
  OutlaySimulation *simulation = g_new0 (OutlaySimulation, 1);
  guint n_options = estimate->n_options;
  gsize n_pairs = (gsize) n_options * n_options;

  g_atomic_ref_count_init (&simulation->ref_count);
  simulation->pool = outlay_pool_new ();
  simulation->estimate = outlay_estimate_ref (estimate);
  simulation->seed = seed;
  simulation->n_draws = n_draws;
  simulation->n_months = estimate->n_months;
  simulation->n_options = n_options;
  simulation->options = outlay_pool_alloc0 (simulation->pool, n_options,
                                            sizeof *simulation->options);
  simulation->dearer = outlay_pool_alloc0 (simulation->pool, n_pairs, sizeof (double));

  for (guint i = 0; i < n_options; i++)
    {
      simulation->options[i].is_refused = TRUE;
      simulation->options[i].over_budget_period = NAN;
    }
  for (gsize i = 0; i < n_pairs; i++)
    simulation->dearer[i] = NAN;

  return simulation;
}

/**
 * outlay_simulation_new:
 * @estimate: the estimate of the scenario
 * @futures: its futures, which number the options
 * @tally: what was counted
 * @seed: what the draws were made from
 * @n_draws: how many
 *
 * Returns: (transfer full): the simulation
 */
OutlaySimulation *
outlay_simulation_new (OutlayEstimate      *estimate,
                       const OutlayFutures *futures,
                       const OutlayTally   *tally,
                       guint64              seed,
                       guint                n_draws)
{
  OutlaySimulation *simulation = outlay_simulation_new_empty (estimate, seed, n_draws);

  for (guint i = 0; i < outlay_futures_get_n_options (futures); i++)
    {
      guint option = outlay_futures_get_option (futures, i);

      fill_option (simulation, tally, option, i);
      for (guint j = 0; j < outlay_futures_get_n_options (futures); j++)
        simulation->dearer[(gsize) option * simulation->n_options +
                           outlay_futures_get_option (futures, j)] =
          outlay_tally_get_dearer (tally, i, j);
    }

  return simulation;
}

static double *
copy_figures (OutlaySimulation *simulation,
              const double     *figures,
              guint             n)
{
  double *copy = outlay_pool_alloc0 (simulation->pool, n, sizeof *copy);

  memcpy (copy, figures, n * sizeof *copy);

  return copy;
}

static OutlayBands
copy_bands (OutlaySimulation  *simulation,
            const OutlayBands *bands,
            guint              n)
{
  OutlayBands copy;

  copy.mean = copy_figures (simulation, bands->mean, n);
  for (guint percent = 0; percent < OUTLAY_N_PERCENTS; percent++)
    copy.quantile[percent] = copy_figures (simulation, bands->quantile[percent], n);

  return copy;
}

/**
 * outlay_simulation_copy_option:
 * @simulation: a simulation that nobody else has seen yet
 * @option: number of one of its options
 * @other: another, of the same draws, which simulates that option
 * @number: its number there
 *
 * Takes over what the option's draws cost. Which are dearer remains to be said.
 */
void
outlay_simulation_copy_option (OutlaySimulation       *simulation,
                               guint                   option,
                               const OutlaySimulation *other,
                               guint                   number)
{
  const OutlayOptionSimulation *from = &other->options[number];
  OutlayOptionSimulation *to = &simulation->options[option];
  guint n_months = simulation->n_months;

  *to = (OutlayOptionSimulation) {
    .cost = copy_bands (simulation, &from->cost, n_months),
    .cumulative = copy_bands (simulation, &from->cumulative, n_months),
    .period = copy_bands (simulation, &from->period, 1),
    .over_budget_period = from->over_budget_period,
  };
  if (from->over_budget != NULL)
    to->over_budget = copy_figures (simulation, from->over_budget, n_months);
}

OutlaySimulation *
outlay_simulation_ref (OutlaySimulation *simulation)
{
  g_return_val_if_fail (simulation != NULL, NULL);

  g_atomic_ref_count_inc (&simulation->ref_count);

  return simulation;
}

void
outlay_simulation_unref (OutlaySimulation *simulation)
{
  g_return_if_fail (simulation != NULL);

  if (!g_atomic_ref_count_dec (&simulation->ref_count))
    return;

  outlay_estimate_unref (simulation->estimate);
  outlay_pool_free (simulation->pool);
  g_free (simulation);
}

/**
 * outlay_simulation_get_dearer:
 * @simulation: a simulation
 * @option: number of an option of the scenario
 * @other: number of another
 *
 * Returns: the share of draws in which the period of @option costs more than
 *   that of @other; NaN where one of them is refused
 */
double
outlay_simulation_get_dearer (const OutlaySimulation *simulation,
                              guint                   option,
                              guint                   other)
{
  return simulation->dearer[option * simulation->n_options + other];
}
