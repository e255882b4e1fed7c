/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question and its equation. */
#include "solve-case.h"

#include "plain-scenario.h"

#include <math.h>

OutlaySolveAnswer
solve_case_answer (const SolveCase *which)
{
  g_autoptr (GError) error = NULL;
  OutlaySolveAnswer answer;

  g_assert_true (outlay_solve (which->scenario, &which->question, &answer, &error));
  g_assert_no_error (error);
  g_assert_cmpint (isnan (answer.value), ==, answer.state != OUTLAY_ANSWER_FOUND);

  return answer;
}

/* Infinite where an outcome is never reached, and nothing where both are. */
double
solve_case_difference (const SolveCase *which,
                       double           x)
{
  double reached = which->reach (which->scenario, &which->question, x);
  double target = which->target (which->scenario, &which->question, x);

  if (isinf (reached) || isinf (target))
    return reached == target ? 0 : isinf (reached) ? INFINITY : -INFINITY;

  return (reached - target) / MAX (1, fabs (target));
}

double
solve_get_dearest (const OutlayEstimate *estimate,
                   guint                 option)
{
  double dearest = 0;

  if (estimate->options[option].error != NULL)
    return INFINITY;
  for (guint month = 0; month < estimate->n_months; month++)
    dearest = MAX (dearest, plain_cost (estimate, option, month));

  return dearest;
}

double
solve_case_budget (OutlayScenario            *scenario,
                   const OutlaySolveQuestion *question,
                   double                     x)
{
  return question->budget;
}

/* A budget in reach: what the dearest month costs, more or less. */
double
solve_draw_budget (OutlayScenario *scenario,
                   guint           option)
{
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);

  return solve_get_dearest (estimate, option) * g_test_rand_double_range (0.3, 3);
}
