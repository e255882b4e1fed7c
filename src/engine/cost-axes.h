/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cost-tables.h"
#include "mean-uses.h"

G_BEGIN_DECLS

void     outlay_cost_axes_choose    (OutlayCostTables      *tables,
                                     const OutlayMeanUses  *mean,
                                     double                 most_tokens,
                                     OutlayFineness         fine);
gboolean outlay_cost_axes_coarsen   (OutlayCostTables      *tables);
gsize    outlay_cost_axes_weigh_set (const OutlayCostCases *cases);

G_END_DECLS
