/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario-file.h"

/* (transfer full): the example of that name, with the shipped prices. */
static inline OutlayScenario *
worked_example_new (const char *name)
{
  g_autoptr (GBytes) bytes = outlay_examples_get (name);
  g_autoptr (OutlayProblems) problems = outlay_problems_new (name);
  OutlayScenario *scenario =
    outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);

  g_assert_nonnull (scenario);

  return scenario;
}
