/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scenario says in its notes which inputs were measured, and on how much: a line
 * each, so that the file needs no other version, and people read it as it stands.
 * An input is measured only for as long as it is what the line says. */
#include "measured.h"

#include "json-writer.h"
#include "paths.h"

#include <math.h>
#include <string.h>

#define MARK "[measured] "
#define ALL_TASKS "tasks[]."
#define ALL_TEAM  "team[]."

void
outlay_measured_free (OutlayMeasured *measured)
{
  g_free (measured->of);
  g_free (measured);
}

/* Means */

static double
get_weight (const OutlayScenario *scenario,
            gboolean              is_team,
            guint                 i)
{
  return is_team ? scenario->team[i].people : scenario->tasks[i].share.start;
}

static gboolean
get_mean (const OutlayScenario *scenario,
          gboolean              is_team,
          const char           *key,
          double               *value)
{
  guint n_entries = is_team ? scenario->n_team : scenario->n_tasks;
  double sum = 0, weights = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s[%u].%s", is_team ? "team" : "tasks", i, key);
      double entry;

      if (!outlay_scenario_get_number (scenario, path, &entry, NULL))
        return FALSE;
      sum += entry * get_weight (scenario, is_team, i);
      weights += get_weight (scenario, is_team, i);
    }

  *value = sum / weights;

  return isfinite (*value);
}

/**
 * outlay_measured_get_value:
 * @scenario: a scenario
 * @path: an input; `tasks[].output` is the mean by the share of those who start,
 *   `team[].tasks_per_day` that by people
 * @value: (out): what it is now
 *
 * Returns: whether there is such a number
 */
gboolean
outlay_measured_get_value (const OutlayScenario *scenario,
                           const char           *path,
                           double               *value)
{
  if (g_str_has_prefix (path, ALL_TASKS))
    return get_mean (scenario, FALSE, path + strlen (ALL_TASKS), value);
  if (g_str_has_prefix (path, ALL_TEAM))
    return get_mean (scenario, TRUE, path + strlen (ALL_TEAM), value);

  return outlay_scenario_get_number (scenario, path, value, NULL);
}

/* Lines */

static gboolean
is_line_of (const char *line,
            const char *path)
{
  g_autofree char *start = g_strconcat (MARK, path, " = ", NULL);

  return g_str_has_prefix (line, start);
}

static char *
print_line (const char           *path,
            const OutlayMeasured *measured)
{
  g_autofree char *value = outlay_number_to_string (measured->value);
  g_autofree char *interval = NULL;

  if (isfinite (measured->low) && isfinite (measured->high))
    {
      g_autofree char *low = outlay_number_to_string (measured->low);
      g_autofree char *high = outlay_number_to_string (measured->high);

      interval = g_strdup_printf ("95 %% %s to %s; ", low, high);
    }

  return g_strdup_printf (MARK "%s = %s; %s%d to %d; %" G_GUINT64_FORMAT " %s", path, value,
                          interval != NULL ? interval : "", measured->first, measured->last,
                          measured->n, measured->of);
}

/**
 * outlay_measured_write:
 * @draft: a draft whose input was set
 * @path: the input, as for outlay_measured_get_value()
 * @measured: how it was measured
 *
 * Notes it in the scenario, in place of what was noted of the input before.
 */
void
outlay_measured_write (OutlayScenario       *draft,
                       const char           *path,
                       const OutlayMeasured *measured)
{
  g_auto (GStrv) lines = g_strsplit (draft->notes != NULL ? draft->notes : "", "\n", -1);
  g_autofree char *line = print_line (path, measured);
  g_autoptr (GString) notes = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!is_line_of (lines[i], path) && (*lines[i] != '\0' || lines[i + 1] != NULL))
      g_string_append_printf (notes, "%s\n", lines[i]);
  g_string_append (notes, line);
  draft->notes = outlay_pool_strdup (draft->pool, notes->str);
}

static OutlayMeasured *
parse_line (const char *line)
{
  static const char pattern[] =
    " = (\\S+); (?:95 % (\\S+) to (\\S+); )?(\\d{8}) to (\\d{8}); (\\d+) (.+)$";
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) words = NULL;
  OutlayMeasured *measured;

  if (!g_regex_match (regex, line, 0, &match))
    return NULL;

  words = g_match_info_fetch_all (match);
  measured = g_new (OutlayMeasured, 1);
  *measured = (OutlayMeasured) {
    .value = g_ascii_strtod (words[1], NULL),
    .low = *words[2] != '\0' ? g_ascii_strtod (words[2], NULL) : NAN,
    .high = *words[3] != '\0' ? g_ascii_strtod (words[3], NULL) : NAN,
    .first = (int) g_ascii_strtoll (words[4], NULL, 10),
    .last = (int) g_ascii_strtoll (words[5], NULL, 10),
    .n = g_ascii_strtoull (words[6], NULL, 10),
    .of = g_strdup (words[7]),
  };

  return measured;
}

/* `tasks[3].output` was measured as a part of `tasks[].output`, and the mix as a whole. */
static char *
generalize (const char *path)
{
  const char *open = strchr (path, '[');
  const char *close = strchr (path, ']');

  if (open == NULL || close == NULL ||
      !(g_str_has_prefix (path, "tasks[") || g_str_has_prefix (path, "team[")))
    return g_strdup (path);

  return g_strdup_printf ("%.*s%s%s", (int) (open + 1 - path), path, close,
                          g_str_has_suffix (close, ".share") ? "[0]" : "");
}

/**
 * outlay_measured_find:
 * @scenario: a scenario
 * @path: an input
 *
 * Returns: (transfer full) (nullable): how it was measured; %NULL where it was not, or
 *   is another value now
 */
OutlayMeasured *
outlay_measured_find (const OutlayScenario *scenario,
                      const char           *path)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *general = generalize (path);
  double value;

  if (scenario->notes == NULL || strstr (scenario->notes, MARK) == NULL ||
      !outlay_measured_get_value (scenario, general, &value))
    return NULL;

  lines = g_strsplit (scenario->notes, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (is_line_of (lines[i], general))
      {
        g_autoptr (OutlayMeasured) measured = parse_line (lines[i]);

        if (measured != NULL && fabs (measured->value - value) <= 1e-9 * fabs (value))
          return g_steal_pointer (&measured);
      }

  return NULL;
}
