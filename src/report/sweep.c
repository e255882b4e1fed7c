/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sweep.h"

#include "paths.h"

#include <math.h>

static void
free_options (OutlaySweepOption *options,
              guint              n_options)
{
  for (guint i = 0; options != NULL && i < n_options; i++)
    g_free (options[i].error);
  g_free (options);
}

static void
fill_option (OutlaySweepOption          *option,
             const OutlayOptionEstimate *estimate,
             guint                       n_months)
{
  if (estimate->error != NULL)
    {
      option->error = g_strdup (estimate->error->message);
      return;
    }

  for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
    option->total[figure] = estimate->total[figure];
  for (guint month = 0; month < n_months; month++)
    option->dearest_month = MAX (option->dearest_month,
                                 estimate->monthly[OUTLAY_FIGURE_COST][month]);
  option->net = estimate->net;
  option->cost_per_task = estimate->cost_per_task;
  option->cost_per_accepted = estimate->cost_per_accepted;
  option->payback_month = estimate->payback_month;
}

static void
add_row (OutlaySweep *sweep,
         double       value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayScenario) scenario =
    outlay_scenario_set_number (sweep->scenario, sweep->path, value, &error);
  OutlaySweepRow row = { .value = value };

  if (scenario == NULL)
    {
      row.error = g_strdup (error->message);
    }
  else
    {
      g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);

      row.options = g_new0 (OutlaySweepOption, estimate->n_options);
      for (guint i = 0; i < estimate->n_options; i++)
        fill_option (&row.options[i], &estimate->options[i], estimate->n_months);
    }

  g_array_append_val (sweep->rows, row);
}

/* An input of whole numbers is asked at whole values alone: the nearest, each
 * once. */
static void
add_rows (OutlaySweep *sweep,
          double       from,
          double       to,
          guint        n_values)
{
  gboolean whole = outlay_input_find (sweep->path)->type == OUTLAY_INPUT_WHOLE;
  double last = NAN;

  for (guint i = 0; i < n_values; i++)
    {
      double value = from;

      if (i > 0)
        value = i + 1 == n_values ? to : from + (to - from) * i / (n_values - 1);
      if (whole)
        value = floor (value + 0.5);
      if (!whole || value != last)
        add_row (sweep, value);
      last = value;
    }
}

/**
 * outlay_sweep_new:
 * @scenario: a scenario
 * @path: the path of a number in it
 * @from: its first value
 * @to: its last
 * @n_values: how many values, evenly spaced, 1 to %OUTLAY_MAX_SWEEP; both ends
 *   are among them, but for one, which is @from
 * @error: return location for %OUTLAY_DOCUMENT_ERROR_PATH
 *
 * Estimates the scenario at each value. A value that the scenario refuses has a
 * row that says why.
 *
 * Returns: (transfer full) (nullable): the sweep, or %NULL where there is no such
 *   number
 */
OutlaySweep *
outlay_sweep_new (OutlayScenario  *scenario,
                  const char      *path,
                  double           from,
                  double           to,
                  guint            n_values,
                  GError         **error)
{
  OutlaySweep *sweep;
  double now;

  g_return_val_if_fail (n_values >= 1 && n_values <= OUTLAY_MAX_SWEEP, NULL);

  if (!outlay_scenario_get_number (scenario, path, &now, error))
    return NULL;

  sweep = g_new0 (OutlaySweep, 1);
  sweep->scenario = outlay_scenario_ref (scenario);
  sweep->path = g_strdup (path);
  sweep->rows = g_array_new (FALSE, FALSE, sizeof (OutlaySweepRow));
  add_rows (sweep, from, to, n_values);

  return sweep;
}

void
outlay_sweep_free (OutlaySweep *sweep)
{
  for (guint i = 0; i < sweep->rows->len; i++)
    {
      OutlaySweepRow *row = &g_array_index (sweep->rows, OutlaySweepRow, i);

      free_options (row->options, sweep->scenario->n_options);
      g_free (row->error);
    }
  g_array_unref (sweep->rows);
  g_free (sweep->path);
  outlay_scenario_unref (sweep->scenario);
  g_free (sweep);
}

/* Whether anything could be estimated: a value without options to refuse it is
 * fine too. */
gboolean
outlay_sweep_has_figures (const OutlaySweep *sweep)
{
  for (guint i = 0; i < sweep->rows->len; i++)
    {
      const OutlaySweepRow *row = &g_array_index (sweep->rows, OutlaySweepRow, i);

      if (row->error == NULL && sweep->scenario->n_options == 0)
        return TRUE;
      for (guint j = 0; row->error == NULL && j < sweep->scenario->n_options; j++)
        if (row->options[j].error == NULL)
          return TRUE;
    }

  return FALSE;
}
