/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/* The five questions. */
typedef enum
{
  OUTLAY_QUESTION_AGENTS,       /* which agents used most tokens */
  OUTLAY_QUESTION_REPOSITORIES, /* which repositories and kinds of work drove the spend */
  OUTLAY_QUESTION_OUTCOMES,     /* what was accepted, edited, rejected or reverted */
  OUTLAY_QUESTION_TIERS,        /* which tiers handled which risk classes */
  OUTLAY_QUESTION_LOOPS,        /* which runs passed the loop cap; what it would have saved */
  OUTLAY_N_QUESTIONS
} OutlayQuestion;

typedef enum
{
  OUTLAY_ANSWER_TEXT,
  OUTLAY_ANSWER_COUNT,
  OUTLAY_ANSWER_MONEY /* nano-dollars */
} OutlayAnswerKind;

typedef struct
{
  const char       *name;
  OutlayAnswerKind  kind;
} OutlayAnswerColumn;

/**
 * OutlayAnswerCell:
 * @text: (nullable): of a text column
 * @value: of a column of counts or money
 * @is_known: whether there is a figure
 */
typedef struct
{
  char     *text;
  gint64    value;
  gboolean  is_known;
} OutlayAnswerCell;

/**
 * OutlayAnswer:
 * @cells: (element-type OutlayAnswerCell): row after row, the largest first; the
 *   last row is the total
 *
 * A table that answers a question.
 */
typedef struct
{
  const OutlayAnswerColumn *columns;
  guint                     n_columns;
  GArray                   *cells;
  guint                     n_rows;
} OutlayAnswer;

/**
 * OutlayPeriod:
 * @first: its first day, as 20260701
 * @last: its last
 */
typedef struct
{
  int first;
  int last;
} OutlayPeriod;

/* A loop cap to ask with where a team has none of its own. */
#define OUTLAY_QUESTION_CAP 10

gboolean      outlay_question_find     (const char      *name,
                                        OutlayQuestion  *question);
const char   *outlay_question_get_name (OutlayQuestion   question);
const char   *outlay_question_get_text (OutlayQuestion   question);
OutlayAnswer *outlay_question_ask      (OutlayLedger    *ledger,
                                        OutlayQuestion   question,
                                        OutlayPeriod     period,
                                        int              cap,
                                        gboolean         repaired,
                                        GError         **error);
const OutlayAnswerCell *outlay_answer_get_cell (const OutlayAnswer *answer,
                                                guint               row,
                                                guint               column);
double        outlay_answer_get_number (const OutlayAnswer *answer,
                                        guint               row,
                                        guint               column);
void          outlay_answer_free       (OutlayAnswer    *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayAnswer, outlay_answer_free)

G_END_DECLS
