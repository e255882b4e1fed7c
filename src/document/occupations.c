/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "occupations.h"

#include "json-text.h"
#include "shipped.h"

typedef struct
{
  json_t           *json; /* (owned): where all texts lie */
  OutlayOccupation *list;
  guint             n;
} Occupations;

static Occupations *
read_occupations (void)
{
  g_autoptr (GBytes) bytes = outlay_shipped_lookup ("occupations.json");
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("occupations.json");
  Occupations *occupations = g_new0 (Occupations, 1);
  const json_t *entries;

  occupations->json = outlay_json_parse (bytes, problems);
  if (occupations->json == NULL)
    g_error ("The shipped occupations are broken: %s", outlay_problems_to_string (problems));

  entries = json_object_get (occupations->json, "occupations");
  occupations->n = (guint) json_array_size (entries);
  occupations->list = g_new0 (OutlayOccupation, occupations->n);
  for (guint i = 0; i < occupations->n; i++)
    {
      const json_t *entry = json_array_get (entries, i);

      occupations->list[i] = (OutlayOccupation) {
        .id = json_string_value (json_object_get (entry, "id")),
        .name = json_string_value (json_object_get (entry, "name")),
        .hourly_wage = json_number_value (json_object_get (entry, "hourly_wage")),
        .source = json_string_value (json_object_get (entry, "source")),
        .link = json_string_value (json_object_get (entry, "link")),
      };
    }

  return occupations;
}

/**
 * outlay_occupations_list:
 * @n_occupations: (out): how many
 *
 * Returns: (transfer none) (array length=n_occupations): occupations whose wage
 *   is published
 */
const OutlayOccupation *
outlay_occupations_list (guint *n_occupations)
{
  static gsize once = 0;
  const Occupations *occupations;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_occupations ());

  occupations = (const Occupations *) once;
  *n_occupations = occupations->n;

  return occupations->list;
}
