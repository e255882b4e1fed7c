/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A row: one figure of a batch of draws. */

double  outlay_row_sum          (const double *row,
                                 guint         n);
void    outlay_row_range        (const double *row,
                                 gsize         n,
                                 double       *low,
                                 double       *high);
guint32 outlay_row_count_above  (const double *row,
                                 guint         n,
                                 double        limit);
guint32 outlay_row_count_dearer (const double *row,
                                 const double *other,
                                 guint         n);

G_END_DECLS
