/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outlay-scenario.h"
#include "paths.h"
#include "scenario-file.h"

#include <string.h>

OutlayScenario *
outlay_scenario_new_from_file (const char  *path,
                               GError     **error)
{
  g_autoptr (OutlayProblems) problems = NULL;
  OutlayScenario *scenario;

  g_return_val_if_fail (path != NULL, NULL);

  problems = outlay_problems_new (path);
  scenario = outlay_scenario_load (path, outlay_catalogue_get_default (), problems);
  outlay_problems_to_error (problems, error);

  return scenario;
}

static OutlayScenario *
read_bytes (GBytes      *bytes,
            const char  *name,
            GError     **error)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new (name);
  OutlayScenario *scenario =
    outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);

  outlay_problems_to_error (problems, error);

  return scenario;
}

OutlayScenario *
outlay_scenario_new_from_data (const char  *text,
                               GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new_static (text, strlen (text));

  return read_bytes (bytes, "data", error);
}

OutlayScenario *
outlay_scenario_new_example (const char  *name,
                             GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  bytes = outlay_examples_get (name);
  if (bytes == NULL)
    {
      g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_READ,
                   "no example \"%s\"", name);
      return NULL;
    }

  return read_bytes (bytes, name, error);
}

const char *
outlay_scenario_get_name (OutlayScenario *scenario)
{
  g_return_val_if_fail (scenario != NULL, NULL);

  return scenario->name;
}

const char *
outlay_scenario_get_currency (OutlayScenario *scenario)
{
  g_return_val_if_fail (scenario != NULL, NULL);

  return scenario->currency.code;
}

char *
outlay_scenario_to_data (const OutlayScenario *scenario)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *text;

  g_return_val_if_fail (scenario != NULL, NULL);

  bytes = outlay_scenario_write (scenario);
  text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}
