/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario-file.h"

#include "checks.h"
#include "input-values.h"
#include "json-text.h"
#include "reader.h"
#include "save-file.h"
#include "shipped.h"
#include "task-maps.h"
#include "writer.h"

#include <string.h>

#define FORMAT_VERSION 1

static OutlayScenario *
read_defaults (void)
{
  g_autoptr (GBytes) bytes = outlay_shipped_lookup ("defaults.json");
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("defaults.json");
  g_autoptr (json_t) json = outlay_json_parse (bytes, problems);
  OutlayScenario *scenario = outlay_scenario_alloc ();

  outlay_read_inputs (json, &outlay_scenario_inputs, scenario, scenario->pool, problems);
  outlay_read_task_maps (json, scenario, problems);
  if (outlay_problems_get_n_total (problems) > 0)
    g_error ("The shipped defaults are broken: %s", outlay_problems_to_string (problems));

  return scenario;
}

/**
 * outlay_scenario_get_defaults:
 *
 * Returns: (transfer none): what a file takes for the keys that it leaves out.
 *   It carries no prices; outlay_scenario_read() of `{}` does.
 */
OutlayScenario *
outlay_scenario_get_defaults (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_defaults ());

  return (OutlayScenario *) once;
}

/**
 * outlay_scenario_copy:
 * @scenario: a scenario
 *
 * Returns: (transfer full): a copy that its maker may change before anybody else
 *   sees it
 */
OutlayScenario *
outlay_scenario_copy (const OutlayScenario *scenario)
{
  OutlayScenario *copy = outlay_scenario_alloc ();
  gatomicrefcount ref_count = copy->ref_count;
  OutlayPool *pool = copy->pool;

  *copy = *scenario;
  copy->ref_count = ref_count;
  copy->pool = pool;
  outlay_inputs_own (&outlay_scenario_inputs, copy, pool, scenario->n_tasks);

  return copy;
}

/* Whether both would be written the same. */
gboolean
outlay_scenario_equal (const OutlayScenario *a,
                       const OutlayScenario *b)
{
  return a == b ||
         (a->n_tasks == b->n_tasks &&
          outlay_inputs_equal (&outlay_scenario_inputs, a, b, a->n_tasks));
}

/* What else a newer version's file holds cannot be judged, so it is not. */
static gboolean
is_newer_version (const json_t   *json,
                  OutlayProblems *problems)
{
  const json_t *version = json_object_get (json, "outlay");
  g_autofree char *found = NULL;

  if (!json_is_real (version) || json_real_value (version) <= FORMAT_VERSION)
    return FALSE;

  found = outlay_json_excerpt (version);
  outlay_problems_add (problems, "outlay", found, "1",
                       "the file has format %s: it was made by a newer version; "
                       "this one reads format 1", found);

  return TRUE;
}

static void
adopt_model (OutlayScenario     *scenario,
             const OutlayPrices *catalogue,
             const char         *id)
{
  OutlayPrices *own = &scenario->prices;
  OutlayModel *models;

  if (outlay_prices_find_model (own, id) != NULL)
    return;

  models = outlay_pool_alloc0 (scenario->pool, own->n_models + 1, sizeof *models);
  if (own->n_models > 0)
    memcpy (models, own->models, own->n_models * sizeof *models);
  models[own->n_models] = *outlay_prices_find_model (catalogue, id);
  own->models = models;
  own->n_models++;
}

static void
adopt_plan (OutlayScenario     *scenario,
            const OutlayPrices *catalogue,
            const char         *id)
{
  OutlayPrices *own = &scenario->prices;
  OutlayPlan *plans;

  if (outlay_prices_find_plan (own, id) != NULL)
    return;

  plans = outlay_pool_alloc0 (scenario->pool, own->n_plans + 1, sizeof *plans);
  if (own->n_plans > 0)
    memcpy (plans, own->plans, own->n_plans * sizeof *plans);
  plans[own->n_plans] = *outlay_prices_find_plan (catalogue, id);
  own->plans = plans;
  own->n_plans++;
}

/**
 * outlay_scenario_adopt_prices:
 * @scenario: a draft, not yet seen by others
 * @catalogue: where to take them from
 *
 * Copies into the draft the cards and plans that its options use and that it
 * does not carry. Those that it carries win.
 */
void
outlay_scenario_adopt_prices (OutlayScenario        *scenario,
                              const OutlayCatalogue *catalogue)
{
  const OutlayPrices *prices = outlay_catalogue_get_prices (catalogue);
  OutlayPrices before = scenario->prices;

  for (guint i = 0; i < scenario->n_options; i++)
    {
      const OutlayOption *option = &scenario->options[i];

      if (option->kind != OUTLAY_OPTION_ROUTING)
        adopt_model (scenario, prices, option->model);
      for (guint t = 0; option->kind == OUTLAY_OPTION_ROUTING && t < OUTLAY_N_TIERS; t++)
        adopt_model (scenario, prices, option->tiers[t]);
      if (option->kind == OUTLAY_OPTION_PLAN)
        adopt_plan (scenario, prices, option->plan);
    }

  /* What came from the catalogue still points into it. */
  if (scenario->prices.n_models > before.n_models || scenario->prices.n_plans > before.n_plans)
    outlay_inputs_own (&outlay_prices_inputs, &scenario->prices, scenario->pool,
                       scenario->n_tasks);
}

/**
 * outlay_scenario_read:
 * @bytes: a scenario file's text
 * @catalogue: where models and plans are found that the file does not carry
 * @problems: takes everything that is wrong
 *
 * Returns: (transfer full) (nullable): the scenario, or %NULL where anything is
 *   wrong
 */
OutlayScenario *
outlay_scenario_read (GBytes          *bytes,
                      OutlayCatalogue *catalogue,
                      OutlayProblems  *problems)
{
  g_autoptr (OutlayScenario) scenario = NULL;
  g_autoptr (json_t) json = outlay_json_parse (bytes, problems);

  if (json == NULL)
    return NULL;

  if (is_newer_version (json, problems))
    return NULL;

  scenario = outlay_scenario_copy (outlay_scenario_get_defaults ());
  outlay_read_inputs (json, &outlay_scenario_inputs, scenario, scenario->pool, problems);
  outlay_read_task_maps (json, scenario, problems);
  outlay_check_scenario (scenario, catalogue, problems);
  if (outlay_problems_get_n_total (problems) > 0)
    return NULL;

  outlay_scenario_adopt_prices (scenario, catalogue);

  return g_steal_pointer (&scenario);
}

/**
 * outlay_scenario_load:
 * @path: a file's path, or `-` for standard input
 * @catalogue: where models and plans are found that the file does not carry
 * @problems: takes everything that is wrong
 *
 * Returns: (transfer full) (nullable): the scenario, or %NULL where anything is
 *   wrong
 */
OutlayScenario *
outlay_scenario_load (const char      *path,
                      OutlayCatalogue *catalogue,
                      OutlayProblems  *problems)
{
  g_autoptr (GBytes) bytes = outlay_json_load_file (path, problems);

  return bytes != NULL ? outlay_scenario_read (bytes, catalogue, problems) : NULL;
}

/**
 * outlay_scenario_write:
 * @scenario: a scenario
 *
 * Returns: (transfer full): its file, complete
 */
GBytes *
outlay_scenario_write (const OutlayScenario *scenario)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  char *text;

  outlay_write_inputs (writer, &outlay_scenario_inputs, scenario, scenario);
  text = outlay_json_writer_finish (writer);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * outlay_scenario_save:
 * @scenario: a scenario
 * @path: where to
 * @error: return location for %OUTLAY_DOCUMENT_ERROR_READ
 *
 * Writes the file whole or not at all, see outlay_file_save().
 */
gboolean
outlay_scenario_save (const OutlayScenario  *scenario,
                      const char            *path,
                      GError               **error)
{
  g_autoptr (GBytes) bytes = outlay_scenario_write (scenario);
  g_autoptr (GError) local = NULL;

  if (outlay_file_save (path, bytes, &local))
    return TRUE;

  g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_READ, "%s",
               local->message);

  return FALSE;
}

/**
 * outlay_examples_list:
 *
 * Returns: (transfer full): the names of the examples that are shipped
 */
GStrv
outlay_examples_list (void)
{
  GStrv names = outlay_shipped_list ("examples");

  for (guint i = 0; names[i] != NULL; i++)
    *strrchr (names[i], '.') = '\0';

  return names;
}

/**
 * outlay_examples_get:
 * @name: an example's name
 *
 * Returns: (transfer full) (nullable): its file
 */
GBytes *
outlay_examples_get (const char *name)
{
  g_autofree char *file = g_strdup_printf ("examples/%s.outlay", name);

  return outlay_shipped_lookup (file);
}
