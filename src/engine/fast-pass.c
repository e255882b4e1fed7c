/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10, for many draws: four at a time, what a mean task costs is
 * read off the tables, then summed over people and months as sections 2, 3 and 7
 * have it.
 *
 * This file is compiled twice. */
#include "fast-private.h"

#include "plans.h"
#include "wide.h"

#include <math.h>

/* Four draws under way. Arrays by epoch and profile come first by epoch. */
typedef struct
{
  const OutlayFastFutures *futures;
  OutlayQuad               factor[OUTLAY_N_FACTORS];
  OutlayQuad              *read;     /* (owned): values of each draw in turn */
  OutlayQuad              *values;   /* (owned): the same, by value */
  OutlayQuad              *terms;    /* (owned): by span, stage and term */
  OutlayQuad              *active;   /* (owned): A(x), by x - 1 */
  OutlayQuad              *starters; /* (owned): A(x) - A(x - 1), by x - 1 */
  OutlayQuad              *task;     /* (owned): a mean task's cost, by epoch, profile and stage */
  OutlayQuad              *person;   /* (owned): by epoch, profile and month from joining: tasks
                                        of all who are active, times their cost */
  OutlayQuad              *people;   /* (owned): by month */
  OutlayQuad              *api;      /* (owned): by month: US dollars at the cards' prices */
  OutlayQuad              *excess;   /* (owned): by role and stage */
} Pass;

static void
pass_init (Pass                    *pass,
           const OutlayFastFutures *futures)
{
  const OutlayCostCases *cases = futures->cases;
  gsize n_sets = (gsize) futures->n_levels * cases->profiles->len;
  guint n_values = futures->tables->n_values;

  *pass = (Pass) { .futures = futures };
  pass->read = g_new (OutlayQuad, n_values);
  pass->values = g_new (OutlayQuad, n_values);
  pass->terms = g_new (OutlayQuad, (gsize) cases->spans->len * futures->n_stages *
                                   futures->tables->n_terms);
  pass->active = g_new (OutlayQuad, futures->n_months);
  pass->starters = g_new (OutlayQuad, futures->n_months);
  pass->task = g_new (OutlayQuad, n_sets * futures->n_stages);
  pass->person = g_new (OutlayQuad, n_sets * futures->n_months);
  pass->people = g_new (OutlayQuad, futures->n_months);
  pass->api = g_new (OutlayQuad, futures->n_months);
  pass->excess = g_new (OutlayQuad, (gsize) cases->scenario->n_team * futures->n_stages);
}

static void
pass_clear (Pass *pass)
{
  g_free (pass->read);
  g_free (pass->values);
  g_free (pass->terms);
  g_free (pass->active);
  g_free (pass->starters);
  g_free (pass->task);
  g_free (pass->person);
  g_free (pass->people);
  g_free (pass->api);
  g_free (pass->excess);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, pass_clear)

/* Section 2: who is active, x months after joining. */
static void
set_people (Pass *pass)
{
  const OutlayFastFutures *futures = pass->futures;
  const OutlayScenario *scenario = futures->cases->scenario;
  OutlayQuad before = outlay_quad_all (0);

  for (guint month = 0; month < futures->n_months; month++)
    {
      pass->active[month] = outlay_quad_min (outlay_quad_all (1),
                                             futures->planned[month] *
                                               pass->factor[OUTLAY_FACTOR_ADOPTION]);
      pass->starters[month] = pass->active[month] - before;
      before = pass->active[month];
      pass->people[month] = outlay_quad_all (0);
    }

  for (guint i = 0; i < scenario->n_team; i++)
    for (guint month = (guint) scenario->team[i].joins - 1; month < futures->n_months; month++)
      pass->people[month] += scenario->team[i].people *
                             pass->active[month + 1 - (guint) scenario->team[i].joins];
}

/* Chebyshev's polynomials at the progress of each stage. */
static void
set_terms (Pass *pass)
{
  const OutlayFastFutures *futures = pass->futures;
  const OutlayCostCases *cases = futures->cases;
  guint n_terms = futures->tables->n_terms;
  OutlayQuad *term = pass->terms;

  for (guint i = 0; i < cases->spans->len; i++)
    {
      const OutlaySpan *span = &g_array_index (cases->spans, OutlaySpan, i);
      double half = (span->high - span->low) / 2;

      for (guint stage = 0; stage < futures->n_stages; stage++, term += n_terms)
        {
          OutlayQuad progress = cases->team->progress[stage] *
                                pass->factor[OUTLAY_FACTOR_LEARNING];
          OutlayQuad x = half > 0 ? (progress - span->low) / half - 1 : outlay_quad_all (0);

          term[0] = outlay_quad_all (1);
          if (n_terms > 1)
            term[1] = x;
          for (guint k = 2; k < n_terms; k++)
            term[k] = 2 * x * term[k - 1] - term[k - 2];
        }
    }
}

/* Section 5: the chance of a cold cache. */
static OutlayQuad
get_cold (const Pass       *pass,
          const OutlayWork *work)
{
  const OutlayCacheWarmth *warmth = &pass->futures->cases->scenario->cache_warmth;
  double warm = work->option->cache == OUTLAY_CACHE_1H ? warmth->warm_1h : warmth->warm_5m;

  return 1 - outlay_quad_min (outlay_quad_all (1), warm * pass->factor[OUTLAY_FACTOR_WARMTH]);
}

/* What a mean task of one profile costs at each stage. */
static void
set_task_costs (Pass             *pass,
                const OutlayWork *work,
                guint             epoch,
                guint             profile,
                OutlayQuad       *task)
{
  const OutlayFastFutures *futures = pass->futures;
  guint n_terms = futures->tables->n_terms;
  OutlayQuad cold = get_cold (pass, work);
  OutlayQuad cost[OUTLAY_MOST_TERMS];
  guint filled = G_MAXUINT;

  for (guint stage = 0; stage < futures->n_stages; stage++)
    {
      guint group = work->group[stage];
      const OutlayQuad *term = pass->terms +
        ((gsize) work->groups[group] * futures->n_stages + stage) * n_terms;
      OutlayQuad sum = outlay_quad_all (0);

      if (group != filled)
        {
          const OutlayQuad *values = pass->values + 2 * n_terms *
            outlay_work_get_set (futures->cases, work, epoch, profile, group);

          for (guint k = 0; k < n_terms; k++)
            cost[k] = values[k] + cold * values[n_terms + k];
          filled = group;
        }

      for (guint k = 0; k < n_terms; k++)
        sum += cost[k] * term[k];
      task[stage] = sum;
    }
}

/* Sums a cost by stage over all who have started, for each month from joining.
 * The last stage stands for all later ones. */
static void
sum_starters (const Pass       *pass,
              const OutlayQuad *by_stage,
              OutlayQuad       *by_month)
{
  guint last = pass->futures->n_stages - 1;

  for (guint month = 0; month < pass->futures->n_months; month++)
    {
      OutlayQuad sum = outlay_quad_all (0);

      for (guint stage = 0; stage < last && stage <= month; stage++)
        sum += pass->starters[month - stage] * by_stage[stage];
      if (month >= last)
        sum += pass->active[month - last] * by_stage[last];
      by_month[month] = sum;
    }
}

static void
set_work (Pass             *pass,
          const OutlayWork *work)
{
  const OutlayFastFutures *futures = pass->futures;
  const OutlayCostCases *cases = futures->cases;
  const OutlayScenario *scenario = cases->scenario;
  guint n_profiles = cases->profiles->len;

  for (guint epoch = 0; epoch < work->n_epochs; epoch++)
    for (guint profile = 0; profile < n_profiles; profile++)
      {
        gsize set = (gsize) epoch * n_profiles + profile;
        OutlayQuad *task = pass->task + set * futures->n_stages;

        set_task_costs (pass, work, epoch, profile, task);
        sum_starters (pass, task, pass->person + set * futures->n_months);
      }

  for (guint month = 0; month < futures->n_months; month++)
    {
      OutlayQuad sum = outlay_quad_all (0);

      for (guint i = 0; i < scenario->n_team; i++)
        {
          const OutlayRole *role = &scenario->team[i];

          if (cases->role_profile[i] != OUTLAY_NONE && month + 1 >= (guint) role->joins)
            sum += role->people * role->tasks_per_day *
                   pass->person[((gsize) work->epoch[month] * n_profiles +
                                 (guint) cases->role_profile[i]) * futures->n_months +
                                month + 1 - (guint) role->joins];
        }
      pass->api[month] = scenario->active_days * pass->factor[OUTLAY_FACTOR_TASKS] * sum;
    }
}

/* Section 7: what each person of a role has above the allowance, by stage. */
static void
set_excess (Pass                   *pass,
            const OutlayFastOption *option,
            guint         epoch,
            double        drift)
{
  const OutlayFastFutures *futures = pass->futures;
  const OutlayCostCases *cases = futures->cases;
  const OutlayScenario *scenario = cases->scenario;

  for (guint i = 0; i < scenario->n_team; i++)
    for (guint stage = 0; stage < futures->n_stages && cases->role_profile[i] != OUTLAY_NONE;
         stage++)
      {
        gsize set = (gsize) epoch * cases->profiles->len + (guint) cases->role_profile[i];
        OutlayQuad mean = scenario->team[i].tasks_per_day * scenario->active_days * drift *
                          pass->factor[OUTLAY_FACTOR_TASKS] *
                          pass->task[set * futures->n_stages + stage];
        OutlayQuad *excess = &pass->excess[(gsize) i * futures->n_stages + stage];

        for (guint j = 0; j < OUTLAY_QUAD_SIZE; j++)
          (*excess)[j] = outlay_excess_read (option->excess, mean[j]);
      }
}

/* The excess of all people in a month, in US dollars. */
static OutlayQuad
sum_excess (const Pass *pass,
            guint       month)
{
  const OutlayFastFutures *futures = pass->futures;
  const OutlayScenario *scenario = futures->cases->scenario;
  guint last = futures->n_stages - 1;
  OutlayQuad total = outlay_quad_all (0);

  for (guint i = 0; i < scenario->n_team; i++)
    {
      const OutlayQuad *excess = pass->excess + (gsize) i * futures->n_stages;
      guint joins = (guint) scenario->team[i].joins - 1;
      OutlayQuad sum = outlay_quad_all (0);

      if (futures->cases->role_profile[i] == OUTLAY_NONE || month < joins)
        continue;

      for (guint stage = 0; stage < last && stage <= month - joins; stage++)
        sum += pass->starters[month - joins - stage] * excess[stage];
      if (month - joins >= last)
        sum += pass->active[month - joins - last] * excess[last];
      total += scenario->team[i].people * sum;
    }

  return total;
}

/* What lies above a pooled allowance, which the team's month is held against. */
static double
get_pooled_excess (const Pass       *pass,
                   const OutlayPlan *plan,
                   double            mean,
                   double            people,
                   gint64            seats)
{
  if (people <= 0)
    return 0;

  return outlay_allowance_split (mean, plan->allowance * (double) seats,
                                 pass->futures->cases->scenario->usage_spread /
                                   sqrt (people)).excess;
}

static OutlayQuad
get_plan_cost (const Pass   *pass,
               const OutlayFastOption *option,
               guint         month,
               OutlayQuad    excess)
{
  const OutlayPlan *plan = option->plan;
  gboolean bills_pool = plan->pooled && plan->overage == OUTLAY_OVERAGE_API;
  OutlayQuad cost;

  for (guint j = 0; j < OUTLAY_QUAD_SIZE; j++)
    {
      double people = pass->people[month][j];
      gint64 seats = outlay_plan_seats (plan, people);
      double above = excess[j];

      if (bills_pool)
        above = get_pooled_excess (pass, plan, pass->api[month][j] *
                                               pass->futures->drift[month], people, seats);
      cost[j] = (plan->fee * (double) seats + above) *
                pass->futures->cases->scenario->currency.rate;
    }

  return cost;
}

static void
put_plan (Pass         *pass,
          const OutlayFastOption *option,
          double       *costs)
{
  const OutlayFastFutures *futures = pass->futures;
  const OutlayWork *work = &g_array_index (futures->cases->works, OutlayWork, option->work);

  for (guint month = 0; month < futures->n_months; month++)
    {
      OutlayQuad excess = outlay_quad_all (0);

      if (option->excess != NULL)
        {
          /* It changes with the prices alone. */
          if (month == 0 || work->epoch[month] != work->epoch[month - 1] ||
              futures->drift[month] != futures->drift[month - 1])
            set_excess (pass, option, work->epoch[month], futures->drift[month]);
          excess = sum_excess (pass, month);
        }

      *(OutlayQuad *) (gpointer) (costs + (gsize) month * OUTLAY_BATCH_SIZE) =
        get_plan_cost (pass, option, month, excess);
    }
}

static void
put_options (Pass    *pass,
             guint    work,
             double  *costs)
{
  const OutlayFastFutures *futures = pass->futures;

  for (guint i = 0; i < futures->n_options; i++)
    {
      const OutlayFastOption *option = &futures->options[i];
      double *rows = costs + (gsize) option->row * futures->n_months * OUTLAY_BATCH_SIZE;

      if (option->work != work)
        continue;

      if (option->plan != NULL)
        put_plan (pass, option, rows);
      else
        for (guint month = 0; month < futures->n_months; month++)
          *(OutlayQuad *) (gpointer) (rows + (gsize) month * OUTLAY_BATCH_SIZE) =
            option->month_factor[month] * pass->api[month];
    }
}

/**
 * outlay_fast_pass_run:
 * @futures: the futures
 * @batch: drawn factors
 * @costs: (out caller-allocates): as in outlay_futures_fill_costs()
 */
void
OUTLAY_WIDE (outlay_fast_pass_run) (const OutlayFastFutures *futures,
                                    const OutlayBatch       *batch,
                                    double                  *costs)
{
  g_auto (Pass) pass;

  pass_init (&pass, futures);
  for (guint draw = 0; draw < batch->n; draw += OUTLAY_QUAD_SIZE)
    {
      /* A last four that are not all there repeat the last draw. */
      for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
        for (guint j = 0; j < OUTLAY_QUAD_SIZE; j++)
          pass.factor[i][j] = batch->value[i][MIN (draw + j, batch->n - 1)];

      OUTLAY_WIDE (outlay_fast_values_read) (futures->tables, pass.factor, pass.read,
                                             pass.values);
      set_people (&pass);
      set_terms (&pass);
      for (guint work = 0; work < futures->cases->works->len; work++)
        {
          set_work (&pass, &g_array_index (futures->cases->works, OutlayWork, work));
          put_options (&pass, work, costs + draw);
        }
    }
}
