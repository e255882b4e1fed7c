/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10, "Sensitivity": each factor alone at its P10 and P90. */
#include "sensitivity.h"

#include "option-estimate.h"
#include "parallel.h"
#include "pert.h"

#include <math.h>
#include <stdlib.h>

G_DEFINE_BOXED_TYPE (OutlaySensitivity, outlay_sensitivity,
                     outlay_sensitivity_ref, outlay_sensitivity_unref)

static double
largest_change (const OutlaySwing *swing)
{
  return MAX (fabs (swing->change_low), fabs (swing->change_high));
}

/* Largest first; of equals the first in METHOD's table. */
static int
compare_swings (const void *a,
                const void *b)
{
  const OutlaySwing *x = a;
  const OutlaySwing *y = b;
  double difference = largest_change (y) - largest_change (x);

  if (difference != 0)
    return difference > 0 ? 1 : -1;

  return (int) x->factor - (int) y->factor;
}

/* Moves one factor to a value, and notes what that changes for every option. */
static void
fill_swings (OutlaySensitivity *sensitivity,
             OutlayFactors      factors,
             OutlayFactor       moved,
             double             value,
             double             most_tokens,
             gboolean           is_high)
{
  g_autoptr (OutlayEstimate) estimate = NULL;

  factors.value[moved] = value;
  factors.value[OUTLAY_FACTOR_TOKENS] = MIN (factors.value[OUTLAY_FACTOR_TOKENS],
                                             most_tokens);
  estimate = outlay_estimate_new_for_factors (sensitivity->estimate->scenario, &factors,
                                              FALSE);

  for (guint i = 0; i < sensitivity->n_options; i++)
    {
      OutlayOptionSensitivity *option = &sensitivity->options[i];
      OutlaySwing *swing = &option->swings[moved];
      double change;

      if (option->is_refused)
        continue;

      change = estimate->options[i].total[OUTLAY_FIGURE_COST] - option->likely_cost;
      swing->factor = moved;
      *(is_high ? &swing->high : &swing->low) = factors.value[moved];
      *(is_high ? &swing->change_high : &swing->change_low) = change;
    }
}

static void
fill_likely (OutlaySensitivity   *sensitivity,
             const OutlayFactors *likely)
{
  g_autoptr (OutlayEstimate) estimate =
    outlay_estimate_new_for_factors (sensitivity->estimate->scenario, likely, FALSE);

  for (guint i = 0; i < sensitivity->n_options; i++)
    {
      OutlayOptionSensitivity *option = &sensitivity->options[i];

      option->is_refused = sensitivity->estimate->options[i].error != NULL;
      option->likely_cost = estimate->options[i].total[OUTLAY_FIGURE_COST];
    }
}

/* Every factor at both ends. */
typedef struct
{
  OutlaySensitivity *sensitivity;
  OutlayFactors      likely;
  double             most_tokens;
  gint               next;
} Ends;

static void
fill_ends (guint    thread,
           gpointer data)
{
  Ends *ends = data;
  const OutlayScenario *scenario = ends->sensitivity->estimate->scenario;
  guint i;

  while (outlay_parallel_take (&ends->next, OUTLAY_N_FACTORS, &i))
    {
      const OutlayRange *range = &scenario->uncertainty[i];

      fill_swings (ends->sensitivity, ends->likely, i, outlay_range_quantile (range, 0.1),
                   ends->most_tokens, FALSE);
      fill_swings (ends->sensitivity, ends->likely, i, outlay_range_quantile (range, 0.9),
                   ends->most_tokens, TRUE);
    }
}

/**
 * outlay_sensitivity_new:
 * @scenario: a scenario
 * @n_threads: how many threads may work at it
 *
 * Moves each uncertain factor to its P10 and its P90 while all others stay at
 * their likely values.
 *
 * Returns: (transfer full): what that changes in the period's cost of each option
 */
OutlaySensitivity *
outlay_sensitivity_new (OutlayScenario *scenario,
                        guint           n_threads)
{
  OutlaySensitivity *sensitivity = g_new0 (OutlaySensitivity, 1);
  Ends ends = { .sensitivity = sensitivity };

  g_atomic_ref_count_init (&sensitivity->ref_count);
  sensitivity->pool = outlay_pool_new ();
  sensitivity->estimate = outlay_estimate_new (scenario);
  sensitivity->n_options = scenario->n_options;
  sensitivity->options = outlay_pool_alloc0 (sensitivity->pool, scenario->n_options,
                                             sizeof *sensitivity->options);

  ends.most_tokens = outlay_factors_most_tokens (sensitivity->estimate);
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    ends.likely.value[i] = scenario->uncertainty[i].likely;
  ends.likely.value[OUTLAY_FACTOR_TOKENS] = MIN (ends.likely.value[OUTLAY_FACTOR_TOKENS],
                                                 ends.most_tokens);
  fill_likely (sensitivity, &ends.likely);
  outlay_parallel_run (n_threads, fill_ends, &ends);

  for (guint i = 0; i < sensitivity->n_options; i++)
    qsort (sensitivity->options[i].swings, OUTLAY_N_FACTORS, sizeof (OutlaySwing),
           compare_swings);

  return sensitivity;
}

OutlaySensitivity *
outlay_sensitivity_ref (OutlaySensitivity *sensitivity)
{
  g_return_val_if_fail (sensitivity != NULL, NULL);

  g_atomic_ref_count_inc (&sensitivity->ref_count);

  return sensitivity;
}

void
outlay_sensitivity_unref (OutlaySensitivity *sensitivity)
{
  g_return_if_fail (sensitivity != NULL);

  if (!g_atomic_ref_count_dec (&sensitivity->ref_count))
    return;

  outlay_estimate_unref (sensitivity->estimate);
  outlay_pool_free (sensitivity->pool);
  g_free (sensitivity);
}
