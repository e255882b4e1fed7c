/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

gboolean outlay_cost_rows_update (GListStore     *rows,
                                  OutlaySession  *session,
                                  OutlayEstimate *estimate,
                                  gboolean        cumulative);

G_END_DECLS
