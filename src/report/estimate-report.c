/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An estimate as text: JSON and CSV for programs, a table for people. */
#include "estimate-report.h"

#include "grid.h"
#include "writer.h"

#include <math.h>

static const char *
kind_name (const OutlayOption *option)
{
  static const char * const names[] = { "model", "routing", "plan" };

  return names[option->kind];
}

static char *
month_name (const OutlayEstimate *estimate,
            guint                 month)
{
  return outlay_month_to_string (estimate->scenario->start + (int) month);
}

static void
write_monthly (OutlayJsonWriter           *writer,
               const OutlayOptionEstimate *option,
               guint                       n_months)
{
  outlay_json_writer_key (writer, "monthly");
  outlay_json_writer_begin_object (writer);
  for (guint figure = 0; figure < OUTLAY_FIGURE_TOKENS; figure++)
    {
      outlay_json_writer_key (writer, outlay_figure_get_key (figure));
      outlay_json_writer_numbers (writer, option->monthly[figure], n_months);
    }

  outlay_json_writer_key (writer, "tokens");
  outlay_json_writer_begin_object (writer);
  for (guint figure = OUTLAY_FIGURE_TOKENS; figure < OUTLAY_N_FIGURES; figure++)
    {
      outlay_json_writer_key (writer, outlay_figure_get_key (figure));
      outlay_json_writer_numbers (writer, option->monthly[figure], n_months);
    }
  outlay_json_writer_end_object (writer);
  outlay_json_writer_end_object (writer);
}

static void
write_total (OutlayJsonWriter           *writer,
             const OutlayOptionEstimate *option)
{
  outlay_json_writer_key (writer, "total");
  outlay_json_writer_begin_object (writer);
  for (guint figure = 0; figure < OUTLAY_FIGURE_TOKENS; figure++)
    if (figure != OUTLAY_FIGURE_PEOPLE)
      outlay_json_writer_add_number (writer, outlay_figure_get_key (figure),
                                     option->total[figure]);
  outlay_json_writer_add_number (writer, "net", option->net);

  outlay_json_writer_key (writer, "tokens");
  outlay_json_writer_begin_object (writer);
  for (guint figure = OUTLAY_FIGURE_TOKENS; figure < OUTLAY_N_FIGURES; figure++)
    outlay_json_writer_add_number (writer, outlay_figure_get_key (figure),
                                   option->total[figure]);
  outlay_json_writer_end_object (writer);

  outlay_json_writer_add_number (writer, "cost_per_task", option->cost_per_task);
  outlay_json_writer_add_number (writer, "cost_per_accepted", option->cost_per_accepted);
  outlay_json_writer_key (writer, "payback_month");
  if (option->payback_month > 0)
    outlay_json_writer_whole (writer, option->payback_month);
  else
    outlay_json_writer_null (writer);
  outlay_json_writer_end_object (writer);
}

static void
write_option (OutlayJsonWriter           *writer,
              const OutlayOptionEstimate *option,
              guint                       n_months)
{
  outlay_json_writer_add_text (writer, "id", option->option->id);
  outlay_json_writer_add_text (writer, "name", option->option->name);
  outlay_json_writer_add_text (writer, "kind", kind_name (option->option));

  if (option->error != NULL)
    outlay_json_writer_add_text (writer, "error", option->error->message);
  else
    {
      write_monthly (writer, option, n_months);
      write_total (writer, option);
    }
}

/**
 * outlay_estimate_write_json:
 * @writer: a writer, in an object
 * @estimate: an estimate
 * @more: (nullable): writes more into each option's object
 * @data: for @more
 *
 * Writes every figure of @estimate into the object, so that it reads back the
 * same.
 */
void
outlay_estimate_write_json (OutlayJsonWriter     *writer,
                            const OutlayEstimate *estimate,
                            OutlayOptionWriteFunc more,
                            gconstpointer         data)
{
  outlay_json_writer_add_text (writer, "scenario", estimate->scenario->name);
  outlay_json_writer_add_text (writer, "currency", estimate->scenario->currency.code);

  outlay_json_writer_key (writer, "months");
  outlay_json_writer_begin_list (writer);
  outlay_json_writer_begin_line (writer);
  for (guint month = 0; month < estimate->n_months; month++)
    {
      g_autofree char *name = month_name (estimate, month);

      outlay_json_writer_text (writer, name);
    }
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_line (writer);

  outlay_json_writer_key (writer, "options");
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < estimate->n_options; i++)
    {
      outlay_json_writer_begin_object (writer);
      write_option (writer, &estimate->options[i], estimate->n_months);
      if (more != NULL)
        more (writer, i, data);
      outlay_json_writer_end_object (writer);
    }
  outlay_json_writer_end_list (writer);
}

/**
 * outlay_estimate_to_json:
 * @estimate: an estimate
 *
 * Returns: (transfer full): every figure of it, so that it reads back the same
 */
char *
outlay_estimate_to_json (const OutlayEstimate *estimate)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();

  outlay_json_writer_begin_object (writer);
  outlay_estimate_write_json (writer, estimate, NULL, NULL);
  outlay_json_writer_end_object (writer);

  return outlay_json_writer_finish (writer);
}

/* Whole units, or cents where whole units would hide the figure. */
static int
money_decimals (double value)
{
  return fabs (value) < 10 ? 2 : 0;
}

static void
add_money (OutlayGrid *grid,
           double      value)
{
  outlay_grid_add_number (grid, value, money_decimals (value));
}

/**
 * outlay_estimate_to_table:
 * @estimate: an estimate
 *
 * Returns: (transfer full): cost by option and month, a line an option; options
 *   that cannot be estimated are not in it
 */
char *
outlay_estimate_to_table (const OutlayEstimate *estimate)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  g_autofree char *heading = g_strdup_printf ("Cost, %s", estimate->scenario->currency.code);

  outlay_grid_add_column (grid, heading, FALSE);
  for (guint month = 0; month < estimate->n_months; month++)
    {
      g_autofree char *name = month_name (estimate, month);

      outlay_grid_add_column (grid, name, TRUE);
    }
  outlay_grid_add_column (grid, "Total", TRUE);
  outlay_grid_add_column (grid, "Per accepted", TRUE);

  for (guint i = 0; i < estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &estimate->options[i];

      if (option->error != NULL)
        continue;

      outlay_grid_add_text (grid, option->option->name);
      for (guint month = 0; month < estimate->n_months; month++)
        add_money (grid, option->monthly[OUTLAY_FIGURE_COST][month]);
      add_money (grid, option->total[OUTLAY_FIGURE_COST]);
      outlay_grid_add_number (grid, option->cost_per_accepted, 2);
    }

  return outlay_grid_to_table (grid);
}

/**
 * outlay_estimate_to_csv:
 * @estimate: an estimate
 *
 * Returns: (transfer full): every monthly figure, a line for each option and
 *   month; an option that cannot be estimated has one line with its error
 */
char *
outlay_estimate_to_csv (const OutlayEstimate *estimate)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  outlay_grid_add_column (grid, "option", FALSE);
  outlay_grid_add_column (grid, "name", FALSE);
  outlay_grid_add_column (grid, "kind", FALSE);
  outlay_grid_add_column (grid, "currency", FALSE);
  outlay_grid_add_column (grid, "month", FALSE);
  for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
    outlay_grid_add_column (grid, outlay_figure_get_key (figure), TRUE);
  outlay_grid_add_column (grid, "error", FALSE);

  for (guint i = 0; i < estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &estimate->options[i];
      guint n_rows = option->error == NULL ? estimate->n_months : 1;

      for (guint month = 0; month < n_rows; month++)
        {
          g_autofree char *name = month_name (estimate, month);

          outlay_grid_add_text (grid, option->option->id);
          outlay_grid_add_text (grid, option->option->name);
          outlay_grid_add_text (grid, kind_name (option->option));
          outlay_grid_add_text (grid, estimate->scenario->currency.code);
          outlay_grid_add_text (grid, option->error == NULL ? name : NULL);
          for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
            outlay_grid_add_number (grid, option->error == NULL
                                            ? option->monthly[figure][month] : NAN, 0);
          outlay_grid_add_text (grid, option->error != NULL ? option->error->message : NULL);
        }
    }

  return outlay_grid_to_csv (grid);
}
