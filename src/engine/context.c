/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 5: what refuses an option whose calls do not fit a context. */
#include "option-estimate.h"

#include <math.h>

static gboolean
check_task (const OutlayScenario  *scenario,
            const OutlayOption    *option,
            const OutlayRole      *role,
            const OutlayTask      *task,
            const OutlayModel     *model,
            OutlayRefusal         *refusal,
            GError               **error)
{
  OutlayTaskCase task_case = { scenario, &OUTLAY_FACTORS_ONE, option, role, task, 0 };
  OutlayTaskTokens tokens = outlay_task_case_tokens (&task_case, model);

  if (outlay_task_tokens_fit (&tokens))
    return TRUE;

  refusal->role = role;
  refusal->task = task;
  refusal->model = model;
  refusal->tokens = outlay_task_tokens_need (&tokens);
  refusal->limit = tokens.limit;
  g_set_error (error, OUTLAY_ESTIMATE_ERROR, OUTLAY_ESTIMATE_ERROR_CONTEXT,
               "%s by %s on %s: one call needs %.0f tokens, at most %.0f fit",
               task->name, role->name, model->name, refusal->tokens, refusal->limit);

  return FALSE;
}

/* Every model that the role can meet at the task: by rule, while learning, and
 * after a rejection. */
#define N_MEETINGS 3

static void
get_models (const OutlayScenario  *scenario,
            const OutlayOption    *option,
            const OutlayRole      *role,
            guint                  task,
            const OutlayModel    **models)
{
  const int learnt = G_MAXINT;

  models[0] = outlay_option_first_model (option, scenario, role->expertise, task, learnt);
  models[1] = outlay_option_first_model (option, scenario, role->expertise, task, 1);
  models[2] = scenario->max_attempts > 1
                ? outlay_option_retry_model (option, scenario, models[0])
                : models[0];
}

static gboolean
check_role (const OutlayScenario  *scenario,
            const OutlayOption    *option,
            const OutlayRole      *role,
            guint                  task,
            OutlayRefusal         *refusal,
            GError               **error)
{
  const OutlayModel *models[N_MEETINGS];

  get_models (scenario, option, role, task, models);
  for (guint i = 0; i < N_MEETINGS; i++)
    if (!check_task (scenario, option, role, &scenario->tasks[task], models[i],
                     refusal, error))
      return FALSE;

  return TRUE;
}

/**
 * outlay_option_check_context:
 * @scenario: a scenario
 * @option: an option of it
 * @refusal: (out caller-allocates): the facts, where it is refused
 * @error: return location for %OUTLAY_ESTIMATE_ERROR_CONTEXT
 *
 * Returns: whether every call that people can make by @option fits its model
 */
gboolean
outlay_option_check_context (const OutlayScenario  *scenario,
                             const OutlayOption    *option,
                             OutlayRefusal         *refusal,
                             GError               **error)
{
  for (guint role = 0; role < scenario->n_team; role++)
    if (scenario->team[role].people > 0)
      for (guint task = 0; task < scenario->n_tasks; task++)
        if (!check_role (scenario, option, &scenario->team[role], task, refusal, error))
          return FALSE;

  return TRUE;
}

/* The largest factor on tokens with which the calls of a role at a task fit. */
static double
most_tokens_of_role (const OutlayScenario *scenario,
                     const OutlayOption   *option,
                     const OutlayRole     *role,
                     guint                 task)
{
  const OutlayModel *models[N_MEETINGS];
  double most = INFINITY;

  get_models (scenario, option, role, task, models);
  for (guint i = 0; i < N_MEETINGS; i++)
    {
      OutlayTaskCase task_case = {
        scenario, &OUTLAY_FACTORS_ONE, option, role, &scenario->tasks[task], 0
      };
      OutlayTaskTokens tokens = outlay_task_case_tokens (&task_case, models[i]);

      most = MIN (most, outlay_task_tokens_most (&tokens));
    }

  return most;
}

/**
 * outlay_option_most_tokens:
 * @scenario: a scenario
 * @option: an option of it
 *
 * Returns: the largest factor on all tokens (METHOD section 10) with which every
 *   call that people can make by @option fits its model
 */
double
outlay_option_most_tokens (const OutlayScenario *scenario,
                           const OutlayOption   *option)
{
  double most = INFINITY;

  for (guint role = 0; role < scenario->n_team; role++)
    if (scenario->team[role].people > 0)
      for (guint task = 0; task < scenario->n_tasks; task++)
        most = MIN (most, most_tokens_of_role (scenario, option, &scenario->team[role],
                                               task));

  return most;
}
