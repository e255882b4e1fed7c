/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every monthly figure of an estimate as a table. */
#include "figures-sheet.h"

#include "currencies.h"
#include "figure-format.h"
#include "refusals.h"
#include "why-outcome.h"

#include <glib/gi18n.h>

/**
 * outlay_figure_name:
 * @figure: a figure
 *
 * Returns: its name in the person's language
 */
const char *
outlay_figure_name (OutlayFigure figure)
{
  static const char *const names[OUTLAY_N_FIGURES] = {
    [OUTLAY_FIGURE_COST] = NC_("figure", "Cost"),
    [OUTLAY_FIGURE_API_COST] = NC_("figure", "Cost at API prices"),
    [OUTLAY_FIGURE_PEOPLE] = NC_("figure", "People active"),
    [OUTLAY_FIGURE_TASKS] = NC_("figure", "Tasks"),
    [OUTLAY_FIGURE_ACCEPTED] = NC_("figure", "Tasks accepted"),
    [OUTLAY_FIGURE_STOPPED] = NC_("figure", "Tasks stopped by the loop cap"),
    [OUTLAY_FIGURE_VALUE] = NC_("figure", "Value of time saved"),
    [OUTLAY_FIGURE_REVIEW] = NC_("figure", "Time spent on review"),
    [OUTLAY_FIGURE_ONBOARDING] = NC_("figure", "Onboarding"),
    [OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_INPUT] = NC_("figure", "Input tokens"),
    [OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_CACHE_WRITE] = NC_("figure", "Tokens written to cache"),
    [OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_CACHE_READ] = NC_("figure", "Tokens read from cache"),
    [OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_OUTPUT] = NC_("figure", "Output tokens"),
  };

  g_return_val_if_fail (figure < OUTLAY_N_FIGURES, "");

  return g_dpgettext2 (NULL, "figure", names[figure]);
}

/**
 * outlay_figure_describe_unit:
 * @figure: a figure
 * @scenario: whose currency is meant
 *
 * Returns: (transfer full): what the figure counts
 */
char *
outlay_figure_describe_unit (OutlayFigure          figure,
                             const OutlayScenario *scenario)
{
  if (outlay_figure_is_money (figure))
    /* Translators: a currency: "US dollars a month." */
    return g_strdup_printf (_("%s a month."), outlay_currency_get_name (scenario->currency.code));
  if (figure == OUTLAY_FIGURE_PEOPLE)
    return g_strdup (_("People a month. The total is months of people."));
  if (figure >= OUTLAY_FIGURE_TOKENS)
    return g_strdup (_("Tokens a month."));

  return g_strdup (_("Tasks a month."));
}

static char *
format_figure (OutlayFigure          figure,
               double                value,
               const OutlayScenario *scenario)
{
  if (outlay_figure_is_money (figure))
    return outlay_figure_format_money (value, scenario->currency.code);

  return outlay_figure_format_number (value, figure == OUTLAY_FIGURE_PEOPLE ? 1 : 0);
}

/**
 * outlay_sheet_add_options:
 * @sheet: a sheet
 * @estimate: an estimate
 * @looks: (array): how its options are looked at
 *
 * Adds a row for each option.
 */
void
outlay_sheet_add_options (OutlaySheet            *sheet,
                          const OutlayEstimate   *estimate,
                          const OutlayOptionLook *looks)
{
  for (guint i = 0; i < estimate->n_options; i++)
    {
      OutlaySheetRow *row = outlay_sheet_add_row (sheet, estimate->options[i].option->name);

      row->mark = OUTLAY_SHEET_MARK_LINE;
      row->slot = looks[i].slot;
      row->focus = looks[i].focus;
      row->hidden = looks[i].hidden;
      row->asks = TRUE;
      row->remark = outlay_refusal_describe (&estimate->options[i]);
    }
}

/* Money has a reason; what is counted is part of one. */
static gboolean
has_reason (OutlayFigure figure)
{
  OutlayWhyOutcome outcome;

  return figure == OUTLAY_FIGURE_COST || outlay_why_outcome_find (figure, &outcome);
}

static void
add_columns (OutlaySheet          *sheet,
             const OutlayEstimate *estimate,
             gboolean              asks)
{
  outlay_sheet_add_months (sheet, estimate->scenario->start, estimate->n_months);
  outlay_sheet_add_column (sheet, C_("column", "Total"), _("the whole period"),
                           "total")->strong = TRUE;
  for (guint i = 0; i < sheet->columns->len; i++)
    g_array_index (sheet->columns, OutlaySheetColumn, i).asks = asks;
}

static void
fill_row (OutlaySheet          *sheet,
          guint                 row,
          const OutlayEstimate *estimate,
          guint                 option,
          OutlayFigure          figure)
{
  const OutlayOptionEstimate *figures = &estimate->options[option];

  for (guint column = 0; figures->error == NULL && column <= estimate->n_months; column++)
    {
      double value = column < estimate->n_months ? figures->monthly[figure][column]
                                                 : figures->total[figure];

      outlay_sheet_set (sheet, row, column, value,
                        format_figure (figure, value, estimate->scenario));
    }
}

/**
 * outlay_figures_sheet_new:
 * @estimate: an estimate
 * @looks: (array): how its options are looked at
 * @figure: a figure
 *
 * Returns: (transfer full): all months of one figure, a row for each option
 */
OutlaySheet *
outlay_figures_sheet_new (const OutlayEstimate   *estimate,
                          const OutlayOptionLook *looks,
                          OutlayFigure            figure)
{
  OutlaySheet *sheet = outlay_sheet_new ();

  outlay_sheet_add_options (sheet, estimate, looks);
  add_columns (sheet, estimate, has_reason (figure));
  for (guint i = 0; i < estimate->n_options; i++)
    fill_row (sheet, i, estimate, i, figure);

  return sheet;
}

/**
 * outlay_figures_sheet_new_for_option:
 * @estimate: an estimate
 * @option: one of its options
 *
 * Returns: (transfer full): all months of all figures of one option
 */
OutlaySheet *
outlay_figures_sheet_new_for_option (const OutlayEstimate *estimate,
                                     guint                 option)
{
  OutlaySheet *sheet = outlay_sheet_new ();

  for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
    {
      OutlaySheetRow *row = outlay_sheet_add_row (sheet, outlay_figure_name (figure));

      row->key = g_strdup (outlay_figure_get_key (figure));
      row->asks = has_reason ((OutlayFigure) figure);
    }
  add_columns (sheet, estimate, TRUE);
  for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
    fill_row (sheet, figure, estimate, option, figure);

  return sheet;
}
