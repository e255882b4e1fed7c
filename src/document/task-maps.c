/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what has one key for each task: a role's own mix, the rules of a routing.
 * It runs once the tasks are known, wherever in the file they stand. */
#include "task-maps.h"

#include "inputs.h"
#include "json-text.h"
#include "near.h"

#include <string.h>

typedef struct _TaskMap TaskMap;

struct _TaskMap
{
  const OutlayScenario *scenario;
  OutlayProblems       *problems;
  const OutlayInput    *input;     /* "mix" or "rules" */
  const char           *path;      /* of the map */
  const char           *allowed;   /* what an entry may be */
  gboolean            (*read_entry) (const TaskMap *map,
                                     const json_t  *json,
                                     gpointer       entry);
  gpointer              entries;   /* one a task */
  gsize                 entry_size;
};

static gboolean
read_share (const TaskMap *map,
            const json_t  *json,
            gpointer       entry)
{
  OutlayPair *pair = entry;
  const json_t *start = json_array_get (json, 0);
  const json_t *end = json_array_get (json, 1);

  if (json_array_size (json) != 2 || !json_is_real (start) || !json_is_real (end))
    return FALSE;

  pair->start = json_real_value (start);
  pair->end = json_real_value (end);

  return pair->start >= map->input->min && pair->start <= map->input->max &&
         pair->end >= map->input->min && pair->end <= map->input->max;
}

static gboolean
read_tier (const TaskMap *map,
           const json_t  *json,
           OutlayTier    *tier)
{
  const char *name = json_string_value (json);

  for (guint i = 0; name != NULL && i < OUTLAY_N_TIERS; i++)
    if (strcmp (map->input->choices[i], name) == 0)
      {
        *tier = (OutlayTier) i;
        return TRUE;
      }

  return FALSE;
}

/* A tier, or an object with a tier for each level of expertise. */
static gboolean
read_rule (const TaskMap *map,
           const json_t  *json,
           gpointer       entry)
{
  static const char * const levels[OUTLAY_N_LEVELS] = { "novice", "intermediate", "expert" };
  OutlayTier *rule = entry;

  if (json_is_object (json) && json_object_size (json) != OUTLAY_N_LEVELS)
    return FALSE;

  for (guint level = 0; level < OUTLAY_N_LEVELS; level++)
    if (!read_tier (map, json_is_object (json) ? json_object_get (json, levels[level]) : json,
                    &rule[level]))
      return FALSE;

  return TRUE;
}

static void
read_known_task (const TaskMap *map,
                 const json_t  *json,
                 guint          task)
{
  g_autofree char *path = g_strdup_printf ("%s.%s", map->path,
                                           map->scenario->tasks[task].id);

  if (json == NULL)
    {
      outlay_problems_add (map->problems, path, NULL, map->allowed,
                           "missing; every task must be given: %s", map->allowed);
    }
  else if (!map->read_entry (map, json, (char *) map->entries + task * map->entry_size))
    {
      g_autofree char *found = outlay_json_excerpt (json);

      outlay_problems_add (map->problems, path, found, map->allowed,
                           "found %s; allowed is %s", found, map->allowed);
    }
}

static void
report_unknown_task (const TaskMap *map,
                     const char    *key)
{
  g_autofree char *path = g_strdup_printf ("%s.%s", map->path, key);
  g_autofree char *names = NULL;
  OutlayNear near;

  outlay_near_init (&near, key);
  for (guint i = 0; i < map->scenario->n_tasks; i++)
    outlay_near_consider (&near, map->scenario->tasks[i].id);

  names = outlay_near_describe (&near);
  if (names != NULL)
    outlay_problems_add (map->problems, path, key, names,
                         "unknown key: no such task; did you mean %s?", names);
  else
    outlay_problems_add (map->problems, path, key, "a task's id",
                         "unknown key: no such task");
}

static gboolean
is_task (const OutlayScenario *scenario,
         const char           *id)
{
  for (guint i = 0; i < scenario->n_tasks; i++)
    if (strcmp (scenario->tasks[i].id, id) == 0)
      return TRUE;

  return FALSE;
}

static gpointer
read_map (TaskMap      *map,
          const json_t *json)
{
  const char *key;
  json_t *value;

  map->entries = outlay_pool_alloc0 (map->scenario->pool, map->scenario->n_tasks,
                                     map->entry_size);
  for (guint i = 0; i < map->scenario->n_tasks; i++)
    read_known_task (map, json_object_get (json, map->scenario->tasks[i].id), i);

  json_object_foreach ((json_t *) json, key, value)
    if (!is_task (map->scenario, key))
      report_unknown_task (map, key);

  return map->entries;
}

static gboolean
tasks_have_ids (const OutlayScenario *scenario)
{
  for (guint i = 0; i < scenario->n_tasks; i++)
    if (scenario->tasks[i].id == NULL)
      return FALSE;

  return TRUE;
}

/**
 * outlay_read_task_maps:
 * @json: the scenario as it stands in the file
 * @scenario: the scenario as far as it is read
 * @problems: takes what is wrong
 */
void
outlay_read_task_maps (const json_t   *json,
                       OutlayScenario *scenario,
                       OutlayProblems *problems)
{
  const json_t *team = json_object_get (json, "team");
  const json_t *options = json_object_get (json, "options");

  if (!tasks_have_ids (scenario))
    return;

  for (guint i = 0; team != NULL && i < scenario->n_team; i++)
    {
      const json_t *mix = json_object_get (json_array_get (team, i), "mix");
      g_autofree char *path = g_strdup_printf ("team[%u].mix", i);
      TaskMap map = {
        .scenario = scenario,
        .problems = problems,
        .input = outlay_input_table_find (outlay_input_table_find (&outlay_scenario_inputs,
                                                                   "team")->table, "mix"),
        .path = path,
        .allowed = "[start, end], each 0 to 1",
        .read_entry = read_share,
        .entry_size = sizeof (OutlayPair),
      };

      if (json_is_object (mix))
        scenario->team[i].mix = read_map (&map, mix);
    }

  for (guint i = 0; options != NULL && i < scenario->n_options; i++)
    {
      const json_t *rules = json_object_get (json_array_get (options, i), "rules");
      g_autofree char *path = g_strdup_printf ("options[%u].rules", i);
      TaskMap map = {
        .scenario = scenario,
        .problems = problems,
        .input = outlay_input_table_find (outlay_input_table_find (&outlay_scenario_inputs,
                                                                   "options")->table, "rules"),
        .path = path,
        .allowed = "a tier (\"economy\", \"frontier\", \"specialist\"), or one for each of "
                   "\"novice\", \"intermediate\", \"expert\"",
        .read_entry = read_rule,
        .entry_size = sizeof (OutlayTier[OUTLAY_N_LEVELS]),
      };

      /* Rules out of place have been reported; what they hold is of no account. */
      if (json_is_object (rules) && scenario->options[i].kind == OUTLAY_OPTION_ROUTING)
        scenario->options[i].rules = read_map (&map, rules);
    }
}
