/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ranking.h"

G_BEGIN_DECLS

char *outlay_ranking_to_table (const GArray         *ranking,
                               const OutlayScenario *scenario);
char *outlay_ranking_to_csv   (const GArray         *ranking,
                               const OutlayScenario *scenario);
char *outlay_ranking_to_json  (const GArray         *ranking,
                               const OutlayScenario *scenario);

G_END_DECLS
