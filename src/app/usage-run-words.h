/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "runs.h"

G_BEGIN_DECLS

/* What runs are, in the person's language. */

char       *outlay_usage_run_title     (const OutlayRun *run);
char       *outlay_usage_run_subtitle  (const OutlayRun *run);
char       *outlay_usage_run_cost      (const OutlayRun *run);
char       *outlay_usage_run_detail    (const OutlayRun *run);
const char *outlay_usage_kind_rule     (const char      *kind);
const char * const *outlay_usage_kinds (void);

G_END_DECLS
