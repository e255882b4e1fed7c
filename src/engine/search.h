/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether what is asked for holds at @x. */
typedef gboolean (*OutlaySearchFunc) (double   x,
                                      gpointer data);

double  outlay_search_edge    (OutlaySearchFunc  holds,
                               gpointer          data,
                               double            inside,
                               double            outside);
int     outlay_search_last    (OutlaySearchFunc  holds,
                               gpointer          data,
                               const double     *probes,
                               guint             n_probes);

GArray *outlay_search_probes  (double            low,
                               double            high,
                               guint             n_probes);
int     outlay_search_compare (gconstpointer     a,
                               gconstpointer     b);

G_END_DECLS
