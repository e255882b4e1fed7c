/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/**
 * OutlayRanked:
 * @model: (transfer none): the model
 * @error: (owned) (nullable): why the model cannot do this work; then there are
 *   no figures
 * @refusal: the facts behind @error
 * @cost: money over the period
 * @cost_per_task: money, or NaN where there are no tasks
 * @cost_per_accepted: money, or NaN where nothing is accepted
 *
 * What one model costs on a scenario's work, in the scenario's currency.
 */
typedef struct
{
  const OutlayModel *model;
  GError            *error;
  OutlayRefusal      refusal;
  double             cost;
  double             cost_per_task;
  double             cost_per_accepted;
} OutlayRanked;

/* Which figure the ranking goes by. */
typedef enum
{
  OUTLAY_RANK_COST_PER_ACCEPTED,
  OUTLAY_RANK_COST_PER_TASK,
  OUTLAY_RANK_COST
} OutlayRankBy;

GPtrArray *outlay_rank_list_models (const OutlayScenario      *scenario,
                                    const OutlayPrices        *book);
GArray    *outlay_rank_models      (OutlayScenario            *scenario,
                                    const OutlayModel * const *models,
                                    guint                      n_models,
                                    OutlayCache                cache,
                                    double                     effort,
                                    OutlayRankBy               by);

G_END_DECLS
