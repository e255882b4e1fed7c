/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "why-text.h"

G_BEGIN_DECLS

/**
 * OutlayWhyOutcome:
 * @OUTLAY_WHY_VALUE: time saved, in money
 * @OUTLAY_WHY_REVIEW: time spent on review
 * @OUTLAY_WHY_ONBOARDING: once a person
 * @OUTLAY_WHY_NET: value less review, onboarding and cost
 * @OUTLAY_WHY_RETURN: value less review and onboarding, for a unit of cost
 *
 * What the work brings, that can be asked why; the last two of the period alone.
 */
typedef enum
{
  OUTLAY_WHY_VALUE,
  OUTLAY_WHY_REVIEW,
  OUTLAY_WHY_ONBOARDING,
  OUTLAY_WHY_NET,
  OUTLAY_WHY_RETURN
} OutlayWhyOutcome;

gboolean       outlay_why_outcome_find (OutlayFigure           figure,
                                        OutlayWhyOutcome      *outcome);
OutlayWhyText *outlay_why_outcome_new  (const OutlayBreakdown *breakdown,
                                        OutlayWhyOutcome       outcome,
                                        int                    month,
                                        const char            *figure);

G_END_DECLS
