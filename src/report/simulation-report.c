/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A simulation as text: JSON and CSV for programs, a table for people. */
#include "simulation-report.h"

#include "estimate-report.h"
#include "grid.h"
#include "writer.h"

#include <math.h>

static char *
percent_key (guint percent)
{
  return g_strdup_printf ("p%d", outlay_percent_get_value (percent));
}

/* A list of months, or the one figure of the period. */
static void
write_figures (OutlayJsonWriter *writer,
               const char       *key,
               const double     *figures,
               guint             n)
{
  outlay_json_writer_key (writer, key);
  if (n > 0)
    outlay_json_writer_numbers (writer, figures, n);
  else
    outlay_json_writer_number (writer, *figures);
}

static void
write_bands (OutlayJsonWriter  *writer,
             const char        *key,
             const OutlayBands *bands,
             guint              n_months)
{
  outlay_json_writer_key (writer, key);
  outlay_json_writer_begin_object (writer);
  write_figures (writer, "mean", bands->mean, n_months);
  for (guint percent = 0; percent < OUTLAY_N_PERCENTS; percent++)
    {
      g_autofree char *name = percent_key (percent);

      write_figures (writer, name, bands->quantile[percent], n_months);
    }
  outlay_json_writer_end_object (writer);
}

static void
write_simulated (OutlayJsonWriter *writer,
                 guint             option,
                 gconstpointer     data)
{
  const OutlaySimulation *simulation = data;
  const OutlayOptionSimulation *result = &simulation->options[option];

  if (result->is_refused)
    return;

  outlay_json_writer_key (writer, "simulated");
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_whole (writer, "draws", simulation->n_draws);
  outlay_json_writer_add_whole (writer, "seed", (gint64) simulation->seed);
  write_bands (writer, "cost", &result->cost, simulation->n_months);
  write_bands (writer, "cumulative", &result->cumulative, simulation->n_months);
  write_bands (writer, "period", &result->period, 0);
  outlay_json_writer_key (writer, "over_budget");
  if (result->over_budget != NULL)
    outlay_json_writer_numbers (writer, result->over_budget, simulation->n_months);
  else
    outlay_json_writer_null (writer);
  outlay_json_writer_add_number (writer, "over_budget_period", result->over_budget_period);
  outlay_json_writer_end_object (writer);
}

static void
write_dearer (OutlayJsonWriter       *writer,
              const OutlaySimulation *simulation)
{
  g_autofree double *row = g_new (double, simulation->n_options);

  outlay_json_writer_key (writer, "dearer");
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_key (writer, "ids");
  outlay_json_writer_begin_list (writer);
  outlay_json_writer_begin_line (writer);
  for (guint i = 0; i < simulation->n_options; i++)
    if (!simulation->options[i].is_refused)
      outlay_json_writer_text (writer, simulation->estimate->options[i].option->id);
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_line (writer);

  outlay_json_writer_key (writer, "p");
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < simulation->n_options; i++)
    {
      guint n = 0;

      if (simulation->options[i].is_refused)
        continue;

      for (guint j = 0; j < simulation->n_options; j++)
        if (!simulation->options[j].is_refused)
          row[n++] = outlay_simulation_get_dearer (simulation, i, j);
      outlay_json_writer_numbers (writer, row, n);
    }
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_object (writer);
}

/**
 * outlay_simulation_to_json:
 * @simulation: a simulation
 *
 * Returns: (transfer full): the estimate's JSON, and what the draws cost
 */
char *
outlay_simulation_to_json (const OutlaySimulation *simulation)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();

  outlay_json_writer_begin_object (writer);
  outlay_estimate_write_json (writer, simulation->estimate, write_simulated, simulation);
  write_dearer (writer, simulation);
  outlay_json_writer_end_object (writer);

  return outlay_json_writer_finish (writer);
}

static char *
month_name (const OutlaySimulation *simulation,
            guint                   month)
{
  return outlay_month_to_string (simulation->estimate->scenario->start + (int) month);
}

static void
add_line (OutlayGrid             *grid,
          const OutlaySimulation *simulation,
          const char             *name,
          const char             *what,
          const double           *months,
          double                  period,
          double                  unit)
{
  int decimals = unit < 1 ? 1 : 0;

  outlay_grid_add_text (grid, name);
  outlay_grid_add_text (grid, what);
  for (guint month = 0; month < simulation->n_months; month++)
    outlay_grid_add_number (grid, months[month] / unit, decimals);
  outlay_grid_add_number (grid, period / unit, decimals);
}

static void
add_option (OutlayGrid             *grid,
            const OutlaySimulation *simulation,
            guint                   option)
{
  static const OutlayPercent shown[] = { OUTLAY_PERCENT_10, OUTLAY_PERCENT_50, OUTLAY_PERCENT_90 };
  const OutlayOptionSimulation *result = &simulation->options[option];
  const char *name = simulation->estimate->options[option].option->name;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *what = g_strdup_printf ("P%d", outlay_percent_get_value (shown[i]));

      add_line (grid, simulation, i == 0 ? name : "", what,
                result->cost.quantile[shown[i]], *result->period.quantile[shown[i]], 1);
    }
  add_line (grid, simulation, "", "mean", result->cost.mean, *result->period.mean, 1);
  if (result->over_budget != NULL)
    add_line (grid, simulation, "", "over budget, %", result->over_budget,
              result->over_budget_period, 0.01);
}

static char *
costs_to_table (const OutlaySimulation *simulation)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  g_autofree char *heading =
    g_strdup_printf ("Cost, %s", simulation->estimate->scenario->currency.code);

  outlay_grid_add_column (grid, heading, FALSE);
  outlay_grid_add_column (grid, "", FALSE);
  for (guint month = 0; month < simulation->n_months; month++)
    {
      g_autofree char *name = month_name (simulation, month);

      outlay_grid_add_column (grid, name, TRUE);
    }
  outlay_grid_add_column (grid, "Period", TRUE);

  for (guint i = 0; i < simulation->n_options; i++)
    if (!simulation->options[i].is_refused)
      add_option (grid, simulation, i);

  return outlay_grid_to_table (grid);
}

static char *
dearer_to_table (const OutlaySimulation *simulation)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  outlay_grid_add_column (grid, "Dearer over the period than, %", FALSE);
  for (guint i = 0; i < simulation->n_options; i++)
    if (!simulation->options[i].is_refused)
      outlay_grid_add_column (grid, simulation->estimate->options[i].option->name, TRUE);

  for (guint i = 0; i < simulation->n_options; i++)
    {
      if (simulation->options[i].is_refused)
        continue;

      outlay_grid_add_text (grid, simulation->estimate->options[i].option->name);
      for (guint j = 0; j < simulation->n_options; j++)
        if (!simulation->options[j].is_refused)
          outlay_grid_add_number (grid, i == j ? NAN
                                    : 100 * outlay_simulation_get_dearer (simulation, i, j),
                                  1);
    }

  return outlay_grid_to_table (grid);
}

/**
 * outlay_simulation_to_table:
 * @simulation: a simulation
 *
 * Returns: (transfer full): the spread of each option's cost by month, then how
 *   often each is dearer than another
 */
char *
outlay_simulation_to_table (const OutlaySimulation *simulation)
{
  g_autofree char *costs = costs_to_table (simulation);
  g_autofree char *dearer = dearer_to_table (simulation);

  return g_strdup_printf ("%s\n%s\n%u draws, seed %" G_GUINT64_FORMAT "\n", costs, dearer,
                          simulation->n_draws, simulation->seed);
}

static void
add_band_columns (OutlayGrid *grid,
                  const char *figure)
{
  g_autofree char *mean = g_strconcat (figure, "_mean", NULL);

  outlay_grid_add_column (grid, mean, TRUE);
  for (guint percent = 0; percent < OUTLAY_N_PERCENTS; percent++)
    {
      g_autofree char *key = percent_key (percent);
      g_autofree char *name = g_strconcat (figure, "_", key, NULL);

      outlay_grid_add_column (grid, name, TRUE);
    }
}

static void
add_band_cells (OutlayGrid        *grid,
                const OutlayBands *bands,
                guint              month)
{
  outlay_grid_add_number (grid, bands->mean[month], 0);
  for (guint percent = 0; percent < OUTLAY_N_PERCENTS; percent++)
    outlay_grid_add_number (grid, bands->quantile[percent][month], 0);
}

/* A month's line, or the period's after the last month. */
static void
add_csv_line (OutlayGrid             *grid,
              const OutlaySimulation *simulation,
              guint                   option,
              guint                   month)
{
  const OutlayOptionSimulation *result = &simulation->options[option];
  gboolean is_period = month == simulation->n_months;
  g_autofree char *name = is_period ? g_strdup ("period") : month_name (simulation, month);
  double over = result->over_budget_period;

  if (!is_period && result->over_budget != NULL)
    over = result->over_budget[month];

  outlay_grid_add_text (grid, simulation->estimate->options[option].option->id);
  outlay_grid_add_text (grid, simulation->estimate->options[option].option->name);
  outlay_grid_add_text (grid, simulation->estimate->scenario->currency.code);
  outlay_grid_add_text (grid, name);
  add_band_cells (grid, is_period ? &result->period : &result->cost, is_period ? 0 : month);
  add_band_cells (grid, is_period ? &result->period : &result->cumulative,
                  is_period ? 0 : month);
  outlay_grid_add_number (grid, over, 0);
  for (guint i = 0; i < simulation->n_options; i++)
    if (!simulation->options[i].is_refused)
      outlay_grid_add_number (grid, is_period
                                ? outlay_simulation_get_dearer (simulation, option, i) : NAN,
                              0);
}

/**
 * outlay_simulation_to_csv:
 * @simulation: a simulation
 *
 * Returns: (transfer full): a line for each option and month, and one for the
 *   period, which also tells how often the option is dearer than each other
 */
char *
outlay_simulation_to_csv (const OutlaySimulation *simulation)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  outlay_grid_add_column (grid, "option", FALSE);
  outlay_grid_add_column (grid, "name", FALSE);
  outlay_grid_add_column (grid, "currency", FALSE);
  outlay_grid_add_column (grid, "month", FALSE);
  add_band_columns (grid, "cost");
  add_band_columns (grid, "cumulative");
  outlay_grid_add_column (grid, "over_budget", TRUE);
  for (guint i = 0; i < simulation->n_options; i++)
    if (!simulation->options[i].is_refused)
      {
        g_autofree char *name =
          g_strconcat ("dearer_than_", simulation->estimate->options[i].option->id, NULL);

        outlay_grid_add_column (grid, name, TRUE);
      }

  for (guint i = 0; i < simulation->n_options; i++)
    if (!simulation->options[i].is_refused)
      for (guint month = 0; month <= simulation->n_months; month++)
        add_csv_line (grid, simulation, i, month);

  return outlay_grid_to_csv (grid);
}
