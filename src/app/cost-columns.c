/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cost-columns.h"

#include "costs.h"
#include "figure-format.h"
#include "figure-locale.h"
#include "month-format.h"
#include "tsv.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <math.h>
#include <string.h>

/* A difference below this would read "+0 %". */
#define SMALL_SHARE 0.0095

static int
get_month (const OutlayEstimate *estimate,
           guint                 option,
           guint                 column)
{
  switch (column)
    {
    case OUTLAY_COST_COLUMN_FIRST:
      return 0;
    case OUTLAY_COST_COLUMN_PEAK:
      return outlay_costs_find_peak (estimate, option);
    case OUTLAY_COST_COLUMN_LAST:
      return (int) estimate->n_months - 1;
    default:
      return (int) column - OUTLAY_COST_COLUMN_MONTH;
    }
}

/**
 * outlay_cost_column_get_title:
 * @estimate: an estimate
 * @column: a column
 *
 * Returns: (transfer full): its title
 */
char *
outlay_cost_column_get_title (const OutlayEstimate *estimate,
                              guint                 column)
{
  switch (column)
    {
    case OUTLAY_COST_COLUMN_OPTION:
      return g_strdup (C_("column", "Option"));
    case OUTLAY_COST_COLUMN_PEAK:
      return g_strdup (C_("column", "Peak month"));
    case OUTLAY_COST_COLUMN_TOTAL:
      return g_strdup (C_("column", "Total"));
    case OUTLAY_COST_COLUMN_P90:
      return g_strdup (C_("column", "Total, P90"));
    case OUTLAY_COST_COLUMN_PER_ACCEPTED:
      return g_strdup (C_("column", "Per accepted"));
    case OUTLAY_COST_COLUMN_AGAINST:
      return g_strdup (C_("column", "Against cheapest"));
    default:
      return outlay_month_format (estimate->scenario->start + get_month (estimate, 0, column),
                                  OUTLAY_MONTH_STYLE_SHORT_YEAR);
    }
}

static double
get_against (const OutlayEstimate *estimate,
             guint                 option)
{
  int cheapest = outlay_costs_find_cheapest (estimate);
  double total = outlay_costs_get (estimate, option, OUTLAY_WHOLE_PERIOD, FALSE);
  double least;

  if (cheapest < 0 || isnan (total))
    return NAN;

  least = outlay_costs_get (estimate, (guint) cheapest, OUTLAY_WHOLE_PERIOD, FALSE);
  if (total == least)
    return 0;

  return least > 0 ? total / least - 1 : NAN;
}

/**
 * outlay_cost_column_get_value:
 * @estimate: an estimate
 * @option: one of its options
 * @column: a column of figures
 * @cumulative: add up the months of the columns of months
 *
 * Returns: the figure, or NaN if there is none
 */
double
outlay_cost_column_get_value (const OutlayEstimate *estimate,
                              guint                 option,
                              guint                 column,
                              gboolean              cumulative)
{
  const OutlayOptionEstimate *figures = &estimate->options[option];

  if (figures->error != NULL)
    return NAN;

  switch (column)
    {
    case OUTLAY_COST_COLUMN_TOTAL:
      return outlay_costs_get (estimate, option, OUTLAY_WHOLE_PERIOD, FALSE);
    case OUTLAY_COST_COLUMN_PER_ACCEPTED:
      return figures->cost_per_accepted;
    case OUTLAY_COST_COLUMN_AGAINST:
      return get_against (estimate, option);
    case OUTLAY_COST_COLUMN_P90:
      return NAN;
    default:
      return outlay_costs_get (estimate, option, get_month (estimate, option, column),
                               cumulative && column >= OUTLAY_COST_COLUMN_MONTH);
    }
}

static char *
format_against (double share)
{
  OutlayFigureLocale locale;

  if (share == 0)
    return g_strdup (C_("against cheapest", "cheapest"));

  outlay_figure_locale_init (&locale,
                             gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);

  return outlay_figure_locale_change (&locale, share, share < SMALL_SHARE ? 1 : 0);
}

static char *
format_per_accepted (double      cost,
                     const char *currency)
{
  /* Small amounts have decimals even where the currency has no coins for them. */
  if (cost < 10)
    return outlay_figure_format_money (cost, currency);

  return outlay_figure_format_money_exact (cost, currency);
}

/**
 * outlay_cost_column_format:
 * @estimate: an estimate
 * @option: one of its options
 * @column: a column of figures
 * @cumulative: add up the months of the columns of months
 *
 * Returns: (transfer full): the figure as people read it
 */
char *
outlay_cost_column_format (const OutlayEstimate *estimate,
                           guint                 option,
                           guint                 column,
                           gboolean              cumulative)
{
  double value = outlay_cost_column_get_value (estimate, option, column, cumulative);
  const char *currency = estimate->scenario->currency.code;

  if (column == OUTLAY_COST_COLUMN_AGAINST)
    return format_against (value);
  if (column == OUTLAY_COST_COLUMN_PER_ACCEPTED)
    return format_per_accepted (value, currency);

  return outlay_figure_format_money (value, currency);
}

/**
 * outlay_cost_column_get_note:
 * @estimate: an estimate
 * @option: one of its options
 * @column: a column of figures
 *
 * Returns: (transfer full) (nullable): what stands beside the figure: the name
 *   of the peak month
 */
char *
outlay_cost_column_get_note (const OutlayEstimate *estimate,
                             guint                 option,
                             guint                 column)
{
  int peak;

  if (column != OUTLAY_COST_COLUMN_PEAK)
    return NULL;

  peak = outlay_costs_find_peak (estimate, option);
  if (peak < 0)
    return NULL;

  return outlay_month_format (estimate->scenario->start + peak,
                              estimate->n_months > 12 ? OUTLAY_MONTH_STYLE_TINY_YEAR
                                                      : OUTLAY_MONTH_STYLE_SHORT);
}

/**
 * outlay_cost_column_is_over:
 * @estimate: an estimate
 * @option: one of its options
 * @column: a column of figures
 * @cumulative: add up the months of the columns of months
 *
 * Returns: whether the figure is over the budget and carries a sign for it: the
 *   peak month, or any of the columns of months
 */
gboolean
outlay_cost_column_is_over (const OutlayEstimate *estimate,
                            guint                 option,
                            guint                 column,
                            gboolean              cumulative)
{
  if (estimate->options[option].error != NULL ||
      (column != OUTLAY_COST_COLUMN_PEAK && column < OUTLAY_COST_COLUMN_MONTH))
    return FALSE;

  return outlay_costs_is_over (estimate, option, get_month (estimate, option, column),
                               cumulative && column >= OUTLAY_COST_COLUMN_MONTH);
}

/* Returns: the month that a column is about, or -1 for the whole period */
int
outlay_cost_column_get_month (const OutlayEstimate *estimate,
                              guint                 option,
                              guint                 column)
{
  gboolean is_period = column == OUTLAY_COST_COLUMN_TOTAL ||
                       column == OUTLAY_COST_COLUMN_P90 ||
                       column == OUTLAY_COST_COLUMN_PER_ACCEPTED ||
                       column == OUTLAY_COST_COLUMN_AGAINST;

  return is_period ? OUTLAY_WHOLE_PERIOD : get_month (estimate, option, column);
}

static void
append_header (GString              *text,
               const OutlayEstimate *estimate)
{
  int start = estimate->scenario->start;

  g_string_append (text, "option\tcurrency");
  for (guint month = 0; month < estimate->n_months; month++)
    {
      int date = start + (int) month;

      g_string_append_printf (text, "\t%04d-%02d", date / 12, date % 12 + 1);
    }
  g_string_append (text, "\ttotal\tper_accepted\n");
}

static void
append_option (GString              *text,
               const OutlayEstimate *estimate,
               guint                 option)
{
  outlay_tsv_add_name (text, estimate->options[option].option->name);
  g_string_append_printf (text, "\t%s", estimate->scenario->currency.code);
  for (guint month = 0; month < estimate->n_months; month++)
    {
      g_string_append_c (text, '\t');
      outlay_tsv_add_number (text, outlay_costs_get (estimate, option, (int) month, FALSE));
    }
  g_string_append_c (text, '\t');
  outlay_tsv_add_number (text, outlay_costs_get (estimate, option, OUTLAY_WHOLE_PERIOD, FALSE));
  g_string_append_c (text, '\t');
  outlay_tsv_add_number (text,
                         outlay_cost_column_get_value (estimate, option,
                                                       OUTLAY_COST_COLUMN_PER_ACCEPTED,
                                                       FALSE));
  g_string_append_c (text, '\n');
}

/**
 * outlay_cost_table_to_tsv:
 * @estimate: an estimate
 *
 * Writes all months of all options for a spreadsheet: one line an option, cells
 * parted by tabs, numbers as precise as they are. A refused option's cells are
 * empty.
 *
 * Returns: (transfer full): the table
 */
char *
outlay_cost_table_to_tsv (const OutlayEstimate *estimate)
{
  GString *text = g_string_new (NULL);

  append_header (text, estimate);
  for (guint option = 0; option < estimate->n_options; option++)
    append_option (text, estimate, option);

  return g_string_free (text, FALSE);
}
