/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of contents of a report, and what its sections share. */
#include "report-maker.h"

#include "costs.h"
#include "figure-format.h"
#include "month-format.h"
#include "report-sections.h"

#include <glib/gi18n.h>
#include <math.h>
#include <pango/pango.h>

/**
 * outlay_report_is_right_to_left:
 *
 * Returns: whether the person's language runs from right to left, where no
 *   toolkit tells
 */
gboolean
outlay_report_is_right_to_left (void)
{
  PangoLanguage *language = pango_language_from_string (g_get_language_names ()[0]);
  int n_scripts;
  const PangoScript *scripts = pango_language_get_scripts (language, &n_scripts);

  if (scripts == NULL)
    return FALSE;

  return scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW ||
         scripts[0] == PANGO_SCRIPT_SYRIAC || scripts[0] == PANGO_SCRIPT_THAANA;
}

/* Whether the scenario has options of which this report says nothing. */
gboolean
outlay_report_leaves_out (OutlayReportMaker *maker)
{
  return maker->facts->left_out != NULL && maker->facts->left_out[0] != NULL;
}

OutlayFinding
outlay_report_choose_finding (OutlayReportMaker *maker,
                              gboolean           cumulative)
{
  OutlayFinding finding = outlay_finding_choose (maker->estimate, maker->looks, cumulative);

  finding.some_hidden |= outlay_report_leaves_out (maker);

  return finding;
}

/* Adds money to a table, to the smallest coin: a report is reckoned with. */
void
outlay_report_add_money (OutlayReportMaker *maker,
                         OutlayReportTable *table,
                         double             value)
{
  outlay_report_table_add_number (table, value,
                                  outlay_figure_format_money (value, maker->report->currency));
}

/* As money and shares are shown: under 10, and in percent, to a hundredth. */
static double
round_as_shown (double value)
{
  return fabs (value) < 10 ? round (100 * value) / 100 : round (value);
}

/**
 * outlay_report_is_off:
 * @table: a table of amounts or shares, with their sum in its strong row
 *
 * Returns: whether what is shown of a column does not add up to what is shown of its sum
 */
gboolean
outlay_report_is_off (const OutlayReportTable *table)
{
  guint n_rows = outlay_report_table_get_n_rows (table);

  for (guint column = 1; column < table->columns->len; column++)
    {
      double off = 0;

      for (guint row = 0; row < n_rows; row++)
        {
          double value = g_array_index (table->cells, OutlayReportCell,
                                        row * table->columns->len + column).value;

          off += ((int) row == table->strong_row ? -1 : 1) * round_as_shown (value);
        }
      if (fabs (off) >= 0.005)
        return TRUE;
    }

  return FALSE;
}

/* Says so below the tables of a section, where one of them is off. */
void
outlay_report_note_rounding (OutlayReportMaker *maker,
                             gboolean           is_off)
{
  if (is_off)
    outlay_report_add_text (maker->report, OUTLAY_REPORT_NOTE,
                            _("Every amount and share is rounded by itself, so that those of a "
                              "table may differ a little from their sum."));
}

/**
 * outlay_report_add_sheet:
 * @maker: a report in the making
 * @caption: what is listed
 * @row_title: what its rows are
 * @sheet: the figures
 * @first_column: the first column to take
 * @n_columns: how many
 *
 * Adds columns of a sheet as a table.
 */
void
outlay_report_add_sheet (OutlayReportMaker *maker,
                         const char        *caption,
                         const char        *row_title,
                         const OutlaySheet *sheet,
                         guint              first_column,
                         guint              n_columns)
{
  OutlayReportTable *table = outlay_report_add_table (maker->report, caption);

  outlay_report_table_add_column (table, row_title, FALSE);
  for (guint i = first_column; i < first_column + n_columns; i++)
    outlay_report_table_add_column (table, outlay_sheet_get_column (sheet, i)->title, TRUE);

  for (guint row = 0; row < sheet->rows->len; row++)
    {
      outlay_report_table_add_text (table, outlay_sheet_get_row (sheet, row)->name);
      for (guint i = first_column; i < first_column + n_columns; i++)
        {
          const char *text = outlay_sheet_get_text (sheet, row, i);

          outlay_report_table_add_number (table, outlay_sheet_get_value (sheet, row, i),
                                          g_strdup (*text != '\0' ? text : "–"));
        }
      if (outlay_sheet_get_row (sheet, row)->strong)
        table->strong_row = (int) row;
    }
}

/* The option that is asked for, if it has figures, or else the one that costs
 * least. */
static int
find_focus (const OutlayReportFacts *facts)
{
  const OutlayEstimate *estimate = facts->estimate;

  for (guint i = 0; i < estimate->n_options; i++)
    if (g_strcmp0 (estimate->options[i].option->id, facts->focus) == 0 &&
        estimate->options[i].error == NULL)
      return (int) i;

  return outlay_costs_find_cheapest (estimate);
}

static char *
describe_period (const OutlayEstimate *estimate)
{
  int start = estimate->scenario->start;
  g_autofree char *first = outlay_month_format (start, OUTLAY_MONTH_STYLE_LONG);
  g_autofree char *last = outlay_month_format (start + (int) estimate->n_months - 1,
                                               OUTLAY_MONTH_STYLE_LONG);

  if (estimate->n_months == 1)
    /* Translators: the subtitle of a report, with its month */
    return g_strdup_printf (_("What AI assistants will cost in %s"), first);

  /* Translators: the subtitle of a report, with its first and last month */
  return g_strdup_printf (_("What AI assistants will cost, %s to %s"), first, last);
}

static void
add_cover (OutlayReportMaker *maker)
{
  const OutlayReportFacts *facts = maker->facts;
  OutlayReport *report = maker->report;

  report->subtitle = describe_period (maker->estimate);
  if (facts->client != NULL && *facts->client != '\0')
    /* Translators: the name of a client */
    report->client = g_strdup_printf (_("Prepared for %s"), facts->client);
  /* Translators: a date as people of your language write it in full, for
   * g_date_time_format() */
  if (facts->date != NULL)
    report->date = g_date_time_format (facts->date, C_("date", "%-e %B %Y"));
  if (facts->logo != NULL)
    report->logo = g_bytes_ref (facts->logo);
}

/**
 * outlay_report_new_for_estimate:
 * @facts: what it is made from
 *
 * Returns: (transfer full): a report in the person's language
 */
OutlayReport *
outlay_report_new_for_estimate (const OutlayReportFacts *facts)
{
  const OutlayScenario *scenario = facts->estimate->scenario;
  const char *title = *scenario->name != '\0' ? scenario->name : _("What AI assistants cost");
  g_autofree OutlayOptionLook *looks = g_new0 (OutlayOptionLook,
                                               facts->estimate->n_options + 1);
  OutlayReportMaker maker = {
    .facts = facts,
    .report = outlay_report_new (title, facts->right_to_left, scenario->currency.code),
    .estimate = facts->estimate,
    .looks = looks,
    .focus = find_focus (facts),
  };

  for (guint i = 0; i < facts->estimate->n_options; i++)
    {
      looks[i].slot = facts->looks != NULL ? facts->looks[i].slot : i;
      looks[i].focus = (int) i == maker.focus;
    }

  add_cover (&maker);
  outlay_report_add_summary (&maker);
  outlay_report_add_costs (&maker);
  outlay_report_add_breakdown (&maker);
  outlay_report_add_outcome (&maker);
  outlay_report_add_risk (&maker);
  outlay_report_add_assumptions (&maker);
  outlay_report_add_prices (&maker);
  outlay_report_add_origin (&maker);

  return maker.report;
}
