/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayWorkFunc:
 * @thread: which thread works, from 0; thread 0 is the caller's
 * @data: what was given along
 *
 * One thread's share of a piece of work: takes items until there are no more.
 */
typedef void (*OutlayWorkFunc) (guint    thread,
                                gpointer data);

/* More threads than this do not make anything faster. */
#define OUTLAY_MOST_THREADS 64

void outlay_parallel_run (guint          n_threads,
                          OutlayWorkFunc work,
                          gpointer       data);

/* Takes the next of @n items from a counter that starts at 0. */
gboolean outlay_parallel_take (gint  *counter,
                               guint  n,
                               guint *item);

G_END_DECLS
