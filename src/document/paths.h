/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"
#include "problems.h"

G_BEGIN_DECLS

/**
 * OutlayInputPlace:
 * @input: what stands there
 * @table: that holds @input
 * @object: (nullable): the struct that @table describes
 * @element: which number of a pair, range or numbers, from 0, or -1
 *
 * Where a path leads.
 */
typedef struct
{
  const OutlayInput      *input;
  const OutlayInputTable *table;
  gpointer                object;
  int                     element;
} OutlayInputPlace;

const OutlayInput *outlay_input_find          (const char            *path);
gboolean           outlay_paths_lead_to       (const char * const    *tops,
                                               const char            *path);
gboolean           outlay_scenario_find_place (OutlayScenario        *scenario,
                                               const char            *path,
                                               OutlayInputPlace      *place);
gboolean           outlay_scenario_get_number (const OutlayScenario  *scenario,
                                               const char            *path,
                                               double                *value,
                                               GError               **error);
OutlayScenario    *outlay_scenario_set_number (const OutlayScenario  *scenario,
                                               const char            *path,
                                               double                 value,
                                               GError               **error);

G_END_DECLS
