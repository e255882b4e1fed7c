/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "solve.h"

G_BEGIN_DECLS

gboolean outlay_solve_economy_share (OutlayScenario             *scenario,
                                     const OutlaySolveQuestion  *question,
                                     OutlaySolveAnswer          *answer,
                                     GError                    **error);

gboolean outlay_solve_check_options (const OutlayEstimate       *estimate,
                                     guint                       n_options,
                                     GError                    **error);

G_END_DECLS
