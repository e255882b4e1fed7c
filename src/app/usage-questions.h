/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "usage-card.h"
#include "usage-section.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_USAGE_QUESTIONS (outlay_usage_questions_get_type ())

G_DECLARE_FINAL_TYPE (OutlayUsageQuestions, outlay_usage_questions, OUTLAY, USAGE_QUESTIONS,
                      OutlayUsageSection)

G_END_DECLS
