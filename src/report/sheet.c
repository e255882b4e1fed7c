/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet.h"

#include "month-format.h"
#include "tsv.h"

#include <math.h>

static void
clear_row (gpointer data)
{
  OutlaySheetRow *row = data;

  g_free (row->name);
  g_free (row->key);
  g_free (row->remark);
}

static void
clear_column (gpointer data)
{
  OutlaySheetColumn *column = data;

  g_free (column->title);
  g_free (column->spoken);
  g_free (column->key);
}

OutlaySheet *
outlay_sheet_new (void)
{
  OutlaySheet *sheet = g_new0 (OutlaySheet, 1);

  sheet->rows = g_array_new (FALSE, TRUE, sizeof (OutlaySheetRow));
  g_array_set_clear_func (sheet->rows, clear_row);
  sheet->columns = g_array_new (FALSE, TRUE, sizeof (OutlaySheetColumn));
  g_array_set_clear_func (sheet->columns, clear_column);

  return sheet;
}

void
outlay_sheet_free (OutlaySheet *sheet)
{
  for (guint i = 0; sheet->texts != NULL && i < sheet->rows->len * sheet->columns->len; i++)
    g_free (sheet->texts[i]);
  g_free (sheet->texts);
  g_free (sheet->values);
  g_array_unref (sheet->rows);
  g_array_unref (sheet->columns);
  g_free (sheet);
}

/* Returns: (transfer none): the new row, until the next is added */
OutlaySheetRow *
outlay_sheet_add_row (OutlaySheet *sheet,
                      const char  *name)
{
  OutlaySheetRow row = { .name = g_strdup (name) };

  g_return_val_if_fail (sheet->texts == NULL, NULL);

  g_array_append_val (sheet->rows, row);

  return &g_array_index (sheet->rows, OutlaySheetRow, sheet->rows->len - 1);
}

/* Returns: (transfer none): the new column, until the next is added */
OutlaySheetColumn *
outlay_sheet_add_column (OutlaySheet *sheet,
                         const char  *title,
                         const char  *spoken,
                         const char  *key)
{
  OutlaySheetColumn column = { g_strdup (title), g_strdup (spoken), g_strdup (key), FALSE, FALSE };

  g_return_val_if_fail (sheet->texts == NULL, NULL);

  g_array_append_val (sheet->columns, column);

  return &g_array_index (sheet->columns, OutlaySheetColumn, sheet->columns->len - 1);
}

/**
 * outlay_sheet_add_months:
 * @sheet: a sheet
 * @start: the first month, as year * 12 + month - 1
 * @n_months: how many
 *
 * Adds a column for each month.
 */
void
outlay_sheet_add_months (OutlaySheet *sheet,
                         int          start,
                         guint        n_months)
{
  for (int date = start; date < start + (int) n_months; date++)
    {
      g_autofree char *title = outlay_month_format (date, OUTLAY_MONTH_STYLE_SHORT_YEAR);
      g_autofree char *spoken = outlay_month_format (date, OUTLAY_MONTH_STYLE_LONG);
      g_autofree char *key = g_strdup_printf ("%04d-%02d", date / 12, date % 12 + 1);

      outlay_sheet_add_column (sheet, title, spoken, key);
    }
}

static void
ensure_cells (OutlaySheet *sheet)
{
  guint n = sheet->rows->len * sheet->columns->len;

  if (sheet->texts != NULL)
    return;

  sheet->texts = g_new0 (char *, n + 1);
  sheet->values = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    sheet->values[i] = NAN;
}

static guint
get_position (const OutlaySheet *sheet,
              guint              row,
              guint              column)
{
  return row * sheet->columns->len + column;
}

/**
 * outlay_sheet_set:
 * @sheet: a sheet with all its rows and columns
 * @row: a row
 * @column: a column
 * @value: its figure
 * @text: (transfer full): the same as people read it
 */
void
outlay_sheet_set (OutlaySheet *sheet,
                  guint        row,
                  guint        column,
                  double       value,
                  char        *text)
{
  guint position = get_position (sheet, row, column);

  g_return_if_fail (row < sheet->rows->len && column < sheet->columns->len);

  ensure_cells (sheet);
  g_free (sheet->texts[position]);
  sheet->texts[position] = text;
  sheet->values[position] = value;
}

const OutlaySheetRow *
outlay_sheet_get_row (const OutlaySheet *sheet,
                      guint              row)
{
  return &g_array_index (sheet->rows, OutlaySheetRow, row);
}

const OutlaySheetColumn *
outlay_sheet_get_column (const OutlaySheet *sheet,
                         guint              column)
{
  return &g_array_index (sheet->columns, OutlaySheetColumn, column);
}

double
outlay_sheet_get_value (const OutlaySheet *sheet,
                        guint              row,
                        guint              column)
{
  return sheet->values != NULL ? sheet->values[get_position (sheet, row, column)] : NAN;
}

/* Returns: the cell as people read it; empty where nothing was set */
const char *
outlay_sheet_get_text (const OutlaySheet *sheet,
                       guint              row,
                       guint              column)
{
  const char *text =
    sheet->texts != NULL ? sheet->texts[get_position (sheet, row, column)] : NULL;

  return text != NULL ? text : "";
}

/* Returns: whether there is a figure, and it can be asked why */
gboolean
outlay_sheet_get_asks (const OutlaySheet *sheet,
                       guint              row,
                       guint              column)
{
  return outlay_sheet_get_row (sheet, row)->asks &&
         outlay_sheet_get_column (sheet, column)->asks &&
         isfinite (outlay_sheet_get_value (sheet, row, column));
}

/**
 * outlay_sheet_to_tsv:
 * @sheet: a sheet
 * @name_key: the heading of the column of names
 *
 * Writes the sheet for a spreadsheet: cells parted by tabs, numbers as precise
 * as they are and without any locale.
 *
 * Returns: (transfer full): the table
 */
char *
outlay_sheet_to_tsv (const OutlaySheet *sheet,
                     const char        *name_key)
{
  GString *text = g_string_new (name_key);

  for (guint column = 0; column < sheet->columns->len; column++)
    g_string_append_printf (text, "\t%s", outlay_sheet_get_column (sheet, column)->key);
  g_string_append_c (text, '\n');

  for (guint row = 0; row < sheet->rows->len; row++)
    {
      const OutlaySheetRow *heading = outlay_sheet_get_row (sheet, row);

      outlay_tsv_add_name (text, heading->key != NULL ? heading->key : heading->name);
      for (guint column = 0; column < sheet->columns->len; column++)
        {
          g_string_append_c (text, '\t');
          outlay_tsv_add_number (text, outlay_sheet_get_value (sheet, row, column));
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
