/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 3: the mix of tasks drifts with tenure. */
#include "mix.h"

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
      OutlayPair share = role->mix != NULL ? role->mix[j] : scenario->tasks[j].share;

      start_sum += share.start;
      end_sum += share.end;
    }

  for (guint j = 0; j < scenario->n_tasks; j++)
    {
      OutlayPair share = role->mix != NULL ? role->mix[j] : scenario->tasks[j].share;
      double start = share.start / start_sum;
      double learnt = start + (share.end / end_sum - start) * learning;

      shares[j] = MAX (0, learnt);
      learnt_sum += shares[j];
    }

  for (guint j = 0; j < scenario->n_tasks; j++)
    {
      OutlayPair share = role->mix != NULL ? role->mix[j] : scenario->tasks[j].share;
      double start = share.start / start_sum;

      shares[j] = start + (shares[j] / learnt_sum - start) * progress;
    }
}
