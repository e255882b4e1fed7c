/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "variant.h"

#include <string.h>

/**
 * outlay_variant_new:
 * @scenario: a scenario; must outlive the variant
 * @options: numbers of its options, in the variant's order; one may come twice
 * @n_options: how many
 *
 * Returns: (transfer full): a scenario with a team and options of its own
 */
OutlayScenario *
outlay_variant_new (const OutlayScenario *scenario,
                    const guint          *options,
                    guint                 n_options)
{
  OutlayScenario *variant = outlay_scenario_alloc ();
  OutlayPool *pool = variant->pool;
  gatomicrefcount ref_count = variant->ref_count;

  *variant = *scenario;
  variant->ref_count = ref_count;
  variant->pool = pool;

  variant->team = outlay_pool_alloc0 (pool, scenario->n_team, sizeof *variant->team);
  for (guint i = 0; i < scenario->n_team; i++)
    variant->team[i] = scenario->team[i];

  variant->n_options = n_options;
  variant->options = outlay_pool_alloc0 (pool, n_options, sizeof *variant->options);
  for (guint i = 0; i < n_options; i++)
    variant->options[i] = scenario->options[options[i]];

  return variant;
}
