/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "option-look.h"

G_BEGIN_DECLS

/**
 * OutlayFindingKind:
 * @OUTLAY_FINDING_NO_OPTIONS: there is nothing to compare yet
 * @OUTLAY_FINDING_ALL_HIDDEN: every option is hidden
 * @OUTLAY_FINDING_ALL_REFUSED: no option shown has a cost
 * @OUTLAY_FINDING_NOBODY: nobody is active in any month
 * @OUTLAY_FINDING_NO_TASKS: there are people, but no tasks
 * @OUTLAY_FINDING_OVER_FROM: one option is over the budget from a month to the end;
 *   what budget that is, of a month or of all so far, says @cumulative
 * @OUTLAY_FINDING_OVER_IN: one option is over the budget in a single month
 * @OUTLAY_FINDING_OVER_AT_TIMES: one option is over the budget in several months,
 *   but not up to the end
 * @OUTLAY_FINDING_SOME_OVER: several options go over the budget
 * @OUTLAY_FINDING_ONE_UNDER: the only option that has a cost stays under the budget
 * @OUTLAY_FINDING_ALL_UNDER: all options do
 * @OUTLAY_FINDING_REST_UNDER: all do but those that have no cost
 * @OUTLAY_FINDING_CHEAPEST: without a budget: which option costs least
 * @OUTLAY_FINDING_COST: without a budget: what the only option costs
 *
 * What the Cost page says in its title.
 */
typedef enum
{
  OUTLAY_FINDING_NO_OPTIONS,
  OUTLAY_FINDING_ALL_HIDDEN,
  OUTLAY_FINDING_ALL_REFUSED,
  OUTLAY_FINDING_NOBODY,
  OUTLAY_FINDING_NO_TASKS,
  OUTLAY_FINDING_OVER_FROM,
  OUTLAY_FINDING_OVER_IN,
  OUTLAY_FINDING_OVER_AT_TIMES,
  OUTLAY_FINDING_SOME_OVER,
  OUTLAY_FINDING_ONE_UNDER,
  OUTLAY_FINDING_ALL_UNDER,
  OUTLAY_FINDING_REST_UNDER,
  OUTLAY_FINDING_CHEAPEST,
  OUTLAY_FINDING_COST
} OutlayFindingKind;

/**
 * OutlayFinding:
 * @kind: which sentence
 * @option: the option that it names, or -1
 * @month: the month that it names, from 0, or -1
 * @count: how many months (AT_TIMES) or options (SOME_OVER)
 * @of: out of how many
 * @n_first: how many options go over the budget in @month, the first of any (SOME_OVER);
 *   @option is the dearest of them
 * @cumulative: costs and budget are added up from the first month
 * @some_hidden: there are options that are not shown, of which nothing is said
 *
 * The facts of a finding.
 */
typedef struct
{
  OutlayFindingKind kind;
  int               option;
  int               month;
  guint             count;
  guint             of;
  guint             n_first;
  gboolean          cumulative;
  gboolean          some_hidden;
} OutlayFinding;

OutlayFinding outlay_finding_choose   (const OutlayEstimate   *estimate,
                                       const OutlayOptionLook *looks,
                                       gboolean                cumulative);
char         *outlay_finding_describe (const OutlayFinding    *finding,
                                       const OutlayEstimate   *estimate);

G_END_DECLS
