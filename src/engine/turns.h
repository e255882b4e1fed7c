/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/**
 * OutlayTurns:
 * @p: (unowned): p[n - 1] is the probability that a task takes n turns
 * @n: how many of them there are; beyond, the tail is left out
 * @inside: the probability that a task ends by itself; the rest is stopped by
 *   the cap
 * @cap: the loop cap, in turns
 * @mean: turns expected, those of stopped tasks included
 *
 * How many turns a task takes.
 */
typedef struct
{
  double *p;
  guint   n;
  double  inside;
  guint   cap;
  double  mean;
} OutlayTurns;

guint outlay_scenario_turn_cap (const OutlayScenario *scenario);

void  outlay_turns_init        (OutlayTurns          *turns,
                                double               *p,
                                double                mu,
                                double                spread,
                                guint                 cap,
                                double                negligible);

G_END_DECLS
