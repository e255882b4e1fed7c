/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios.h"

#include "paths.h"

#include <string.h>

static OutlayScenario *
read_bytes (GBytes     *bytes,
            const char *name)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new (name);
  OutlayScenario *scenario =
    outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);

  if (scenario == NULL)
    {
      g_autofree char *text = outlay_problems_to_string (problems);

      g_error ("%s", text);
    }

  return scenario;
}

OutlayScenario *
read_scenario (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return read_bytes (bytes, "test");
}

OutlayScenario *
read_example (const char *name)
{
  g_autoptr (GBytes) bytes = outlay_examples_get (name);

  return read_bytes (bytes, name);
}

OutlayScenario *
with_turns (const OutlayScenario *scenario,
            double                turns)
{
  g_autoptr (GError) error = NULL;
  OutlayScenario *after = outlay_scenario_set_number (scenario, "turns", turns, &error);

  g_assert_no_error (error);

  return after;
}

OutlayScenario *
without_option (const OutlayScenario *scenario,
                const char           *id)
{
  OutlayScenario *after = outlay_scenario_copy (scenario);
  guint n = 0;

  for (guint i = 0; i < scenario->n_options; i++)
    if (!g_str_equal (scenario->options[i].id, id))
      after->options[n++] = after->options[i];

  g_assert_cmpuint (n, ==, scenario->n_options - 1);
  after->n_options = n;

  return after;
}

/* Another option like the first, by the name of @id. */
OutlayScenario *
with_option_last (const OutlayScenario *scenario,
                  const char           *id)
{
  OutlayScenario *after = outlay_scenario_copy (scenario);
  guint n = scenario->n_options;
  OutlayOption *options = outlay_pool_alloc0 (after->pool, n + 1, sizeof *options);

  memcpy (options, after->options, n * sizeof *options);
  options[n] = options[0];
  options[n].id = outlay_pool_strdup (after->pool, id);

  after->options = options;
  after->n_options = n + 1;

  return after;
}

/* The largest team that a file can hold, and the longest period: what takes
 * many frames to estimate. */
OutlayScenario *
make_slow (const OutlayScenario *scenario)
{
  OutlayScenario *after = outlay_scenario_copy (scenario);
  OutlayRole *team = outlay_pool_alloc0 (after->pool, 100, sizeof *team);

  for (guint i = 0; i < 100; i++)
    team[i] = after->team[i % after->n_team];

  after->team = team;
  after->n_team = 100;
  after->months = 60;

  return after;
}
