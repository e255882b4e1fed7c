/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 3: the mix of tasks drifts with tenure. */
#include "mix.h"

static OutlayPair
get_share (const OutlayScenario *scenario,
           const OutlayRole     *role,
           guint                 task)
{
  return role->mix != NULL ? role->mix[task] : scenario->tasks[task].share;
}

/**
 * outlay_role_mix:
 * @scenario: a scenario
 * @role: a role of it
 * @progress: L, 0 to 1
 * @learning: the uncertain factor on learning; 1 in an estimate
 * @shares: (out caller-allocates): the share of each task at L; they sum to 1
 *
 * Each end of the mix is divided by its sum. A factor on learning moves the
 * learnt end, whose negative shares are 0 before it is divided again.
 */
void
outlay_role_mix (const OutlayScenario *scenario,
                 const OutlayRole     *role,
                 double                progress,
                 double                learning,
                 double               *shares)
{
  double start_sum = 0, end_sum = 0, learnt_sum = 0;

  for (guint j = 0; j < scenario->n_tasks; j++)
    {
      start_sum += get_share (scenario, role, j).start;
      end_sum += get_share (scenario, role, j).end;
    }

  for (guint j = 0; j < scenario->n_tasks; j++)
    {
      double start = get_share (scenario, role, j).start / start_sum;
      double end = get_share (scenario, role, j).end / end_sum;

      /* Without a factor nothing is divided a second time: a share that ends at
       * 0 must not end at a rounding error. */
      shares[j] = learning == 1 ? end : MAX (0, start + (end - start) * learning);
      learnt_sum += shares[j];
    }

  for (guint j = 0; j < scenario->n_tasks; j++)
    {
      double start = get_share (scenario, role, j).start / start_sum;
      double end = learning == 1 ? shares[j] : shares[j] / learnt_sum;

      shares[j] = start + (end - start) * progress;
    }
}
