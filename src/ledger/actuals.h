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
  OUTLAY_GAP_TOKENS, /* tokens of each task: its turns and its context */
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
 *   known of it (then the tasks' part stands for the people's too)
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

GArray     *outlay_ledger_compare (OutlayLedger                *ledger,
                                   const OutlayEstimate        *estimate,
                                   const OutlayOptionEstimate  *option,
                                   GError                     **error);
const char *outlay_gap_get_name   (OutlayGap                    gap);

G_END_DECLS
