/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questions.h"

G_BEGIN_DECLS

/* What the ledger and an import say, in the person's language. */

const char *outlay_usage_question_text   (OutlayQuestion            question);
const char *outlay_usage_question_hint   (OutlayQuestion            question);
const char *outlay_usage_name_text       (const char               *column,
                                          const char               *name);
char       *outlay_usage_format_day      (int                       day);
char       *outlay_usage_format_month    (int                       day);

char       *outlay_usage_fill_count      (const char               *pattern,
                                          guint64                   count);

char       *outlay_usage_describe_report (const OutlayImportReport *report);
char       *outlay_usage_detail_report   (const OutlayImportReport *report);
char       *outlay_usage_list_troubles   (const OutlayImportReport *report);

G_END_DECLS
