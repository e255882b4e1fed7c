/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "breakdown.h"

G_BEGIN_DECLS

/**
 * OutlayCheckKind:
 * @OUTLAY_CHECK_OUTCOME: what an accepted outcome costs, in all and by tier
 * @OUTLAY_CHECK_TIERS: how much low-risk work runs on the dearest tier
 * @OUTLAY_CHECK_CAP: what the loop cap saves and loses
 * @OUTLAY_CHECK_BANDS: where the cost of a person lies among published ones
 * @OUTLAY_CHECK_HEAVY_USE: whether the heaviest users are the best paid
 * @OUTLAY_CHECK_LARGEST_BILL: how large the bill could get
 * @OUTLAY_CHECK_SECOND_LOOK: where rules of governance ask for more
 *
 * The questions of the Checks page, in its order.
 */
typedef enum
{
  OUTLAY_CHECK_OUTCOME,
  OUTLAY_CHECK_TIERS,
  OUTLAY_CHECK_CAP,
  OUTLAY_CHECK_BANDS,
  OUTLAY_CHECK_HEAVY_USE,
  OUTLAY_CHECK_LARGEST_BILL,
  OUTLAY_CHECK_SECOND_LOOK,
  OUTLAY_N_CHECKS
} OutlayCheckKind;

/**
 * OutlayCheckState:
 * @OUTLAY_CHECK_PASS: nothing asks for attention
 * @OUTLAY_CHECK_LOOK: somebody should look at it
 * @OUTLAY_CHECK_OPEN: there is nothing to judge
 */
typedef enum
{
  OUTLAY_CHECK_PASS,
  OUTLAY_CHECK_LOOK,
  OUTLAY_CHECK_OPEN
} OutlayCheckState;

/**
 * OutlayCheck:
 * @answer: one sentence with the figures
 * @detail: (nullable): lines that bear it out
 * @dial: (nullable): the path of the input to turn
 * @page: (nullable): the name of the page that shows more; where there is no dial
 *
 * The answer to one question, in the person's language.
 */
typedef struct
{
  OutlayCheckState  state;
  char             *answer;
  char             *detail;
  char             *dial;
  const char       *page;
} OutlayCheck;

const char *outlay_check_get_question (OutlayCheckKind        kind);
void        outlay_check_init         (OutlayCheck           *check,
                                       OutlayCheckKind        kind,
                                       const OutlayBreakdown *breakdown,
                                       guint                  option);
void        outlay_check_clear        (OutlayCheck           *check);

G_END_DECLS
