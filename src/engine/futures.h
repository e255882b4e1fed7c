/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draws.h"
#include "simulate.h"

G_BEGIN_DECLS

/**
 * OutlayFutures:
 *
 * What every option costs in any future of a scenario. Options that the estimate
 * refuses are left out, and the others numbered anew.
 */
typedef struct _OutlayFutures OutlayFutures;

OutlayFutures *outlay_futures_new           (OutlayEstimate      *estimate,
                                             OutlayFuturesWay     way);
void           outlay_futures_prepare       (OutlayFutures       *futures,
                                             guint                n_draws,
                                             guint                n_threads);
void           outlay_futures_free          (OutlayFutures       *futures);
void           outlay_futures_postpone      (OutlayFutures       *futures);
gboolean       outlay_futures_serve         (const OutlayFutures *futures,
                                             guint                number);
gboolean       outlay_futures_have_tables   (const OutlayFutures *futures);
guint          outlay_futures_get_n_options (const OutlayFutures *futures);
guint          outlay_futures_get_option    (const OutlayFutures *futures,
                                             guint                number);
void           outlay_futures_fill_costs    (const OutlayFutures *futures,
                                             const OutlayBatch   *batch,
                                             double              *costs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFutures, outlay_futures_free)

G_END_DECLS
