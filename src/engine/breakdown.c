/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "breakdown.h"

#include "breakdown-fill.h"
#include "options.h"

/* The months of a row lie one after another, the period behind them. */
static double *
get_cell (const OutlayBreakdown *breakdown,
          OutlaySplit            split,
          guint                  row,
          guint                  month)
{
  return breakdown->cells[split] +
         ((gsize) row * (breakdown->n_months + 1) + month) * OUTLAY_N_CELL_FIGURES;
}

/**
 * outlay_breakdown_get_cell:
 * @breakdown: a breakdown
 * @split: by what it is split
 * @row: which row of the split, from 0
 * @month: which month, from 0, or %OUTLAY_PERIOD
 *
 * Returns: (transfer none) (array fixed-size=OUTLAY_N_CELL_FIGURES): its figures
 */
const double *
outlay_breakdown_get_cell (const OutlayBreakdown *breakdown,
                           OutlaySplit            split,
                           guint                  row,
                           int                    month)
{
  return get_cell (breakdown, split, row,
                   month == OUTLAY_PERIOD ? breakdown->n_months : (guint) month);
}

/* Which row of %OUTLAY_SPLIT_TIER is for a task on a tier. */
guint
outlay_breakdown_tier_row (const OutlayBreakdown *breakdown,
                           guint                  task,
                           guint                  tier)
{
  return task * breakdown->n_tiers + tier;
}

/* (transfer none): the model of a tier. */
const OutlayModel *
outlay_breakdown_tier_model (const OutlayBreakdown *breakdown,
                             guint                  tier)
{
  return outlay_option_tier_model (breakdown->option, breakdown->estimate->scenario, tier);
}

static void
add_cell (double       *sum,
          const double *cell)
{
  for (guint figure = 0; figure < OUTLAY_N_CELL_FIGURES; figure++)
    sum[figure] += cell[figure];
}

/* The figures that follow from others of the same cell. */
static void
sum_classes (double *cell)
{
  cell[OUTLAY_CELL_COST] = cell[OUTLAY_CELL_FEES];
  cell[OUTLAY_CELL_API_COST] = 0;
  for (guint token_class = 0; token_class < OUTLAY_N_TOKEN_CLASSES; token_class++)
    {
      cell[OUTLAY_CELL_COST] += cell[OUTLAY_CELL_PAID + token_class];
      cell[OUTLAY_CELL_API_COST] += cell[OUTLAY_CELL_API + token_class];
    }
}

static void
sum_month (const OutlayBreakdown *breakdown,
           guint                  month)
{
  double *all = get_cell (breakdown, OUTLAY_SPLIT_NONE, 0, month);

  for (guint role = 0; role < breakdown->n_rows[OUTLAY_SPLIT_ROLE]; role++)
    add_cell (all, get_cell (breakdown, OUTLAY_SPLIT_ROLE, role, month));

  for (guint row = 0; row < breakdown->n_rows[OUTLAY_SPLIT_TIER]; row++)
    add_cell (get_cell (breakdown, OUTLAY_SPLIT_TASK, row / breakdown->n_tiers, month),
              get_cell (breakdown, OUTLAY_SPLIT_TIER, row, month));

  for (guint row = 0; row < breakdown->n_rows[OUTLAY_SPLIT_TIER]; row++)
    get_cell (breakdown, OUTLAY_SPLIT_TIER, row, month)[OUTLAY_CELL_PEOPLE] =
      all[OUTLAY_CELL_PEOPLE];
  for (guint row = 0; row < breakdown->n_rows[OUTLAY_SPLIT_TASK]; row++)
    get_cell (breakdown, OUTLAY_SPLIT_TASK, row, month)[OUTLAY_CELL_PEOPLE] =
      all[OUTLAY_CELL_PEOPLE];
}

static void
sum_rows (const OutlayBreakdown *breakdown,
          OutlaySplit            split)
{
  for (guint row = 0; row < breakdown->n_rows[split]; row++)
    {
      double *period = get_cell (breakdown, split, row, breakdown->n_months);

      for (guint month = 0; month < breakdown->n_months; month++)
        {
          double *cell = get_cell (breakdown, split, row, month);

          sum_classes (cell);
          add_cell (period, cell);
        }
    }
}

/**
 * outlay_breakdown_new:
 * @estimate: an estimate
 * @option: which of its options, from 0
 *
 * Takes one option apart. It costs about as much time as the option's estimate.
 *
 * Returns: (transfer full) (nullable): the breakdown, or %NULL where the option
 *   is refused
 */
OutlayBreakdown *
outlay_breakdown_new (OutlayEstimate *estimate,
                      guint           option)
{
  const OutlayScenario *scenario;
  OutlayBreakdown *breakdown;

  g_return_val_if_fail (estimate != NULL && option < estimate->n_options, NULL);

  if (estimate->options[option].error != NULL)
    return NULL;

  scenario = estimate->scenario;
  breakdown = g_new0 (OutlayBreakdown, 1);
  breakdown->pool = outlay_pool_new ();
  breakdown->estimate = outlay_estimate_ref (estimate);
  breakdown->option = estimate->options[option].option;
  if (breakdown->option->kind == OUTLAY_OPTION_PLAN)
    breakdown->plan = outlay_prices_find_plan (&scenario->prices, breakdown->option->plan);
  breakdown->n_months = estimate->n_months;
  breakdown->n_tiers = outlay_option_count_tiers (breakdown->option);
  breakdown->n_rows[OUTLAY_SPLIT_NONE] = 1;
  breakdown->n_rows[OUTLAY_SPLIT_TASK] = scenario->n_tasks;
  breakdown->n_rows[OUTLAY_SPLIT_ROLE] = scenario->n_team;
  breakdown->n_rows[OUTLAY_SPLIT_TIER] = scenario->n_tasks * breakdown->n_tiers;

  for (guint split = 0; split < OUTLAY_N_SPLITS; split++)
    breakdown->cells[split] =
      outlay_pool_alloc0 (breakdown->pool,
                          (gsize) breakdown->n_rows[split] * (breakdown->n_months + 1) *
                          OUTLAY_N_CELL_FIGURES, sizeof (double));

  outlay_breakdown_fill (breakdown);
  for (guint month = 0; month < breakdown->n_months; month++)
    sum_month (breakdown, month);
  for (guint split = 0; split < OUTLAY_N_SPLITS; split++)
    sum_rows (breakdown, split);

  return breakdown;
}

void
outlay_breakdown_free (OutlayBreakdown *breakdown)
{
  g_return_if_fail (breakdown != NULL);

  outlay_estimate_unref (breakdown->estimate);
  outlay_pool_free (breakdown->pool);
  g_free (breakdown);
}

/* How many parts there are without a plan's fees. */
static guint
count_work_parts (const OutlayBreakdown *breakdown,
                  OutlayBreakdownBy      by)
{
  switch (by)
    {
    case OUTLAY_BREAKDOWN_BY_TASK:
      return breakdown->n_rows[OUTLAY_SPLIT_TASK];
    case OUTLAY_BREAKDOWN_BY_ROLE:
      return breakdown->n_rows[OUTLAY_SPLIT_ROLE];
    case OUTLAY_BREAKDOWN_BY_CLASS:
      return OUTLAY_N_TOKEN_CLASSES;
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * outlay_breakdown_count_parts:
 * @breakdown: a breakdown
 * @by: what its parts are
 *
 * Returns: how many parts its cost has: the scenario's tasks, roles or classes of
 *   token in their order, and behind tasks and classes one more for the fees of
 *   a plan, which no kind of work brings about
 */
guint
outlay_breakdown_count_parts (const OutlayBreakdown *breakdown,
                              OutlayBreakdownBy      by)
{
  gboolean has_fees = breakdown->plan != NULL && by != OUTLAY_BREAKDOWN_BY_ROLE;

  return count_work_parts (breakdown, by) + (has_fees ? 1 : 0);
}

/* Whether a part is a plan's fees. */
gboolean
outlay_breakdown_is_fees (const OutlayBreakdown *breakdown,
                          OutlayBreakdownBy      by,
                          guint                  part)
{
  return part >= count_work_parts (breakdown, by);
}

/**
 * outlay_breakdown_part_cost:
 * @breakdown: a breakdown
 * @by: what its parts are
 * @part: which part, from 0
 * @month: which month, from 0, or %OUTLAY_PERIOD
 *
 * Returns: what the part costs, in the scenario's currency; the parts add up to
 *   the option's cost
 */
double
outlay_breakdown_part_cost (const OutlayBreakdown *breakdown,
                            OutlayBreakdownBy      by,
                            guint                  part,
                            int                    month)
{
  const double *all = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_NONE, 0, month);

  if (outlay_breakdown_is_fees (breakdown, by, part))
    return all[OUTLAY_CELL_FEES];
  if (by == OUTLAY_BREAKDOWN_BY_CLASS)
    return all[OUTLAY_CELL_PAID + part];

  return outlay_breakdown_get_cell (breakdown,
                                    by == OUTLAY_BREAKDOWN_BY_TASK ? OUTLAY_SPLIT_TASK
                                                                   : OUTLAY_SPLIT_ROLE,
                                    part, month)[OUTLAY_CELL_COST];
}
