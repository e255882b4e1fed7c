/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

#define REFUSED_OPTION NULL

OutlayEstimate *make_estimate  (guint                n_options,
                                guint                n_months,
                                double               budget,
                                const double *const *costs);
OutlayEstimate *read_estimate  (const char          *example);

G_END_DECLS
