/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/**
 * OutlayTurns:
 * @p: p[n - 1] is the probability that a task takes n turns
 * @n: how many of them matter (to 1e-14)
 * @inside: the probability that a task ends by itself; the rest is stopped by
 *   the cap
 * @cap: the loop cap, in turns
 * @mean: turns expected, those of stopped tasks included
 *
 * How many turns a task takes.
 */
typedef struct
{
  double p[OUTLAY_MAX_TURNS];
  guint  n;
  double inside;
  guint  cap;
  double mean;
} OutlayTurns;

guint outlay_scenario_turn_cap (const OutlayScenario *scenario);

void  outlay_turns_init        (OutlayTurns          *turns,
                                double                mu,
                                double                spread,
                                guint                 cap);

G_END_DECLS
