/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/* Parts of the table of a distribution, and of the guide into it. */
#define OUTLAY_PERT_CELLS 256
#define OUTLAY_PERT_SLOTS 512

/**
 * OutlayPert:
 *
 * The quantiles of a PERT distribution, ready to be read off.
 */
typedef struct
{
  double  low;
  double  width;                          /* high - low; 0 for a constant */
  double  at[OUTLAY_PERT_CELLS + 1];      /* P(x <= value[i]) */
  double  value[OUTLAY_PERT_CELLS + 1];   /* x, from 0 to 1 */
  double  left[OUTLAY_PERT_CELLS];        /* slopes of x at the ends of each cell */
  double  right[OUTLAY_PERT_CELLS];
  guint16 first[OUTLAY_PERT_SLOTS];       /* the first cell that a slot may be in */
} OutlayPert;

double outlay_range_quantile (const OutlayRange *range,
                              double             p);

void   outlay_pert_init      (OutlayPert        *pert,
                              const OutlayRange *range);
double outlay_pert_read      (const OutlayPert  *pert,
                              double             p);

G_END_DECLS
