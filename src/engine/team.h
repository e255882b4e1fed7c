/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "factors.h"

G_BEGIN_DECLS

/**
 * OutlayTeamMonths:
 * @n_stages: how many tenures differ in any way; the last stands for all later
 * @progress: L of each stage, times the factor on learning
 * @active: active people by role, month and stage
 * @starters: who becomes active, by role and month
 * @shares: the task mix by role, stage and task
 *
 * Who is there each month, how far they are, and what they work on: the same
 * for every option.
 */
typedef struct
{
  guint   n_months;
  guint   n_stages;
  guint   n_tasks;
  double *progress;
  double *active;
  double *starters;
  double *shares;
} OutlayTeamMonths;

OutlayTeamMonths *outlay_team_months_new      (OutlayPool             *pool,
                                               const OutlayScenario   *scenario,
                                               const OutlayFactors    *factors);
const double     *outlay_team_months_active   (const OutlayTeamMonths *team,
                                               guint                   role,
                                               guint                   month);
double            outlay_team_months_starters (const OutlayTeamMonths *team,
                                               guint                   role,
                                               guint                   month);
const double     *outlay_team_months_shares   (const OutlayTeamMonths *team,
                                               guint                   role,
                                               guint                   stage);

G_END_DECLS
