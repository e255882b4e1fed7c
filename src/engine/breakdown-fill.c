/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 3 to 8 for one option, with every kind of task, role and tier
 * kept apart: what option-estimate.c adds up. Here the months of each role and
 * of each tier are filled; breakdown.c makes the sums. */
#include "breakdown-fill.h"

#include "attempts.h"
#include "plans.h"
#include "team.h"

#include <math.h>
#include <string.h>

/* The first attempt at a task, and the later ones, which may be on another tier. */
enum
{
  FIRST,
  RETRY,
  N_KINDS
};

/* What is needed while one breakdown is filled. */
typedef struct
{
  OutlayBreakdown        *breakdown;
  const OutlayScenario   *scenario;
  const OutlayOption     *option;
  const OutlayPlan       *plan;      /* or NULL */
  const OutlayTeamMonths *team;
  OutlayLanes            *lanes;
  OutlayLanePrices       *prices;    /* by month */
  OutlayAttempts         *attempts;
  double                 *work;      /* of one person's mean task of the role at
                                      * hand, by stage, task and kind of attempt */
  guint                   work_size; /* length of one vector of work */
} Pass;

/* People of one role and stage in a month. */
typedef struct
{
  guint   month;
  guint   role;
  guint   stage;
  double  people;
  double  each;  /* tasks a person */
  double  minute; /* money for one of the person's time */
  double  growth; /* of an accepted task's value */
  double  billed; /* share of API prices that is paid */
} Cohort;

static double *
work_at (const Pass *pass,
         guint       stage,
         guint       task,
         guint       kind)
{
  guint n_tasks = pass->scenario->n_tasks;

  return pass->work + (gsize) ((stage * n_tasks + task) * N_KINDS + kind) * pass->work_size;
}

static double *
cell_at (const Pass  *pass,
         OutlaySplit  split,
         guint        row,
         guint        month)
{
  return (double *) outlay_breakdown_get_cell (pass->breakdown, split, row, (int) month);
}

static guint
first_tier (const Pass *pass,
            guint       role,
            guint       stage,
            guint       task)
{
  return outlay_option_first_tier (pass->option, pass->scenario->team[role].expertise,
                                   task, (int) stage + 1);
}

/* The work of a role's tasks at each stage, weighted by their shares. */
static void
fill_work (Pass  *pass,
           guint  role)
{
  const OutlayScenario *scenario = pass->scenario;

  memset (work_at (pass, 0, 0, 0), 0,
          (gsize) pass->team->n_stages * scenario->n_tasks * N_KINDS *
          pass->work_size * sizeof (double));

  for (guint stage = 0; stage < pass->team->n_stages; stage++)
    for (guint task = 0; task < scenario->n_tasks; task++)
      {
        double share = outlay_team_months_shares (pass->team, role, stage)[task];
        OutlayTaskCase task_case = {
          scenario, &OUTLAY_FACTORS_ONE, pass->option, &scenario->team[role],
          &scenario->tasks[task], pass->team->progress[stage],
        };
        guint first = first_tier (pass, role, stage, task);
        guint retry = outlay_option_retry_tier (pass->option, first);

        if (share > 0)
          outlay_attempts_add_task_apart (
            pass->attempts, &task_case, pass->lanes,
            outlay_option_tier_model (pass->option, scenario, first),
            outlay_option_tier_model (pass->option, scenario, retry),
            share, work_at (pass, stage, task, FIRST), work_at (pass, stage, task, RETRY));
      }
}

/* US dollars of one person's month at API prices. */
static double
cohort_mean (const Pass   *pass,
             const Cohort *cohort)
{
  const double *price = pass->prices[cohort->month].price;
  double cost = 0;

  for (guint task = 0; task < pass->scenario->n_tasks; task++)
    for (guint kind = 0; kind < N_KINDS; kind++)
      {
        const double *uses = work_at (pass, cohort->stage, task, kind) + OUTLAY_N_COUNTS;

        for (guint use = 0; use < pass->lanes->n_uses; use++)
          cost += price[use] * uses[use];
      }

  return cohort->each * cost;
}

/* METHOD section 7: what a person's own allowance does to a month. A pooled one
 * is judged once all of the team are known. */
static void
split_allowance (const Pass *pass,
                 Cohort     *cohort)
{
  OutlayAllowanceSplit split;
  double mean;

  if (pass->plan == NULL)
    return;

  cohort->billed = 0;
  if (pass->plan->pooled)
    return;

  mean = cohort_mean (pass, cohort);
  split = outlay_allowance_split (mean, pass->plan->allowance,
                                  pass->scenario->usage_spread);
  if (pass->plan->overage == OUTLAY_OVERAGE_STOP)
    cohort->each *= split.kept;
  else if (mean > 0)
    cohort->billed = split.excess / mean;
}

/* Sets a cell to `tasks` tasks' work. */
static void
price_work (const Pass   *pass,
            const Cohort *cohort,
            const double *work,
            double        tasks,
            double       *cell)
{
  const OutlayLanePrices *prices = &pass->prices[cohort->month];
  const double *uses = work + OUTLAY_N_COUNTS;
  double rate = pass->scenario->currency.rate;

  memset (cell, 0, OUTLAY_N_CELL_FIGURES * sizeof *cell);
  cell[OUTLAY_CELL_ATTEMPTS] = tasks * work[OUTLAY_COUNT_ATTEMPTS];
  cell[OUTLAY_CELL_TURNS] = tasks * work[OUTLAY_COUNT_TURNS];
  cell[OUTLAY_CELL_CALLS] = tasks * work[OUTLAY_COUNT_CALLS];
  cell[OUTLAY_CELL_ACCEPTED] = tasks * work[OUTLAY_COUNT_ACCEPTED];
  cell[OUTLAY_CELL_STOPPED] = tasks * work[OUTLAY_COUNT_STOPPED];
  cell[OUTLAY_CELL_VALUE] = tasks * work[OUTLAY_COUNT_MINUTES_SAVED] *
                            cohort->minute * cohort->growth;
  cell[OUTLAY_CELL_REVIEW] = tasks * work[OUTLAY_COUNT_MINUTES_REVIEW] * cohort->minute;

  for (guint use = 0; use < pass->lanes->n_uses; use++)
    if (prices->is_billed[use])
      {
        OutlayTokenClass token_class = prices->billed_as[use];
        double tokens = tasks * uses[use];
        double money = tokens * prices->price[use] * rate;

        cell[OUTLAY_CELL_TOKENS + token_class] += tokens;
        cell[OUTLAY_CELL_API + token_class] += money;
        cell[OUTLAY_CELL_PAID + token_class] += money * cohort->billed;
      }
}

static void
add_cell (double       *sum,
          const double *cell)
{
  for (guint figure = 0; figure < OUTLAY_N_CELL_FIGURES; figure++)
    sum[figure] += cell[figure];
}

/* One kind of task: its first attempts and its later ones. */
static void
add_task (const Pass   *pass,
          const Cohort *cohort,
          guint         task)
{
  double *role_cell = cell_at (pass, OUTLAY_SPLIT_ROLE, cohort->role, cohort->month);
  double tasks = cohort->people * cohort->each;
  guint tier = first_tier (pass, cohort->role, cohort->stage, task);

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      const double *work = work_at (pass, cohort->stage, task, kind);
      double cell[OUTLAY_N_CELL_FIGURES];
      guint row;

      if (kind == RETRY)
        tier = outlay_option_retry_tier (pass->option, tier);
      if (work[OUTLAY_COUNT_ATTEMPTS] <= 0)
        continue;

      row = outlay_breakdown_tier_row (pass->breakdown, task, tier);
      price_work (pass, cohort, work, tasks, cell);
      /* A first attempt's weight is the share of the task in the mix. */
      if (kind == FIRST)
        cell[OUTLAY_CELL_TASKS] = tasks * work[OUTLAY_COUNT_ATTEMPTS];
      add_cell (cell_at (pass, OUTLAY_SPLIT_TIER, row, cohort->month), cell);
      add_cell (role_cell, cell);
    }
}

static void
add_role (Pass  *pass,
          guint  role)
{
  const OutlayScenario *scenario = pass->scenario;
  const OutlayRole *who = &scenario->team[role];

  fill_work (pass, role);

  for (guint month = 0; month < pass->team->n_months; month++)
    for (guint stage = 0; stage < pass->team->n_stages; stage++)
      {
        Cohort cohort = {
          .month = month,
          .role = role,
          .stage = stage,
          .people = outlay_team_months_active (pass->team, role, month)[stage],
          .each = who->tasks_per_day * scenario->active_days,
          .minute = who->hourly_wage / 60 * scenario->currency.rate,
          .growth = 1 + scenario->value_growth * pass->team->progress[stage],
          .billed = 1,
        };

        if (cohort.people <= 0)
          continue;

        cell_at (pass, OUTLAY_SPLIT_ROLE, role, month)[OUTLAY_CELL_PEOPLE] += cohort.people;
        split_allowance (pass, &cohort);
        for (guint task = 0; task < scenario->n_tasks; task++)
          add_task (pass, &cohort, task);
      }
}

/* What a pooled allowance does to one cell: `kept` of the work is done, and
 * `billed` of its API prices is paid. */
static void
share_pool (double *cell,
            double  kept,
            double  billed)
{
  for (guint figure = OUTLAY_CELL_TASKS; figure < OUTLAY_N_CELL_FIGURES; figure++)
    cell[figure] *= kept;
  for (guint token_class = 0; token_class < OUTLAY_N_TOKEN_CLASSES; token_class++)
    cell[OUTLAY_CELL_PAID + token_class] = cell[OUTLAY_CELL_API + token_class] * billed;
}

static double
api_cost (const double *cell)
{
  double cost = 0;

  for (guint token_class = 0; token_class < OUTLAY_N_TOKEN_CLASSES; token_class++)
    cost += cell[OUTLAY_CELL_API + token_class];

  return cost;
}

/* METHOD section 7: a pooled allowance is judged on the team's month. */
static void
split_pool (const Pass *pass,
            guint       month,
            double      people,
            gint64      seats)
{
  const guint *n_rows = pass->breakdown->n_rows;
  gboolean stops = pass->plan->overage == OUTLAY_OVERAGE_STOP;
  OutlayAllowanceSplit split;
  double mean = 0, kept, billed;

  for (guint role = 0; role < n_rows[OUTLAY_SPLIT_ROLE]; role++)
    mean += api_cost (cell_at (pass, OUTLAY_SPLIT_ROLE, role, month));
  mean /= pass->scenario->currency.rate;

  split = outlay_allowance_split (mean, pass->plan->allowance * (double) seats,
                                  pass->scenario->usage_spread / sqrt (people));
  kept = stops ? split.kept : 1;
  billed = stops || mean <= 0 ? 0 : split.excess / mean;

  for (guint role = 0; role < n_rows[OUTLAY_SPLIT_ROLE]; role++)
    share_pool (cell_at (pass, OUTLAY_SPLIT_ROLE, role, month), kept, billed);
  for (guint row = 0; row < n_rows[OUTLAY_SPLIT_TIER]; row++)
    share_pool (cell_at (pass, OUTLAY_SPLIT_TIER, row, month), kept, billed);
}

/* Seats are paid for by people, whatever they do: each role has its share. */
static void
add_fees (const Pass *pass,
          guint       month,
          double      people,
          gint64      seats)
{
  double fee = pass->plan->fee * pass->scenario->currency.rate;

  for (guint role = 0; role < pass->scenario->n_team; role++)
    {
      double *cell = cell_at (pass, OUTLAY_SPLIT_ROLE, role, month);
      double share = cell[OUTLAY_CELL_PEOPLE] / people;

      cell[OUTLAY_CELL_SEATS] = (double) seats * share;
      cell[OUTLAY_CELL_FEES] = (double) seats * fee * share;
    }
}

static void
add_plan (const Pass *pass)
{
  const OutlayOptionEstimate *estimate = NULL;

  for (guint i = 0; i < pass->breakdown->estimate->n_options; i++)
    if (pass->breakdown->estimate->options[i].option == pass->option)
      estimate = &pass->breakdown->estimate->options[i];

  for (guint month = 0; month < pass->team->n_months; month++)
    {
      /* The estimate's own sum: seats step where it passes a whole number. */
      double people = estimate->monthly[OUTLAY_FIGURE_PEOPLE][month];
      gint64 seats = outlay_plan_seats (pass->plan, people);

      if (people <= 0)
        continue;

      if (pass->plan->pooled)
        split_pool (pass, month, people, seats);
      add_fees (pass, month, people, seats);
    }
}

static void
price_months (Pass       *pass,
              OutlayPool *pool)
{
  guint n_uses = pass->lanes->n_uses;

  pass->prices = outlay_pool_alloc0 (pool, pass->team->n_months, sizeof *pass->prices);
  for (guint month = 0; month < pass->team->n_months; month++)
    {
      OutlayLanePrices *prices = &pass->prices[month];

      prices->price = outlay_pool_alloc0 (pool, n_uses, sizeof *prices->price);
      prices->billed_as = outlay_pool_alloc0 (pool, n_uses, sizeof *prices->billed_as);
      prices->is_billed = outlay_pool_alloc0 (pool, n_uses, sizeof *prices->is_billed);
      outlay_lanes_price (pass->lanes, pass->scenario, pass->option, (int) month + 1, prices);
    }
}

/**
 * outlay_breakdown_fill:
 * @breakdown: a breakdown of zeroed cells
 *
 * Fills the months of %OUTLAY_SPLIT_ROLE and %OUTLAY_SPLIT_TIER, but for what is
 * a sum of other figures.
 */
void
outlay_breakdown_fill (OutlayBreakdown *breakdown)
{
  const OutlayScenario *scenario = breakdown->estimate->scenario;
  g_autoptr (OutlayPool) scratch = outlay_pool_new ();
  g_autoptr (OutlayAttempts) attempts = outlay_attempts_new (scenario);
  Pass pass = {
    .breakdown = breakdown,
    .scenario = scenario,
    .option = breakdown->option,
    .plan = breakdown->plan,
    .attempts = attempts,
  };

  pass.team = outlay_team_months_new (scratch, scenario, &OUTLAY_FACTORS_ONE);
  pass.lanes = outlay_lanes_new (scratch, scenario, pass.option);
  pass.work_size = OUTLAY_N_COUNTS + pass.lanes->n_uses;
  pass.work = outlay_pool_alloc0 (scratch,
                                  (gsize) pass.team->n_stages * scenario->n_tasks *
                                  N_KINDS * pass.work_size, sizeof (double));
  price_months (&pass, scratch);

  for (guint role = 0; role < scenario->n_team; role++)
    if (scenario->team[role].people > 0)
      add_role (&pass, role);
  if (pass.plan != NULL)
    add_plan (&pass);
}
