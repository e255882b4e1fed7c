/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problems.h"

G_BEGIN_DECLS

void outlay_json_report_duplicate_keys (const char     *text,
                                        gsize           length,
                                        OutlayProblems *problems);

G_END_DECLS
