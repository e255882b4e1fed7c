/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10, for many options and roles that all differ: which options are
 * drawn together. */
#include "option-parts.h"

#include "cost-axes.h"

#include <stdlib.h>
#include <string.h>

/* A work, one of the walks that it needs, and the first option that costs the same. */
typedef struct
{
  guint work;
  guint family;
  guint twin;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;

  if (x->family != y->family)
    return x->family < y->family ? -1 : 1;

  if (x->twin != y->twin)
    return x->twin < y->twin ? -1 : 1;

  return (int) x->work - (int) y->work;
}

/* Returns: one of the walks of a work; 0 where nobody works */
static guint
get_family (const OutlayCostCases *cases,
            guint                  work)
{
  guint first = g_array_index (cases->works, OutlayWork, work).first;
  guint callee;

  if (cases->sets->len == 0)
    return 0;

  callee = g_array_index (cases->sets, OutlaySet, first).callees[0][0];

  return g_array_index (cases->fares, OutlayFare,
                        g_array_index (cases->callees, OutlayCallee, callee).fare).family;
}

/* Options that cost the same must do so in every future, too: from other tables, one
 * would be a little dearer or cheaper. */
static guint
find_twin (const OutlayEstimate *estimate,
           guint                 option)
{
  gsize size = estimate->n_months * sizeof (double);

  for (guint i = 0; i < option; i++)
    if (estimate->options[i].error == NULL &&
        memcmp (estimate->options[i].monthly[OUTLAY_FIGURE_COST],
                estimate->options[option].monthly[OUTLAY_FIGURE_COST], size) == 0)
      return i;

  return option;
}

/* Works that share walks come next to each other: these are done once for a part. */
static Place *
sort_works (const OutlayCostCases *cases,
            const guint           *twins)
{
  Place *places = g_new (Place, cases->works->len + 1);

  for (guint i = 0; i < cases->works->len; i++)
    {
      const OutlayOption *option = g_array_index (cases->works, OutlayWork, i).option;

      places[i] = (Place) { i, get_family (cases, i), twins[option - cases->scenario->options] };
    }
  qsort (places, cases->works->len, sizeof *places, compare_places);

  return places;
}

/* The part of each work, one part after the other. */
static guint
part_works (const OutlayCostCases *cases,
            const guint           *twins,
            gsize                  most_memory,
            guint                 *parts)
{
  g_autofree Place *places = sort_works (cases, twins);
  gsize a_set = outlay_cost_axes_weigh_set (cases);
  gsize size = 0;
  guint part = 0;

  for (guint i = 0; i < cases->works->len; i++)
    {
      const OutlayWork *work = &g_array_index (cases->works, OutlayWork, places[i].work);
      gsize more = a_set * work->n_epochs * cases->profiles->len * work->n_groups;

      if (size > 0 && size + more > most_memory && places[i].twin != places[i - 1].twin)
        {
          part++;
          size = 0;
        }
      size += more;
      parts[places[i].work] = part;
    }

  return part + 1;
}

/**
 * outlay_option_parts_new:
 * @estimate: the estimate of a scenario
 * @most_memory: what the tables of a part may take; of one option they may take more
 *
 * Returns: (transfer full): which of its options' tables fit into memory together
 */
OutlayOptionParts *
outlay_option_parts_new (const OutlayEstimate *estimate,
                         gsize                 most_memory)
{
  OutlayOptionParts *parts = g_new0 (OutlayOptionParts, 1);
  g_autoptr (OutlayPool) pool = outlay_pool_new ();
  g_autoptr (OutlayCostCases) cases = outlay_cost_cases_new (pool, estimate, NULL);
  g_autofree guint *of_work = g_new (guint, cases->works->len + 1);

  parts->twin = g_new0 (guint, estimate->n_options + 1);
  for (guint i = 0; i < estimate->n_options; i++)
    if (estimate->options[i].error == NULL)
      parts->twin[i] = find_twin (estimate, i);
  parts->n = part_works (cases, parts->twin, most_memory, of_work);
  parts->part = g_new (int, estimate->n_options + 1);
  for (guint i = 0; i < estimate->n_options; i++)
    parts->part[i] = cases->option_work[i] == OUTLAY_NONE
                       ? OUTLAY_NONE : (int) of_work[cases->option_work[i]];

  return parts;
}

void
outlay_option_parts_free (OutlayOptionParts *parts)
{
  g_free (parts->part);
  g_free (parts->twin);
  g_free (parts);
}
