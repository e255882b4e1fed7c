/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reasons of all kinds are written with. Private to the report. */
#pragma once

#include "why-text.h"

G_BEGIN_DECLS

/* An empty reason, with the title of a figure as it is shown. */
OutlayWhyText *outlay_why_text_begin     (const OutlayBreakdown *breakdown,
                                          const OutlayWhyTarget *target,
                                          const char            *figure);

/* Takes all strings but the sign and the label. */
void           outlay_why_lines_add      (GArray                *lines,
                                          const char            *sign,
                                          char                  *figure,
                                          const char            *label,
                                          char                  *rate,
                                          char                  *result);
char          *outlay_why_format_factor  (double                 value);

G_END_DECLS
