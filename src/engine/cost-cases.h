/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "attempts.h"
#include "team.h"

G_BEGIN_DECLS

/* What of a scenario has to be tabulated to know what any draw costs. Roles,
 * options, months and models that cannot differ share one entry each. */

/* Of so many kinds of attempts, the errors of each do not show in the sum. */
#define OUTLAY_MANY_CALLEES 40

/**
 * OutlayProfile:
 *
 * Roles whose tasks cost the same: all that differs is how many people they
 * have, how many tasks each of them does, and when they join.
 */
typedef struct
{
  const OutlayRole *role; /* one of them */
} OutlayProfile;

/**
 * OutlaySpan:
 * @stage: the only stage it is for, from 0, or %OUTLAY_NONE
 * @low: the least progress, the factor on learning included
 * @high: the largest
 *
 * A range of progress over which a task's cost is one smooth function.
 */
typedef struct
{
  int    stage;
  double low;
  double high;
} OutlaySpan;

/**
 * OutlayFamily:
 * @tokens: what an attempt moves, factor 1 on tokens, no cold cache
 * @card: whose thresholds part the price blocks
 * @most_mu: the largest mean number of turns
 *
 * Attempts that are walked alike.
 */
typedef struct
{
  OutlayTaskTokens       tokens;
  const OutlayPriceCard *card;
  double                 most_mu;
} OutlayFamily;

/**
 * OutlayFare:
 * @family: the walk
 * @card: its prices
 * @cache: which of them
 *
 * Walks that are priced alike.
 */
typedef struct
{
  guint                  family;
  const OutlayPriceCard *card;
  OutlayCache            cache;
} OutlayFare;

/**
 * OutlayCallee:
 * @profile: whose attempts
 * @task: at what
 * @fare: what they cost
 * @turns: mean turns, but for the level's and the factor's part
 * @acceptance: likewise
 * @next: another of the same profile and task, or %OUTLAY_NONE
 *
 * Attempts at a task by a model.
 */
typedef struct
{
  guint  profile;
  guint  task;
  guint  fare;
  double turns;
  double acceptance;
  int    next;
} OutlayCallee;

/**
 * OutlayWork:
 * @option: an option whose work it is; another may be the same
 * @epoch: the months' epochs: months of one epoch have the same prices, but
 *   for the drift
 * @groups: the spans that it uses, each once
 * @group: the stages' places among these
 * @first: number of its first set, see outlay_work_get_set()
 *
 * What an option's work costs at API prices.
 */
typedef struct
{
  const OutlayOption *option;
  guint              *epoch;
  guint               n_epochs;
  guint              *groups;
  guint               n_groups;
  guint              *group;
  guint               first;
} OutlayWork;

/**
 * OutlaySet:
 * @profile: whose tasks
 * @span: over which progress
 * @callees: for each task, of the first attempt, then of the later ones
 *
 * A mean task, whose cost is one function of the factors.
 */
typedef struct
{
  guint   profile;
  guint   span;
  guint (*callees)[2];
} OutlaySet;

/**
 * OutlayCostCases:
 * @option_work: the work of each option, or OUTLAY_NONE for one that is not wanted
 * @role_profile: the profile of each role, or OUTLAY_NONE for one of no people
 */
typedef struct
{
  const OutlayScenario   *scenario;
  const OutlayTeamMonths *team; /* factor 1: progress by stage */
  GArray                 *profiles; /* (element-type OutlayProfile) */
  GArray                 *spans;    /* (element-type OutlaySpan) */
  GArray                 *families; /* (element-type OutlayFamily) */
  GArray                 *fares;    /* (element-type OutlayFare) */
  GArray                 *callees;  /* (element-type OutlayCallee) */
  GArray                 *works;    /* (element-type OutlayWork) */
  GArray                 *sets;     /* (element-type OutlaySet): by work, epoch, profile, group */
  int                    *option_work;
  int                    *role_profile;
  int                    *first_callee; /* by profile and task, or OUTLAY_NONE */
} OutlayCostCases;

OutlayCostCases *outlay_cost_cases_new  (OutlayPool           *pool,
                                         const OutlayEstimate *estimate,
                                         const gboolean       *wanted);
void             outlay_cost_cases_free (OutlayCostCases      *cases);

gboolean           outlay_cost_cases_clip_shares (const OutlayCostCases *cases);
const OutlayLevel *outlay_cost_cases_get_level (const OutlayCostCases *cases,
                                                guint                  profile);
guint            outlay_work_get_set    (const OutlayCostCases *cases,
                                         const OutlayWork      *work,
                                         guint                  epoch,
                                         guint                  profile,
                                         guint                  group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCostCases, outlay_cost_cases_free)

G_END_DECLS
