/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: the factors' names, and the bound on that on tokens. */
#include "factors.h"

#include "option-estimate.h"

#include <math.h>

/* As in scenario files. */
const char *
outlay_factor_get_key (OutlayFactor factor)
{
  static const char * const keys[] = {
    [OUTLAY_FACTOR_TASKS] = "tasks",
    [OUTLAY_FACTOR_TURNS] = "turns",
    [OUTLAY_FACTOR_TOKENS] = "tokens",
    [OUTLAY_FACTOR_ACCEPTANCE] = "acceptance",
    [OUTLAY_FACTOR_WARMTH] = "warmth",
    [OUTLAY_FACTOR_LEARNING] = "learning",
    [OUTLAY_FACTOR_ADOPTION] = "adoption",
  };

  return keys[factor];
}

/**
 * outlay_factors_most_tokens:
 * @estimate: the estimate of a scenario, which tells what is refused
 *
 * Returns: the largest factor on tokens that section 5 allows in every task,
 *   role and model of every option that the estimate does not refuse: at least
 *   1, and infinite where nothing bounds it
 */
double
outlay_factors_most_tokens (const OutlayEstimate *estimate)
{
  double most = INFINITY;

  for (guint i = 0; i < estimate->n_options; i++)
    if (estimate->options[i].error == NULL)
      most = MIN (most, outlay_option_most_tokens (estimate->scenario,
                                                   estimate->options[i].option));

  return most;
}
