/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "factors.h"

G_BEGIN_DECLS

/* Draws are made and worked on by so many at a time. */
#define OUTLAY_BATCH_SIZE 512

/**
 * OutlayBatch:
 * @n: how many draws
 * @value: the factors of each, by factor and draw
 */
typedef struct
{
  guint  n;
  double value[OUTLAY_N_FACTORS][OUTLAY_BATCH_SIZE];
} OutlayBatch;

OutlayFactors outlay_batch_get (const OutlayBatch *batch,
                                guint              draw);

/**
 * OutlayDraws:
 *
 * The drawn factors of a scenario, one batch after another. docs/simulation.md
 * describes the generator, which does not change within a format version.
 */
typedef struct _OutlayDraws OutlayDraws;

OutlayDraws *outlay_draws_new          (const OutlayScenario *scenario,
                                        double                most_tokens,
                                        guint64               seed);
void         outlay_draws_free         (OutlayDraws          *draws);
void         outlay_draws_limit_tokens (OutlayDraws          *draws,
                                        double                most_tokens);
void         outlay_draws_rewind       (OutlayDraws          *draws);
void         outlay_draws_next         (OutlayDraws          *draws,
                                        OutlayBatch          *batch,
                                        guint                 n);
void         outlay_draws_finish       (const OutlayDraws    *draws,
                                        OutlayBatch          *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDraws, outlay_draws_free)

G_END_DECLS
