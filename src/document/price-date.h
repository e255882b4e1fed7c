/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "prices.h"

G_BEGIN_DECLS

int outlay_model_find_seen (const OutlayModel *model);
int outlay_plan_find_seen  (const OutlayPlan  *plan);
int outlay_list_find_seen  (const char        *name,
                            GDateTime         *changed);

G_END_DECLS
