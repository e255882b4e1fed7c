/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 3 to 7, taken apart into what differs between draws and what
 * does not. */
#include "cost-cases.h"

#include "learning.h"
#include "mix.h"
#include "wages.h"

#include <math.h>
#include <string.h>

static const OutlayRange *
get_range (const OutlayCostCases *cases,
           OutlayFactor           factor)
{
  return &cases->scenario->uncertainty[factor];
}

/* Where tasks of two roles differ in nothing. */
static gboolean
same_profile (const OutlayScenario *scenario,
              const OutlayRole     *a,
              const OutlayRole     *b)
{
  if (a->expertise != b->expertise || (a->mix == NULL) != (b->mix == NULL))
    return FALSE;
  if (scenario->wage_effect.enabled && a->hourly_wage != b->hourly_wage)
    return FALSE;

  return a->mix == NULL || memcmp (a->mix, b->mix, scenario->n_tasks * sizeof *a->mix) == 0;
}

static void
add_profiles (OutlayCostCases *cases)
{
  const OutlayScenario *scenario = cases->scenario;

  for (guint i = 0; i < scenario->n_team; i++)
    {
      OutlayProfile profile = { &scenario->team[i] };
      guint j = 0;

      cases->role_profile[i] = OUTLAY_NONE;
      if (profile.role->people <= 0)
        continue;

      while (j < cases->profiles->len &&
             !same_profile (scenario, profile.role,
                            g_array_index (cases->profiles, OutlayProfile, j).role))
        j++;
      if (j == cases->profiles->len)
        g_array_append_val (cases->profiles, profile);
      cases->role_profile[i] = (int) j;
    }
}

/* Whether the factor on learning can take a learnt share below 0. */
gboolean
outlay_cost_cases_clip_shares (const OutlayCostCases *cases)
{
  const OutlayScenario *scenario = cases->scenario;
  g_autofree double *shares = g_new (double, scenario->n_tasks);
  g_autofree double *starts = g_new (double, scenario->n_tasks);
  double high = get_range (cases, OUTLAY_FACTOR_LEARNING)->high;

  for (guint i = 0; i < cases->profiles->len; i++)
    {
      const OutlayRole *role = g_array_index (cases->profiles, OutlayProfile, i).role;

      outlay_role_mix (scenario, role, 0, 1, starts);
      outlay_role_mix (scenario, role, 1, 1, shares);
      for (guint j = 0; j < scenario->n_tasks; j++)
        if (starts[j] + (shares[j] - starts[j]) * high < 0)
          return TRUE;
    }

  return FALSE;
}

static guint
add_span (OutlayCostCases *cases,
          int              stage,
          double           low,
          double           high)
{
  OutlaySpan span = { stage, low, high };

  for (guint i = 0; i < cases->spans->len; i++)
    {
      const OutlaySpan *known = &g_array_index (cases->spans, OutlaySpan, i);

      if (known->stage == stage && known->low == low && known->high == high)
        return i;
    }
  g_array_append_val (cases->spans, span);

  return cases->spans->len - 1;
}

/* The span of the stages from @first up to but not @end. */
static guint
add_span_of (OutlayCostCases *cases,
             guint            first,
             guint            end,
             gboolean         alone)
{
  const OutlayRange *range = get_range (cases, OUTLAY_FACTOR_LEARNING);
  double low = INFINITY, high = 0;

  for (guint stage = first; stage < end; stage++)
    {
      low = MIN (low, cases->team->progress[stage] * range->low);
      high = MAX (high, cases->team->progress[stage] * range->high);
    }

  return add_span (cases, alone ? (int) first : OUTLAY_NONE, low, high);
}

/* Parts the stages of a work: at the end of its learning tier, or one by one
 * where shares cannot be told from the progress alone. */
static void
set_groups (OutlayCostCases *cases,
            OutlayPool      *pool,
            OutlayWork      *work,
            gboolean         clips)
{
  guint n_stages = cases->team->n_stages;
  const OutlayLearningTier *tier = work->option->learning_tier;
  guint first = 0;

  work->groups = outlay_pool_alloc0 (pool, n_stages, sizeof *work->groups);
  work->group = outlay_pool_alloc0 (pool, n_stages, sizeof *work->group);
  while (first < n_stages)
    {
      guint end = clips ? first + 1 : n_stages;

      if (tier != NULL && first < (guint) tier->months)
        end = MIN (end, (guint) tier->months);
      for (guint stage = first; stage < end; stage++)
        work->group[stage] = work->n_groups;
      work->groups[work->n_groups++] = add_span_of (cases, first, end, clips);
      first = end;
    }
}

static gboolean
same_family (const OutlayFamily *a,
             const OutlayFamily *b)
{
  guint n_blocks = outlay_price_card_count_blocks (a->card, a->tokens.limit);

  if (memcmp (&a->tokens, &b->tokens, sizeof a->tokens) != 0 ||
      outlay_price_card_count_blocks (b->card, b->tokens.limit) != n_blocks)
    return FALSE;

  for (guint i = 0; i + 1 < n_blocks; i++)
    if (a->card->long_context[i].threshold != b->card->long_context[i].threshold)
      return FALSE;

  return TRUE;
}

static guint
add_family (OutlayCostCases    *cases,
            const OutlayFamily *family)
{
  OutlayFamily *known;
  guint i = 0;

  while (i < cases->families->len &&
         !same_family (&g_array_index (cases->families, OutlayFamily, i), family))
    i++;
  if (i == cases->families->len)
    g_array_append_val (cases->families, *family);

  known = &g_array_index (cases->families, OutlayFamily, i);
  known->most_mu = MAX (known->most_mu, family->most_mu);

  return i;
}

static guint
add_fare (OutlayCostCases  *cases,
          const OutlayFare *fare)
{
  for (guint i = 0; i < cases->fares->len; i++)
    {
      const OutlayFare *known = &g_array_index (cases->fares, OutlayFare, i);

      if (known->family == fare->family && known->card == fare->card &&
          known->cache == fare->cache)
        return i;
    }
  g_array_append_val (cases->fares, *fare);

  return cases->fares->len - 1;
}

/* The largest mean turns that a callee can be drawn with. */
static double
find_most_mu (const OutlayCostCases *cases,
              const OutlayRole      *role,
              double                 turns)
{
  const OutlayPair *level = &cases->scenario->expertise[role->expertise].turns;
  double most = 0;

  for (guint i = 0; i < cases->spans->len; i++)
    {
      const OutlaySpan *span = &g_array_index (cases->spans, OutlaySpan, i);

      most = MAX (most, outlay_pair_read (level, span->low));
      most = MAX (most, outlay_pair_read (level, span->high));
    }

  return MAX (1, turns * most * get_range (cases, OUTLAY_FACTOR_TURNS)->high);
}

static guint
add_callee (OutlayCostCases       *cases,
            const OutlayOption    *option,
            guint                  profile,
            guint                  task,
            const OutlayModel     *model,
            const OutlayPriceCard *card)
{
  const OutlayScenario *scenario = cases->scenario;
  const OutlayRole *role = g_array_index (cases->profiles, OutlayProfile, profile).role;
  const OutlayClassFactors *factors = &scenario->classes[model->model_class];
  OutlayTaskCase task_case = {
    scenario, &OUTLAY_FACTORS_ONE, option, role, &scenario->tasks[task], 0
  };
  OutlayCallee callee = {
    .profile = profile,
    .task = task,
    .turns = scenario->turns * scenario->tasks[task].turns * factors->turns *
             outlay_wage_turns (&scenario->wage_effect, role->hourly_wage),
    .acceptance = scenario->tasks[task].acceptance * factors->acceptance,
  };
  OutlayFamily family = {
    .tokens = outlay_task_case_tokens (&task_case, model),
    .card = card,
    .most_mu = find_most_mu (cases, role, callee.turns),
  };

  int *head;

  family.tokens.cold = 0;
  callee.fare = add_fare (cases, &(OutlayFare) { add_family (cases, &family), card,
                                                 option->cache });

  head = &cases->first_callee[profile * scenario->n_tasks + task];
  for (int i = *head; i != OUTLAY_NONE;)
    {
      const OutlayCallee *known = &g_array_index (cases->callees, OutlayCallee, i);

      if (known->fare == callee.fare && known->turns == callee.turns &&
          known->acceptance == callee.acceptance)
        return (guint) i;
      i = known->next;
    }

  callee.next = *head;
  *head = (int) cases->callees->len;
  g_array_append_val (cases->callees, callee);

  return cases->callees->len - 1;
}

static guint
get_models (const OutlayScenario  *scenario,
            const OutlayOption    *option,
            const OutlayModel    **models)
{
  if (option->kind != OUTLAY_OPTION_ROUTING)
    {
      models[0] = outlay_prices_find_model (&scenario->prices, option->model);
      return 1;
    }

  for (guint tier = 0; tier < OUTLAY_N_TIERS; tier++)
    models[tier] = outlay_prices_find_model (&scenario->prices, option->tiers[tier]);

  return OUTLAY_N_TIERS;
}

static gboolean
same_cards (const OutlayScenario *scenario,
            const OutlayOption   *option,
            guint                 month,
            guint                 other)
{
  const OutlayModel *models[OUTLAY_N_TIERS];
  guint n_models = get_models (scenario, option, models);

  for (guint i = 0; i < n_models; i++)
    if (outlay_model_get_card (models[i], outlay_scenario_get_date (scenario, (int) month + 1)) !=
        outlay_model_get_card (models[i], outlay_scenario_get_date (scenario, (int) other + 1)))
      return FALSE;

  return TRUE;
}

/* Returns: (transfer full): the first month of each epoch */
static GArray *
set_epochs (OutlayCostCases *cases,
            OutlayPool      *pool,
            OutlayWork      *work)
{
  guint n_months = (guint) cases->scenario->months;
  GArray *firsts = g_array_new (FALSE, FALSE, sizeof (guint));

  work->epoch = outlay_pool_alloc0 (pool, n_months, sizeof *work->epoch);
  for (guint month = 0; month < n_months; month++)
    {
      guint epoch = 0;

      while (epoch < firsts->len &&
             !same_cards (cases->scenario, work->option, month,
                          g_array_index (firsts, guint, epoch)))
        epoch++;
      if (epoch == firsts->len)
        g_array_append_val (firsts, month);
      work->epoch[month] = epoch;
    }
  work->n_epochs = firsts->len;

  return firsts;
}

/* Who is called for the tasks of a set, in a month of its epoch and at a stage of
 * its group. */
static void
set_callees (OutlayCostCases    *cases,
             const OutlayOption *option,
             guint               profile,
             guint               month,
             guint               stage,
             guint             (*callees)[2])
{
  const OutlayScenario *scenario = cases->scenario;
  int date = outlay_scenario_get_date (scenario, (int) month + 1);
  const OutlayRole *role = g_array_index (cases->profiles, OutlayProfile, profile).role;

  for (guint task = 0; task < scenario->n_tasks; task++)
    {
      const OutlayModel *first =
        outlay_option_first_model (option, scenario, role->expertise, task, (int) stage + 1);
      const OutlayModel *retry = outlay_option_retry_model (option, scenario, first);

      callees[task][0] = add_callee (cases, option, profile, task, first,
                                     outlay_model_get_card (first, date));
      callees[task][1] = scenario->max_attempts == 1
                           ? callees[task][0]
                           : add_callee (cases, option, profile, task, retry,
                                         outlay_model_get_card (retry, date));
    }
}

static void
add_sets (OutlayCostCases *cases,
          OutlayPool      *pool,
          OutlayWork      *work)
{
  g_autoptr (GArray) firsts = set_epochs (cases, pool, work);

  work->first = cases->sets->len;
  for (guint epoch = 0; epoch < work->n_epochs; epoch++)
    for (guint profile = 0; profile < cases->profiles->len; profile++)
      for (guint group = 0; group < work->n_groups; group++)
        {
          OutlaySet set = { profile, work->groups[group], NULL };
          guint stage = 0;

          while (work->group[stage] != group)
            stage++;
          set.callees = outlay_pool_alloc0 (pool, cases->scenario->n_tasks,
                                            sizeof *set.callees);
          set_callees (cases, work->option, profile,
                       g_array_index (firsts, guint, epoch), stage, set.callees);
          g_array_append_val (cases->sets, set);
        }
}

/* Where two options' work costs the same, but for a price factor. */
static gboolean
same_work (const OutlayOption *a,
           const OutlayOption *b)
{
  return a->kind != OUTLAY_OPTION_ROUTING && b->kind != OUTLAY_OPTION_ROUTING &&
         strcmp (a->model, b->model) == 0 && a->cache == b->cache && a->effort == b->effort;
}

static guint
add_work (OutlayCostCases    *cases,
          OutlayPool         *pool,
          const OutlayOption *option,
          gboolean            clips)
{
  OutlayWork work = { .option = option };

  for (guint i = 0; i < cases->works->len; i++)
    if (same_work (g_array_index (cases->works, OutlayWork, i).option, option))
      return i;

  set_groups (cases, pool, &work, clips);
  g_array_append_val (cases->works, work);

  return cases->works->len - 1;
}

/**
 * outlay_cost_cases_new:
 * @pool: where parts of the result lie; must outlive it
 * @estimate: the estimate
 * @wanted: (nullable): by option; or all that are not refused
 *
 * Returns: (transfer full): what has to be tabulated
 */
OutlayCostCases *
outlay_cost_cases_new (OutlayPool           *pool,
                       const OutlayEstimate *estimate,
                       const gboolean       *wanted)
{
  OutlayCostCases *cases = g_new0 (OutlayCostCases, 1);
  const OutlayScenario *scenario = estimate->scenario;
  gboolean clips;

  cases->scenario = scenario;
  cases->team = outlay_team_months_new (pool, scenario, &OUTLAY_FACTORS_ONE);
  cases->profiles = g_array_new (FALSE, FALSE, sizeof (OutlayProfile));
  cases->spans = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  cases->families = g_array_new (FALSE, FALSE, sizeof (OutlayFamily));
  cases->fares = g_array_new (FALSE, FALSE, sizeof (OutlayFare));
  cases->callees = g_array_new (FALSE, FALSE, sizeof (OutlayCallee));
  cases->works = g_array_new (FALSE, FALSE, sizeof (OutlayWork));
  cases->sets = g_array_new (FALSE, FALSE, sizeof (OutlaySet));
  cases->option_work = outlay_pool_alloc0 (pool, scenario->n_options,
                                           sizeof *cases->option_work);
  cases->role_profile = outlay_pool_alloc0 (pool, scenario->n_team,
                                            sizeof *cases->role_profile);

  add_profiles (cases);
  cases->first_callee = outlay_pool_alloc0 (pool, (gsize) cases->profiles->len *
                                            scenario->n_tasks, sizeof (int));
  for (guint i = 0; i < cases->profiles->len * scenario->n_tasks; i++)
    cases->first_callee[i] = OUTLAY_NONE;

  clips = outlay_cost_cases_clip_shares (cases);
  for (guint i = 0; i < scenario->n_options; i++)
    cases->option_work[i] =
      estimate->options[i].error == NULL && (wanted == NULL || wanted[i])
        ? (int) add_work (cases, pool, &scenario->options[i], clips) : OUTLAY_NONE;

  for (guint i = 0; i < cases->works->len; i++)
    add_sets (cases, pool, &g_array_index (cases->works, OutlayWork, i));

  return cases;
}

void
outlay_cost_cases_free (OutlayCostCases *cases)
{
  g_array_unref (cases->profiles);
  g_array_unref (cases->spans);
  g_array_unref (cases->families);
  g_array_unref (cases->fares);
  g_array_unref (cases->callees);
  g_array_unref (cases->works);
  g_array_unref (cases->sets);
  g_free (cases);
}

const OutlayLevel *
outlay_cost_cases_get_level (const OutlayCostCases *cases,
                             guint                  profile)
{
  const OutlayRole *role = g_array_index (cases->profiles, OutlayProfile, profile).role;

  return &cases->scenario->expertise[role->expertise];
}

/* The number of the set of values that tells what a work costs. */
guint
outlay_work_get_set (const OutlayCostCases *cases,
                     const OutlayWork      *work,
                     guint                  epoch,
                     guint                  profile,
                     guint                  group)
{
  return work->first + (epoch * cases->profiles->len + profile) * work->n_groups + group;
}
