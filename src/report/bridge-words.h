/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"

G_BEGIN_DECLS

/**
 * OutlayBridgeFigures:
 * @cost_a: money: A's cost, as it is shown
 * @cost_b: B's
 * @parts: the parts
 *
 * A bridge as it is shown: figures that are rounded so that what is seen adds up.
 */
typedef struct
{
  double cost_a;
  double cost_b;
  double parts[OUTLAY_N_BRIDGE_PARTS];
} OutlayBridgeFigures;

double      outlay_bridge_round           (double                      amount,
                                           const char                 *currency);
void        outlay_bridge_figures_init    (OutlayBridgeFigures        *figures,
                                           const OutlayBridge         *bridge);
char       *outlay_bridge_format_change   (double                      change,
                                           const char                 *currency);

const char *outlay_bridge_part_name       (OutlayBridgePart            part);
char       *outlay_bridge_finding         (const OutlayComparison     *comparison,
                                           const OutlayComparedOption *option);
char       *outlay_bridge_subtitle        (const OutlayComparison     *comparison,
                                           const OutlayComparedOption *option);

G_END_DECLS
