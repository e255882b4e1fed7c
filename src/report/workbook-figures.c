/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets with the estimate: what was worked out, and formulas on it. */
#include "workbook-private.h"

#include "figures-sheet.h"

#include <glib/gi18n.h>
#include <math.h>

/* Columns of the sheet of figures: option, month, then every figure. */
#define FIGURE_COLUMN(figure) ((lxw_col_t) (2 + (figure)))

/* In the summary and the sheet of costs, the rows above the table. */
#define COSTS_FIRST_ROW 3

#define CHART_WIDTH 760
#define CHART_HEIGHT 400

static gboolean
has_figures (const OutlayWorkbook *self,
             guint                 option)
{
  return self->estimate->options[option].error == NULL;
}

/* The name of a cell, or of the cells from one to another of its column. */
static char *
name_cells (lxw_row_t first,
            lxw_row_t last,
            lxw_col_t column)
{
  char from[LXW_MAX_CELL_NAME_LENGTH];
  char to[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (from, first, column);
  lxw_rowcol_to_cell (to, last, column);

  return first == last ? g_strdup (from) : g_strdup_printf ("%s:%s", from, to);
}

/* The months of one figure of an option, in the sheet of figures. */
static char *
name_figures (const OutlayWorkbook *self,
              guint                 option,
              OutlayFigure          figure,
              guint                 first,
              guint                 last)
{
  g_autofree char *cells = name_cells (self->first_row[option] + first,
                                       self->first_row[option] + last, FIGURE_COLUMN (figure));

  return g_strdup_printf ("'%s'!%s", self->figures_name, cells);
}

void
outlay_workbook_add_figures (OutlayWorkbook *self,
                             lxw_worksheet  *sheet)
{
  lxw_row_t row = 0;

  outlay_workbook_write_text (self, sheet, row, 0, C_("column", "Option"), self->heading);
  outlay_workbook_write_text (self, sheet, row, 1, C_("column", "Month"), self->figure_heading);
  for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
    outlay_workbook_write_text (self, sheet, row, FIGURE_COLUMN (figure),
                                outlay_figure_name (figure), self->figure_heading);
  worksheet_set_column (sheet, 0, 0, 28, NULL);
  worksheet_set_column (sheet, 1, FIGURE_COLUMN (OUTLAY_N_FIGURES - 1), 15, NULL);
  worksheet_freeze_panes (sheet, 1, 2);

  for (guint i = 0; i < self->estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &self->estimate->options[i];

      self->first_row[i] = row + 1;
      for (guint month = 0; option->error == NULL && month < self->estimate->n_months; month++)
        {
          row++;
          outlay_workbook_write_text (self, sheet, row, 0, option->option->name, NULL);
          outlay_workbook_write_month (self, sheet, row, 1, (int) month);
          for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
            worksheet_write_number (sheet, row, FIGURE_COLUMN (figure),
                                    option->monthly[figure][month],
                                    figure >= OUTLAY_FIGURE_TOKENS ? self->count : self->money);
        }
    }
}

static void
add_cost_column (OutlayWorkbook *self,
                 lxw_worksheet  *sheet,
                 guint           option)
{
  const OutlayOptionEstimate *figures = &self->estimate->options[option];
  lxw_col_t column = (lxw_col_t) (option + 1);
  lxw_row_t last = COSTS_FIRST_ROW + self->estimate->n_months - 1;
  g_autofree char *cells = name_cells (COSTS_FIRST_ROW, last, column);
  g_autofree char *sum = g_strdup_printf ("=SUM(%s)", cells);

  outlay_workbook_write_text (self, sheet, COSTS_FIRST_ROW - 1, column, figures->option->name,
                              self->figure_heading);
  if (!has_figures (self, option))
    return;

  for (guint month = 0; month < self->estimate->n_months; month++)
    {
      g_autofree char *cell = name_figures (self, option, OUTLAY_FIGURE_COST, month, month);
      g_autofree char *formula = g_strconcat ("=", cell, NULL);

      worksheet_write_formula_num (sheet, COSTS_FIRST_ROW + month, column, formula, self->money,
                                   figures->monthly[OUTLAY_FIGURE_COST][month]);
    }
  worksheet_write_formula_num (sheet, last + 1, column, sum, self->strong_money,
                               figures->total[OUTLAY_FIGURE_COST]);
}

static void
add_budget_column (OutlayWorkbook *self,
                   lxw_worksheet  *sheet,
                   lxw_col_t       column)
{
  lxw_row_t last = COSTS_FIRST_ROW + self->estimate->n_months - 1;
  double budget = self->estimate->scenario->budget;
  g_autofree char *cells = name_cells (COSTS_FIRST_ROW, last, column);
  g_autofree char *sum = g_strdup_printf ("=SUM(%s)", cells);

  outlay_workbook_write_text (self, sheet, COSTS_FIRST_ROW - 1, column, C_("column", "Budget"),
                              self->figure_heading);
  for (lxw_row_t row = COSTS_FIRST_ROW; row <= last; row++)
    worksheet_write_number (sheet, row, column, budget, self->money);
  worksheet_write_formula_num (sheet, last + 1, column, sum, self->strong_money,
                               budget * self->estimate->n_months);
}

static void
add_cost_chart (OutlayWorkbook *self,
                lxw_worksheet  *sheet,
                guint           n_columns)
{
  lxw_chart *chart = workbook_add_chart (self->book, LXW_CHART_LINE);
  lxw_row_t last = COSTS_FIRST_ROW + self->estimate->n_months - 1;
  lxw_chart_options options = {
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .x_scale = CHART_WIDTH / 480.0,
    .y_scale = CHART_HEIGHT / 288.0,
    .description = (char *) _("Cost by month, a line for each option"),
  };

  for (guint i = 0; i < n_columns; i++)
    {
      lxw_col_t column = (lxw_col_t) (i + 1);
      lxw_chart_series *series;

      if (i < self->estimate->n_options && !has_figures (self, i))
        continue;

      series = chart_add_series (chart, NULL, NULL);
      chart_series_set_categories (series, sheet->name, COSTS_FIRST_ROW, 0, last, 0);
      chart_series_set_values (series, sheet->name, COSTS_FIRST_ROW, column, last, column);
      chart_series_set_name_range (series, sheet->name, COSTS_FIRST_ROW - 1, column);
    }
  chart_title_set_name (chart, _("Cost by month"));
  chart_axis_set_name (chart->y_axis, self->report->currency);
  chart_axis_set_num_format (chart->y_axis, "#,##0");
  chart_axis_set_num_format (chart->x_axis, "mmm yyyy");
  worksheet_insert_chart_opt (sheet, last + 3, 0, chart, &options);
}

void
outlay_workbook_add_costs (OutlayWorkbook *self,
                           lxw_worksheet  *sheet)
{
  guint n_columns = self->estimate->n_options;

  outlay_workbook_write_text (self, sheet, 0, 0, _("Cost by month"), self->title);
  outlay_workbook_write_text (self, sheet, COSTS_FIRST_ROW - 1, 0, C_("column", "Month"),
                              self->figure_heading);
  for (guint month = 0; month < self->estimate->n_months; month++)
    outlay_workbook_write_month (self, sheet, COSTS_FIRST_ROW + month, 0, (int) month);
  outlay_workbook_write_text (self, sheet, COSTS_FIRST_ROW + self->estimate->n_months, 0,
                              C_("column", "Total"), self->strong);

  for (guint i = 0; i < self->estimate->n_options; i++)
    add_cost_column (self, sheet, i);
  if (!isnan (self->estimate->scenario->budget))
    add_budget_column (self, sheet, (lxw_col_t) ++n_columns);

  worksheet_set_column (sheet, 0, (lxw_col_t) n_columns, 16, NULL);
  worksheet_freeze_panes (sheet, COSTS_FIRST_ROW, 1);
  if (self->facts->estimate->n_options > 0)
    add_cost_chart (self, sheet, n_columns);
}
