/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge-chart.h"

#include "figure-format.h"

#include <glib/gi18n.h>
#include <math.h>

enum
{
  COLUMN_AMOUNT,
  COLUMN_SHARE
};

static double
get_exact (const OutlayBridge *bridge,
           guint               row)
{
  if (row == OUTLAY_BRIDGE_ROW_A)
    return bridge->cost_a;
  if (row == OUTLAY_BRIDGE_ROW_B)
    return bridge->cost_b;
  if (row == OUTLAY_BRIDGE_ROW_DIFFERENCE)
    return bridge->cost_b - bridge->cost_a;

  return bridge->parts[row - OUTLAY_BRIDGE_ROW_PARTS];
}

static double
get_shown (const OutlayBridgeFigures *figures,
           guint                      row)
{
  if (row == OUTLAY_BRIDGE_ROW_A)
    return figures->cost_a;
  if (row == OUTLAY_BRIDGE_ROW_B)
    return figures->cost_b;
  if (row == OUTLAY_BRIDGE_ROW_DIFFERENCE)
    return figures->cost_b - figures->cost_a;

  return figures->parts[row - OUTLAY_BRIDGE_ROW_PARTS];
}

static gboolean
is_side (guint row)
{
  return row == OUTLAY_BRIDGE_ROW_A || row == OUTLAY_BRIDGE_ROW_B;
}

static void
add_row (OutlaySheet            *sheet,
         const OutlayComparison *comparison,
         guint                   row)
{
  OutlaySheetRow *added;

  if (is_side (row))
    {
      added = outlay_sheet_add_row (sheet, row == OUTLAY_BRIDGE_ROW_A ? comparison->a->name
                                                                      : comparison->b->name);
      added->key = g_strdup (row == OUTLAY_BRIDGE_ROW_A ? "a" : "b");
      added->strong = TRUE;
      added->asks = TRUE;
    }
  else if (row == OUTLAY_BRIDGE_ROW_DIFFERENCE)
    {
      added = outlay_sheet_add_row (sheet, C_("row", "Difference"));
      added->key = g_strdup ("difference");
      added->strong = TRUE;
    }
  else
    {
      OutlayBridgePart part = (OutlayBridgePart) (row - OUTLAY_BRIDGE_ROW_PARTS);

      added = outlay_sheet_add_row (sheet, outlay_bridge_part_name (part));
      added->key = g_strdup (outlay_bridge_part_get_key (part));
    }
}

/* What a part is of the cost in A; of nothing there is no share. */
static void
set_share (OutlaySheet        *sheet,
           const OutlayBridge *bridge,
           guint               row)
{
  double share = bridge->cost_a > 0 ? get_exact (bridge, row) / bridge->cost_a : NAN;

  if (is_side (row) || isnan (share))
    {
      outlay_sheet_set (sheet, row, COLUMN_SHARE, NAN, g_strdup (""));
      return;
    }

  outlay_sheet_set (sheet, row, COLUMN_SHARE, share,
                    outlay_figure_format_signed (share,
                                                 outlay_figure_format_percent_exact (share, 1)));
}

static void
fill_sheet (OutlayBridgeChart         *data,
            const OutlayComparison    *comparison,
            const OutlayBridge        *bridge,
            const OutlayBridgeFigures *figures)
{
  OutlaySheet *sheet = data->sheet = outlay_sheet_new ();

  outlay_sheet_add_column (sheet, C_("column", "Cost"), C_("column", "Cost"), "cost")->asks = TRUE;
  /* Translators: what a part of a difference is of the cost in the first scenario */
  outlay_sheet_add_column (sheet, C_("column", "Of the first"),
                           _("share of the cost in the first scenario"), "share_of_a");
  for (guint row = 0; row <= OUTLAY_BRIDGE_ROW_DIFFERENCE; row++)
    add_row (sheet, comparison, row);

  for (guint row = 0; row <= OUTLAY_BRIDGE_ROW_DIFFERENCE; row++)
    {
      double shown = get_shown (figures, row);

      outlay_sheet_set (sheet, row, COLUMN_AMOUNT, get_exact (bridge, row),
                        is_side (row)
                          ? outlay_figure_format_money_exact (shown, data->currency)
                          : outlay_bridge_format_change (shown, data->currency));
      set_share (sheet, bridge, row);
    }
}

static void
fill_chart (OutlayBridgeChart  *data,
            const OutlayBridge *bridge,
            guint               slot)
{
  for (guint row = 0; row < OUTLAY_BRIDGE_N_STEPS; row++)
    data->steps[row] = (OutlayChartStep) {
      .name = outlay_sheet_get_row (data->sheet, row)->name,
      .text = outlay_sheet_get_text (data->sheet, row, COLUMN_AMOUNT),
      .value = get_exact (bridge, row),
      .is_total = is_side (row),
    };

  data->chart = (OutlayChart) { .kind = OUTLAY_CHART_WATERFALL,
                                .bands = OUTLAY_CHART_BANDS_NONE,
                                .steps = data->steps,
                                .n_steps = OUTLAY_BRIDGE_N_STEPS,
                                .step_slot = slot };
}

/**
 * outlay_bridge_chart_new:
 * @comparison: two scenarios
 * @option: an option of theirs
 * @slot: its colour
 *
 * Returns: (transfer full) (nullable): chart and table of its bridge; %NULL where it
 *   has none
 */
OutlayBridgeChart *
outlay_bridge_chart_new (const OutlayComparison     *comparison,
                         const OutlayComparedOption *option,
                         guint                       slot)
{
  OutlayBridgeChart *data;
  OutlayBridgeFigures figures;

  if (option->error != NULL)
    return NULL;

  data = g_new0 (OutlayBridgeChart, 1);
  data->currency = g_strdup (option->bridge.currency);
  outlay_bridge_figures_init (&figures, &option->bridge);
  fill_sheet (data, comparison, &option->bridge, &figures);
  fill_chart (data, &option->bridge, slot);

  return data;
}

void
outlay_bridge_chart_free (OutlayBridgeChart *data)
{
  outlay_sheet_free (data->sheet);
  g_free (data->currency);
  g_free (data);
}
