/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

/* Fails, naming the row, unless both are equal to a relative or an absolute
 * @tolerance, whichever is larger; NaN equals NaN. */
static inline void
assert_near_within (const char *row,
                    double      found,
                    double      expected,
                    double      tolerance)
{
  if (isnan (expected) ? isnan (found)
                       : fabs (found - expected) <= tolerance * MAX (1, fabs (expected)))
    return;

  g_error ("%s: expected %.17g, found %.17g", row, expected, found);
}

static inline void
assert_near (const char *row,
             double      found,
             double      expected)
{
  assert_near_within (row, found, expected, 1e-12);
}
