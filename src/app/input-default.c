/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input-default.h"

#include "paths.h"
#include "scenario-file.h"

#include <math.h>
#include <string.h>

/**
 * outlay_input_is_changed:
 * @scenario: a scenario
 * @path: the path of a number in it
 * @now: (out): the number; NaN for null
 * @fallback: (out): its default
 *
 * The entries of a list have no default to go back to: those of a new scenario
 * are examples.
 *
 * Returns: whether the number has a default and is another one
 */
gboolean
outlay_input_is_changed (const OutlayScenario *scenario,
                         const char           *path,
                         double               *now,
                         double               *fallback)
{
  if (strchr (path, '[') != NULL ||
      !outlay_scenario_get_number (scenario, path, now, NULL) ||
      !outlay_scenario_get_number (outlay_scenario_get_defaults (), path, fallback, NULL))
    return FALSE;

  return isnan (*now) ? !isnan (*fallback) : *now != *fallback;
}
