/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spread.h"

#include <math.h>

typedef struct
{
  double sum;
  guint  size;
} Group;

static double
group_get_mean (const Group *group)
{
  return group->sum / group->size;
}

/**
 * outlay_spread_get_capacity:
 * @gap: px between two labels
 * @low: px of the first possible place
 * @high: px of the last
 *
 * Returns: how many labels have room
 */
guint
outlay_spread_get_capacity (double gap,
                            double low,
                            double high)
{
  if (!(high >= low) || !(gap > 0.0))
    return 0;

  return (guint) floor ((high - low) / gap + 1e-9) + 1;
}

/**
 * outlay_spread:
 * @positions: (array length=n_positions) (inout): where labels would like to
 *   be, ascending; where they go
 * @n_positions: no more than there is room for
 * @gap: px between two labels
 * @low: px of the first possible place
 * @high: px of the last
 *
 * Pushes labels apart in their order, moving them as little as can be (in the
 * sum of squares): labels that touch make a group, which stays centred on
 * what its members point at.
 *
 * Taking i times the gap from the i-th place turns "at least a gap apart"
 * into "not descending", and the nearest such row is found by merging
 * neighbours that are out of order into their mean. Holding that row within
 * its limits afterwards keeps it the nearest.
 */
void
outlay_spread (double *positions,
               guint   n_positions,
               double  gap,
               double  low,
               double  high)
{
  g_autofree Group *groups = g_new (Group, MAX (n_positions, 1));
  guint n_groups = 0;
  guint i = 0;

  for (guint j = 0; j < n_positions; j++)
    {
      groups[n_groups++] = (Group) { positions[j] - j * gap, 1 };

      while (n_groups > 1 &&
             group_get_mean (&groups[n_groups - 2]) > group_get_mean (&groups[n_groups - 1]))
        {
          groups[n_groups - 2].sum += groups[n_groups - 1].sum;
          groups[n_groups - 2].size += groups[n_groups - 1].size;
          n_groups--;
        }
    }

  high -= (n_positions - 1.0) * gap;
  for (guint g = 0; g < n_groups; g++)
    for (guint k = 0; k < groups[g].size; k++, i++)
      positions[i] = MAX (low, MIN (group_get_mean (&groups[g]), high)) + i * gap;
}
