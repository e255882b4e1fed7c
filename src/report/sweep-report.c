/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sweep as text. */
#include "sweep.h"

#include "grid.h"
#include "json-writer.h"

#include <math.h>

static const OutlaySweepRow *
get_row (const OutlaySweep *sweep,
         guint              i)
{
  return &g_array_index (sweep->rows, OutlaySweepRow, i);
}

/* The option at this value, or %NULL where it has no figures. */
static const OutlaySweepOption *
get_option (const OutlaySweepRow *row,
            guint                 i)
{
  return row->error == NULL && row->options[i].error == NULL ? &row->options[i] : NULL;
}

static void
write_figures (OutlayJsonWriter        *writer,
               const OutlaySweepOption *option)
{
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
  outlay_json_writer_add_number (writer, "dearest_month", option->dearest_month);
  outlay_json_writer_key (writer, "payback_month");
  if (option->payback_month > 0)
    outlay_json_writer_whole (writer, option->payback_month);
  else
    outlay_json_writer_null (writer);
}

static void
write_option (OutlayJsonWriter        *writer,
              const OutlayOption      *option,
              const OutlaySweepOption *figures)
{
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "id", option->id);
  outlay_json_writer_add_text (writer, "name", option->name);
  if (figures->error != NULL)
    outlay_json_writer_add_text (writer, "error", figures->error);
  else
    {
      outlay_json_writer_key (writer, "total");
      outlay_json_writer_begin_object (writer);
      write_figures (writer, figures);
      outlay_json_writer_end_object (writer);
    }
  outlay_json_writer_end_object (writer);
}

static void
write_row (OutlayJsonWriter     *writer,
           const OutlaySweep    *sweep,
           const OutlaySweepRow *row)
{
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_number (writer, "value", row->value);
  if (row->error != NULL)
    outlay_json_writer_add_text (writer, "error", row->error);
  else
    {
      outlay_json_writer_key (writer, "options");
      outlay_json_writer_begin_list (writer);
      for (guint i = 0; i < sweep->scenario->n_options; i++)
        write_option (writer, &sweep->scenario->options[i], &row->options[i]);
      outlay_json_writer_end_list (writer);
    }
  outlay_json_writer_end_object (writer);
}

/* Returns: (transfer full): JSON; each row with `value`, and `options` with their
 * `total` or `error`, or the value's own `error` */
char *
outlay_sweep_to_json (const OutlaySweep *sweep)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "scenario", sweep->scenario->name);
  outlay_json_writer_add_text (writer, "currency", sweep->scenario->currency.code);
  outlay_json_writer_add_text (writer, "path", sweep->path);
  outlay_json_writer_key (writer, "rows");
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < sweep->rows->len; i++)
    write_row (writer, sweep, get_row (sweep, i));
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_object (writer);

  return outlay_json_writer_finish (writer);
}

/* Returns: (transfer full): a line for each value with what each option's period
 * costs; figures that do not exist are dashes */
char *
outlay_sweep_to_table (const OutlaySweep *sweep)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  guint n_options = sweep->scenario->n_options;
  gboolean whole = TRUE;

  outlay_grid_add_column (grid, sweep->path, TRUE);
  for (guint i = 0; i < n_options; i++)
    outlay_grid_add_column (grid, sweep->scenario->options[i].name, TRUE);
  for (guint i = 0; i < sweep->rows->len; i++)
    whole = whole && get_row (sweep, i)->value == floor (get_row (sweep, i)->value);

  for (guint i = 0; i < sweep->rows->len; i++)
    {
      const OutlaySweepRow *row = get_row (sweep, i);

      outlay_grid_add_number (grid, row->value, whole ? 0 : 4);
      for (guint j = 0; j < n_options; j++)
        {
          const OutlaySweepOption *option = get_option (row, j);

          outlay_grid_add_number (grid, option != NULL ? option->total[OUTLAY_FIGURE_COST]
                                                       : NAN, 2);
        }
    }

  return outlay_grid_to_table (grid);
}

static void
add_csv_columns (OutlayGrid        *grid,
                 const OutlaySweep *sweep)
{
  static const char * const figures[] = { "cost", "dearest_month", "cost_per_accepted" };

  outlay_grid_add_column (grid, sweep->path, TRUE);
  for (guint i = 0; i < sweep->scenario->n_options; i++)
    for (guint j = 0; j < G_N_ELEMENTS (figures); j++)
      {
        g_autofree char *heading = g_strdup_printf ("%s.%s", sweep->scenario->options[i].id,
                                                    figures[j]);

        outlay_grid_add_column (grid, heading, TRUE);
      }
  outlay_grid_add_column (grid, "error", FALSE);
}

/* Why a row, or options in it, have no figures. */
static char *
describe_errors (const OutlaySweep    *sweep,
                 const OutlaySweepRow *row)
{
  GString *text = g_string_new (row->error);

  for (guint i = 0; row->error == NULL && i < sweep->scenario->n_options; i++)
    if (row->options[i].error != NULL)
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "",
                              sweep->scenario->options[i].id, row->options[i].error);

  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): CSV, a row for each value; each option's figures are
 * named by its id */
char *
outlay_sweep_to_csv (const OutlaySweep *sweep)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  add_csv_columns (grid, sweep);
  for (guint i = 0; i < sweep->rows->len; i++)
    {
      const OutlaySweepRow *row = get_row (sweep, i);
      g_autofree char *errors = describe_errors (sweep, row);

      outlay_grid_add_number (grid, row->value, 4);
      for (guint j = 0; j < sweep->scenario->n_options; j++)
        {
          const OutlaySweepOption *option = get_option (row, j);

          outlay_grid_add_number (grid, option != NULL ? option->total[OUTLAY_FIGURE_COST]
                                                       : NAN, 2);
          outlay_grid_add_number (grid, option != NULL ? option->dearest_month : NAN, 2);
          outlay_grid_add_number (grid, option != NULL ? option->cost_per_accepted : NAN, 2);
        }
      outlay_grid_add_text (grid, errors);
    }

  return outlay_grid_to_csv (grid);
}
