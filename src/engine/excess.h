/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Parts of an octave, a power of two, and the octaves that are tabulated. */
#define OUTLAY_EXCESS_PARTS 16
#define OUTLAY_EXCESS_LEAST (-12)
#define OUTLAY_EXCESS_OCTAVES 20
#define OUTLAY_EXCESS_CELLS (OUTLAY_EXCESS_PARTS * OUTLAY_EXCESS_OCTAVES)

/**
 * OutlayExcess:
 * @allowance: B, in US dollars; NaN for no limit
 * @spread: the coefficient of variation of one person's month
 * @is_tabulated: whether the cells are filled
 * @cell: cubics in the place within a cell, 0 to 1, of excess over allowance
 *
 * What lies above an allowance in the mean (METHOD section 7), by the mean of a
 * month, ready to be read off. The cells are even in the logarithm of the mean
 * over the allowance.
 */
typedef struct
{
  double   allowance;
  double   spread;
  gboolean is_tabulated;
  double   cell[OUTLAY_EXCESS_CELLS][4];
} OutlayExcess;

void   outlay_excess_init (OutlayExcess       *excess,
                           double              allowance,
                           double              spread);
double outlay_excess_read (const OutlayExcess *excess,
                           double              mean);

G_END_DECLS
