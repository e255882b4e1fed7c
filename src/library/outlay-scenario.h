/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#if !defined (OUTLAY_INSIDE) && !defined (OUTLAY_COMPILATION)
#error "Only <outlay.h> can be included directly."
#endif

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OutlayScenario:
 *
 * Everything that an estimate depends on: people, tasks, prices, options.
 */
typedef struct _OutlayScenario OutlayScenario;

#define OUTLAY_TYPE_SCENARIO (outlay_scenario_get_type ())

GType           outlay_scenario_get_type      (void);

/**
 * outlay_scenario_new_from_file:
 * @path: (type filename): a scenario file
 * @error: return location for an error that lists each problem on its own line
 *
 * Reads a scenario. Models and plans that it does not carry are taken from the
 * catalogue that comes with the library.
 *
 * Returns: (transfer full): the scenario
 */
OutlayScenario *outlay_scenario_new_from_file (const char            *path,
                                               GError               **error);

/**
 * outlay_scenario_new_from_data:
 * @text: a scenario file's text
 * @error: return location for an error that lists each problem on its own line
 *
 * Reads a scenario from memory. Keys that are left out take their defaults, so
 * that `{}` is a scenario.
 *
 * Returns: (transfer full): the scenario
 */
OutlayScenario *outlay_scenario_new_from_data (const char            *text,
                                               GError               **error);

/**
 * outlay_scenario_new_example:
 * @name: an example's name, such as `forty-people`
 * @error: return location for an error
 *
 * Makes one of the worked examples.
 *
 * Returns: (transfer full): the scenario
 */
OutlayScenario *outlay_scenario_new_example   (const char            *name,
                                               GError               **error);

/**
 * outlay_scenario_ref:
 * @scenario: a scenario
 *
 * Takes another reference.
 *
 * Returns: (transfer full): @scenario
 */
OutlayScenario *outlay_scenario_ref           (OutlayScenario        *scenario);

/**
 * outlay_scenario_unref:
 * @scenario: (transfer full): a scenario
 *
 * Gives a reference back.
 */
void            outlay_scenario_unref         (OutlayScenario        *scenario);

/**
 * outlay_scenario_get_name:
 * @scenario: a scenario
 *
 * Gets the name that people gave it.
 *
 * Returns: (transfer none): the name
 */
const char     *outlay_scenario_get_name      (OutlayScenario        *scenario);

/**
 * outlay_scenario_get_currency:
 * @scenario: a scenario
 *
 * Gets the currency of all money in its estimate.
 *
 * Returns: (transfer none): an ISO 4217 code
 */
const char     *outlay_scenario_get_currency  (OutlayScenario        *scenario);

/**
 * outlay_scenario_get_number:
 * @scenario: a scenario
 * @path: the path of a number in it, such as `team[1].people`
 * @value: (out): the number; NaN for null
 * @error: return location for an error
 *
 * Gets one input.
 *
 * Returns: whether there is such a number
 */
gboolean        outlay_scenario_get_number    (const OutlayScenario  *scenario,
                                               const char            *path,
                                               double                *value,
                                               GError               **error);

/**
 * outlay_scenario_set_number:
 * @scenario: a scenario
 * @path: the path of a number in it, such as `team[1].people`
 * @value: the number; NaN for null
 * @error: return location for an error that says what is allowed
 *
 * Makes a scenario that differs in one input; @scenario stays as it is.
 *
 * Returns: (transfer full): the new scenario
 */
OutlayScenario *outlay_scenario_set_number    (const OutlayScenario  *scenario,
                                               const char            *path,
                                               double                 value,
                                               GError               **error);

/**
 * outlay_scenario_to_data:
 * @scenario: a scenario
 *
 * Writes the scenario as its file would be, complete.
 *
 * Returns: (transfer full): JSON
 */
char           *outlay_scenario_to_data       (const OutlayScenario  *scenario);

/**
 * outlay_scenario_save:
 * @scenario: a scenario
 * @path: (type filename): where to
 * @error: return location for an error
 *
 * Writes the scenario's file, whole or not at all.
 *
 * Returns: whether it was written
 */
gboolean        outlay_scenario_save          (const OutlayScenario  *scenario,
                                               const char            *path,
                                               GError               **error);

/* Inside the library the engine's own headers have it. */
#ifndef OUTLAY_COMPILATION
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayScenario, outlay_scenario_unref)
#endif

G_END_DECLS
