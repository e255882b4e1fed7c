/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draws.h"
#include "estimate.h"
#include "fineness.h"

G_BEGIN_DECLS

/**
 * OutlayFastFutures:
 *
 * What some options cost in any future, from tables.
 */
typedef struct _OutlayFastFutures OutlayFastFutures;

OutlayFastFutures *outlay_fast_futures_new        (OutlayEstimate          *estimate,
                                                   const gboolean          *wanted,
                                                   double                   most_tokens,
                                                   OutlayFineness           fine,
                                                   gsize                    most_memory,
                                                   guint                    n_threads);
void               outlay_fast_futures_free       (OutlayFastFutures       *futures);
gsize              outlay_fast_futures_get_size   (const OutlayFastFutures *futures);
gboolean           outlay_fast_futures_are_sure   (const OutlayFastFutures *futures);
void               outlay_fast_futures_fill_costs (const OutlayFastFutures *futures,
                                                   const OutlayBatch       *batch,
                                                   double                  *costs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFastFutures, outlay_fast_futures_free)

G_END_DECLS
