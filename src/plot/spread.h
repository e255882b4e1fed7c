/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint outlay_spread_get_capacity (double  gap,
                                  double  low,
                                  double  high);
void  outlay_spread              (double *positions,
                                  guint   n_positions,
                                  double  gap,
                                  double  low,
                                  double  high);

G_END_DECLS
