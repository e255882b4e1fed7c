/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/* What a page asks of the costs of an estimate. Options are named by their
 * position in it, months are counted from 0, and OUTLAY_WHOLE_PERIOD is all of
 * them. An option that was refused has no cost: NaN. */
#define OUTLAY_WHOLE_PERIOD (-1)

double   outlay_costs_get           (const OutlayEstimate *estimate,
                                     guint                 option,
                                     int                   month,
                                     gboolean              cumulative);
double   outlay_costs_get_budget    (const OutlayEstimate *estimate,
                                     int                   month,
                                     gboolean              cumulative);
gboolean outlay_costs_is_over       (const OutlayEstimate *estimate,
                                     guint                 option,
                                     int                   month,
                                     gboolean              cumulative);
int      outlay_costs_find_peak     (const OutlayEstimate *estimate,
                                     guint                 option);
int      outlay_costs_find_cheapest (const OutlayEstimate *estimate);
guint   *outlay_costs_rank          (const OutlayEstimate *estimate,
                                     int                   month,
                                     gboolean              cumulative);

G_END_DECLS
