/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes what was measured into a scenario, and notes there that it was measured. */
#include "calibration.h"

#include "measured.h"
#include "scenario-file.h"

#include <math.h>
#include <string.h>

#define MIX_START "tasks[].share[0]"
#define MIX_END   "tasks[].share[1]"

static const OutlayCalibrationRow *
get_row (const GArray *rows,
         guint         i)
{
  return &g_array_index (rows, OutlayCalibrationRow, i);
}

/* Returns: whether it is the share of a kind of task, which makes sense only together
 *   with those of all others */
gboolean
outlay_calibration_is_mix (const OutlayCalibrationRow *row)
{
  return strstr (row->path, ".share[") != NULL;
}

/* Measured shares of one end of the mix, those of the kinds that the scenario has
 * being all there are; FALSE where there is too little data. */
static gboolean
read_shares (const OutlayScenario *scenario,
             const GArray         *rows,
             guint                 end,
             double               *shares)
{
  double sum = 0;

  for (guint task = 0; task < scenario->n_tasks; task++)
    {
      g_autofree char *path = g_strdup_printf ("tasks[%u].share[%u]", task, end);

      shares[task] = NAN;
      for (guint i = 0; i < rows->len; i++)
        if (strcmp (get_row (rows, i)->path, path) == 0)
          shares[task] = get_row (rows, i)->measured.estimate;
      sum += shares[task];
    }
  if (!(sum > 0) || !isfinite (sum))
    return FALSE;

  for (guint task = 0; task < scenario->n_tasks; task++)
    shares[task] /= sum;

  return TRUE;
}

static double
round_share (double share)
{
  return round (share * 1e6) / 1e6;
}

static double *
get_share (OutlayScenario *draft,
           guint           task,
           guint           end)
{
  OutlayPair *share = &draft->tasks[task].share;

  return end == 0 ? &share->start : &share->end;
}

/* So that they add up to one as written: what rounding leaves goes to the largest. */
static void
set_shares (OutlayScenario *draft,
            const double   *shares,
            guint           end)
{
  guint largest = 0;
  double sum = 0;

  for (guint i = 0; i < draft->n_tasks; i++)
    {
      *get_share (draft, i, end) = round_share (shares[i]);
      sum += round_share (shares[i]);
      if (shares[i] > shares[largest])
        largest = i;
    }

  *get_share (draft, largest, end) = round_share (*get_share (draft, largest, end) + 1 - sum);
}

/**
 * outlay_calibration_apply_mix:
 * @scenario: a scenario
 * @rows: (element-type OutlayCalibrationRow): of its calibration
 *
 * Returns: (transfer full) (nullable): the scenario with the measured mix; %NULL where
 *   there is too little data
 */
OutlayScenario *
outlay_calibration_apply_mix (const OutlayScenario *scenario,
                              const GArray         *rows)
{
  g_autofree double *starts = g_new (double, scenario->n_tasks + 1);
  g_autofree double *ends = g_new (double, scenario->n_tasks + 1);
  OutlayScenario *draft;

  if (!read_shares (scenario, rows, 0, starts) || !read_shares (scenario, rows, 1, ends))
    return NULL;

  draft = outlay_scenario_copy (scenario);
  set_shares (draft, starts, 0);
  set_shares (draft, ends, 1);

  return draft;
}

static void
note (OutlayScenario             *draft,
      const char                 *path,
      const OutlayCalibrationRow *row,
      guint64                     n,
      gboolean                    has_interval,
      OutlayPeriod                period)
{
  OutlayMeasured measured = {
    .n = n,
    .of = (char *) row->of,
    .low = has_interval ? row->measured.low : NAN,
    .high = has_interval ? row->measured.high : NAN,
    .first = period.first,
    .last = period.last,
  };

  if (outlay_measured_get_value (draft, path, &measured.value))
    outlay_measured_write (draft, path, &measured);
}

/* The intervals are those of what was measured. Where an input is a factor of that,
 * they are its own only after the same change. */
static gboolean
is_measured_as_it_is (const OutlayScenario       *draft,
                      const OutlayCalibrationRow *row)
{
  double value;

  return outlay_measured_get_value (draft, row->path, &value) &&
         fabs (value - row->measured.estimate) <= 1e-6 * fabs (value);
}

static guint64
count_runs (const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (outlay_calibration_is_mix (get_row (rows, i)))
      return get_row (rows, i)->measured.n;

  return 0;
}

static const OutlayCalibrationRow *
find_taken_mix (const OutlayCalibration *calibration,
                const gboolean          *taken)
{
  for (guint i = 0; calibration->with_mix != NULL && i < calibration->rows->len; i++)
    if (taken[i] && outlay_calibration_is_mix (get_row (calibration->rows, i)))
      return get_row (calibration->rows, i);

  return NULL;
}

/**
 * outlay_calibration_take:
 * @scenario: the scenario that was calibrated
 * @calibration: what was measured
 * @taken: (array): for each row, whether it is taken; one share takes the whole mix
 * @error: return location for an error of %OUTLAY_DOCUMENT_ERROR
 *
 * Rows that have no value, or are not an input, are passed by.
 *
 * Returns: (transfer full) (nullable): the scenario with the measured values, each
 *   noted with its sample
 */
OutlayScenario *
outlay_calibration_take (const OutlayScenario     *scenario,
                         const OutlayCalibration  *calibration,
                         const gboolean           *taken,
                         GError                  **error)
{
  const OutlayCalibrationRow *mix = find_taken_mix (calibration, taken);
  const GArray *rows = mix != NULL ? calibration->with_mix : calibration->rows;
  g_autoptr (OutlayScenario) next =
    mix != NULL ? outlay_calibration_apply_mix (scenario, calibration->rows)
                : outlay_scenario_copy (scenario);
  g_autofree gboolean *done = g_new0 (gboolean, rows->len + 1);
  g_autoptr (OutlayScenario) draft = NULL;
  g_autoptr (GError) own_error = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (OutlayScenario) after =
        taken[i] ? outlay_calibration_apply (next, get_row (rows, i), &own_error) : NULL;

      if (own_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&own_error));
          return NULL;
        }
      if (after == NULL)
        continue;
      done[i] = TRUE;
      g_clear_pointer (&next, outlay_scenario_unref);
      next = g_steal_pointer (&after);
    }

  draft = outlay_scenario_copy (next);
  for (guint i = 0; i < rows->len; i++)
    if (done[i])
      note (draft, get_row (rows, i)->path, get_row (rows, i), get_row (rows, i)->measured.n,
            is_measured_as_it_is (draft, get_row (rows, i)), calibration->period);
  if (mix != NULL)
    {
      note (draft, MIX_START, mix, count_runs (rows), FALSE, calibration->period);
      note (draft, MIX_END, mix, count_runs (rows), FALSE, calibration->period);
    }

  return g_steal_pointer (&draft);
}
