/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "measured.h"

G_BEGIN_DECLS

/* How an input was measured, in the person's language. */

char *outlay_measured_describe_sample (const char           *of,
                                       guint64               n);
char *outlay_measured_describe        (const OutlayMeasured *measured);

G_END_DECLS
