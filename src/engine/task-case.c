/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 4 to 6: what an attempt at a task depends on, for who does it. */
#include "task-case.h"

#include "learning.h"
#include "wages.h"

#include <math.h>

static double
factor (const OutlayTaskCase *task_case,
        OutlayFactor          which)
{
  return task_case->factors->value[which];
}

static const OutlayLevel *
level_of (const OutlayTaskCase *task_case)
{
  return &task_case->scenario->expertise[task_case->role->expertise];
}

/**
 * outlay_task_case_turns:
 * @task_case: who does what
 * @model: with which model
 *
 * Returns: mu, the mean number of turns before any cap (METHOD section 4)
 */
double
outlay_task_case_turns (const OutlayTaskCase *task_case,
                        const OutlayModel    *model)
{
  const OutlayScenario *scenario = task_case->scenario;

  return MAX (1, scenario->turns * factor (task_case, OUTLAY_FACTOR_TURNS) *
                 task_case->task->turns *
                 outlay_pair_read (&level_of (task_case)->turns, task_case->progress) *
                 outlay_wage_turns (&scenario->wage_effect, task_case->role->hourly_wage) *
                 scenario->classes[model->model_class].turns);
}

/**
 * outlay_task_case_acceptance:
 * @task_case: who does what
 * @model: with which model
 *
 * Returns: g, the probability that a finished attempt is accepted (section 6)
 */
double
outlay_task_case_acceptance (const OutlayTaskCase *task_case,
                             const OutlayModel    *model)
{
  double g = outlay_pair_read (&level_of (task_case)->acceptance, task_case->progress) *
             factor (task_case, OUTLAY_FACTOR_ACCEPTANCE) *
             task_case->task->acceptance *
             task_case->scenario->classes[model->model_class].acceptance;

  return CLAMP (g, 0, 1);
}

static double
cache_warmth (const OutlayTaskCase *task_case)
{
  const OutlayCacheWarmth *warmth = &task_case->scenario->cache_warmth;
  double warm = task_case->option->cache == OUTLAY_CACHE_1H ? warmth->warm_1h
                                                            : warmth->warm_5m;

  return MIN (1, warm * factor (task_case, OUTLAY_FACTOR_WARMTH));
}

/**
 * outlay_task_case_tokens:
 * @task_case: who does what
 * @model: with which model
 *
 * Returns: what an attempt moves, scaled to the model's tokenizer, the wage and
 *   the option's effort (section 5)
 */
OutlayTaskTokens
outlay_task_case_tokens (const OutlayTaskCase *task_case,
                         const OutlayModel    *model)
{
  const OutlayScenario *scenario = task_case->scenario;
  const OutlayTask *task = task_case->task;
  double scale = model->tokenizer * factor (task_case, OUTLAY_FACTOR_TOKENS);
  double output = outlay_wage_output (&scenario->wage_effect,
                                      task_case->role->hourly_wage) *
                  task_case->option->effort;
  double calls = floor ((double) task->calls_per_turn * level_of (task_case)->calls +
                        0.5 + 1e-9);

  return (OutlayTaskTokens) {
    .base = task->base_context * scale,
    .message = task->message * scale,
    .tool_result = task->tool_result * scale,
    .output = task->output * scale * output,
    .summary = scenario->summary_tokens * scale,
    .limit = MIN (scenario->compact_at, 0.8 * model->context_window),
    .cold = 1 - cache_warmth (task_case),
    .calls = MAX (1, calls),
  };
}
