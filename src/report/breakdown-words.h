/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "breakdown.h"

G_BEGIN_DECLS

const char *outlay_breakdown_part_name   (const OutlayBreakdown *breakdown,
                                          OutlayBreakdownBy      by,
                                          guint                  part);
const char *outlay_token_class_name      (OutlayTokenClass       token_class);

char       *outlay_breakdown_finding     (const OutlayBreakdown *breakdown,
                                          OutlayBreakdownBy      by);
char       *outlay_breakdown_subtitle    (const OutlayBreakdown *breakdown,
                                          OutlayBreakdownBy      by);

G_END_DECLS
