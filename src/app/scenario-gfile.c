/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario-gfile.h"

static OutlayScenario *
load_remote (GFile           *file,
             OutlayCatalogue *catalogue,
             OutlayProblems  *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

  if (bytes == NULL)
    {
      outlay_problems_add (problems, "(top)", NULL, NULL, "%s", error->message);
      return NULL;
    }

  return outlay_scenario_read (bytes, catalogue, problems);
}

/**
 * outlay_scenario_load_file:
 * @file: where it is
 * @catalogue: what its options can name
 * @problems: all that is wrong with it is added here
 *
 * Returns: (transfer full) (nullable): the scenario, or %NULL with problems
 */
OutlayScenario *
outlay_scenario_load_file (GFile           *file,
                           OutlayCatalogue *catalogue,
                           OutlayProblems  *problems)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return load_remote (file, catalogue, problems);

  return outlay_scenario_load (path, catalogue, problems);
}

/**
 * outlay_scenario_save_file:
 * @scenario: what to write
 * @file: where to
 * @error: why it was not written; then what was there is there still
 *
 * Returns: whether it was written
 */
gboolean
outlay_scenario_save_file (const OutlayScenario  *scenario,
                           GFile                 *file,
                           GError               **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize length;

  if (path != NULL)
    return outlay_scenario_save (scenario, path, error);

  bytes = outlay_scenario_write (scenario);
  text = g_bytes_get_data (bytes, &length);

  return g_file_replace_contents (file, text, length, NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}
