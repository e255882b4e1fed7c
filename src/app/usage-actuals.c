/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-actuals.h"

#include "figure-format.h"
#include "grid.h"
#include "usage-words.h"
#include "writer.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Behind forecast, actual and gap come its parts, then calls without a price. */
#define COLUMN_GAPS 3
#define COLUMN_UNPRICED (COLUMN_GAPS + OUTLAY_N_GAPS)
#define N_COLUMNS (COLUMN_UNPRICED + 1)

static const struct
{
  const char *title;
  const char *spoken;
} columns[N_COLUMNS] = {
  { NC_("column", "Forecast"), N_("forecast at API prices") },
  { NC_("column", "Actual"), N_("used, at list price") },
  { NC_("column", "Gap"), N_("gap") },
  { NC_("column", "People"), N_("gap by people") },
  { NC_("column", "Tasks"), N_("gap by tasks of each person") },
  { NC_("column", "Mix"), N_("gap by the mix of tasks") },
  { NC_("column", "Turns"), N_("gap by turns of each task") },
  { NC_("column", "Tokens"), N_("gap by tokens of each turn") },
  { NC_("column", "Price"), N_("gap by the price of each token") },
  { NC_("column", "No price"), N_("calls of models without a price") },
};

/* In files, the same in every language. */
static const char *
get_key (guint column)
{
  static const char * const keys[] = { "forecast", "actual", "gap" };

  if (column < COLUMN_GAPS)
    return keys[column];

  return column == COLUMN_UNPRICED ? "unpriced_calls"
                                   : outlay_gap_get_name ((OutlayGap) (column - COLUMN_GAPS));
}

static const OutlayMonthComparison *
get_month (const OutlayUsageActuals *self,
           guint                     i)
{
  return &g_array_index (self->months, OutlayMonthComparison, i);
}

static double
get_figure (const OutlayMonthComparison *month,
            guint                        column)
{
  switch (column)
    {
    case 0:
      return month->forecast;
    case 1:
      return month->actual;
    case 2:
      return month->actual - month->forecast;
    case COLUMN_UNPRICED:
      return (double) month->unpriced;
    default:
      return month->gaps[column - COLUMN_GAPS];
    }
}

/* A month that is not over counts only where there is no other. */
static guint
count_counted (const OutlayUsageActuals *self)
{
  return self->outlook.n_months > 0 ? self->outlook.n_months : self->months->len;
}

/* Parts that are known of no month are known of none. */
static double
sum_figure (const OutlayUsageActuals *self,
            guint                     column)
{
  double sum = NAN;

  for (guint i = 0; i < count_counted (self); i++)
    {
      double value = get_figure (get_month (self, i), column);

      if (!isnan (value))
        sum = isnan (sum) ? value : sum + value;
    }

  return sum;
}

static char *
format_figure (guint  column,
               double value)
{
  if (isnan (value))
    return g_strdup ("");
  if (column == COLUMN_UNPRICED)
    return outlay_figure_format_number (value, 0);
  if (column < 2)
    return outlay_figure_format_money_exact (value, "USD");

  return outlay_figure_format_signed (value, outlay_figure_format_money_exact (value, "USD"));
}

static void
fill_sheet (OutlayUsageActuals *self)
{
  self->sheet = outlay_sheet_new ();
  for (guint column = 0; column < N_COLUMNS; column++)
    outlay_sheet_add_column (self->sheet, g_dpgettext2 (NULL, "column", columns[column].title),
                             _(columns[column].spoken), get_key (column));
  for (guint i = 0; i < self->months->len; i++)
    {
      g_autofree char *month = outlay_usage_format_month (get_month (self, i)->date);
      g_autofree char *name = i < self->outlook.n_months
                                ? g_strdup (month)
                                /* Translators: %s is a month */
                                : g_strdup_printf (_("%s, not over"), month);

      outlay_sheet_add_row (self->sheet, name);
    }
  outlay_sheet_add_row (self->sheet, count_counted (self) == self->months->len
                                       ? C_("row", "Total")
                                       : C_("row", "Months that are over"))->strong = TRUE;

  for (guint row = 0; row <= self->months->len; row++)
    for (guint column = 0; column < N_COLUMNS; column++)
      {
        double value = row < self->months->len ? get_figure (get_month (self, row), column)
                                               : sum_figure (self, column);

        outlay_sheet_set (self->sheet, row, column, value, format_figure (column, value));
      }
}

static void
add_step (OutlayUsageActuals *self,
          guint               column)
{
  guint total = self->months->len;
  double value = outlay_sheet_get_value (self->sheet, total, column);

  if (isnan (value))
    return;

  self->steps[self->chart.n_steps++] = (OutlayChartStep) {
    .name = outlay_sheet_get_column (self->sheet, column)->title,
    .text = outlay_sheet_get_text (self->sheet, total, column),
    .value = value,
    .is_total = column < 2,
  };
}

static void
fill_chart (OutlayUsageActuals *self)
{
  self->chart = (OutlayChart) { .kind = OUTLAY_CHART_WATERFALL,
                                .bands = OUTLAY_CHART_BANDS_NONE,
                                .steps = self->steps };
  add_step (self, 0);
  for (guint i = 0; i < OUTLAY_N_GAPS; i++)
    add_step (self, COLUMN_GAPS + i);
  add_step (self, 1);
}

static const OutlayOptionEstimate *
find_option (const OutlayEstimate *estimate,
             const char           *id)
{
  for (guint i = 0; i < estimate->n_options; i++)
    if (estimate->options[i].error == NULL && g_strcmp0 (estimate->options[i].option->id, id) == 0)
      return &estimate->options[i];

  return NULL;
}

/**
 * outlay_usage_actuals_new:
 * @ledger: a ledger
 * @scenario: the forecast's
 * @option: (nullable): id of the option that the team uses
 * @today: as 20260701
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): %NULL without an error where the option cannot
 *   be estimated
 */
OutlayUsageActuals *
outlay_usage_actuals_new (OutlayLedger    *ledger,
                          OutlayScenario  *scenario,
                          const char      *option,
                          int              today,
                          GError         **error)
{
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
  const OutlayOptionEstimate *found = find_option (estimate, option);
  OutlayUsageActuals *self;
  GArray *months;

  if (found == NULL)
    return NULL;

  months = outlay_ledger_compare (ledger, estimate, found, error);
  if (months == NULL)
    return NULL;

  self = g_new0 (OutlayUsageActuals, 1);
  self->estimate = g_steal_pointer (&estimate);
  self->option = found;
  self->months = months;
  outlay_outlook_init (&self->outlook, months, self->estimate, found, today);
  fill_sheet (self);
  fill_chart (self);

  return self;
}

void
outlay_usage_actuals_free (OutlayUsageActuals *self)
{
  outlay_estimate_unref (self->estimate);
  g_array_unref (self->months);
  outlay_sheet_free (self->sheet);
  g_free (self);
}

/* Words */

/* Returns: (transfer full): what the months come to */
char *
outlay_usage_actuals_find (const OutlayUsageActuals *self)
{
  double forecast = sum_figure (self, 0);
  double actual = sum_figure (self, 1);
  g_autofree char *actual_text = NULL;
  g_autofree char *forecast_text = NULL;
  g_autofree char *change = NULL;

  if (self->months->len == 0)
    return g_strdup (_("No month of this scenario has happened yet"));

  actual_text = outlay_figure_format_money_exact (actual, "USD");
  forecast_text = outlay_figure_format_money_exact (forecast, "USD");
  change = outlay_figure_format_signed (
    actual - forecast, outlay_figure_format_percent (forecast > 0 ? actual / forecast - 1 : NAN));

  /* Translators: money used, money forecast, and the change as a share */
  return g_strdup_printf (_("%s was used where %s was forecast (%s)"), actual_text, forecast_text,
                          change);
}

/* Returns: (transfer full): the rest of the period */
char *
outlay_usage_actuals_describe_outlook (const OutlayUsageActuals *self)
{
  const OutlayOutlook *outlook = &self->outlook;
  g_autofree char *rest = outlay_figure_format_money_exact (outlook->rest, "USD");
  g_autofree char *like = outlay_figure_format_money_exact (outlook->outlook, "USD");
  g_autofree char *all = outlay_figure_format_money_exact (outlook->actual + outlook->outlook,
                                                           "USD");

  if (outlook->n_months == 0)
    return g_strdup (_("No month is over yet that the rest could be forecast from."));

  /* Translators: how many months; forecast of the rest; the same anew; the whole period */
  return g_strdup_printf (ngettext ("If the rest goes as the month that is over (%u), it comes to "
                                    "%s rather than %s, and the whole period to %s.",
                                    "If the rest goes as the %u months that are over, it comes to "
                                    "%s rather than %s, and the whole period to %s.",
                                    outlook->n_months), outlook->n_months, like, rest, all);
}

/* A share says little above one: then it is how many times what was used. */
static char *
describe_error (double error,
                double scored)
{
  g_autofree char *money = outlay_figure_format_money_exact (error * scored, "USD");
  g_autofree char *share = error <= 1 ? outlay_figure_format_percent (error)
                                      : outlay_figure_format_number (error, 1);

  if (error <= 1)
    /* Translators: money, and the share of what was used that it is */
    return g_strdup_printf (C_("off", "%s (%s)"), money, share);

  /* Translators: money, and how many times what was used it is, such as 2.5 */
  return g_strdup_printf (C_("off", "%s (%s times what was used)"), money, share);
}

/* The scenario is of another team than the ledger, or of another part of it. */
static char *
describe_scale (const OutlayOutlook *outlook)
{
  gboolean is_above = outlook->forecast > outlook->actual;
  double ratio = is_above ? outlook->forecast / outlook->actual
                          : outlook->actual / outlook->forecast;
  g_autofree char *forecast = outlay_figure_format_money_exact (outlook->forecast, "USD");
  g_autofree char *actual = outlay_figure_format_money_exact (outlook->actual, "USD");
  g_autofree char *times = outlay_figure_format_number (ratio, 0);

  if (!isfinite (ratio))
    return g_strdup (_("Forecast and ledger cannot be compared: one of them is nothing."));
  if (is_above)
    /* Translators: money, money, and how many times the second the first is */
    return g_strdup_printf (_("Forecast and ledger cannot be compared: %s were forecast and %s "
                              "were used, %s times less. Are the logs of all people of the "
                              "scenario in the ledger?"), forecast, actual, times);

  /* Translators: money, money, and how many times the first the second is */
  return g_strdup_printf (_("Forecast and ledger cannot be compared: %s were forecast and %s "
                            "were used, %s times more. Are there logs of people in the ledger "
                            "who are not in the scenario?"), forecast, actual, times);
}

/* Returns: (transfer full): how well that would have done so far */
char *
outlay_usage_actuals_describe_test (const OutlayUsageActuals *self)
{
  const OutlayOutlook *outlook = &self->outlook;
  g_autofree char *error = NULL;
  g_autofree char *plain = NULL;

  if (isnan (outlook->error))
    return g_strdup (_("A test of that needs two months that are over."));
  if (!outlay_outlook_is_comparable (outlook))
    return describe_scale (outlook);

  error = describe_error (outlook->error, outlook->scored);
  plain = describe_error (outlook->plain_error, outlook->scored);

  /* Translators: months fitted to, months scored, and two shares */
  return g_strdup_printf (_("Tried on what is known: fitted to the first %u of these months, it "
                            "is %s off over the other %u; the forecast as it stands is %s off."),
                          outlook->n_fitted, error, outlook->n_scored, plain);
}

/* Returns: (transfer full): as `outlay-cli ledger compare --format csv` writes it */
char *
outlay_usage_actuals_to_csv (const OutlayUsageActuals *self)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  outlay_grid_add_column (grid, "month", FALSE);
  for (guint column = 0; column < N_COLUMNS; column++)
    outlay_grid_add_column (grid, get_key (column), TRUE);

  for (guint i = 0; i < self->months->len; i++)
    {
      g_autofree char *date = outlay_date_to_string (get_month (self, i)->date);

      date[strlen ("2026-07")] = '\0';
      outlay_grid_add_text (grid, date);
      for (guint column = 0; column < N_COLUMNS; column++)
        outlay_grid_add_number (grid, get_figure (get_month (self, i), column), 0);
    }

  return outlay_grid_to_csv (grid);
}
