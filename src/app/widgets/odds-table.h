/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fan-view.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_ODDS_TABLE (outlay_odds_table_get_type ())

G_DECLARE_FINAL_TYPE (OutlayOddsTable, outlay_odds_table, OUTLAY, ODDS_TABLE, GtkWidget)

void outlay_odds_table_set_session (OutlayOddsTable        *self,
                                    OutlaySession          *session);
void outlay_odds_table_place       (OutlayOddsTable        *self,
                                    const OutlayFanColumns *columns);

G_END_DECLS
