/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario.h"

G_DEFINE_BOXED_TYPE (OutlayScenario, outlay_scenario,
                     outlay_scenario_ref, outlay_scenario_unref)

/**
 * outlay_scenario_alloc:
 *
 * Makes a scenario whose members are all zero. Only its maker may fill it in,
 * and only before anybody else sees it.
 *
 * Returns: (transfer full): a scenario to fill in
 */
OutlayScenario *
outlay_scenario_alloc (void)
{
  OutlayScenario *scenario = g_new0 (OutlayScenario, 1);

  g_atomic_ref_count_init (&scenario->ref_count);
  scenario->pool = outlay_pool_new ();

  return scenario;
}

OutlayScenario *
outlay_scenario_ref (OutlayScenario *scenario)
{
  g_return_val_if_fail (scenario != NULL, NULL);

  g_atomic_ref_count_inc (&scenario->ref_count);

  return scenario;
}

void
outlay_scenario_unref (OutlayScenario *scenario)
{
  g_return_if_fail (scenario != NULL);

  if (!g_atomic_ref_count_dec (&scenario->ref_count))
    return;

  outlay_pool_free (scenario->pool);
  g_free (scenario);
}

/**
 * outlay_scenario_get_date:
 * @scenario: a scenario
 * @month: a month of it, from 1
 *
 * Returns: the first day of that calendar month, as 20261201
 */
int
outlay_scenario_get_date (const OutlayScenario *scenario,
                          int                   month)
{
  int index = scenario->start + month - 1;

  return (index / 12) * 10000 + (index % 12 + 1) * 100 + 1;
}
