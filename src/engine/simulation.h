/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "futures.h"
#include "tally.h"

G_BEGIN_DECLS

OutlaySimulation *outlay_simulation_new (OutlayEstimate      *estimate,
                                         const OutlayFutures *futures,
                                         const OutlayTally   *tally,
                                         guint64              seed,
                                         guint                n_draws);

OutlaySimulation *outlay_simulation_new_empty   (OutlayEstimate         *estimate,
                                                 guint64                 seed,
                                                 guint                   n_draws);
void              outlay_simulation_copy_option (OutlaySimulation       *simulation,
                                                 guint                   option,
                                                 const OutlaySimulation *other,
                                                 guint                   number);

G_END_DECLS
