/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"
#include "ledger.h"

G_BEGIN_DECLS

/* Why a month cost more or less than was forecast. */
typedef enum
{
  OUTLAY_GAP_PEOPLE, /* more or fewer people */
  OUTLAY_GAP_TASKS,  /* tasks of each */
  OUTLAY_GAP_MIX,    /* kinds of task that cost more or less than others */
  OUTLAY_GAP_TURNS,  /* turns of each task, the mix being what it was */
  OUTLAY_GAP_TOKENS, /* tokens of each turn */
  OUTLAY_GAP_PRICE,  /* price of each token: models, and how much the cache served */
  OUTLAY_N_GAPS
} OutlayGap;

/**
 * OutlayMonthComparison:
 * @month: counted from 1
 * @date: its first day, as 20261201
 * @forecast: US dollars at API prices
 * @actual: the same, at list price
 * @gaps: parts of @actual - @forecast, which add up to it; NaN where nothing is
 *   known of it: then the tasks' part stands for the people's too, and the tokens'
 *   for the turns'
 * @unpriced: calls of the month that have no price
 */
typedef struct
{
  int    month;
  int    date;
  double forecast;
  double actual;
  double gaps[OUTLAY_N_GAPS];
  gint64 unpriced;
} OutlayMonthComparison;

/**
 * OutlayOutlook:
 * @n_months: months that are over
 * @forecast: of these months, US dollars at API prices
 * @actual: the same, at list price
 * @rest: forecast of the months that are still to come, or not over
 * @outlook: the same, if they go as those that are over
 * @n_fitted: months of the backtest that it was fitted to, from the first
 * @n_scored: those that it was scored on
 * @error: how far it was off there, as a share of what they cost; NaN for no backtest
 * @plain_error: how far the forecast was off there
 * @scored: what the scored months cost, US dollars at list price
 *
 * What the months that have happened say about the rest.
 */
typedef struct
{
  guint  n_months;
  double forecast;
  double actual;
  double rest;
  double outlook;
  guint  n_fitted;
  guint  n_scored;
  double error;
  double plain_error;
  double scored;
} OutlayOutlook;

GArray     *outlay_ledger_compare (OutlayLedger                *ledger,
                                   const OutlayEstimate        *estimate,
                                   const OutlayOptionEstimate  *option,
                                   GError                     **error);
void        outlay_outlook_init   (OutlayOutlook               *outlook,
                                   const GArray                *months,
                                   const OutlayEstimate        *estimate,
                                   const OutlayOptionEstimate  *option,
                                   int                          today);
gboolean    outlay_outlook_is_comparable
                                  (const OutlayOutlook         *outlook);
const char *outlay_gap_get_name   (OutlayGap                    gap);

G_END_DECLS
