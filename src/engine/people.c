/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 2. */
#include "people.h"

#include "learning.h"

static double
planned_share (const OutlayAdoption *adoption,
               int                   x)
{
  double z;

  if (adoption->shape == OUTLAY_ADOPTION_CUSTOM)
    return adoption->shares[MIN ((guint) x, adoption->n_shares) - 1];

  if (adoption->shape == OUTLAY_ADOPTION_IMMEDIATE || x >= adoption->months)
    return adoption->to;

  z = (double) (x - 1) / (double) (adoption->months - 1);
  if (adoption->shape == OUTLAY_ADOPTION_LOGISTIC)
    z = outlay_logistic_progress (z);

  return adoption->from + (adoption->to - adoption->from) * z;
}

/**
 * outlay_adoption_share:
 * @adoption: how people take the assistant up
 * @x: month since joining, the month of joining being 1
 * @factor: the uncertain factor on adoption; 1 in an estimate
 *
 * Returns: A(x), the share of people who are active, 0 to 1
 */
double
outlay_adoption_share (const OutlayAdoption *adoption,
                       int                   x,
                       double                factor)
{
  if (x < 1)
    return 0;

  return MIN (1, planned_share (adoption, x) * factor);
}

/**
 * outlay_role_starters:
 * @role: a role
 * @adoption: how people take the assistant up
 * @month: month of the scenario, from 1
 * @factor: the uncertain factor on adoption; 1 in an estimate
 *
 * Returns: how many people become active in that month; they start their own
 *   clock, so that a staggered rollout has staggered learning
 */
double
outlay_role_starters (const OutlayRole     *role,
                      const OutlayAdoption *adoption,
                      int                   month,
                      double                factor)
{
  int x = month - (int) role->joins + 1;

  return role->people * (outlay_adoption_share (adoption, x, factor) -
                         outlay_adoption_share (adoption, x - 1, factor));
}

/**
 * outlay_onboarding_cost:
 * @onboarding: what a starter is given
 * @role: the starter's role
 *
 * Returns: US dollars a person, once
 */
double
outlay_onboarding_cost (const OutlayOnboarding *onboarding,
                        const OutlayRole       *role)
{
  return onboarding->money + onboarding->hours * role->hourly_wage;
}
