/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/* A scenario that differs from another in what a question asks for. It shares
 * all else with the other, which must outlive it. Its maker may change its own
 * team and options before anybody else sees it. */
OutlayScenario *outlay_variant_new (const OutlayScenario *scenario,
                                    const guint          *options,
                                    guint                 n_options);

G_END_DECLS
