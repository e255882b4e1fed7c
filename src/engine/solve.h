/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/* METHOD section 11: questions answered backwards. */
typedef enum
{
  OUTLAY_SOLVE_PEOPLE,        /* the largest factor on all roles' people */
  OUTLAY_SOLVE_TURNS,         /* the largest `turns` */
  OUTLAY_SOLVE_TASKS_PER_DAY, /* the factor on all roles' tasks per day */
  OUTLAY_SOLVE_ECONOMY_SHARE, /* the share of first attempts moved to the economy tier */
  OUTLAY_SOLVE_ACCEPTANCE,    /* the factor on the class acceptance of the option's model */
  OUTLAY_N_SOLVE_KINDS
} OutlaySolveKind;

const char *outlay_solve_kind_get_key      (OutlaySolveKind  kind);
gboolean    outlay_solve_kind_parse        (const char      *key,
                                            OutlaySolveKind *kind);
gboolean    outlay_solve_kind_asks_budget  (OutlaySolveKind  kind);
gboolean    outlay_solve_kind_asks_against (OutlaySolveKind  kind);

/**
 * OutlaySolveQuestion:
 * @kind: what is asked for
 * @option: number of the option it is asked about
 * @against: number of the option to compare with; of tasks-per-day and acceptance
 * @budget: money a month in the scenario's currency; of the other three
 * @odds: NaN, or the chance, 0 to 1, with which the period must stay under the
 *   budget; of economy-share
 * @n_draws: how many draws tell that chance; 0 for OUTLAY_SOLVE_DRAWS
 * @n_threads: how many threads may draw; 0 for one
 */
typedef struct
{
  OutlaySolveKind kind;
  guint           option;
  guint           against;
  double          budget;
  double          odds;
  guint           n_draws;
  guint           n_threads;
} OutlaySolveQuestion;

#define OUTLAY_SOLVE_DRAWS 65536

typedef enum
{
  OUTLAY_ANSWER_FOUND,
  OUTLAY_ANSWER_ALWAYS, /* no answer in range: it holds all over the range */
  OUTLAY_ANSWER_NEVER   /* no answer in range: it holds nowhere in it */
} OutlayAnswerState;

/**
 * OutlaySolveAnswer:
 * @state: whether there is an answer in range
 * @low: the range that was searched
 * @high: the range that was searched
 * @value: the answer; NaN where there is none
 * @again: where two costs that are equal at @value are equal the next time; NaN where
 *   they are not, and of what is asked of a budget
 * @at: where @reached is reached: @value, or where there is none what comes closest;
 *   NaN of a chance that nothing reaches
 * @reached: what the option comes to there, in the question's own quantity:
 *   money of the dearest month, of the period or per accepted task, or a chance
 * @target: what it is held against: the budget, the other option's money at
 *   @at, or the odds
 */
typedef struct
{
  OutlayAnswerState state;
  double            low;
  double            high;
  double            value;
  double            again;
  double            at;
  double            reached;
  double            target;
} OutlaySolveAnswer;

/**
 * OUTLAY_SOLVE_ERROR:
 *
 * Why a question cannot be asked of a scenario.
 */
#define OUTLAY_SOLVE_ERROR (outlay_solve_error_quark ())

/**
 * OutlaySolveError:
 * @OUTLAY_SOLVE_ERROR_REFUSED: an option of it cannot be estimated
 * @OUTLAY_SOLVE_ERROR_KIND: it does not fit the option's kind
 * @OUTLAY_SOLVE_ERROR_BUDGET: there is no budget
 */
typedef enum
{
  OUTLAY_SOLVE_ERROR_REFUSED,
  OUTLAY_SOLVE_ERROR_KIND,
  OUTLAY_SOLVE_ERROR_BUDGET
} OutlaySolveError;

GQuark   outlay_solve_error_quark (void);

gboolean outlay_solve             (OutlayScenario             *scenario,
                                   const OutlaySolveQuestion  *question,
                                   OutlaySolveAnswer          *answer,
                                   GError                    **error);

G_END_DECLS
