/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each option costs, by month and in all. */
#include "report-sections.h"

#include "chart-data.h"
#include "costs.h"
#include "figure-format.h"
#include "figures-sheet.h"
#include "measures.h"
#include "odds.h"

#include <glib/gi18n.h>
#include <math.h>

/* As many options as stand side by side on paper. */
#define OPTIONS_ABREAST 6

/* What each line does from its first month to its last. */
static char *
describe_lines (OutlayReportMaker *maker,
                gboolean           cumulative)
{
  g_autoptr (GString) text = g_string_new (_("Line chart."));
  int last = (int) maker->estimate->n_months - 1;

  for (guint i = 0; i < maker->estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &maker->estimate->options[i];
      const char *currency = maker->report->currency;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (option->error != NULL)
        continue;

      from = outlay_figure_format_money (outlay_costs_get (maker->estimate, i, 0, cumulative),
                                         currency);
      to = outlay_figure_format_money (outlay_costs_get (maker->estimate, i, last, cumulative),
                                       currency);
      g_string_append_c (text, ' ');
      /* Translators: an option and the money of its first and of its last month */
      g_string_append_printf (text, _("%s: %s in the first month, %s in the last."),
                              option->option->name, from, to);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_chart (OutlayReportMaker *maker,
           gboolean           cumulative)
{
  OutlayChartData *data = outlay_chart_data_new (maker->estimate, maker->looks, cumulative, FALSE);
  OutlayFinding finding = outlay_report_choose_finding (maker, cumulative);
  g_autofree char *unit = outlay_chart_voice_describe_unit (maker->estimate->scenario, cumulative);
  g_autofree char *shading = NULL;
  OutlayReportFigure *figure;

  if (outlay_chart_data_add_bands (data, maker->facts->simulation, OUTLAY_CHART_BANDS_FOCUS,
                                   FALSE))
    shading =
      outlay_odds_describe_shading (maker->estimate->options[maker->focus].option->name);
  figure = outlay_report_add_figure (maker->report, &data->chart, data,
                                     (GDestroyNotify) outlay_chart_data_free);
  figure->title = outlay_finding_describe (&finding, maker->estimate);
  figure->subtitle = g_strjoin (" ", unit, shading, NULL);
  figure->alternative = describe_lines (maker, cumulative);
}

static void
add_total_columns (OutlayReportTable *table,
                   gboolean           has_budget)
{
  outlay_report_table_add_column (table, C_("column", "Option"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Cost"), TRUE);
  outlay_report_table_add_column (table, C_("column", "At API prices"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Per person and month"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Per task accepted"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Dearest month"), TRUE);
  if (has_budget)
    outlay_report_table_add_column (table, C_("column", "First over the monthly budget"), TRUE);
}

static char *
describe_first_over (OutlayReportMaker *maker,
                     guint              option)
{
  for (int month = 0; month < (int) maker->estimate->n_months; month++)
    if (outlay_costs_is_over (maker->estimate, option, month, FALSE))
      return outlay_figure_format_month (maker->estimate->scenario, month);

  return g_strdup (C_("over the budget", "never"));
}

static void
add_totals (OutlayReportMaker *maker)
{
  gboolean has_budget = !isnan (maker->estimate->scenario->budget);
  OutlayReportTable *table = outlay_report_add_table (maker->report, _("Cost in the whole period"));

  add_total_columns (table, has_budget);
  for (guint i = 0; i < maker->estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &maker->estimate->options[i];
      gboolean known = option->error == NULL;
      double people = known ? option->total[OUTLAY_FIGURE_PEOPLE] : 0;
      double cost = known ? option->total[OUTLAY_FIGURE_COST] : NAN;
      double each = known ? option->cost_per_accepted : NAN;

      outlay_report_table_add_text (table, option->option->name);
      outlay_report_add_money (maker, table, cost);
      outlay_report_add_money (maker, table, known ? option->total[OUTLAY_FIGURE_API_COST] : NAN);
      outlay_report_add_money (maker, table, people > 0 ? cost / people : NAN);
      outlay_report_table_add_number (table, each,
                                      outlay_measure_format (maker->estimate, each,
                                                             OUTLAY_MEASURE_COST_PER_ACCEPTED));
      outlay_report_add_money (maker, table,
                               outlay_costs_get (maker->estimate, i,
                                                 MAX (outlay_costs_find_peak (maker->estimate, i),
                                                      0), FALSE));
      if (has_budget)
        outlay_report_table_add_number (table, NAN, known ? describe_first_over (maker, i)
                                                          : g_strdup ("–"));
    }
}

/* A row for each month, so that five years fit a page. Returns: whether the rounded
 * months miss their sum */
static gboolean
add_months (OutlayReportMaker *maker,
            const OutlaySheet *sheet,
            guint              first,
            guint              n_options)
{
  OutlayReportTable *table = outlay_report_add_table (maker->report, _("Cost by month"));

  outlay_report_table_add_column (table, C_("column", "Month"), FALSE);
  for (guint i = first; i < first + n_options; i++)
    outlay_report_table_add_column (table, outlay_sheet_get_row (sheet, i)->name, TRUE);

  for (guint column = 0; column < sheet->columns->len; column++)
    {
      outlay_report_table_add_text (table, outlay_sheet_get_column (sheet, column)->title);
      for (guint i = first; i < first + n_options; i++)
        outlay_report_add_money (maker, table, outlay_sheet_get_value (sheet, i, column));
    }
  table->strong_row = (int) sheet->columns->len - 1;

  return outlay_report_is_off (table);
}

void
outlay_report_add_costs (OutlayReportMaker *maker)
{
  g_autoptr (OutlaySheet) sheet = outlay_figures_sheet_new (maker->estimate, maker->looks,
                                                            OUTLAY_FIGURE_COST);
  guint n_options = maker->estimate->n_options;
  /* As wide as one another: no option stands alone. */
  guint n_tables = (n_options + OPTIONS_ABREAST - 1) / OPTIONS_ABREAST;
  gboolean is_off = FALSE;

  if (maker->focus < 0)
    return;

  outlay_report_add_text (maker->report, OUTLAY_REPORT_HEADING, _("What it costs"));
  add_totals (maker);
  add_chart (maker, FALSE);
  add_chart (maker, TRUE);
  for (guint i = 0; i < n_tables; i++)
    {
      guint first = i * n_options / n_tables;

      is_off |= add_months (maker, sheet, first, (i + 1) * n_options / n_tables - first);
    }
  outlay_report_note_rounding (maker, is_off);
}
