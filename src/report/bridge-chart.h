/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bridge-words.h"
#include "chart.h"
#include "sheet.h"

G_BEGIN_DECLS

/* The rows of a bridge: A, its parts, B, and in the table what they come to. */
#define OUTLAY_BRIDGE_ROW_A 0
#define OUTLAY_BRIDGE_ROW_PARTS 1
#define OUTLAY_BRIDGE_ROW_B (OUTLAY_BRIDGE_ROW_PARTS + OUTLAY_N_BRIDGE_PARTS)
#define OUTLAY_BRIDGE_ROW_DIFFERENCE (OUTLAY_BRIDGE_ROW_B + 1)
#define OUTLAY_BRIDGE_N_STEPS (OUTLAY_BRIDGE_ROW_B + 1)

/**
 * OutlayBridgeChart:
 * @currency: (owned): ISO 4217 code of all money
 * @chart: a waterfall: A, the parts, B
 * @sheet: (owned): the same as a table, and the difference
 *
 * Why an option costs more in one scenario than in another: chart and table, with
 * everything that they point to.
 */
typedef struct
{
  char            *currency;
  OutlayChart      chart;
  OutlaySheet     *sheet;

  OutlayChartStep  steps[OUTLAY_BRIDGE_N_STEPS];
} OutlayBridgeChart;

OutlayBridgeChart *outlay_bridge_chart_new  (const OutlayComparison     *comparison,
                                             const OutlayComparedOption *option,
                                             guint                       slot);
void               outlay_bridge_chart_free (OutlayBridgeChart          *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBridgeChart, outlay_bridge_chart_free)

G_END_DECLS
