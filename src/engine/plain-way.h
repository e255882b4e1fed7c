/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draws.h"
#include "estimate.h"

G_BEGIN_DECLS

/**
 * OutlayPlainWay:
 *
 * What some options cost in any future, by a whole estimate for each: every other way
 * is judged by it.
 */
typedef struct _OutlayPlainWay OutlayPlainWay;

OutlayPlainWay *outlay_plain_way_new       (OutlayEstimate       *estimate,
                                            const gboolean       *served);
void            outlay_plain_way_free      (OutlayPlainWay       *plain);
const OutlayScenario *
                outlay_plain_way_get_scenario (const OutlayPlainWay *plain);
void            outlay_plain_way_fill_draw (const OutlayPlainWay *plain,
                                            const OutlayBatch    *batch,
                                            guint                 draw,
                                            double               *costs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPlainWay, outlay_plain_way_free)

G_END_DECLS
