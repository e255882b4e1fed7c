/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever path, and a number for it: an error, or a number that is then there,
 * in a scenario whose file is taken. The input is a path, a newline, a number. */
#include "fuzz.h"

#include "paths.h"
#include "scenario-file.h"

#include <math.h>
#include <string.h>

static OutlayScenario *
get_scenario (void)
{
  static OutlayScenario *scenario = NULL;

  if (scenario == NULL)
    {
      g_autoptr (GBytes) bytes = outlay_examples_get ("staggered");
      g_autoptr (OutlayProblems) problems = outlay_problems_new ("staggered");

      scenario = outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);
    }

  return scenario;
}

static void
assert_taken (const OutlayScenario *scenario)
{
  g_autoptr (GBytes) written = outlay_scenario_write (scenario);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("written");
  g_autoptr (OutlayScenario) again =
    outlay_scenario_read (written, outlay_catalogue_get_default (), problems);

  g_assert (again != NULL && outlay_scenario_equal (scenario, again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) parts = g_strsplit (text, "\n", 2);
  const char *path = parts[0] != NULL ? parts[0] : "";
  double number = parts[0] != NULL && parts[1] != NULL ? g_ascii_strtod (parts[1], NULL) : NAN;
  g_autoptr (OutlayScenario) changed = NULL;
  g_autoptr (GError) get_error = NULL, set_error = NULL;
  double before, after;
  gboolean found = outlay_scenario_get_number (get_scenario (), path, &before, &get_error);

  outlay_input_find (path);
  g_assert (found == (get_error == NULL));
  changed = outlay_scenario_set_number (get_scenario (), path, number, &set_error);
  g_assert ((changed == NULL) == (set_error != NULL));
  if (changed == NULL)
    return 0;

  g_assert (found);
  g_assert (outlay_scenario_get_number (changed, path, &after, NULL));
  g_assert (after == number || (isnan (after) && isnan (number)));
  assert_taken (changed);

  return 0;
}
