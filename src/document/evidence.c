/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence.h"

#include "json-text.h"
#include "shipped.h"

#include <math.h>
#include <string.h>

typedef struct
{
  json_t         *json;      /* (owned): where all texts lie */
  GHashTable     *defaults;  /* (element-type utf8 OutlayEvidence), by path */
  OutlayCostBand *bands;
  guint           n_bands;
} Evidence;

static const char *
text_of (const json_t *entry,
         const char   *key)
{
  return json_string_value (json_object_get (entry, key));
}

static double
number_of (const json_t *entry,
           const char   *key)
{
  const json_t *value = json_object_get (entry, key);

  return json_is_number (value) ? json_number_value (value) : NAN;
}

static void
read_defaults (Evidence *evidence)
{
  const char *path;
  json_t *entry;

  evidence->defaults = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  json_object_foreach (json_object_get (evidence->json, "defaults"), path, entry)
    {
      OutlayEvidence *found = g_new0 (OutlayEvidence, 1);

      found->value = text_of (entry, "value");
      found->label = text_of (entry, "label");
      found->source = text_of (entry, "source");
      found->link = text_of (entry, "link");
      found->note = text_of (entry, "note");
      g_hash_table_insert (evidence->defaults, (gpointer) path, found);
    }
}

static void
read_bands (Evidence *evidence)
{
  const json_t *bands = json_object_get (evidence->json, "bands");

  evidence->n_bands = (guint) json_array_size (bands);
  evidence->bands = g_new0 (OutlayCostBand, evidence->n_bands);
  for (guint i = 0; i < evidence->n_bands; i++)
    {
      const json_t *entry = json_array_get (bands, i);

      evidence->bands[i] = (OutlayCostBand) {
        .id = text_of (entry, "id"),
        .name = text_of (entry, "name"),
        .per_day = g_strcmp0 (text_of (entry, "per"), "day") == 0,
        .low = number_of (entry, "low"),
        .high = number_of (entry, "high"),
        .median = number_of (entry, "median"),
        .mean = number_of (entry, "mean"),
        .top_tenth = number_of (entry, "top_tenth"),
        .label = text_of (entry, "label"),
        .source = text_of (entry, "source"),
        .link = text_of (entry, "link"),
        .note = text_of (entry, "note"),
      };
    }
}

static const Evidence *
get_evidence (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GBytes) bytes = outlay_shipped_lookup ("evidence.json");
      g_autoptr (OutlayProblems) problems = outlay_problems_new ("evidence.json");
      Evidence *evidence = g_new0 (Evidence, 1);

      evidence->json = outlay_json_parse (bytes, problems);
      if (evidence->json == NULL)
        g_error ("The shipped evidence is broken: %s", outlay_problems_to_string (problems));
      read_defaults (evidence);
      read_bands (evidence);
      g_once_init_leave (&once, (gsize) evidence);
    }

  return (const Evidence *) once;
}

/* `tasks[3].share[1]` as `tasks[].share`. */
static char *
strip_indices (const char *path)
{
  GString *stripped = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *c = path; *c != '\0'; c++)
    {
      inside = inside && *c != ']';
      if (!inside)
        g_string_append_c (stripped, *c);
      inside = inside || *c == '[';
    }

  if (g_str_has_suffix (stripped->str, "[]"))
    g_string_truncate (stripped, stripped->len - 2);

  return g_string_free (stripped, FALSE);
}

/**
 * outlay_evidence_find:
 * @path: an input's path. A task may be named by its id (`tasks[fix].share`) or
 *   its number; what is known of that one task comes first, then what is known
 *   of all.
 *
 * Returns: (transfer none) (nullable): where the default comes from
 */
const OutlayEvidence *
outlay_evidence_find (const char *path)
{
  GHashTable *defaults = get_evidence ()->defaults;
  const OutlayEvidence *found = g_hash_table_lookup (defaults, path);
  g_autofree char *stripped = NULL;

  if (found != NULL)
    return found;

  stripped = strip_indices (path);

  return g_hash_table_lookup (defaults, stripped);
}

/**
 * outlay_cost_bands_list:
 * @n_bands: (out): how many
 *
 * Returns: (transfer none) (array length=n_bands): published costs per person
 */
const OutlayCostBand *
outlay_cost_bands_list (guint *n_bands)
{
  const Evidence *evidence = get_evidence ();

  *n_bands = evidence->n_bands;

  return evidence->bands;
}
