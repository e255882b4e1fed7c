/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: what a draw costs. */
#include "futures.h"

#include "option-estimate.h"

struct _OutlayFutures
{
  OutlayEstimate *estimate; /* (owned) */
  guint          *options;  /* (owned): of the estimate, those not refused */
  guint           n_options;
};

/**
 * outlay_futures_new:
 * @estimate: the estimate of a scenario
 * @way: how a draw is estimated
 * @n_threads: how many threads may prepare it
 *
 * Returns: (transfer full): the scenario's futures
 */
OutlayFutures *
outlay_futures_new (OutlayEstimate   *estimate,
                    OutlayFuturesWay  way,
                    guint             n_threads)
{
  OutlayFutures *futures = g_new0 (OutlayFutures, 1);

  futures->estimate = outlay_estimate_ref (estimate);
  futures->options = g_new (guint, estimate->n_options);
  for (guint i = 0; i < estimate->n_options; i++)
    if (estimate->options[i].error == NULL)
      futures->options[futures->n_options++] = i;

  return futures;
}

void
outlay_futures_free (OutlayFutures *futures)
{
  g_free (futures->options);
  outlay_estimate_unref (futures->estimate);
  g_free (futures);
}

/* How many options are simulated. */
guint
outlay_futures_get_n_options (const OutlayFutures *futures)
{
  return futures->n_options;
}

/* Which of the scenario's options a simulated option is. */
guint
outlay_futures_get_option (const OutlayFutures *futures,
                           guint                number)
{
  return futures->options[number];
}

/* The plain way, by which every other is judged: an estimate a draw. */
static void
fill_plain_costs (const OutlayFutures *futures,
                  const OutlayBatch   *batch,
                  double              *costs)
{
  guint n_months = futures->estimate->n_months;

  for (guint draw = 0; draw < batch->n; draw++)
    {
      OutlayFactors factors = outlay_batch_get (batch, draw);
      g_autoptr (OutlayEstimate) estimate =
        outlay_estimate_new_for_factors (futures->estimate->scenario, &factors, FALSE);

      for (guint i = 0; i < futures->n_options; i++)
        for (guint month = 0; month < n_months; month++)
          costs[(gsize) (i * n_months + month) * OUTLAY_BATCH_SIZE + draw] =
            estimate->options[futures->options[i]].monthly[OUTLAY_FIGURE_COST][month];
    }
}

/**
 * outlay_futures_fill_costs:
 * @futures: the futures
 * @batch: drawn factors
 * @costs: (out caller-allocates): cost in the scenario's currency by option,
 *   month and draw; rows of %OUTLAY_BATCH_SIZE draws
 */
void
outlay_futures_fill_costs (const OutlayFutures *futures,
                           const OutlayBatch   *batch,
                           double              *costs)
{
  fill_plain_costs (futures, batch, costs);
}
