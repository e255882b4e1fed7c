/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the table of costs: one for each option, in the estimate's order. */
#include "cost-rows.h"

#include "cost-row.h"
#include "odds.h"
#include "session-looks.h"

#include <math.h>

static gboolean
has_rows_of (GListModel           *rows,
             const OutlayEstimate *estimate)
{
  if (g_list_model_get_n_items (rows) != estimate->n_options)
    return FALSE;

  for (guint i = 0; i < estimate->n_options; i++)
    {
      g_autoptr (OutlayCostRow) row = g_list_model_get_item (rows, i);

      if (!g_str_equal (outlay_cost_row_get_option_id (row), estimate->options[i].option->id))
        return FALSE;
    }

  return TRUE;
}

/* Futures of another scenario stand beside the estimate only while its own are
 * about to come: nobody may take them for its own. */
static const OutlaySimulation *
get_futures (OutlaySession        *session,
             const OutlayEstimate *estimate)
{
  OutlayForecaster *forecaster = outlay_session_get_forecaster (session);
  const OutlaySimulation *simulation = outlay_forecaster_get_simulation (forecaster);
  gboolean is_awaited = outlay_forecaster_get_running (forecaster) &&
                        !outlay_forecaster_get_late (forecaster);

  if (!outlay_simulation_fits (simulation, estimate) ||
      (simulation->estimate->scenario != estimate->scenario && !is_awaited))
    return NULL;

  return simulation;
}

/* METHOD section 10: the quantile of the period's draws. */
static double
get_p90 (const OutlaySimulation *simulation,
         guint                   option)
{
  if (simulation == NULL || simulation->options[option].is_refused)
    return NAN;

  return *simulation->options[option].period.quantile[OUTLAY_PERCENT_90];
}

/* Rows are made anew only when options come, go or change places. */
static void
replace_rows (GListStore             *rows,
              OutlayEstimate         *estimate,
              const OutlaySimulation *simulation,
              const OutlayOptionLook *looks,
              gboolean                cumulative)
{
  g_autoptr (GPtrArray) created = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < estimate->n_options; i++)
    {
      OutlayCostRow *row = outlay_cost_row_new (estimate->options[i].option->id);

      outlay_cost_row_update (row, estimate, i, get_p90 (simulation, i), &looks[i], cumulative);
      g_ptr_array_add (created, row);
    }

  g_list_store_splice (rows, 0, g_list_model_get_n_items (G_LIST_MODEL (rows)),
                       created->pdata, created->len);
}

/**
 * outlay_cost_rows_update:
 * @rows: (element-type OutlayCostRow): the rows
 * @session: whose view and futures they show
 * @estimate: its estimate
 * @cumulative: whether the columns of months are added up
 *
 * Most often only the month shown is another one, and the rows stay.
 *
 * Returns: whether figures of rows that stayed are others: they may want
 *   another order
 */
gboolean
outlay_cost_rows_update (GListStore     *rows,
                         OutlaySession  *session,
                         OutlayEstimate *estimate,
                         gboolean        cumulative)
{
  const OutlaySimulation *simulation = get_futures (session, estimate);
  g_autofree OutlayOptionLook *looks = outlay_option_looks_new (session, estimate);
  gboolean other_figures = FALSE;

  if (!has_rows_of (G_LIST_MODEL (rows), estimate))
    {
      replace_rows (rows, estimate, simulation, looks, cumulative);
      return FALSE;
    }

  for (guint i = 0; i < estimate->n_options; i++)
    {
      g_autoptr (OutlayCostRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      other_figures |= outlay_cost_row_update (row, estimate, i, get_p90 (simulation, i),
                                               &looks[i], cumulative);
    }

  return other_figures;
}
