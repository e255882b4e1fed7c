/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the cost may come out, and what moves it (METHOD section 10). */
#include "report-sections.h"

#include "factors.h"
#include "figure-format.h"
#include "futures-chart.h"
#include "inputs.h"
#include "month-format.h"
#include "odds.h"
#include "paths.h"
#include "report-file.h"

#include <glib/gi18n.h>
#include <math.h>

static const struct
{
  const char    *title;
  OutlayPercent  percent;
} quantiles[] = {
  { N_("P10"), OUTLAY_PERCENT_10 },
  { N_("P50"), OUTLAY_PERCENT_50 },
  { N_("P90"), OUTLAY_PERCENT_90 },
};

static void
add_fan (OutlayReportMaker *maker)
{
  const OutlaySimulation *simulation = maker->facts->simulation;
  guint option = (guint) maker->focus;
  OutlayFuturesChart *data = g_new0 (OutlayFuturesChart, 1);
  OutlayReportFigure *figure;

  outlay_futures_chart_init (data, simulation, option, maker->looks[option].slot);
  figure = outlay_report_add_figure (maker->report, &data->chart, data, g_free);
  figure->title = outlay_odds_find_words (simulation, option);
  figure->subtitle = outlay_futures_chart_describe_subtitle (simulation);
  figure->alternative =
    outlay_odds_describe_range (simulation, option, outlay_odds_find_worst (simulation, option));
}

static void
add_quantile_columns (OutlayReportTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    outlay_report_table_add_column (table, _(quantiles[i].title), TRUE);
  outlay_report_table_add_column (table, C_("column", "Mean"), TRUE);
}

static void
add_quantiles (OutlayReportMaker *maker,
               OutlayReportTable *table,
               const OutlayBands *bands,
               guint              at)
{
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    outlay_report_add_money (maker, table, bands->quantile[quantiles[i].percent][at]);
  outlay_report_add_money (maker, table, bands->mean[at]);
}

static void
add_chance (OutlayReportTable *table,
            double             chance)
{
  outlay_report_table_add_number (table, chance, outlay_odds_format (chance));
}

/* The whole period, all options side by side. */
static void
add_period (OutlayReportMaker *maker)
{
  const OutlaySimulation *simulation = maker->facts->simulation;
  gboolean has_budget = !isnan (maker->estimate->scenario->budget);
  OutlayReportTable *table = outlay_report_add_table (maker->report,
                                                      _("Cost of the whole period over the futures"));

  outlay_report_table_add_column (table, C_("column", "Option"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Estimate"), TRUE);
  add_quantile_columns (table);
  if (has_budget)
    outlay_report_table_add_column (table, C_("column", "Under the budget of the period"), TRUE);

  for (guint i = 0; i < simulation->n_options; i++)
    {
      const OutlayOptionSimulation *option = &simulation->options[i];

      if (option->is_refused)
        continue;

      outlay_report_table_add_text (table, maker->estimate->options[i].option->name);
      outlay_report_add_money (maker, table, maker->estimate->options[i].total[OUTLAY_FIGURE_COST]);
      add_quantiles (maker, table, &option->period, 0);
      if (has_budget)
        add_chance (table, outlay_odds_of_period (simulation, i));
    }
}

/* Month by month, one option. */
static void
add_months (OutlayReportMaker *maker)
{
  const OutlaySimulation *simulation = maker->facts->simulation;
  const OutlayOptionEstimate *figures = &maker->estimate->options[maker->focus];
  const OutlayOptionSimulation *option = &simulation->options[maker->focus];
  /* Translators: an option */
  g_autofree char *caption = g_strdup_printf (_("%s by month over the futures"),
                                              figures->option->name);
  OutlayReportTable *table = outlay_report_add_table (maker->report, caption);

  outlay_report_table_add_column (table, C_("column", "Month"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Estimate"), TRUE);
  add_quantile_columns (table);
  if (option->over_budget != NULL)
    outlay_report_table_add_column (table, C_("column", "Under the monthly budget"), TRUE);

  for (guint month = 0; month < simulation->n_months; month++)
    {
      g_autofree char *name = outlay_month_format (maker->estimate->scenario->start + (int) month,
                                                   OUTLAY_MONTH_STYLE_SHORT_YEAR);

      outlay_report_table_add_text (table, name);
      outlay_report_add_money (maker, table, figures->monthly[OUTLAY_FIGURE_COST][month]);
      add_quantiles (maker, table, &option->cost, month);
      if (option->over_budget != NULL)
        add_chance (table, outlay_odds_of_month (simulation, (guint) maker->focus, month));
    }
}

static void
add_factor (OutlayReportTable *table,
            double             factor)
{
  outlay_report_table_add_number (table, factor, outlay_figure_format_number (factor, 2));
}

/* What each factor does alone: the tornado as a table. */
static void
add_swings (OutlayReportMaker *maker)
{
  const OutlayOptionSensitivity *option = &maker->facts->sensitivity->options[maker->focus];
  /* Translators: an option */
  g_autofree char *caption = g_strdup_printf (_("What moves %s most"),
                                              maker->estimate->options[maker->focus].option->name);
  OutlayReportTable *table = outlay_report_add_table (maker->report, caption);

  outlay_report_table_add_column (table, C_("column", "Factor"), FALSE);
  outlay_report_table_add_column (table, C_("column", "At its P10"), TRUE);
  outlay_report_table_add_column (table, C_("column", "changes the cost by"), TRUE);
  outlay_report_table_add_column (table, C_("column", "At its P90"), TRUE);
  outlay_report_table_add_column (table, C_("column", "changes the cost by"), TRUE);
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    {
      const OutlaySwing *swing = &option->swings[i];
      g_autofree char *path = g_strconcat ("uncertainty.", outlay_factor_get_key (swing->factor),
                                           NULL);

      outlay_report_table_add_text (table, _(outlay_input_find (path)->label));
      add_factor (table, swing->low);
      outlay_report_add_money (maker, table, swing->change_low);
      add_factor (table, swing->high);
      outlay_report_add_money (maker, table, swing->change_high);
    }
}

/* Of n futures, the share that costs less than P10 is 10 % but for chance: 1.96
 * standard deviations of sqrt(0.1 * 0.9 / n). */
static void
add_error (OutlayReportMaker *maker)
{
  guint n_draws = maker->facts->simulation->n_draws;
  g_autofree char *points = NULL;
  g_autofree char *note = NULL;

  if (n_draws >= OUTLAY_REPORT_USUAL_DRAWS)
    return;

  points = outlay_figure_format_number (196 * sqrt (0.1 * 0.9 / n_draws), 1);
  /* Translators: %s is a number, as 1.0 */
  note = g_strdup_printf (_("By the number of futures, these shares are true to %s percentage "
                            "points, 19 times of 20."), points);
  outlay_report_add_text (maker->report, OUTLAY_REPORT_NOTE, note);
}

void
outlay_report_add_risk (OutlayReportMaker *maker)
{
  const OutlaySimulation *simulation = maker->facts->simulation;
  g_autofree char *middle = NULL;
  g_autofree char *draws = NULL;
  g_autofree char *note = NULL;

  if (maker->focus < 0 || simulation == NULL)
    return;

  middle = outlay_odds_explain_middle (simulation, (guint) maker->focus);
  draws = outlay_odds_describe_draws (simulation);
  note = g_strjoin (" ", middle, draws, NULL);
  outlay_report_add_text (maker->report, OUTLAY_REPORT_HEADING, _("How sure it is"));
  add_fan (maker);
  outlay_report_add_text (maker->report, OUTLAY_REPORT_NOTE, note);
  outlay_report_add_text (maker->report, OUTLAY_REPORT_NOTE,
                          _("1 of 10 futures costs less than P10, half cost less than P50, "
                            "and 1 of 10 costs more than P90."));
  add_error (maker);
  add_period (maker);
  if (maker->facts->sensitivity != NULL)
    add_swings (maker);
  add_months (maker);
}
