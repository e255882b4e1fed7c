/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problems.h"
#include "scenario.h"

#include <jansson.h>

G_BEGIN_DECLS

void outlay_read_task_maps (const json_t   *json,
                            OutlayScenario *scenario,
                            OutlayProblems *problems);

G_END_DECLS
