/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 11, `economy-share`: between no first attempt moved to the
 * economy tier and all of them, cost is a straight line. So each month, or each
 * draw, tells by itself which shares it allows. */
#include "solve-private.h"

#include "simulate.h"
#include "variant.h"

#include <math.h>
#include <stdlib.h>

/* The shares that keep one cost under a budget; none where low > high. */
typedef struct
{
  double low;
  double high;
} Shares;

static Shares
find_shares (double kept,
             double moved,
             double budget)
{
  Shares shares = { 0, 1 };

  if (kept > budget && moved > budget)
    return (Shares) { 1, 0 };

  if (kept > budget)
    shares.low = (kept - budget) / (kept - moved);
  else if (moved > budget)
    shares.high = (budget - kept) / (moved - kept);

  return shares;
}

/* Enough for the last digit of a double. */
#define N_STEPS 100

/* A variant with the option as it is, then with every first attempt moved, then
 * all others: they bound the factor on tokens, so that futures are those of the
 * scenario. */
#define N_ENDS 2

static OutlayScenario *
new_variant (const OutlayScenario *scenario,
             guint                 option)
{
  g_autofree guint *options = g_new (guint, N_ENDS + scenario->n_options);
  guint n_options = 0;
  OutlayScenario *variant;
  OutlayOption *moved;

  options[n_options++] = option;
  options[n_options++] = option;
  for (guint i = 0; i < scenario->n_options; i++)
    if (i != option)
      options[n_options++] = i;
  variant = outlay_variant_new (scenario, options, n_options);
  moved = &variant->options[1];

  moved->learning_tier = NULL;
  moved->rules = outlay_pool_alloc0 (variant->pool, scenario->n_tasks, sizeof *moved->rules);
  for (guint task = 0; task < scenario->n_tasks; task++)
    for (guint level = 0; level < OUTLAY_N_LEVELS; level++)
      moved->rules[task][level] = OUTLAY_TIER_ECONOMY;

  return variant;
}

static double
dearest_month (const double *kept,
               const double *moved,
               guint         n_months,
               double        share)
{
  double dearest = 0;

  for (guint month = 0; month < n_months; month++)
    dearest = MAX (dearest, kept[month] + (moved[month] - kept[month]) * share);

  return dearest;
}

/* The share at which the dearest month is cheapest. A maximum of lines has one valley,
 * which is closed in on from both sides. */
static double
find_least_share (const double *kept,
                  const double *moved,
                  guint         n_months)
{
  double low = 0, high = 1;

  for (guint i = 0; i < N_STEPS; i++)
    {
      double third = (high - low) / 3;

      if (dearest_month (kept, moved, n_months, low + third) <
          dearest_month (kept, moved, n_months, high - third))
        high -= third;
      else
        low += third;
    }

  /* Mostly it lies at an end, which thirds only come near to. */
  if (dearest_month (kept, moved, n_months, 1) <= dearest_month (kept, moved, n_months, low))
    return 1;

  return low < 1e-12 ? 0 : low;
}

static void
solve_months (const OutlayEstimate *estimate,
              double                budget,
              OutlaySolveAnswer    *answer)
{
  const double *kept = estimate->options[0].monthly[OUTLAY_FIGURE_COST];
  const double *moved = estimate->options[1].monthly[OUTLAY_FIGURE_COST];
  Shares all = { 0, 1 };

  for (guint month = 0; month < estimate->n_months; month++)
    {
      Shares shares = find_shares (kept[month], moved[month], budget);

      all.low = MAX (all.low, shares.low);
      all.high = MIN (all.high, shares.high);
    }

  if (all.low <= all.high)
    answer->at = answer->value = all.low;
  else
    {
      answer->state = OUTLAY_ANSWER_NEVER;
      answer->at = find_least_share (kept, moved, estimate->n_months);
    }
  answer->target = budget;
  answer->reached = dearest_month (kept, moved, estimate->n_months, answer->at);
}

/* Where draws begin and cease to stay under the budget, as the share rises. */
typedef struct
{
  double share;
  int    change; /* in draws under the budget: +1 at the share, -1 past it */
} Edge;

/* In order; of equals the gains first, because both ends of a range are in it. */
static int
compare_edges (const void *a,
               const void *b)
{
  const Edge *x = a;
  const Edge *y = b;

  if (x->share != y->share)
    return x->share > y->share ? 1 : -1;

  return y->change - x->change;
}

static guint
fill_edges (const double *kept,
            const double *moved,
            guint         n_draws,
            double        budget,
            Edge         *edges)
{
  guint n = 0;

  for (guint i = 0; i < n_draws; i++)
    {
      Shares shares = find_shares (kept[i], moved[i], budget);

      if (shares.low > shares.high)
        continue;

      edges[n++] = (Edge) { shares.low, 1 };
      edges[n++] = (Edge) { shares.high, -1 };
    }
  qsort (edges, n, sizeof *edges, compare_edges);

  return n;
}

/* The least share at which enough draws stay under the budget. */
static void
solve_draws (const double      *periods,
             guint              n_draws,
             double             budget,
             double             odds,
             OutlaySolveAnswer *answer)
{
  g_autofree Edge *edges = g_new (Edge, 2 * (gsize) n_draws);
  guint n_edges = fill_edges (periods, periods + n_draws, n_draws, budget, edges);
  gint64 under = 0, most = 0;

  answer->target = odds;
  answer->state = OUTLAY_ANSWER_NEVER;
  if (odds <= 0)
    {
      answer->state = OUTLAY_ANSWER_FOUND;
      answer->at = answer->value = 0;
    }

  for (guint i = 0; i < n_edges; i++)
    {
      under += edges[i].change;
      most = MAX (most, under);
      if (i + 1 < n_edges && edges[i].change > 0 && edges[i + 1].change > 0 &&
          edges[i + 1].share == edges[i].share)
        continue;

      if ((double) under >= odds * n_draws && answer->state == OUTLAY_ANSWER_NEVER)
        {
          answer->state = OUTLAY_ANSWER_FOUND;
          answer->at = answer->value = edges[i].share;
          answer->reached = (double) under / n_draws;
        }
    }

  if (answer->state == OUTLAY_ANSWER_NEVER)
    answer->reached = (double) most / n_draws;
}

/* Answers what share of first attempts on the economy tier keeps an option in
 * budget: in its dearest month, or with a given chance over the period. */
gboolean
outlay_solve_economy_share (OutlayScenario             *scenario,
                            const OutlaySolveQuestion  *question,
                            OutlaySolveAnswer          *answer,
                            GError                    **error)
{
  guint n_draws = question->n_draws > 0 ? question->n_draws : OUTLAY_SOLVE_DRAWS;
  g_autoptr (OutlayScenario) variant = NULL;
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlaySimulator) simulator = NULL;
  g_autofree double *periods = NULL;

  if (scenario->options[question->option].kind != OUTLAY_OPTION_ROUTING)
    {
      g_set_error (error, OUTLAY_SOLVE_ERROR, OUTLAY_SOLVE_ERROR_KIND,
                   "%s has no economy tier: only a routing has",
                   scenario->options[question->option].name);
      return FALSE;
    }

  variant = new_variant (scenario, question->option);
  estimate = outlay_estimate_new (variant);
  if (!outlay_solve_check_options (estimate, N_ENDS, error))
    return FALSE;

  answer->low = 0;
  answer->high = 1;
  if (isnan (question->odds))
    {
      solve_months (estimate, question->budget, answer);
      return TRUE;
    }

  simulator = outlay_simulator_new_for_way (variant, (guint64) scenario->seed,
                                            MAX (question->n_threads, 1),
                                            OUTLAY_FUTURES_FINE);
  periods = outlay_simulator_draw_periods (simulator, n_draws);
  solve_draws (periods, n_draws, question->budget * (double) scenario->months,
               question->odds, answer);

  return TRUE;
}
