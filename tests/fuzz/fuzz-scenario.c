/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever bytes: they are refused with a reason, or they are a scenario that is
 * written and read again as the same, and whose figures are figures. */
#include "fuzz.h"

#include "estimate.h"
#include "scenario-file.h"

#include <math.h>

/* A long period of a large team at long tasks may well take a second. */
static gboolean
is_quick (const OutlayScenario *scenario)
{
  gint64 size = scenario->n_team * scenario->n_tasks * scenario->n_options * scenario->months;

  for (guint i = 0; i < scenario->n_tasks; i++)
    if (scenario->tasks[i].calls_per_turn > 20)
      return FALSE;

  return size <= 300;
}

static void
estimate (OutlayScenario *scenario)
{
  g_autoptr (OutlayEstimate) result = outlay_estimate_new (scenario);

  for (guint i = 0; i < result->n_options; i++)
    for (guint f = 0; result->options[i].error == NULL && f < OUTLAY_N_FIGURES; f++)
      for (guint m = 0; m < result->n_months; m++)
        g_assert (isfinite (result->options[i].monthly[f][m]) &&
                  result->options[i].monthly[f][m] >= 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("fuzz");
  g_autoptr (OutlayScenario) scenario =
    outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);
  g_autofree char *text = outlay_problems_to_string (problems);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (OutlayScenario) again = NULL;

  g_assert ((scenario == NULL) == (outlay_problems_get_n_total (problems) > 0));
  g_assert (g_utf8_validate (text, -1, NULL));
  if (scenario == NULL)
    return 0;

  written = outlay_scenario_write (scenario);
  again = outlay_scenario_read (written, outlay_catalogue_get_default (), problems);
  g_assert (again != NULL && outlay_scenario_equal (scenario, again));
  if (is_quick (scenario))
    estimate (scenario);

  return 0;
}
