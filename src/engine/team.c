/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 1 to 3 put together: who is there, how far along, doing what. */
#include "team.h"

#include "learning.h"
#include "mix.h"
#include "people.h"

/* Past the last month in which anything still changes with tenure, one stage
 * stands for all. */
static guint
count_stages (const OutlayScenario *scenario)
{
  gint64 n_stages = scenario->learning.months;

  for (guint i = 0; i < scenario->n_options; i++)
    if (scenario->options[i].learning_tier != NULL)
      n_stages = MAX (n_stages, scenario->options[i].learning_tier->months + 1);

  return (guint) MIN (n_stages, scenario->months);
}

static void
fill_role (OutlayTeamMonths     *team,
           const OutlayScenario *scenario,
           const OutlayFactors  *factors,
           guint                 role)
{
  double *starters = team->starters + role * team->n_months;

  for (guint month = 0; month < team->n_months; month++)
    {
      double *active = team->active + (role * team->n_months + month) * team->n_stages;

      starters[month] = outlay_role_starters (&scenario->team[role], &scenario->adoption,
                                              (int) month + 1,
                                              factors->value[OUTLAY_FACTOR_ADOPTION]);
      for (guint started = 0; started <= month; started++)
        active[MIN (month - started, team->n_stages - 1)] += starters[started];
    }

  for (guint stage = 0; stage < team->n_stages; stage++)
    outlay_role_mix (scenario, &scenario->team[role],
                     outlay_learning_progress (&scenario->learning, (int) stage + 1),
                     factors->value[OUTLAY_FACTOR_LEARNING],
                     team->shares + (role * team->n_stages + stage) * team->n_tasks);
}

/**
 * outlay_team_months_new:
 * @pool: where the result lies
 * @scenario: a scenario
 * @factors: one future
 *
 * Returns: (transfer none): the team's months
 */
OutlayTeamMonths *
outlay_team_months_new (OutlayPool           *pool,
                        const OutlayScenario *scenario,
                        const OutlayFactors  *factors)
{
  OutlayTeamMonths *team = outlay_pool_alloc0 (pool, 1, sizeof *team);
  guint n_roles = scenario->n_team;

  team->n_months = (guint) scenario->months;
  team->n_stages = count_stages (scenario);
  team->n_tasks = scenario->n_tasks;
  team->progress = outlay_pool_alloc0 (pool, team->n_stages, sizeof (double));
  team->starters = outlay_pool_alloc0 (pool, n_roles * team->n_months, sizeof (double));
  team->active = outlay_pool_alloc0 (pool, n_roles * team->n_months * team->n_stages,
                                     sizeof (double));
  team->shares = outlay_pool_alloc0 (pool, n_roles * team->n_stages * team->n_tasks,
                                     sizeof (double));

  for (guint stage = 0; stage < team->n_stages; stage++)
    team->progress[stage] = outlay_learning_progress (&scenario->learning, (int) stage + 1) *
                            factors->value[OUTLAY_FACTOR_LEARNING];
  for (guint role = 0; role < n_roles; role++)
    fill_role (team, scenario, factors, role);

  return team;
}

/* Active people of a role in a month (both from 0), by stage. */
const double *
outlay_team_months_active (const OutlayTeamMonths *team,
                           guint                   role,
                           guint                   month)
{
  return team->active + (role * team->n_months + month) * team->n_stages;
}

/* People of a role who become active in a month (both from 0). */
double
outlay_team_months_starters (const OutlayTeamMonths *team,
                             guint                   role,
                             guint                   month)
{
  return team->starters[role * team->n_months + month];
}

/* The task mix of a role at a stage (both from 0), by task. */
const double *
outlay_team_months_shares (const OutlayTeamMonths *team,
                           guint                   role,
                           guint                   stage)
{
  return team->shares + (role * team->n_stages + stage) * team->n_tasks;
}
