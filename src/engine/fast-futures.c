/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10, for many draws: what all of them share. */
#include "fast-private.h"

#include "people.h"
#include "wide.h"

#include <math.h>

static void
set_option (OutlayFastFutures *futures,
            guint              number,
            guint              row)
{
  const OutlayScenario *scenario = futures->estimate->scenario;
  const OutlayOption *option = &scenario->options[number];
  OutlayFastOption *result = &futures->options[futures->n_options++];
  double factor = option->kind == OUTLAY_OPTION_PLAN ? 1 : option->price_factor;

  result->work = (guint) futures->cases->option_work[number];
  result->row = row;
  result->month_factor = outlay_pool_alloc0 (futures->pool, futures->n_months,
                                             sizeof (double));
  for (guint month = 0; month < futures->n_months; month++)
    result->month_factor[month] = factor * futures->drift[month] * scenario->currency.rate;

  if (option->kind != OUTLAY_OPTION_PLAN)
    return;

  result->plan = outlay_prices_find_plan (&scenario->prices, option->plan);
  if (result->plan->overage == OUTLAY_OVERAGE_API && !result->plan->pooled &&
      !isnan (result->plan->allowance))
    {
      result->excess = outlay_pool_alloc0 (futures->pool, 1, sizeof *result->excess);
      outlay_excess_init (result->excess, result->plan->allowance, scenario->usage_spread);
    }
}

/**
 * outlay_fast_futures_new:
 * @estimate: the estimate of a scenario
 * @wanted: (nullable): by option; or all that are not refused
 * @most_tokens: the largest factor on tokens
 * @fine: how fine the tables are to be
 * @most_memory: how many bytes the tables may take
 * @n_threads: how many threads may fill the tables
 *
 * Returns: (transfer full) (nullable): the scenario's futures, or %NULL where
 *   their tables would take too much memory
 */
OutlayFastFutures *
outlay_fast_futures_new (OutlayEstimate *estimate,
                         const gboolean *wanted,
                         double          most_tokens,
                         OutlayFineness  fine,
                         gsize           most_memory,
                         guint           n_threads)
{
  g_autoptr (OutlayFastFutures) futures = g_new0 (OutlayFastFutures, 1);
  const OutlayScenario *scenario = estimate->scenario;

  futures->estimate = outlay_estimate_ref (estimate);
  futures->pool = outlay_pool_new ();
  futures->cases = outlay_cost_cases_new (futures->pool, estimate, wanted);
  futures->tables = outlay_cost_tables_new (futures->cases, most_tokens, fine,
                                            most_memory, n_threads);
  if (futures->tables == NULL)
    return NULL;

  futures->n_months = estimate->n_months;
  futures->n_stages = futures->cases->team->n_stages;

  futures->planned = outlay_pool_alloc0 (futures->pool, futures->n_months, sizeof (double));
  futures->drift = outlay_pool_alloc0 (futures->pool, futures->n_months, sizeof (double));
  for (guint month = 0; month < futures->n_months; month++)
    {
      futures->planned[month] = outlay_adoption_share (&scenario->adoption, (int) month + 1, 1);
      futures->drift[month] = pow (1 - scenario->price_drift, month / 12.0);
    }

  for (guint i = 0; i < futures->cases->works->len; i++)
    futures->n_levels = MAX (futures->n_levels,
                             g_array_index (futures->cases->works, OutlayWork, i).n_epochs);
  futures->options = outlay_pool_alloc0 (futures->pool, estimate->n_options,
                                         sizeof *futures->options);
  for (guint i = 0, row = 0; i < estimate->n_options; i++)
    {
      if (futures->cases->option_work[i] != OUTLAY_NONE)
        set_option (futures, i, row);
      if (estimate->options[i].error == NULL)
        row++;
    }

  return g_steal_pointer (&futures);
}

void
outlay_fast_futures_free (OutlayFastFutures *futures)
{
  g_clear_pointer (&futures->tables, outlay_cost_tables_free);
  outlay_cost_cases_free (futures->cases);
  outlay_estimate_unref (futures->estimate);
  outlay_pool_free (futures->pool);
  g_free (futures);
}

/* How many bytes the tables take. */
gsize
outlay_fast_futures_get_size (const OutlayFastFutures *futures)
{
  return outlay_cost_tables_get_size (futures->tables);
}

/* Costs jump where a prompt meets a limit, and the wider the tokens range, the more
 * draws meet one. */
#define CALM_TOKENS 2.5   /* the highest factor over the lowest */
#define CALM_LIMIT 120000 /* tokens */

/* Whether a call that the scenario makes can meet a price threshold. */
static gboolean
meets_thresholds (const OutlayCostCases *cases)
{
  for (guint i = 0; i < cases->families->len; i++)
    {
      const OutlayFamily *family = &g_array_index (cases->families, OutlayFamily, i);

      if (outlay_price_card_count_blocks (family->card, family->tokens.limit) > 1)
        return TRUE;
    }

  return FALSE;
}

/* Whether the tables are good enough for a first picture without a look: there are
 * many kinds of attempts, few of them jump, and the tables are as fine as usual. */
gboolean
outlay_fast_futures_are_sure (const OutlayFastFutures *futures)
{
  const OutlayScenario *scenario = futures->estimate->scenario;
  const OutlayRange *tokens = &scenario->uncertainty[OUTLAY_FACTOR_TOKENS];

  return futures->cases->callees->len >= OUTLAY_MANY_CALLEES &&
         tokens->high <= CALM_TOKENS * tokens->low && scenario->compact_at >= CALM_LIMIT &&
         !futures->tables->is_coarse && !meets_thresholds (futures->cases);
}

/**
 * outlay_fast_futures_fill_costs:
 * @futures: the futures
 * @batch: drawn factors
 * @costs: (out caller-allocates): as in outlay_futures_fill_costs()
 */
void
outlay_fast_futures_fill_costs (const OutlayFastFutures *futures,
                                const OutlayBatch       *batch,
                                double                  *costs)
{
  OUTLAY_WIDE_CALL (outlay_fast_pass_run, futures, batch, costs);
}
