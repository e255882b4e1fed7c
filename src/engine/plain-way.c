/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: an estimate a draw. */
#include "plain-way.h"

#include "factors.h"
#include "option-estimate.h"
#include "variant.h"

struct _OutlayPlainWay
{
  OutlayEstimate *estimate; /* (owned): of the whole scenario */
  OutlayScenario *scenario; /* (owned): with these options alone */
  guint          *rows;     /* (owned): the simulated option of each */
};

/**
 * outlay_plain_way_new:
 * @estimate: the estimate of a scenario
 * @served: (nullable): by option that the estimate does not refuse: those that are not
 *   asked for; or all are
 *
 * Returns: (transfer full): the plain way to estimate these options
 */
OutlayPlainWay *
outlay_plain_way_new (OutlayEstimate *estimate,
                      const gboolean *served)
{
  OutlayPlainWay *plain = g_new0 (OutlayPlainWay, 1);
  g_autofree guint *options = g_new (guint, estimate->n_options + 1);
  guint n = 0, row = 0;

  plain->estimate = outlay_estimate_ref (estimate);
  plain->rows = g_new (guint, estimate->n_options + 1);
  for (guint i = 0; i < estimate->n_options; i++)
    {
      if (estimate->options[i].error != NULL)
        continue;

      if (served == NULL || !served[row])
        {
          options[n] = i;
          plain->rows[n++] = row;
        }
      row++;
    }
  plain->scenario = outlay_variant_new (estimate->scenario, options, n);

  return plain;
}

void
outlay_plain_way_free (OutlayPlainWay *plain)
{
  outlay_scenario_unref (plain->scenario);
  outlay_estimate_unref (plain->estimate);
  g_free (plain->rows);
  g_free (plain);
}

/* Returns: (transfer none): a scenario with these options alone */
const OutlayScenario *
outlay_plain_way_get_scenario (const OutlayPlainWay *plain)
{
  return plain->scenario;
}

/**
 * outlay_plain_way_fill_draw:
 * @plain: the plain way
 * @batch: drawn factors
 * @draw: which of them
 * @costs: (inout): as in outlay_futures_fill_costs(): those of this draw and these
 *   options are set
 */
void
outlay_plain_way_fill_draw (const OutlayPlainWay *plain,
                            const OutlayBatch    *batch,
                            guint                 draw,
                            double               *costs)
{
  guint n_months = plain->estimate->n_months;
  OutlayFactors factors = outlay_batch_get (batch, draw);
  g_autoptr (OutlayEstimate) estimate =
    outlay_estimate_new_for_factors (plain->scenario, &factors, FALSE);

  for (guint i = 0; i < estimate->n_options; i++)
    for (guint month = 0; month < n_months; month++)
      costs[(gsize) (plain->rows[i] * n_months + month) * OUTLAY_BATCH_SIZE + draw] =
        estimate->options[i].monthly[OUTLAY_FIGURE_COST][month];
}
