/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "options.h"
#include "tokens.h"
#include "turns.h"

G_BEGIN_DECLS

/**
 * OutlayTaskCase:
 *
 * Who does what: everything that an attempt at a task depends on but the model.
 */
typedef struct
{
  const OutlayScenario *scenario;
  const OutlayFactors  *factors;
  const OutlayOption   *option;
  const OutlayRole     *role;
  const OutlayTask     *task;
  double                progress; /* L, times the factor on learning */
} OutlayTaskCase;

double           outlay_task_case_turns      (const OutlayTaskCase *task_case,
                                              const OutlayModel    *model);
double           outlay_task_case_acceptance (const OutlayTaskCase *task_case,
                                              const OutlayModel    *model);
OutlayTaskTokens outlay_task_case_tokens     (const OutlayTaskCase *task_case,
                                              const OutlayModel    *model);

G_END_DECLS
