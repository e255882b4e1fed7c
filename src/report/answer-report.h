/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "solve.h"

G_BEGIN_DECLS

char *outlay_answer_to_json (const OutlayScenario      *scenario,
                             const OutlaySolveQuestion *question,
                             const OutlaySolveAnswer   *answer);
char *outlay_answer_to_text (const OutlayScenario      *scenario,
                             const OutlaySolveQuestion *question,
                             const OutlaySolveAnswer   *answer);
char *outlay_answer_to_csv  (const OutlayScenario      *scenario,
                             const OutlaySolveQuestion *question,
                             const OutlaySolveAnswer   *answer);

G_END_DECLS
