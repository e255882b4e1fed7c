/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#if !defined (OUTLAY_INSIDE) && !defined (OUTLAY_COMPILATION)
#error "Only <outlay.h> can be included directly."
#endif

#include <outlay-scenario.h>

G_BEGIN_DECLS

/**
 * OutlayEstimate:
 *
 * What every option of a scenario costs, month by month.
 */
typedef struct _OutlayEstimate OutlayEstimate;

#define OUTLAY_TYPE_ESTIMATE (outlay_estimate_get_type ())

GType            outlay_estimate_get_type         (void);

/**
 * outlay_estimate_new:
 * @scenario: a scenario
 *
 * Estimates every option of a scenario.
 *
 * Returns: (transfer full): the estimate
 */
OutlayEstimate  *outlay_estimate_new              (OutlayScenario        *scenario);

/**
 * outlay_estimate_ref:
 * @estimate: an estimate
 *
 * Takes another reference.
 *
 * Returns: (transfer full): @estimate
 */
OutlayEstimate  *outlay_estimate_ref              (OutlayEstimate        *estimate);

/**
 * outlay_estimate_unref:
 * @estimate: (transfer full): an estimate
 *
 * Gives a reference back.
 */
void             outlay_estimate_unref            (OutlayEstimate        *estimate);

/**
 * outlay_estimate_list_months:
 * @estimate: an estimate
 *
 * Lists its months, as `2026-12`.
 *
 * Returns: (transfer full) (array zero-terminated=1): the months
 */
char           **outlay_estimate_list_months      (OutlayEstimate        *estimate);

/**
 * outlay_estimate_list_options:
 * @estimate: an estimate
 *
 * Lists the ids of its options, in the scenario's order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 */
char           **outlay_estimate_list_options     (OutlayEstimate        *estimate);

/**
 * outlay_estimate_get_refusal:
 * @estimate: an estimate
 * @option: an option's id
 *
 * Tells why an option could not be estimated.
 *
 * Returns: (transfer none) (nullable): a sentence, or %NULL where it could
 */
const char      *outlay_estimate_get_refusal      (OutlayEstimate        *estimate,
                                                   const char            *option);

/**
 * outlay_estimate_get_monthly:
 * @estimate: an estimate
 * @option: an option's id
 * @figure: `cost`, `api_cost`, `people`, `tasks`, `accepted`, `stopped`, `value`,
 *   `review`, `onboarding`, or a class of tokens: `input`, `cache_write`,
 *   `cache_read`, `output`
 * @n_months: (out): how many months there are; 0 where there is no such figure
 *
 * Gets a figure month by month. Money is in the scenario's currency.
 *
 * Returns: (transfer none) (nullable) (array length=n_months): the figures
 */
const double    *outlay_estimate_get_monthly      (OutlayEstimate        *estimate,
                                                   const char            *option,
                                                   const char            *figure,
                                                   guint                 *n_months);

/**
 * outlay_estimate_get_total:
 * @estimate: an estimate
 * @option: an option's id
 * @figure: one of the monthly figures, or `net`, `return`, `cost_per_task`,
 *   `cost_per_accepted`
 *
 * Gets a figure of the whole period.
 *
 * Returns: the figure; NaN where there is none
 */
double           outlay_estimate_get_total        (OutlayEstimate        *estimate,
                                                   const char            *option,
                                                   const char            *figure);

/**
 * outlay_estimate_get_payback_month:
 * @estimate: an estimate
 * @option: an option's id
 *
 * Gets the first month at whose end the value has outgrown all that was spent.
 *
 * Returns: the month, from 1; 0 for never
 */
int              outlay_estimate_get_payback_month (OutlayEstimate       *estimate,
                                                    const char           *option);

/* Inside the library the engine's own headers have it. */
#ifndef OUTLAY_COMPILATION
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayEstimate, outlay_estimate_unref)
#endif

G_END_DECLS
