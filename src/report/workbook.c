/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as a workbook for spreadsheets: figures once, and formulas that work
 * with them. */
#include "workbook.h"

#include "refusals.h"
#include "workbook-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* What a spreadsheet allows. */
#define LONGEST_NAME 31
#define LONGEST_TEXT 32767

#define WORDS_WIDTH 34
#define FIGURES_WIDTH 14

/**
 * outlay_workbook_add_sheet:
 * @self: a workbook
 * @name: what it is to be called, in the person's language
 *
 * Returns: (transfer none): a new sheet; its name is the nearest that is allowed
 */
lxw_worksheet *
outlay_workbook_add_sheet (OutlayWorkbook *self,
                           const char     *name)
{
  g_autofree char *valid = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1),
                                                           LONGEST_NAME));
  lxw_worksheet *sheet;

  g_strdelimit (valid, "[]:*?/\\'", ' ');
  sheet = workbook_add_worksheet (self->book, valid);
  if (sheet == NULL)
    sheet = workbook_add_worksheet (self->book, NULL);
  if (self->report->right_to_left)
    worksheet_right_to_left (sheet);
  worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);

  return sheet;
}

void
outlay_workbook_write_text (OutlayWorkbook *self,
                            lxw_worksheet  *sheet,
                            lxw_row_t       row,
                            lxw_col_t       column,
                            const char     *text,
                            lxw_format     *format)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (g_utf8_strlen (valid, -1) > LONGEST_TEXT)
    *g_utf8_offset_to_pointer (valid, LONGEST_TEXT) = '\0';
  worksheet_write_string (sheet, row, column, valid, format);
}

/* A month as the date of its first day, so that a spreadsheet can reckon with it. */
void
outlay_workbook_write_month (OutlayWorkbook *self,
                             lxw_worksheet  *sheet,
                             lxw_row_t       row,
                             lxw_col_t       column,
                             int             month)
{
  int date = self->estimate->scenario->start + month;
  lxw_datetime day = { .year = date / 12, .month = date % 12 + 1, .day = 1 };

  worksheet_write_datetime (sheet, row, column, &day, self->month);
}

static lxw_format *
add_format (OutlayWorkbook *self,
            const char     *number,
            gboolean        strong)
{
  lxw_format *format = workbook_add_format (self->book);

  if (number != NULL)
    format_set_num_format (format, number);
  if (strong)
    format_set_bold (format);

  return format;
}

static void
add_formats (OutlayWorkbook *self)
{
  self->title = add_format (self, NULL, TRUE);
  format_set_font_size (self->title, 16);
  self->heading = add_format (self, NULL, TRUE);
  format_set_text_wrap (self->heading);
  format_set_bottom (self->heading, LXW_BORDER_THIN);
  format_set_align (self->heading, LXW_ALIGN_VERTICAL_BOTTOM);
  self->figure_heading = add_format (self, NULL, TRUE);
  format_set_text_wrap (self->figure_heading);
  format_set_bottom (self->figure_heading, LXW_BORDER_THIN);
  format_set_align (self->figure_heading, LXW_ALIGN_VERTICAL_BOTTOM);
  format_set_align (self->figure_heading, LXW_ALIGN_RIGHT);
  self->strong = add_format (self, NULL, TRUE);
  self->money = add_format (self, "#,##0.00", FALSE);
  self->strong_money = add_format (self, "#,##0.00", TRUE);
  self->count = add_format (self, "#,##0", FALSE);
  self->number = add_format (self, "#,##0.######", FALSE);
  self->month = add_format (self, "mmm yyyy", FALSE);
  self->words = add_format (self, NULL, FALSE);
  format_set_text_wrap (self->words);
  format_set_align (self->words, LXW_ALIGN_VERTICAL_TOP);
}

static void
write_cell (OutlayWorkbook         *self,
            lxw_worksheet          *sheet,
            lxw_row_t               row,
            lxw_col_t               column,
            const OutlayReportCell *cell)
{
  if (isfinite (cell->value))
    worksheet_write_number (sheet, row, column, cell->value, self->number);
  else
    outlay_workbook_write_text (self, sheet, row, column, cell->text, self->words);
}

/* Whether a cell is the sum of those above it. */
static gboolean
adds_up (const OutlayReportTable *table,
         guint                    row,
         guint                    column)
{
  double value = outlay_report_table_get_cell (table, row, column)->value;
  double sum = 0;

  for (guint r = 0; r < row; r++)
    sum += outlay_report_table_get_cell (table, r, column)->value;

  return fabs (sum - value) <= 1e-9 * fabs (value);
}

/* The last of a table's rows, live where it is the sum of the others. */
static void
write_sums (OutlayWorkbook          *self,
            lxw_worksheet           *sheet,
            lxw_row_t                row,
            const OutlayReportTable *table)
{
  guint n_above = (guint) table->strong_row;

  for (guint i = 1; i < table->columns->len; i++)
    if (adds_up (table, n_above, i))
      {
        char range[LXW_MAX_CELL_RANGE_LENGTH];
        g_autofree char *formula = NULL;

        lxw_rowcol_to_range (range, row - n_above, (lxw_col_t) i, row - 1, (lxw_col_t) i);
        formula = g_strdup_printf ("=SUM(%s)", range);
        worksheet_write_formula_num (sheet, row, (lxw_col_t) i, formula, self->number,
                                     outlay_report_table_get_cell (table, n_above, i)->value);
      }
}

/* Returns: the row below the table */
static lxw_row_t
write_table (OutlayWorkbook          *self,
             lxw_worksheet           *sheet,
             lxw_row_t                row,
             const OutlayReportTable *table)
{
  guint n_rows = outlay_report_table_get_n_rows (table);

  outlay_workbook_write_text (self, sheet, row++, 0, table->caption, self->strong);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const OutlayReportColumn *column = outlay_report_table_get_column (table, i);

      outlay_workbook_write_text (self, sheet, row, (lxw_col_t) i, column->title,
                                  column->is_number ? self->figure_heading : self->heading);
    }
  row++;
  for (guint r = 0; r < n_rows; r++, row++)
    {
      for (guint i = 0; i < table->columns->len; i++)
        write_cell (self, sheet, row, (lxw_col_t) i, outlay_report_table_get_cell (table, r, i));
      if ((int) r == table->strong_row)
        write_sums (self, sheet, row, table);
    }

  return row + 1;
}

/* The report's other sections have a sheet each for their tables: what they say
 * of costs is in the sheets before. */
static void
add_sections (OutlayWorkbook *self)
{
  lxw_worksheet *sheet = NULL;
  guint n_headings = 0;
  const char *name = NULL;
  lxw_row_t row = 0;

  for (guint i = 0; i < self->report->blocks->len; i++)
    {
      const OutlayReportBlock *block = g_ptr_array_index (self->report->blocks, i);

      if (block->kind == OUTLAY_REPORT_HEADING)
        {
          name = n_headings++ >= 2 ? block->text : NULL;
          sheet = NULL;
          row = 0;
        }
      if (block->kind != OUTLAY_REPORT_TABLE || name == NULL)
        continue;

      if (sheet == NULL)
        {
          sheet = outlay_workbook_add_sheet (self, name);
          worksheet_set_column (sheet, 0, 0, WORDS_WIDTH, NULL);
          worksheet_set_column (sheet, 1, 12, FIGURES_WIDTH, NULL);
        }
      row = write_table (self, sheet, row, block->table);
    }
}

static void
set_properties (OutlayWorkbook *self)
{
  lxw_doc_properties properties = {
    .title = self->report->title,
    .subject = self->report->subtitle,
    .company = (char *) self->facts->client,
    .comments = (char *) "Outlay " OUTLAY_VERSION,
    .created = self->facts->date != NULL
               ? (time_t) g_date_time_to_unix (self->facts->date) : 0,
  };

  workbook_set_properties (self->book, &properties);
}

static lxw_error
write_book (OutlayWorkbook *self,
            const char     *path)
{
  lxw_worksheet *summary, *costs, *figures;

  self->book = workbook_new (path);
  set_properties (self);
  add_formats (self);

  summary = outlay_workbook_add_sheet (self, _("Summary"));
  costs = outlay_workbook_add_sheet (self, C_("sheet", "Cost"));
  figures = outlay_workbook_add_sheet (self, C_("sheet", "Figures"));
  self->figures_name = figures->name;
  outlay_workbook_add_figures (self, figures);
  outlay_workbook_add_costs (self, costs);
  outlay_workbook_add_summary (self, summary);
  add_sections (self);

  return workbook_close (self->book);
}

/**
 * outlay_report_to_workbook:
 * @facts: what @report is made from
 * @report: a report
 * @error: return location for a #GFileError
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
outlay_report_to_workbook (const OutlayReportFacts  *facts,
                           const OutlayReport       *report,
                           GError                  **error)
{
  guint n_options = facts->estimate->n_options;
  g_autofree lxw_row_t *first_row = g_new0 (lxw_row_t, n_options + 1);
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  OutlayWorkbook self = {
    .facts = facts, .report = report, .estimate = facts->estimate, .first_row = first_row,
  };
  g_autofree char *path = NULL;
  char *data = NULL;
  gsize size = 0;
  int fd = g_file_open_tmp ("outlay-XXXXXX.xlsx", &path, error);
  locale_t plain, before;
  lxw_error status;

  if (fd < 0)
    return NULL;
  g_close (fd, NULL);

  for (guint i = 0; i < n_options; i++)
    g_ptr_array_add (refusals, outlay_refusal_describe (&facts->estimate->options[i]));
  self.refusals = (char **) refusals->pdata;

  /* The library writes numbers by printf(): this thread's have a point meanwhile. */
  plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (LC_GLOBAL_LOCALE));
  before = uselocale (plain);
  status = write_book (&self, path);
  uselocale (before);
  freelocale (plain);

  if (status != LXW_NO_ERROR)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "The workbook could not be made: %s",
                 lxw_strerror (status));
  else
    g_file_get_contents (path, &data, &size, error);
  g_unlink (path);

  return data != NULL ? g_bytes_new_take (data, size) : NULL;
}
