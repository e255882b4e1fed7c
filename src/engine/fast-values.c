/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The innermost loop of a simulation: what draws' tasks cost, between the nodes
 * of the tables. This file is compiled twice. */
#include "fast-private.h"

#include "wide.h"

#define MOST_CORNERS (OUTLAY_AXIS_WIDTH * OUTLAY_AXIS_WIDTH * OUTLAY_AXIS_WIDTH)

/* The nodes about a draw, and their weights. */
typedef struct
{
  const OutlayQuad *values[MOST_CORNERS];
  OutlayQuad        weight[MOST_CORNERS];
  guint             n;
} Corners;

static void
find_corners (const OutlayCostTables *tables,
              const OutlayQuad       *factor,
              guint                   draw,
              Corners                *corners)
{
  double t[OUTLAY_AXIS_WIDTH], f[OUTLAY_AXIS_WIDTH], a[OUTLAY_AXIS_WIDTH];
  guint first_t = outlay_axis_find (&tables->turns, factor[OUTLAY_FACTOR_TURNS][draw], t);
  guint first_f = outlay_axis_find (&tables->tokens, factor[OUTLAY_FACTOR_TOKENS][draw],
                                    f);
  guint first_a = outlay_axis_find (&tables->acceptance,
                                    factor[OUTLAY_FACTOR_ACCEPTANCE][draw], a);

  corners->n = 0;
  for (guint i = 0; i < tables->turns.width; i++)
    for (guint j = 0; j < tables->tokens.width; j++)
      for (guint k = 0; k < tables->acceptance.width; k++)
        {
          corners->values[corners->n] = (const OutlayQuad *) (gconstpointer)
            outlay_cost_tables_get (tables, first_t + i, first_f + j, first_a + k);
          corners->weight[corners->n++] = outlay_quad_all (t[i] * f[j] * a[k]);
        }
}

/* The innermost loop: the values of one draw, some at a time so that the sums
 * stay in registers. */
static void
read_values (const Corners *corners,
             guint          n_quads,
             OutlayQuad    *values)
{
  guint k = 0;

  for (; k + 4 <= n_quads; k += 4)
    {
      OutlayQuad a = { 0 }, b = { 0 }, c = { 0 }, d = { 0 };

      for (guint i = 0; i < corners->n; i++)
        {
          const OutlayQuad *corner = corners->values[i] + k;
          OutlayQuad weight = corners->weight[i];

          a += weight * corner[0];
          b += weight * corner[1];
          c += weight * corner[2];
          d += weight * corner[3];
        }
      values[k] = a;
      values[k + 1] = b;
      values[k + 2] = c;
      values[k + 3] = d;
    }

  for (; k < n_quads; k++)
    {
      OutlayQuad a = { 0 };

      for (guint i = 0; i < corners->n; i++)
        a += corners->weight[i] * corners->values[i][k];
      values[k] = a;
    }
}

/* From the values of each draw in turn to each value of four draws. */
static void
turn_values (const OutlayQuad *read,
             guint             n_quads,
             OutlayQuad       *values)
{
  for (guint k = 0; k < n_quads; k++)
    {
      OutlayQuad a = read[k], b = read[n_quads + k];
      OutlayQuad c = read[2 * n_quads + k], d = read[3 * n_quads + k];

      *values++ = (OutlayQuad) { a[0], b[0], c[0], d[0] };
      *values++ = (OutlayQuad) { a[1], b[1], c[1], d[1] };
      *values++ = (OutlayQuad) { a[2], b[2], c[2], d[2] };
      *values++ = (OutlayQuad) { a[3], b[3], c[3], d[3] };
    }
}

/**
 * outlay_fast_values_read:
 * @tables: the tables
 * @factor: factors of four draws
 * @read: room for n_values of the tables
 * @values: (out caller-allocates): the values of the four draws
 */
void
OUTLAY_WIDE (outlay_fast_values_read) (const OutlayCostTables *tables,
                                       const OutlayQuad       *factor,
                                       OutlayQuad             *read,
                                       OutlayQuad             *values)
{
  guint n_quads = tables->n_values / OUTLAY_QUAD_SIZE;
  Corners corners;

  for (guint j = 0; j < OUTLAY_QUAD_SIZE; j++)
    {
      find_corners (tables, factor, j, &corners);
      read_values (&corners, n_quads, read + (gsize) j * n_quads);
    }
  turn_values (read, n_quads, values);
}
