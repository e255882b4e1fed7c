/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "usage.h"

G_BEGIN_DECLS

/* What is fitted to sessions; the names are those of METHOD section 5. */
typedef enum
{
  OUTLAY_FIT_TURNS,          /* mean turns a task */
  OUTLAY_FIT_TURN_SPREAD,
  OUTLAY_FIT_CALLS_PER_TURN,
  OUTLAY_FIT_BASE_CONTEXT,   /* B, tokens */
  OUTLAY_FIT_MESSAGE,        /* u, tokens */
  OUTLAY_FIT_TOOL_RESULT,    /* r, tokens: grows with the square root of the calls */
  OUTLAY_FIT_TOOL_RESIDUAL,  /* what the fit leaves: tokens a call, root mean square */
  OUTLAY_FIT_OUTPUT,         /* o, tokens a call */
  OUTLAY_FIT_WARMTH_5M,
  OUTLAY_FIT_WARMTH_1H,
  OUTLAY_N_FITS
} OutlayFitParameter;

/* Fewer sessions (messages, for the warmth) than this say too little. */
#define OUTLAY_FIT_ENOUGH 20

/**
 * OutlayFitValue:
 * @estimate: the value, or NaN where there is too little to say one
 * @low: of its 95 % interval, by drawing sessions again
 * @high: of the same
 * @n: sessions, calls or messages that it was fitted to
 *
 * What a team really does.
 */
typedef struct
{
  double  estimate;
  double  low;
  double  high;
  guint64 n;
} OutlayFitValue;

/**
 * OutlayFit:
 *
 * Fits sessions message by message, in memory that does not grow with them.
 */
typedef struct _OutlayFit OutlayFit;

OutlayFit     *outlay_fit_new         (void);
void           outlay_fit_free        (OutlayFit          *fit);
void           outlay_fit_add         (OutlayFit          *fit,
                                       const OutlayUsage  *usage,
                                       double              tokenizer);
void           outlay_fit_end_session (OutlayFit          *fit);
OutlayFitValue outlay_fit_get         (OutlayFit          *fit,
                                       OutlayFitParameter  parameter);
guint64        outlay_fit_get_misses  (const OutlayFit    *fit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFit, outlay_fit_free)

G_END_DECLS
