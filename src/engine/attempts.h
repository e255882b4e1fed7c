/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "options.h"
#include "task-case.h"
#include "turns.h"
#include "walk.h"

G_BEGIN_DECLS

/**
 * OutlayAttempts:
 *
 * What attempts have been worked out so far. Roles, options and months share
 * most of them, and so do scenarios between which one dial has moved.
 */
typedef struct _OutlayAttempts OutlayAttempts;

OutlayAttempts  *outlay_attempts_new         (const OutlayScenario *scenario);
gboolean         outlay_attempts_serve       (const OutlayAttempts *attempts,
                                              const OutlayScenario *scenario);
void             outlay_attempts_free        (OutlayAttempts       *attempts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayAttempts, outlay_attempts_free)

/* What a task takes in the mean. The counts come first in a vector, then the
 * option's uses, so that the vectors of several tasks can be added up. */
typedef enum
{
  OUTLAY_COUNT_ATTEMPTS,
  OUTLAY_COUNT_TURNS,
  OUTLAY_COUNT_CALLS,
  OUTLAY_COUNT_ACCEPTED,
  OUTLAY_COUNT_STOPPED,
  OUTLAY_COUNT_MINUTES_SAVED,
  OUTLAY_COUNT_MINUTES_REVIEW,
  OUTLAY_N_COUNTS
} OutlayCount;

void             outlay_attempts_add_task    (OutlayAttempts       *attempts,
                                              const OutlayTaskCase *task_case,
                                              const OutlayLanes    *lanes,
                                              const OutlayModel    *first,
                                              const OutlayModel    *retry,
                                              double                weight,
                                              double               *work);
void             outlay_attempts_add_task_apart (OutlayAttempts       *attempts,
                                                 const OutlayTaskCase *task_case,
                                                 const OutlayLanes    *lanes,
                                                 const OutlayModel    *first,
                                                 const OutlayModel    *retry,
                                                 double                weight,
                                                 double               *first_work,
                                                 double               *retry_work);

G_END_DECLS
