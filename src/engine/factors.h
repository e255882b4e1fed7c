/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/**
 * OutlayFactors:
 * @value: what each uncertain factor of METHOD section 10 is drawn as
 *
 * One future. In the estimate itself every factor is 1, whatever is likely.
 */
typedef struct
{
  double value[OUTLAY_N_FACTORS];
} OutlayFactors;

#define OUTLAY_FACTORS_ONE ((OutlayFactors) { { 1, 1, 1, 1, 1, 1, 1 } })

const char *outlay_factor_get_key      (OutlayFactor          factor);
double      outlay_factors_most_tokens (const OutlayEstimate *estimate);

G_END_DECLS
