/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario-file.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Scenario files wherever GIO reaches: what has a path goes the way that the
 * command line goes, the rest over the network's own ways. */
OutlayScenario *outlay_scenario_load_file (GFile                 *file,
                                           OutlayCatalogue       *catalogue,
                                           OutlayProblems        *problems);
gboolean        outlay_scenario_save_file (const OutlayScenario  *scenario,
                                           GFile                 *file,
                                           GError               **error);

G_END_DECLS
