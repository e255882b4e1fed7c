/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fan-view.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_ODDS_CELLS (outlay_odds_cells_get_type ())

G_DECLARE_FINAL_TYPE (OutlayOddsCells, outlay_odds_cells, OUTLAY, ODDS_CELLS, GtkWidget)

GtkWidget *outlay_odds_cells_new       (gboolean                has_sample);
void       outlay_odds_cells_set_name  (OutlayOddsCells        *self,
                                        const char             *name,
                                        guint                   slot);
void       outlay_odds_cells_set_texts (OutlayOddsCells        *self,
                                        const char * const     *texts,
                                        const gboolean         *shaded,
                                        guint                   n);
void       outlay_odds_cells_place     (OutlayOddsCells        *self,
                                        const OutlayFanColumns *columns);

G_END_DECLS
