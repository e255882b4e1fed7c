/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"
#include "solve.h"

G_BEGIN_DECLS

/* Questions are asked of so many random scenarios each, and their answers must be
 * so near. */
#define N_SOLVED 50
#define NEAR_SOLVED 1e-6

/* Options of a random scenario. */
enum
{
  RANDOM_MODEL,
  RANDOM_ROUTING,
  RANDOM_SEATS,
  RANDOM_POOLED
};

/* What is asked, and what it comes to with the input at @x. */
typedef struct
{
  OutlayScenario      *scenario;
  OutlaySolveQuestion  question;
  double             (*reach)  (OutlayScenario            *scenario,
                                const OutlaySolveQuestion *question,
                                double                     x);
  double             (*target) (OutlayScenario            *scenario,
                                const OutlaySolveQuestion *question,
                                double                     x);
} SolveCase;

OutlaySolveAnswer solve_case_answer     (const SolveCase           *which);
double            solve_case_difference (const SolveCase           *which,
                                         double                     x);
double            solve_case_budget     (OutlayScenario            *scenario,
                                         const OutlaySolveQuestion *question,
                                         double                     x);
double            solve_draw_budget     (OutlayScenario            *scenario,
                                         guint                      option);
double            solve_get_dearest     (const OutlayEstimate      *estimate,
                                         guint                      option);

G_END_DECLS
