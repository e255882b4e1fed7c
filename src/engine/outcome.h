/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/**
 * OutlayOutcomeFigure:
 * @OUTLAY_OUTCOME_COST_PER_TASK: money
 * @OUTLAY_OUTCOME_COST_PER_ACCEPTED: money
 * @OUTLAY_OUTCOME_ACCEPTED_SHARE: tasks accepted, of all tasks
 * @OUTLAY_OUTCOME_NET: money: value - cost - review - onboarding
 * @OUTLAY_OUTCOME_CUMULATIVE_NET: money: NET from the first month on
 * @OUTLAY_OUTCOME_RETURN: (value - review - onboarding) / cost
 * @OUTLAY_OUTCOME_CUMULATIVE_RETURN: the same of all months so far
 *
 * What an option's work is worth (METHOD sections 6 and 8).
 */
typedef enum
{
  OUTLAY_OUTCOME_COST_PER_TASK,
  OUTLAY_OUTCOME_COST_PER_ACCEPTED,
  OUTLAY_OUTCOME_ACCEPTED_SHARE,
  OUTLAY_OUTCOME_NET,
  OUTLAY_OUTCOME_CUMULATIVE_NET,
  OUTLAY_OUTCOME_RETURN,
  OUTLAY_OUTCOME_CUMULATIVE_RETURN,
  OUTLAY_N_OUTCOMES
} OutlayOutcomeFigure;

/* A month for each figure, from 0; a quotient by zero is NaN. */
void outlay_outcome_fill (const OutlayOptionEstimate *option,
                          OutlayOutcomeFigure         figure,
                          double                     *series,
                          guint                       n_months);

G_END_DECLS
