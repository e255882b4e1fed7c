/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/* Edits of a draft, as those of scenario-edits.h. */

void outlay_draft_add_task    (OutlayScenario *draft,
                               guint           like,
                               const char     *name);
void outlay_draft_remove_task (OutlayScenario *draft,
                               guint           position);

G_END_DECLS
