/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Four draws at once, as processors like it. */
#define OUTLAY_QUAD_SIZE 4

typedef double OutlayQuad __attribute__ ((vector_size (OUTLAY_QUAD_SIZE * sizeof (double)),
                                          aligned (sizeof (double))));

static inline OutlayQuad
outlay_quad_all (double value)
{
  return (OutlayQuad) { value, value, value, value };
}

static inline OutlayQuad
outlay_quad_min (OutlayQuad a,
                 OutlayQuad b)
{
  for (guint i = 0; i < OUTLAY_QUAD_SIZE; i++)
    a[i] = MIN (a[i], b[i]);

  return a;
}

G_END_DECLS
