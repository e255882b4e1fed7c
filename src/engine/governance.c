/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the checks page asks of one option's breakdown. */
#include "governance.h"

#include <math.h>

static double
quotient (double above,
          double below)
{
  return below != 0 ? above / below : NAN;
}

static const double *
tier_cell (const OutlayBreakdown *breakdown,
           guint                  task,
           guint                  tier)
{
  return outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_TIER,
                                    outlay_breakdown_tier_row (breakdown, task, tier),
                                    OUTLAY_PERIOD);
}

static const OutlayPriceBlock *
first_prices (const OutlayBreakdown *breakdown,
              guint                  tier)
{
  const OutlayScenario *scenario = breakdown->estimate->scenario;

  return &outlay_model_get_card (outlay_breakdown_tier_model (breakdown, tier),
                                 outlay_scenario_get_date (scenario, 1))->base;
}

/* The highest price of output, then of input, in the first month's card. */
static guint
find_dearest (const OutlayBreakdown *breakdown)
{
  guint dearest = 0;

  for (guint tier = 1; tier < breakdown->n_tiers; tier++)
    {
      const OutlayPriceBlock *prices = first_prices (breakdown, tier);
      const OutlayPriceBlock *most = first_prices (breakdown, dearest);

      if (prices->output > most->output ||
          (prices->output == most->output && prices->input > most->input))
        dearest = tier;
    }

  return dearest;
}

static void
fill_tier (OutlayTierUse         *use,
           const OutlayBreakdown *breakdown,
           guint                  tier)
{
  use->model = outlay_breakdown_tier_model (breakdown, tier);
  for (guint task = 0; task < breakdown->n_rows[OUTLAY_SPLIT_TASK]; task++)
    {
      const double *cell = tier_cell (breakdown, task, tier);

      use->cost += cell[OUTLAY_CELL_COST];
      use->attempts += cell[OUTLAY_CELL_ATTEMPTS];
      use->accepted += cell[OUTLAY_CELL_ACCEPTED];
    }

  if (breakdown->plan != NULL)
    use->cost += outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_NONE, 0,
                                            OUTLAY_PERIOD)[OUTLAY_CELL_FEES];
  use->cost_per_accepted = quotient (use->cost, use->accepted);
}

/**
 * outlay_tier_discipline_init:
 * @discipline: (out caller-allocates): where the work goes
 * @breakdown: an option's breakdown
 */
void
outlay_tier_discipline_init (OutlayTierDiscipline  *discipline,
                             const OutlayBreakdown *breakdown)
{
  const OutlayTask *tasks = breakdown->estimate->scenario->tasks;
  double on_dearest = 0, on_frontier = 0;

  *discipline = (OutlayTierDiscipline) {
    .n_tiers = breakdown->n_tiers,
    .dearest = find_dearest (breakdown),
  };
  for (guint tier = 0; tier < breakdown->n_tiers; tier++)
    fill_tier (&discipline->tiers[tier], breakdown, tier);

  for (guint task = 0; task < breakdown->n_rows[OUTLAY_SPLIT_TASK]; task++)
    for (guint tier = 0; tier < breakdown->n_tiers && tasks[task].risk == OUTLAY_RISK_LOW; tier++)
      {
        const double *cell = tier_cell (breakdown, task, tier);
        const OutlayModel *model = discipline->tiers[tier].model;

        discipline->low_risk_attempts += cell[OUTLAY_CELL_ATTEMPTS];
        if (model->model_class == OUTLAY_CLASS_FRONTIER)
          on_frontier += cell[OUTLAY_CELL_ATTEMPTS];
        if (model == discipline->tiers[discipline->dearest].model)
          {
            on_dearest += cell[OUTLAY_CELL_ATTEMPTS];
            discipline->low_risk_dearest_cost += cell[OUTLAY_CELL_COST];
          }
      }

  discipline->low_risk_dearest = quotient (on_dearest, discipline->low_risk_attempts);
  discipline->low_risk_frontier = quotient (on_frontier, discipline->low_risk_attempts);
}

/**
 * outlay_second_look_init:
 * @look: (out caller-allocates): what rules of governance would ask
 * @breakdown: an option's breakdown
 * @task: which of the scenario's tasks, from 0
 */
void
outlay_second_look_init (OutlaySecondLook      *look,
                         const OutlayBreakdown *breakdown,
                         guint                  task)
{
  const OutlayModel *dearest =
    outlay_breakdown_tier_model (breakdown, find_dearest (breakdown));
  gboolean asks = breakdown->n_tiers > 1 || dearest->model_class == OUTLAY_CLASS_FRONTIER;
  const double *all =
    outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_TASK, task, OUTLAY_PERIOD);

  *look = (OutlaySecondLook) {
    .task = &breakdown->estimate->scenario->tasks[task],
    .tasks = all[OUTLAY_CELL_TASKS],
  };
  look->review_minutes = look->task->minutes_review;

  for (guint tier = 0; tier < breakdown->n_tiers && asks; tier++)
    if (outlay_breakdown_tier_model (breakdown, tier) == dearest)
      {
        const double *cell = tier_cell (breakdown, task, tier);

        look->dearest_attempts += cell[OUTLAY_CELL_ATTEMPTS];
        look->dearest_cost += cell[OUTLAY_CELL_COST];
      }

  look->needs_review = look->task->risk == OUTLAY_RISK_HIGH;
  look->needs_reason = !look->needs_review && look->dearest_attempts > 0;
}

static int
compare_uses (gconstpointer a,
              gconstpointer b)
{
  const OutlayRoleUse *x = a;
  const OutlayRoleUse *y = b;

  return (x->tokens < y->tokens) - (x->tokens > y->tokens);
}

/* The rank of a value among all, from 1; ties share their mean rank. */
static double
get_rank (const double *values,
          guint         n_values,
          guint         at)
{
  double below = 0, equal = 0;

  for (guint i = 0; i < n_values; i++)
    {
      below += values[i] < values[at];
      equal += values[i] == values[at];
    }

  return below + (equal + 1) / 2;
}

/* Spearman's: the correlation of the ranks. */
static double
correlate_ranks (const double *x,
                 const double *y,
                 guint         n)
{
  double mean = (n + 1) / 2.0;
  double xx = 0, yy = 0, xy = 0;

  for (guint i = 0; i < n; i++)
    {
      double dx = get_rank (x, n, i) - mean;
      double dy = get_rank (y, n, i) - mean;

      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }

  return xx > 0 && yy > 0 ? xy / sqrt (xx * yy) : NAN;
}

static void
fill_uses (OutlayHeavyUse        *use,
           const OutlayBreakdown *breakdown)
{
  guint n_roles = breakdown->n_rows[OUTLAY_SPLIT_ROLE];

  use->uses = g_new0 (OutlayRoleUse, n_roles);
  for (guint role = 0; role < n_roles; role++)
    {
      const double *cell =
        outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_ROLE, role, OUTLAY_PERIOD);
      double tokens = 0;

      for (guint i = 0; i < OUTLAY_N_TOKEN_CLASSES; i++)
        tokens += cell[OUTLAY_CELL_TOKENS + i];
      if (cell[OUTLAY_CELL_PEOPLE] > 0)
        use->uses[use->n_uses++] = (OutlayRoleUse) {
          .role = &breakdown->estimate->scenario->team[role],
          .tokens = tokens / cell[OUTLAY_CELL_PEOPLE],
          .cost = cell[OUTLAY_CELL_API_COST] / cell[OUTLAY_CELL_PEOPLE],
        };
    }

  if (use->n_uses > 1)
    qsort (use->uses, use->n_uses, sizeof *use->uses, compare_uses);
}

/**
 * outlay_heavy_use_init:
 * @use: (out caller-allocates): who uses how much; clear it with
 *   outlay_heavy_use_clear()
 * @breakdown: an option's breakdown
 */
void
outlay_heavy_use_init (OutlayHeavyUse        *use,
                       const OutlayBreakdown *breakdown)
{
  g_autofree double *tokens = NULL, *wages = NULL;

  *use = (OutlayHeavyUse) { 0 };
  fill_uses (use, breakdown);

  tokens = g_new (double, use->n_uses);
  wages = g_new (double, use->n_uses);
  use->heaviest_is_best_paid = use->n_uses > 0;
  for (guint i = 0; i < use->n_uses; i++)
    {
      tokens[i] = use->uses[i].tokens;
      wages[i] = use->uses[i].role->hourly_wage;
      use->heaviest_is_best_paid = use->heaviest_is_best_paid && wages[i] <= wages[0];
    }

  use->correlation = correlate_ranks (tokens, wages, use->n_uses);
}

void
outlay_heavy_use_clear (OutlayHeavyUse *use)
{
  g_clear_pointer (&use->uses, g_free);
}
