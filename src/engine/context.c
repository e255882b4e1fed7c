/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 5: what refuses an option whose calls do not fit a context. */
#include "option-estimate.h"

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

/* Asked of every model that the role can meet at the task: by rule, while
 * learning, and after a rejection. */
static gboolean
check_role (const OutlayScenario  *scenario,
            const OutlayOption    *option,
            const OutlayRole      *role,
            guint                  task,
            OutlayRefusal         *refusal,
            GError               **error)
{
  const int learnt = G_MAXINT;
  const OutlayModel *models[3];

  models[0] = outlay_option_first_model (option, scenario, role->expertise, task, learnt);
  models[1] = outlay_option_first_model (option, scenario, role->expertise, task, 1);
  models[2] = scenario->max_attempts > 1
                ? outlay_option_retry_model (option, scenario, models[0])
                : models[0];

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
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
