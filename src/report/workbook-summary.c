/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first sheet of a workbook: the summary's sentences, and a row for each
 * option whose totals, quotients and net are formulas. */
#include "workbook-private.h"

#include "figures-sheet.h"

#include <glib/gi18n.h>
#include <math.h>

/* The columns after the option's name: sums of figures, then what is worked out
 * from them. */
static const OutlayFigure sums[] = {
  OUTLAY_FIGURE_COST, OUTLAY_FIGURE_API_COST, OUTLAY_FIGURE_PEOPLE, OUTLAY_FIGURE_TASKS,
  OUTLAY_FIGURE_ACCEPTED, OUTLAY_FIGURE_STOPPED, OUTLAY_FIGURE_VALUE, OUTLAY_FIGURE_REVIEW,
  OUTLAY_FIGURE_ONBOARDING,
};

#define N_SUMS G_N_ELEMENTS (sums)
#define CHART_SCALE 1.4

typedef struct
{
  OutlayWorkbook *book;
  lxw_worksheet  *sheet;
  lxw_row_t       row;
} Summary;

static char *
name_cell (const Summary *self,
           OutlayFigure   figure)
{
  char name[LXW_MAX_CELL_NAME_LENGTH];

  for (guint i = 0; i < N_SUMS; i++)
    if (sums[i] == figure)
      {
        lxw_rowcol_to_cell (name, self->row, (lxw_col_t) (i + 1));
        return g_strdup (name);
      }

  g_return_val_if_reached (NULL);
}

/* The sum of an option's months, as OutlayOptionEstimate.total has it. */
static void
write_sum (Summary *self,
           guint    option,
           guint    i)
{
  const OutlayWorkbook *book = self->book;
  lxw_row_t first = book->first_row[option];
  lxw_col_t column = (lxw_col_t) (2 + sums[i]);
  char from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_cell (from, first, column);
  lxw_rowcol_to_cell (to, first + book->estimate->n_months - 1, column);
  formula = g_strdup_printf ("=SUM('%s'!%s:%s)", book->figures_name, from, to);
  worksheet_write_formula_num (self->sheet, self->row, (lxw_col_t) (i + 1), formula, book->money,
                               book->estimate->options[option].total[sums[i]]);
}

/* METHOD section 9: value less review, onboarding and cost. */
static void
write_net (Summary   *self,
           guint      option,
           lxw_col_t  column)
{
  g_autofree char *value = name_cell (self, OUTLAY_FIGURE_VALUE);
  g_autofree char *review = name_cell (self, OUTLAY_FIGURE_REVIEW);
  g_autofree char *onboarding = name_cell (self, OUTLAY_FIGURE_ONBOARDING);
  g_autofree char *cost = name_cell (self, OUTLAY_FIGURE_COST);
  g_autofree char *formula = g_strdup_printf ("=%s-%s-%s-%s", value, review, onboarding, cost);

  worksheet_write_formula_num (self->sheet, self->row, column, formula, self->book->money,
                               self->book->estimate->options[option].net);
}

/* A quotient by zero stays empty, as it is null elsewhere. */
static void
write_quotient (Summary      *self,
                guint         option,
                lxw_col_t     column,
                OutlayFigure  divisor)
{
  const double *total = self->book->estimate->options[option].total;
  g_autofree char *cost = name_cell (self, OUTLAY_FIGURE_COST);
  g_autofree char *by = name_cell (self, divisor);
  g_autofree char *formula = g_strdup_printf ("=IF(%s=0,\"\",%s/%s)", by, cost, by);

  if (total[divisor] > 0)
    worksheet_write_formula_num (self->sheet, self->row, column, formula, self->book->money,
                                 total[OUTLAY_FIGURE_COST] / total[divisor]);
  else
    worksheet_write_formula_str (self->sheet, self->row, column, formula, self->book->money, "");
}

static void
write_option (Summary *self,
              guint    i)
{
  const OutlayOptionEstimate *option = &self->book->estimate->options[i];
  const char *why = self->book->refusals[i];
  lxw_col_t column = N_SUMS + 1;

  outlay_workbook_write_text (self->book, self->sheet, self->row, 0, option->option->name, NULL);
  if (why != NULL)
    {
      outlay_workbook_write_text (self->book, self->sheet, self->row, 1, why, NULL);
      return;
    }

  for (guint sum = 0; sum < N_SUMS; sum++)
    write_sum (self, i, sum);
  write_net (self, i, column++);
  write_quotient (self, i, column++, OUTLAY_FIGURE_PEOPLE);
  write_quotient (self, i, column++, OUTLAY_FIGURE_TASKS);
  write_quotient (self, i, column, OUTLAY_FIGURE_ACCEPTED);
}

static void
write_headings (Summary *self)
{
  const char *quotients[] = {
    C_("column", "Net"), C_("column", "Cost per person and month"), C_("column", "Cost per task"),
    C_("column", "Cost per task accepted"),
  };

  outlay_workbook_write_text (self->book, self->sheet, self->row, 0, C_("column", "Option"),
                              self->book->heading);
  for (guint i = 0; i < N_SUMS; i++)
    outlay_workbook_write_text (self->book, self->sheet, self->row, (lxw_col_t) (i + 1),
                                sums[i] == OUTLAY_FIGURE_PEOPLE
                                ? C_("column", "Months of people")
                                : outlay_figure_name (sums[i]), self->book->figure_heading);
  for (guint i = 0; i < G_N_ELEMENTS (quotients); i++)
    outlay_workbook_write_text (self->book, self->sheet, self->row,
                                (lxw_col_t) (N_SUMS + 1 + i), quotients[i],
                                self->book->figure_heading);
  self->row++;
}

/* The sentences up to the second heading. */
static void
write_sentences (Summary *self)
{
  const OutlayReport *report = self->book->report;
  const char *lines[] = { report->subtitle, report->client, report->date };
  guint n_headings = 0;

  outlay_workbook_write_text (self->book, self->sheet, self->row++, 0, report->title,
                              self->book->title);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      outlay_workbook_write_text (self->book, self->sheet, self->row++, 0, lines[i], NULL);
  self->row++;

  for (guint i = 0; i < report->blocks->len && n_headings < 2; i++)
    {
      const OutlayReportBlock *block = g_ptr_array_index (report->blocks, i);

      if (block->kind == OUTLAY_REPORT_HEADING)
        n_headings++;
      else if (block->kind == OUTLAY_REPORT_PARAGRAPH)
        outlay_workbook_write_text (self->book, self->sheet, self->row++, 0, block->text, NULL);
    }
  self->row++;
}

static void
add_chart (Summary   *self,
           lxw_row_t  first)
{
  lxw_chart *chart = workbook_add_chart (self->book->book, LXW_CHART_BAR);
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_options options = {
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .x_scale = CHART_SCALE,
    .y_scale = CHART_SCALE,
    .description = (char *) _("Cost in the whole period, a bar for each option"),
  };

  chart_series_set_categories (series, self->sheet->name, first, 0, self->row - 1, 0);
  chart_series_set_values (series, self->sheet->name, first, 1, self->row - 1, 1);
  chart_series_set_name_range (series, self->sheet->name, first - 1, 1);
  chart_title_set_name (chart, _("Cost in the whole period"));
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  chart_axis_set_num_format (chart->x_axis, "#,##0");
  chart_axis_set_reverse (chart->y_axis);
  worksheet_insert_chart_opt (self->sheet, self->row + 1, 0, chart, &options);
}

void
outlay_workbook_add_summary (OutlayWorkbook *self,
                             lxw_worksheet  *sheet)
{
  Summary summary = { self, sheet, 0 };
  lxw_row_t first;

  worksheet_set_column (sheet, 0, 0, 28, NULL);
  worksheet_set_column (sheet, 1, N_SUMS + 4, 15, NULL);
  write_sentences (&summary);
  write_headings (&summary);
  first = summary.row;
  for (guint i = 0; i < self->estimate->n_options; i++, summary.row++)
    write_option (&summary, i);
  if (summary.row > first)
    add_chart (&summary, first);
}
