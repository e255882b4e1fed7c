/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "futures.h"
#include "option-parts.h"

G_BEGIN_DECLS

struct _OutlaySimulator
{
  OutlayEstimate    *estimate; /* (owned) */
  OutlayFutures     *futures;  /* (owned) */
  OutlayDraws       *draws;    /* (owned): with the lock held */
  OutlayOptionParts *parts;    /* (owned) (nullable) */
  OutlayFuturesWay   way;
  double             most_tokens;
  GMutex             lock;
  guint64            seed;
  guint              n_threads;
  gint               stopped;
  gint              *stop;     /* (unowned): its own, or that of the whole of which it is a part */
};

/* Some of a simulator's options, or all of them, at once. */
OutlaySimulation *outlay_simulator_run_part   (OutlaySimulator    *simulator,
                                               guint               n_draws,
                                               double             *periods,
                                               OutlayProgressFunc  progress,
                                               gpointer            data);
gboolean          outlay_simulator_draw_part  (OutlaySimulator    *simulator,
                                               guint               n_draws,
                                               double             *periods);

/* Options whose tables do not fit into memory together, part by part. */
gboolean          outlay_simulator_has_parts  (const OutlaySimulator *simulator);
OutlaySimulation *outlay_simulator_run_parts  (OutlaySimulator    *simulator,
                                               guint               n_draws,
                                               OutlayProgressFunc  progress,
                                               gpointer            data);
gboolean          outlay_simulator_draw_parts (OutlaySimulator    *simulator,
                                               guint               n_draws,
                                               double             *periods);

G_END_DECLS
