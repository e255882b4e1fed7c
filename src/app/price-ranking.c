/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "price-ranking.h"

void
outlay_price_ranking_free (OutlayPriceRanking *ranking)
{
  g_clear_pointer (&ranking->ranked, g_array_unref);
  outlay_scenario_unref (ranking->scenario);
  outlay_catalogue_unref (ranking->catalogue);
  g_free (ranking);
}

static void
rank (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  OutlayPriceRanking *ranking = data;
  g_autoptr (GPtrArray) models =
    outlay_rank_list_models (ranking->scenario, outlay_catalogue_get_prices (ranking->catalogue));

  ranking->ranked = outlay_rank_models (ranking->scenario,
                                        (const OutlayModel * const *) models->pdata, models->len,
                                        ranking->cache, ranking->effort,
                                        OUTLAY_RANK_COST_PER_ACCEPTED);
  g_task_return_boolean (task, TRUE);
}

/**
 * outlay_price_ranking_new_async:
 * @scenario: whose work every model is to do
 * @catalogue: the models
 * @cache: the cache lifetime that is asked for
 * @effort: output relative to each model's usual
 * @source: (type GObject): who asks
 * @callback: called with @source when it is done
 *
 * Ranks in a thread, by the function behind `outlay-cli rank`.
 */
void
outlay_price_ranking_new_async (OutlayScenario      *scenario,
                                OutlayCatalogue     *catalogue,
                                OutlayCache          cache,
                                double               effort,
                                gpointer             source,
                                GAsyncReadyCallback  callback)
{
  OutlayPriceRanking *ranking = g_new0 (OutlayPriceRanking, 1);
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, NULL);

  ranking->scenario = outlay_scenario_ref (scenario);
  ranking->catalogue = outlay_catalogue_ref (catalogue);
  ranking->cache = cache;
  ranking->effort = effort;
  g_task_set_task_data (task, ranking, (GDestroyNotify) outlay_price_ranking_free);
  g_task_run_in_thread (task, rank);
}

/* Returns: (transfer full): the ranking */
OutlayPriceRanking *
outlay_price_ranking_new_finish (GAsyncResult *result)
{
  OutlayPriceRanking *done = g_task_get_task_data (G_TASK (result));
  OutlayPriceRanking *ranking = g_new0 (OutlayPriceRanking, 1);

  *ranking = *done;
  ranking->ranked = g_steal_pointer (&done->ranked);
  outlay_scenario_ref (ranking->scenario);
  outlay_catalogue_ref (ranking->catalogue);

  return ranking;
}

/* Whether it is of this work, these prices and these terms. */
gboolean
outlay_price_ranking_answers (OutlayPriceRanking *ranking,
                              OutlayScenario     *scenario,
                              OutlayCatalogue    *catalogue,
                              OutlayCache         cache,
                              double              effort)
{
  return ranking->scenario == scenario && ranking->catalogue == catalogue &&
         ranking->cache == cache && ranking->effort <= effort && ranking->effort >= effort;
}
