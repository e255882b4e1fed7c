/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "usage-section.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_USAGE_RUNS (outlay_usage_runs_get_type ())

G_DECLARE_FINAL_TYPE (OutlayUsageRuns, outlay_usage_runs, OUTLAY, USAGE_RUNS, OutlayUsageSection)

const GPtrArray *outlay_usage_runs_get_shown (OutlayUsageRuns *self);

G_END_DECLS
