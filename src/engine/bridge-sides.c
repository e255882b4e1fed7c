/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two scenarios have in common. */
#include "bridge-step.h"

#include <string.h>

static OutlayBridgeMatch *
find_match (GArray     *matches,
            const char *id,
            guint       nth)
{
  for (guint i = 0; i < matches->len; i++)
    {
      OutlayBridgeMatch *match = &g_array_index (matches, OutlayBridgeMatch, i);

      if (match->nth == nth && strcmp (match->id, id) == 0)
        return match;
    }

  return NULL;
}

/* Notes that one side has this at `index`. */
static void
add_entry (GArray     *matches,
           const char *id,
           guint       nth,
           guint       side,
           guint       index)
{
  OutlayBridgeMatch *match = find_match (matches, id, nth);

  if (match == NULL)
    {
      OutlayBridgeMatch added = { id, nth, { -1, -1 } };

      g_array_append_val (matches, added);
      match = &g_array_index (matches, OutlayBridgeMatch, matches->len - 1);
    }

  match->index[side] = (int) index;
}

/* How many roles before this one have its name. */
static guint
count_namesakes (const OutlayScenario *scenario,
                 guint                 role)
{
  guint n = 0;

  for (guint i = 0; i < role; i++)
    if (strcmp (scenario->team[i].name, scenario->team[role].name) == 0)
      n++;

  return n;
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const OutlayBridgeMatch *x = a;
  const OutlayBridgeMatch *y = b;
  int order = strcmp (x->id, y->id);

  return order != 0 ? order : (int) x->nth - (int) y->nth;
}

void
outlay_bridge_sides_init (OutlayBridgeSides    *sides,
                          const OutlayScenario *a,
                          const OutlayOption   *option_a,
                          const OutlayScenario *b,
                          const OutlayOption   *option_b)
{
  *sides = (OutlayBridgeSides) {
    .scenario = { a, b },
    .option = { option_a, option_b },
    .in_dollars = strcmp (a->currency.code, b->currency.code) != 0,
    .roles = g_array_new (FALSE, FALSE, sizeof (OutlayBridgeMatch)),
    .tasks = g_array_new (FALSE, FALSE, sizeof (OutlayBridgeMatch)),
  };

  for (guint side = 0; side < 2; side++)
    {
      const OutlayScenario *scenario = sides->scenario[side];

      for (guint i = 0; i < scenario->n_team; i++)
        add_entry (sides->roles, scenario->team[i].name, count_namesakes (scenario, i),
                   side, i);
      for (guint i = 0; i < scenario->n_tasks; i++)
        add_entry (sides->tasks, scenario->tasks[i].id, 0, side, i);
    }

  g_array_sort (sides->roles, compare_matches);
  g_array_sort (sides->tasks, compare_matches);
}

void
outlay_bridge_sides_clear (OutlayBridgeSides *sides)
{
  g_clear_pointer (&sides->roles, g_array_unref);
  g_clear_pointer (&sides->tasks, g_array_unref);
}
