/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the money of one option goes, and what all of them buy. */
#include "report-sections.h"

#include "breakdown-chart.h"
#include "breakdown-words.h"
#include "chart-data.h"
#include "figure-format.h"
#include "measures.h"
#include "outcome-words.h"
#include "text.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
describe_parts (OutlayReportMaker     *maker,
                const OutlayBreakdown *breakdown,
                OutlayBreakdownBy      by)
{
  g_autoptr (GString) text = g_string_new (_("Stacked bars, one for each month."));

  for (guint part = 0; part < outlay_breakdown_count_parts (breakdown, by); part++)
    {
      double cost = outlay_breakdown_part_cost (breakdown, by, part, OUTLAY_PERIOD);
      g_autofree char *money = outlay_figure_format_money (cost, maker->report->currency);

      g_string_append_c (text, ' ');
      /* Translators: a part of the cost, and its money in the whole period */
      g_string_append_printf (text, _("%s: %s in all."),
                              outlay_breakdown_part_name (breakdown, by, part), money);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_chart (OutlayReportMaker *maker)
{
  OutlayBreakdownBy by = OUTLAY_BREAKDOWN_BY_TASK;
  OutlayBreakdownChart *data = outlay_breakdown_chart_new (maker->estimate,
                                                           (guint) maker->focus, by);
  OutlayReportFigure *figure;

  figure = outlay_report_add_figure (maker->report, &data->chart, data,
                                     (GDestroyNotify) outlay_breakdown_chart_free);
  figure->title = outlay_breakdown_finding (data->breakdown, by);
  figure->subtitle = outlay_breakdown_subtitle (data->breakdown, by);
  figure->alternative = describe_parts (maker, data->breakdown, by);
}

static void
add_part (OutlayReportMaker *maker,
          OutlayReportTable *table,
          const char        *name,
          double             cost,
          double             all)
{
  double share = all > 0 ? cost / all : NAN;

  outlay_report_table_add_text (table, name);
  outlay_report_add_money (maker, table, cost);
  outlay_report_table_add_number (table, share, outlay_figure_format_percent (share));
}

/* Returns: whether the rounded parts miss their sum */
static gboolean
add_parts (OutlayReportMaker     *maker,
           const OutlayBreakdown *breakdown,
           OutlayBreakdownBy      by)
{
  static const char * const captions[] = {
    [OUTLAY_BREAKDOWN_BY_TASK] = N_("%s by kind of task"),
    [OUTLAY_BREAKDOWN_BY_ROLE] = N_("%s by role"),
    [OUTLAY_BREAKDOWN_BY_CLASS] = N_("%s by class of token"),
  };
  double all = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_NONE, 0,
                                          OUTLAY_PERIOD)[OUTLAY_CELL_COST];
  g_autofree char *caption = outlay_text_fill (_(captions[by]), breakdown->option->name);
  OutlayReportTable *table = outlay_report_add_table (maker->report, caption);
  guint n_parts = outlay_breakdown_count_parts (breakdown, by);

  outlay_report_table_add_column (table, C_("column", "Part"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Cost"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Share"), TRUE);
  for (guint part = 0; part < n_parts; part++)
    add_part (maker, table, outlay_breakdown_part_name (breakdown, by, part),
              outlay_breakdown_part_cost (breakdown, by, part, OUTLAY_PERIOD), all);
  add_part (maker, table, C_("sum of all parts", "Together"), all, all);
  table->strong_row = (int) n_parts;

  return outlay_report_is_off (table);
}

void
outlay_report_add_breakdown (OutlayReportMaker *maker)
{
  g_autoptr (OutlayBreakdown) breakdown = NULL;
  gboolean is_off = FALSE;

  if (maker->focus < 0)
    return;

  breakdown = outlay_breakdown_new (maker->estimate, (guint) maker->focus);
  outlay_report_add_text (maker->report, OUTLAY_REPORT_HEADING, _("Where the money goes"));
  add_chart (maker);
  for (guint by = OUTLAY_BREAKDOWN_BY_TASK; by <= OUTLAY_BREAKDOWN_BY_CLASS; by++)
    is_off |= add_parts (maker, breakdown, by);
  outlay_report_note_rounding (maker, is_off);
}

static char *
describe_outcomes (OutlayReportMaker *maker)
{
  g_autoptr (GString) text = g_string_new (_("Line chart."));

  for (guint i = 0; i < maker->estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &maker->estimate->options[i];
      g_autofree char *money = NULL;

      if (option->error != NULL)
        continue;

      money = outlay_measure_format (maker->estimate, option->cost_per_accepted,
                                     OUTLAY_MEASURE_COST_PER_ACCEPTED);
      g_string_append_c (text, ' ');
      /* Translators: an option, and the money for one task accepted */
      g_string_append_printf (text, _("%s: %s for each task accepted over the whole period."),
                              option->option->name, money);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
outlay_report_add_outcome (OutlayReportMaker *maker)
{
  g_autoptr (OutlaySheet) sheet = NULL;
  OutlayChartData *data;
  OutlayReportFigure *figure;

  if (maker->focus < 0)
    return;

  sheet = outlay_outcome_sheet_new (maker->estimate, maker->looks);
  data = outlay_chart_data_new_per_accepted (maker->estimate, maker->looks);
  outlay_report_add_text (maker->report, OUTLAY_REPORT_HEADING, _("What it buys"));
  figure = outlay_report_add_figure (maker->report, &data->chart, data,
                                     (GDestroyNotify) outlay_chart_data_free);
  figure->title = outlay_outcome_finding (maker->estimate, maker->looks,
                                          outlay_report_leaves_out (maker));
  figure->subtitle = outlay_outcome_subtitle (maker->estimate);
  figure->alternative = describe_outcomes (maker);
  outlay_report_add_sheet (maker, _("Value and cost in the whole period"),
                           C_("column", "Option"), sheet, 0, sheet->columns->len);
}
