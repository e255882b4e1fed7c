/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calibration.h"

#include "paths.h"

#include <math.h>
#include <string.h>

#define ALL_TASKS "tasks[]."
#define ALL_TEAM  "team[]."

static OutlayScenario *
set (OutlayScenario  *scenario, /* (transfer full) */
     const char      *path,
     double           factor,
     GError         **error)
{
  g_autoptr (OutlayScenario) old = scenario;
  double value;

  if (!outlay_scenario_get_number (old, path, &value, error))
    return NULL;

  value *= factor;
  if (g_str_has_suffix (path, "calls_per_turn"))
    value = MAX (floor (value + 0.5), 1);

  return outlay_scenario_set_number (old, path, value, error);
}

/* Every entry of a list changes by the same factor, so that they differ as they
 * did. */
static OutlayScenario *
set_all (const OutlayScenario  *scenario,
         const char            *list,
         guint                  n_entries,
         const char            *key,
         double                 factor,
         GError               **error)
{
  OutlayScenario *next = outlay_scenario_ref ((OutlayScenario *) scenario);

  for (guint i = 0; i < n_entries && next != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s[%u].%s", list, i, key);

      next = set (next, path, factor, error);
    }

  return next;
}

/**
 * outlay_calibration_apply:
 * @scenario: a scenario
 * @row: a row of its calibration
 * @error: return location for an error of %OUTLAY_DOCUMENT_ERROR
 *
 * Returns: (transfer full) (nullable): the scenario with the measured value; %NULL
 *   with an error where the input does not allow it, %NULL without one where there
 *   is no value, or the row is not one number of the scenario: what a fit leaves,
 *   a share of the mix alone
 */
OutlayScenario *
outlay_calibration_apply (const OutlayScenario        *scenario,
                          const OutlayCalibrationRow  *row,
                          GError                     **error)
{
  double factor = row->measured.estimate / row->old;

  if (!isfinite (row->measured.estimate) || *row->path == '(' ||
      strstr (row->path, ".share[") != NULL)
    return NULL;

  if (!g_str_has_prefix (row->path, ALL_TASKS) && !g_str_has_prefix (row->path, ALL_TEAM))
    return outlay_scenario_set_number (scenario, row->path, row->measured.estimate, error);

  if (!isfinite (factor))
    return NULL;

  if (g_str_has_prefix (row->path, ALL_TASKS))
    return set_all (scenario, "tasks", scenario->n_tasks, row->path + strlen (ALL_TASKS), factor,
                    error);

  return set_all (scenario, "team", scenario->n_team, row->path + strlen (ALL_TEAM), factor,
                  error);
}
