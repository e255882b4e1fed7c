/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One option's months: METHOD sections 3 to 8 summed over people. */
#include "option-estimate.h"

#include "people.h"
#include "plans.h"

#include <math.h>

/* What is needed while one option is estimated. */
typedef struct
{
  const OutlayScenario   *scenario;
  const OutlayOption     *option;
  const OutlayFactors    *factors;
  const OutlayTeamMonths *team;
  OutlayLanes            *lanes;
  OutlayLanePrices        prices;    /* of the month at hand */
  double                 *work;      /* of one person's mean task, by role and stage */
  guint                   work_size; /* length of one vector of work */
} OptionPass;

static double *
work_at (const OptionPass *pass,
         guint             role,
         guint             stage)
{
  return pass->work + (gsize) (role * pass->team->n_stages + stage) * pass->work_size;
}

/* The mean task of each role and stage: the tasks' work, weighted by their shares. */
static void
fill_work (OptionPass     *pass,
           OutlayAttempts *attempts)
{
  const OutlayScenario *scenario = pass->scenario;

  for (guint role = 0; role < scenario->n_team; role++)
    for (guint stage = 0; stage < pass->team->n_stages; stage++)
      for (guint task = 0; task < scenario->n_tasks; task++)
        {
          double share = outlay_team_months_shares (pass->team, role, stage)[task];
          OutlayTaskCase task_case = {
            scenario, pass->factors, pass->option, &scenario->team[role],
            &scenario->tasks[task], pass->team->progress[stage],
          };
          const OutlayModel *first, *retry;

          /* Nobody asked whether a task fits that nobody does. */
          if (share <= 0 || scenario->team[role].people <= 0)
            continue;

          first = outlay_option_first_model (pass->option, scenario,
                                             scenario->team[role].expertise, task,
                                             (int) stage + 1);
          retry = outlay_option_retry_model (pass->option, scenario, first);
          outlay_attempts_add_task (attempts, &task_case, pass->lanes, first, retry,
                                    share, work_at (pass, role, stage));
        }
}

static void
add_tokens (OutlayOptionEstimate *estimate,
            const OptionPass     *pass,
            guint                 month,
            const double         *uses,
            double                weight)
{
  for (guint use = 0; use < pass->lanes->n_uses; use++)
    if (pass->prices.is_billed[use])
      estimate->monthly[OUTLAY_FIGURE_TOKENS + pass->prices.billed_as[use]][month] +=
        weight * uses[use];
}

/* US dollars of one mean task at API prices. */
static double
task_cost (const OptionPass *pass,
           const double     *uses)
{
  double cost = 0;

  for (guint use = 0; use < pass->lanes->n_uses; use++)
    cost += pass->prices.price[use] * uses[use];

  return cost;
}

/* Adds the month of `people` of one role and stage; returns what lies above their
 * allowance, in US dollars. */
static double
add_cohort (OutlayOptionEstimate *estimate,
            const OptionPass     *pass,
            guint                 month,
            guint                 role,
            guint                 stage,
            double                people,
            const OutlayPlan     *plan)
{
  const OutlayScenario *scenario = pass->scenario;
  const double *work = work_at (pass, role, stage);
  double rate = scenario->currency.rate;
  double minute = scenario->team[role].hourly_wage / 60 * rate;
  double growth = 1 + scenario->value_growth * pass->team->progress[stage];
  double each = scenario->team[role].tasks_per_day *
                pass->factors->value[OUTLAY_FACTOR_TASKS] * scenario->active_days;
  double mean = each * task_cost (pass, work + OUTLAY_N_COUNTS);
  OutlayAllowanceSplit split = { .excess = 0, .kept = 1 };
  double tasks = people * each;

  if (plan != NULL && !plan->pooled)
    split = outlay_allowance_split (mean, plan->allowance, scenario->usage_spread);
  if (plan != NULL && plan->overage == OUTLAY_OVERAGE_STOP)
    tasks *= split.kept;

  estimate->monthly[OUTLAY_FIGURE_PEOPLE][month] += people;
  estimate->monthly[OUTLAY_FIGURE_TASKS][month] += tasks;
  estimate->monthly[OUTLAY_FIGURE_ACCEPTED][month] += tasks * work[OUTLAY_COUNT_ACCEPTED];
  estimate->monthly[OUTLAY_FIGURE_STOPPED][month] += tasks * work[OUTLAY_COUNT_STOPPED];
  estimate->monthly[OUTLAY_FIGURE_VALUE][month] +=
    tasks * work[OUTLAY_COUNT_MINUTES_SAVED] * minute * growth;
  estimate->monthly[OUTLAY_FIGURE_REVIEW][month] +=
    tasks * work[OUTLAY_COUNT_MINUTES_REVIEW] * minute;
  estimate->monthly[OUTLAY_FIGURE_API_COST][month] +=
    tasks * task_cost (pass, work + OUTLAY_N_COUNTS) * rate;
  add_tokens (estimate, pass, month, work + OUTLAY_N_COUNTS, tasks);

  return people * split.excess;
}

/* The share of the team's work that a pooled allowance leaves undone shrinks
 * all that depends on work. */
static void
shrink_work (OutlayOptionEstimate *estimate,
             guint                 month,
             double                kept)
{
  for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
    if (figure != OUTLAY_FIGURE_COST && figure != OUTLAY_FIGURE_PEOPLE &&
        figure != OUTLAY_FIGURE_ONBOARDING)
      estimate->monthly[figure][month] *= kept;
}

/* What a plan's month costs: fees, and what lies above the allowance. */
static void
fill_plan_cost (OutlayOptionEstimate *estimate,
                const OptionPass     *pass,
                const OutlayPlan     *plan,
                guint                 month,
                double                excess)
{
  const OutlayScenario *scenario = pass->scenario;
  double rate = scenario->currency.rate;
  double people = estimate->monthly[OUTLAY_FIGURE_PEOPLE][month];
  double mean = estimate->monthly[OUTLAY_FIGURE_API_COST][month] / rate;
  gint64 seats = outlay_plan_seats (plan, people);

  if (plan->pooled && people > 0)
    {
      OutlayAllowanceSplit split =
        outlay_allowance_split (mean, plan->allowance * (double) seats,
                                scenario->usage_spread / sqrt (people));

      excess = split.excess;
      if (plan->overage == OUTLAY_OVERAGE_STOP)
        shrink_work (estimate, month, split.kept);
    }
  if (plan->overage == OUTLAY_OVERAGE_STOP)
    excess = 0;

  estimate->monthly[OUTLAY_FIGURE_COST][month] =
    (plan->fee * (double) seats + excess) * rate;
}

static void
fill_month (OutlayOptionEstimate *estimate,
            OptionPass           *pass,
            const OutlayPlan     *plan,
            guint                 month)
{
  const OutlayScenario *scenario = pass->scenario;
  double excess = 0;

  outlay_lanes_price (pass->lanes, scenario, pass->option, (int) month + 1,
                      &pass->prices);

  for (guint role = 0; role < scenario->n_team; role++)
    {
      const double *active = outlay_team_months_active (pass->team, role, month);

      for (guint stage = 0; stage < pass->team->n_stages; stage++)
        if (active[stage] > 0)
          excess += add_cohort (estimate, pass, month, role, stage, active[stage], plan);

      estimate->monthly[OUTLAY_FIGURE_ONBOARDING][month] +=
        outlay_team_months_starters (pass->team, role, month) *
        outlay_onboarding_cost (&scenario->onboarding, &scenario->team[role]) *
        scenario->currency.rate;
    }

  if (plan != NULL)
    fill_plan_cost (estimate, pass, plan, month, excess);
  else
    estimate->monthly[OUTLAY_FIGURE_COST][month] =
      estimate->monthly[OUTLAY_FIGURE_API_COST][month];
}

/* Names the largest number of people, so that a plan is not refused a second
 * time once it has seats for the first month that lacked them. */
static gboolean
check_seats (OutlayOptionEstimate *estimate,
             const OutlayPlan     *plan,
             guint                 n_months)
{
  OutlayRefusal *refusal = &estimate->refusal;

  for (guint month = 0; month < n_months; month++)
    {
      double people = estimate->monthly[OUTLAY_FIGURE_PEOPLE][month];

      if (plan->max_seats == OUTLAY_NONE ||
          outlay_plan_seats (plan, people) <= plan->max_seats)
        continue;

      refusal->seats = plan->max_seats;
      if (refusal->month == 0)
        refusal->month = (int) month + 1;
      refusal->people = MAX (refusal->people, people);
    }

  if (refusal->month == 0)
    return TRUE;

  g_set_error (&estimate->error, OUTLAY_ESTIMATE_ERROR, OUTLAY_ESTIMATE_ERROR_SEATS,
               "%" G_GINT64_FORMAT " people, the plan has %" G_GINT64_FORMAT
               " seats at most; too few from month %d",
               outlay_plan_seats (plan, refusal->people), plan->max_seats, refusal->month);

  return FALSE;
}

static double
quotient (double a,
          double b)
{
  return b != 0 ? a / b : NAN;
}

static double
month_net (const OutlayOptionEstimate *estimate,
           guint                       month)
{
  return estimate->monthly[OUTLAY_FIGURE_VALUE][month] -
         estimate->monthly[OUTLAY_FIGURE_COST][month] -
         estimate->monthly[OUTLAY_FIGURE_REVIEW][month] -
         estimate->monthly[OUTLAY_FIGURE_ONBOARDING][month];
}

/* METHOD section 8: net value, return and payback. */
static void
fill_totals (OutlayOptionEstimate *estimate,
             guint                 n_months)
{
  const double *total = estimate->total;
  gboolean started = FALSE;
  double cumulative = 0;

  for (guint month = 0; month < n_months; month++)
    {
      for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
        estimate->total[figure] += estimate->monthly[figure][month];

      cumulative += month_net (estimate, month);
      started = started || estimate->monthly[OUTLAY_FIGURE_PEOPLE][month] > 0;
      if (started && cumulative >= 0 && estimate->payback_month == 0)
        estimate->payback_month = (int) month + 1;
    }

  estimate->net = total[OUTLAY_FIGURE_VALUE] - total[OUTLAY_FIGURE_COST] -
                  total[OUTLAY_FIGURE_REVIEW] - total[OUTLAY_FIGURE_ONBOARDING];
  estimate->return_on_cost = quotient (total[OUTLAY_FIGURE_VALUE] -
                                       total[OUTLAY_FIGURE_REVIEW] -
                                       total[OUTLAY_FIGURE_ONBOARDING],
                                       total[OUTLAY_FIGURE_COST]);
  estimate->cost_per_task = quotient (total[OUTLAY_FIGURE_COST],
                                      total[OUTLAY_FIGURE_TASKS]);
  estimate->cost_per_accepted = quotient (total[OUTLAY_FIGURE_COST],
                                          total[OUTLAY_FIGURE_ACCEPTED]);
}

/**
 * outlay_option_estimate_fill:
 * @estimate: the estimate of one option, with its option set
 * @pool: where its figures lie
 * @scenario: the scenario
 * @factors: one future
 * @team: who is there each month
 * @attempts: what has been worked out so far
 * @refuse_seats: whether more people than seats is an error
 *
 * Fills in all figures, or sets the estimate's error.
 */
void
outlay_option_estimate_fill (OutlayOptionEstimate   *estimate,
                             OutlayPool             *pool,
                             const OutlayScenario   *scenario,
                             const OutlayFactors    *factors,
                             const OutlayTeamMonths *team,
                             OutlayAttempts         *attempts,
                             gboolean                refuse_seats)
{
  g_autoptr (OutlayPool) scratch = outlay_pool_new ();
  const OutlayPlan *plan = NULL;
  OptionPass pass = {
    .scenario = scenario,
    .option = estimate->option,
    .factors = factors,
    .team = team,
  };
  guint n_uses;

  pass.lanes = outlay_lanes_new (scratch, scenario, estimate->option);
  n_uses = pass.lanes->n_uses;
  pass.work_size = OUTLAY_N_COUNTS + n_uses;
  pass.work = outlay_pool_alloc0 (scratch,
                                  (gsize) scenario->n_team * team->n_stages * pass.work_size,
                                  sizeof (double));
  pass.prices.price = outlay_pool_alloc0 (scratch, n_uses, sizeof (double));
  pass.prices.billed_as = outlay_pool_alloc0 (scratch, n_uses, sizeof (OutlayTokenClass));
  pass.prices.is_billed = outlay_pool_alloc0 (scratch, n_uses, sizeof (gboolean));
  fill_work (&pass, attempts);

  for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
    estimate->monthly[figure] = outlay_pool_alloc0 (pool, team->n_months, sizeof (double));
  if (estimate->option->kind == OUTLAY_OPTION_PLAN)
    plan = outlay_prices_find_plan (&scenario->prices, estimate->option->plan);
  for (guint month = 0; month < team->n_months; month++)
    fill_month (estimate, &pass, plan, month);

  if (plan != NULL && refuse_seats && !check_seats (estimate, plan, team->n_months))
    return;

  fill_totals (estimate, team->n_months);
}
