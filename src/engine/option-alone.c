/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One option's estimate without the others', of a scenario that need not be
 * anybody's: a step between two, or one with a dial turned all the way. */
#include "option-alone.h"

#include "option-estimate.h"

/**
 * outlay_option_estimate_alone:
 * @estimate: the estimate of one option, with its option set and all else zero
 * @pool: where its figures lie
 * @scenario: the scenario
 * @refuse: whether more people than seats, or a call larger than its context,
 *   is an error; otherwise neither is
 *
 * Estimates one option. An error is the caller's to clear.
 *
 * Returns: whether there are figures
 */
gboolean
outlay_option_estimate_alone (OutlayOptionEstimate *estimate,
                              OutlayPool           *pool,
                              const OutlayScenario *scenario,
                              gboolean              refuse)
{
  g_autoptr (OutlayAttempts) attempts = outlay_attempts_new (scenario);
  const OutlayTeamMonths *team;

  if (refuse && !outlay_option_check_context (scenario, estimate->option,
                                              &estimate->refusal, &estimate->error))
    return FALSE;

  team = outlay_team_months_new (pool, scenario, &OUTLAY_FACTORS_ONE);
  outlay_option_estimate_fill (estimate, pool, scenario, &OUTLAY_FACTORS_ONE, team,
                               attempts, refuse);

  return estimate->error == NULL;
}
