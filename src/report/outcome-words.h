/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "option-look.h"
#include "sheet.h"

G_BEGIN_DECLS

/**
 * OutlayOutcomeColumn:
 * @OUTLAY_OUTCOME_COLUMN_PER_ACCEPTED: cost for each task accepted
 * @OUTLAY_OUTCOME_COLUMN_PER_TASK: cost for each task
 * @OUTLAY_OUTCOME_COLUMN_VALUE: time saved, in money
 * @OUTLAY_OUTCOME_COLUMN_REVIEW: time spent on review
 * @OUTLAY_OUTCOME_COLUMN_ONBOARDING: once a person
 * @OUTLAY_OUTCOME_COLUMN_COST: what is paid
 * @OUTLAY_OUTCOME_COLUMN_NET: value less the three before it
 * @OUTLAY_OUTCOME_COLUMN_RETURN: money gained for money paid
 * @OUTLAY_OUTCOME_COLUMN_PAYBACK: the month at whose end it has paid for itself
 *
 * A column of the table of outcomes.
 */
typedef enum
{
  OUTLAY_OUTCOME_COLUMN_PER_ACCEPTED,
  OUTLAY_OUTCOME_COLUMN_PER_TASK,
  OUTLAY_OUTCOME_COLUMN_VALUE,
  OUTLAY_OUTCOME_COLUMN_REVIEW,
  OUTLAY_OUTCOME_COLUMN_ONBOARDING,
  OUTLAY_OUTCOME_COLUMN_COST,
  OUTLAY_OUTCOME_COLUMN_NET,
  OUTLAY_OUTCOME_COLUMN_RETURN,
  OUTLAY_OUTCOME_COLUMN_PAYBACK,
  OUTLAY_N_OUTCOME_COLUMNS
} OutlayOutcomeColumn;

char        *outlay_outcome_finding   (const OutlayEstimate   *estimate,
                                       const OutlayOptionLook *looks,
                                       gboolean                some_left_out);
char        *outlay_outcome_subtitle  (const OutlayEstimate   *estimate);
OutlaySheet *outlay_outcome_sheet_new (const OutlayEstimate   *estimate,
                                       const OutlayOptionLook *looks);

G_END_DECLS
