/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draws.h"
#include "simulate.h"

G_BEGIN_DECLS

/**
 * OutlayTally:
 *
 * What is counted of the draws of a run. Few draws are kept as they are. Many
 * are drawn three times instead, so that a million take little memory: some of
 * them for their range, then all for how they are spread over it, then for the
 * values about each quantile.
 */
typedef struct _OutlayTally OutlayTally;

OutlayTally *outlay_tally_new           (guint              n_options,
                                         guint              n_months,
                                         guint              n_draws,
                                         guint              n_threads,
                                         double             budget);
void         outlay_tally_free          (OutlayTally       *tally);

guint        outlay_tally_get_n_rows    (const OutlayTally *tally);
guint        outlay_tally_get_n_draws   (const OutlayTally *tally);
guint        outlay_tally_get_n_batches (const OutlayTally *tally);
guint64      outlay_tally_get_work      (const OutlayTally *tally);

void         outlay_tally_add           (OutlayTally       *tally,
                                         guint              thread,
                                         guint              batch,
                                         double            *rows);
gboolean     outlay_tally_next_pass     (OutlayTally       *tally);

void         outlay_tally_find_quantiles (OutlayTally      *tally);
double       outlay_tally_get_quantile  (const OutlayTally *tally,
                                         guint              row,
                                         OutlayPercent      percent);
double       outlay_tally_get_mean      (const OutlayTally *tally,
                                         guint              row);
double       outlay_tally_get_over      (const OutlayTally *tally,
                                         guint              option,
                                         guint              month);
double       outlay_tally_get_dearer    (const OutlayTally *tally,
                                         guint              option,
                                         guint              other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTally, outlay_tally_free)

G_END_DECLS
