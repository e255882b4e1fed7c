/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every model on the same work: METHOD section 7 with one `model` option each. */
#include "ranking.h"

#include "option-estimate.h"

#include <math.h>
#include <string.h>

/* The scenario with one model and one option, which is all that an estimate of
 * that option reads. It shares everything else. */
typedef struct
{
  OutlayScenario scenario;
  OutlayOption   option;
} OneModel;

static void
one_model_init (OneModel             *one,
                const OutlayScenario *scenario,
                OutlayCache           cache,
                double                effort)
{
  one->scenario = *scenario;
  one->option = (OutlayOption) {
    .kind = OUTLAY_OPTION_MODEL,
    .escalate_to = OUTLAY_NONE,
    .effort = effort,
    .cache = cache,
    .price_factor = 1,
  };
  one->scenario.options = &one->option;
  one->scenario.n_options = 1;
  one->scenario.prices = (OutlayPrices) { .n_models = 1 };
}

static void
one_model_set (OneModel          *one,
               const OutlayModel *model)
{
  one->option.id = model->id;
  one->option.name = model->name;
  one->option.model = model->id;
  one->scenario.prices.models = (OutlayModel *) model;
}

/* The attempts look at all models for steps in their prices. */
static OutlayAttempts *
new_attempts (const OutlayScenario      *scenario,
              const OutlayModel * const *models,
              guint                      n_models)
{
  OutlayScenario all = *scenario;
  g_autofree OutlayModel *copies = g_new (OutlayModel, MAX (1, n_models));

  for (guint i = 0; i < n_models; i++)
    copies[i] = *models[i];
  all.prices = (OutlayPrices) { .models = copies, .n_models = n_models };

  return outlay_attempts_new (&all);
}

static void
rank_one (OutlayRanked           *ranked,
          const OneModel         *one,
          const OutlayTeamMonths *team,
          OutlayAttempts         *attempts)
{
  g_autoptr (OutlayPool) pool = outlay_pool_new ();
  OutlayOptionEstimate estimate = { .option = &one->option };

  ranked->cost = ranked->cost_per_task = ranked->cost_per_accepted = NAN;
  if (!outlay_option_check_context (&one->scenario, &one->option, &ranked->refusal,
                                    &ranked->error))
    return;

  outlay_option_estimate_fill (&estimate, pool, &one->scenario, &OUTLAY_FACTORS_ONE, team,
                               attempts, TRUE);
  ranked->cost = estimate.total[OUTLAY_FIGURE_COST];
  ranked->cost_per_task = estimate.cost_per_task;
  ranked->cost_per_accepted = estimate.cost_per_accepted;
}

static double
figure_of (const OutlayRanked *ranked,
           OutlayRankBy        by)
{
  double figure = by == OUTLAY_RANK_COST ? ranked->cost
                : by == OUTLAY_RANK_COST_PER_TASK ? ranked->cost_per_task
                : ranked->cost_per_accepted;

  return isnan (figure) ? INFINITY : figure;
}

/* Cheapest first, then what has no figure, then what is refused. */
static int
compare_ranked (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const OutlayRanked *x = a;
  const OutlayRanked *y = b;
  double p = figure_of (x, GPOINTER_TO_UINT (data));
  double q = figure_of (y, GPOINTER_TO_UINT (data));

  if ((x->error != NULL) != (y->error != NULL))
    return x->error != NULL ? 1 : -1;

  return p != q ? (p > q) - (p < q) : strcmp (x->model->id, y->model->id);
}

static void
ranked_clear (gpointer data)
{
  OutlayRanked *ranked = data;

  g_clear_error (&ranked->error);
}

/**
 * outlay_rank_list_models:
 * @scenario: a scenario
 * @book: prices that may be chosen
 *
 * Returns: (transfer container) (element-type OutlayModel): every model once; the
 *   scenario's own cards win, as they do in an estimate
 */
GPtrArray *
outlay_rank_list_models (const OutlayScenario *scenario,
                         const OutlayPrices   *book)
{
  const OutlayPrices *own = &scenario->prices;
  GPtrArray *models = g_ptr_array_sized_new (book->n_models + own->n_models);

  for (guint i = 0; i < book->n_models; i++)
    if (outlay_prices_find_model (own, book->models[i].id) == NULL)
      g_ptr_array_add (models, &book->models[i]);
  for (guint i = 0; i < own->n_models; i++)
    g_ptr_array_add (models, &own->models[i]);

  return models;
}

/**
 * outlay_rank_models:
 * @scenario: a scenario, whose work every model is to do
 * @models: (array length=n_models): models; they must outlive the ranking
 * @n_models: how many
 * @cache: the cache lifetime that is asked for
 * @effort: output relative to each model's usual
 * @by: what to sort by
 *
 * Estimates each model as a `model` option at list price. Models share the walks
 * of METHOD section 5 where tokenizer, window and steps in prices are the same.
 *
 * Returns: (transfer full) (element-type OutlayRanked): all of them, cheapest
 *   first, those that cannot do the work last
 */
GArray *
outlay_rank_models (OutlayScenario            *scenario,
                    const OutlayModel * const *models,
                    guint                      n_models,
                    OutlayCache                cache,
                    double                     effort,
                    OutlayRankBy               by)
{
  GArray *ranking = g_array_sized_new (FALSE, TRUE, sizeof (OutlayRanked), n_models);
  g_autoptr (OutlayAttempts) attempts = new_attempts (scenario, models, n_models);
  g_autoptr (OutlayPool) pool = outlay_pool_new ();
  const OutlayTeamMonths *team = outlay_team_months_new (pool, scenario, &OUTLAY_FACTORS_ONE);
  OneModel one;

  g_array_set_clear_func (ranking, ranked_clear);
  one_model_init (&one, scenario, cache, effort);
  for (guint i = 0; i < n_models; i++)
    {
      OutlayRanked ranked = { .model = models[i] };

      one_model_set (&one, models[i]);
      rank_one (&ranked, &one, team, attempts);
      g_array_append_val (ranking, ranked);
    }

  g_array_sort_with_data (ranking, compare_ranked, GUINT_TO_POINTER (by));

  return ranking;
}
