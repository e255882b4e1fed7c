/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/**
 * OUTLAY_HISTORY_LENGTH:
 *
 * How many edits can be undone; older ones are forgotten.
 */
#define OUTLAY_HISTORY_LENGTH 1000

/**
 * OutlayHistory:
 *
 * The values that a scenario has had, in the order of the edits that made them,
 * and the one among them that is the present.
 *
 * The colour slots of the options belong to each value, so that undo and redo
 * bring an option back in the colour it had.
 */
typedef struct _OutlayHistory OutlayHistory;

OutlayHistory  *outlay_history_new           (OutlayScenario      *first);
void            outlay_history_free          (OutlayHistory       *self);

OutlayScenario *outlay_history_get_present   (const OutlayHistory *self);
guint           outlay_history_get_slot      (const OutlayHistory *self,
                                              const char          *option_id);

void            outlay_history_add           (OutlayHistory       *self,
                                              OutlayScenario      *value,
                                              const char          *name,
                                              const char          *gesture);
void            outlay_history_end_gesture   (OutlayHistory       *self);

gboolean        outlay_history_undo          (OutlayHistory       *self);
gboolean        outlay_history_redo          (OutlayHistory       *self);
const char     *outlay_history_get_undo_name (const OutlayHistory *self);
const char     *outlay_history_get_redo_name (const OutlayHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayHistory, outlay_history_free)

G_END_DECLS
