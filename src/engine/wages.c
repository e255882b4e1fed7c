/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 9: dearer work uses more tokens. */
#include "wages.h"

#include <math.h>

static double
wage_factor (const OutlayWageEffect *effect,
             double                  hourly_wage,
             double                  exponent)
{
  return effect->enabled ? pow (hourly_wage / effect->reference_wage, exponent) : 1;
}

/* What a role's wage multiplies turns by. */
double
outlay_wage_turns (const OutlayWageEffect *effect,
                   double                  hourly_wage)
{
  return wage_factor (effect, hourly_wage, effect->turns);
}

/* What a role's wage multiplies the output of a call by. */
double
outlay_wage_output (const OutlayWageEffect *effect,
                    double                  hourly_wage)
{
  return wage_factor (effect, hourly_wage, effect->output);
}
