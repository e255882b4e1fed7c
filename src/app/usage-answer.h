/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"
#include "questions.h"
#include "sheet.h"

G_BEGIN_DECLS

/**
 * OutlayUsageAnswer:
 * @question: what was asked
 * @answer: (owned): the answer of the ledger
 * @finding: (owned): what it comes to, in words
 * @subtitle: (owned): one line more
 * @sheet: (owned): its first rows, the rest as one, and their sum
 * @chart: its first rows as bars; `n_steps` is 0 where there are none
 * @currency: of the chart; %NULL where it counts tokens
 *
 * An answer of the ledger as people read it.
 */
typedef struct
{
  OutlayQuestion   question;
  OutlayAnswer    *answer;
  char            *finding;
  char            *subtitle;
  OutlaySheet     *sheet;
  OutlayChart      chart;
  const char      *currency;

  OutlayChartStep *steps;
} OutlayUsageAnswer;

OutlayUsageAnswer *outlay_usage_answer_new    (OutlayQuestion     question,
                                               OutlayAnswer      *answer,
                                               int                cap);
void               outlay_usage_answer_free   (OutlayUsageAnswer *self);
char              *outlay_usage_answer_to_csv (const OutlayAnswer *answer);


G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayUsageAnswer, outlay_usage_answer_free)

G_END_DECLS
