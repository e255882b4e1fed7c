/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-words.h"

G_BEGIN_DECLS

char *outlay_check_format_money (const OutlayBreakdown *breakdown,
                                 double                 value);
char *outlay_check_format_count (double                 value);
void  outlay_check_add_line     (GString               *lines,
                                 const char            *line);
char *outlay_check_finish_lines (GString               *lines);

void  outlay_check_heavy_use    (OutlayCheck           *check,
                                 const OutlayBreakdown *breakdown);
void  outlay_check_largest_bill (OutlayCheck           *check,
                                 const OutlayBreakdown *breakdown);
void  outlay_check_second_look  (OutlayCheck           *check,
                                 const OutlayBreakdown *breakdown);

G_END_DECLS
