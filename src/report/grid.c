/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "grid.h"

#include "json-writer.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char     *heading;
  gboolean  is_number;
} Column;

typedef struct
{
  char *shown; /* rounded, for people */
  char *exact; /* for programs; empty where there is no figure */
} Cell;

struct _OutlayGrid
{
  GArray *columns; /* (element-type Column) */
  GArray *cells;   /* (element-type Cell): row after row */
};

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->heading);
}

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->shown);
  g_free (cell->exact);
}

OutlayGrid *
outlay_grid_new (void)
{
  OutlayGrid *grid = g_new0 (OutlayGrid, 1);

  grid->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (grid->columns, column_clear);
  grid->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (grid->cells, cell_clear);

  return grid;
}

void
outlay_grid_free (OutlayGrid *grid)
{
  g_array_unref (grid->columns);
  g_array_unref (grid->cells);
  g_free (grid);
}

/* All columns are added before the first cell. */
void
outlay_grid_add_column (OutlayGrid *grid,
                        const char *heading,
                        gboolean    is_number)
{
  Column column = { g_strdup (heading), is_number };

  g_array_append_val (grid->columns, column);
}

void
outlay_grid_add_text (OutlayGrid *grid,
                      const char *text)
{
  Cell cell = { g_strdup (text != NULL ? text : ""), g_strdup (text != NULL ? text : "") };

  g_array_append_val (grid->cells, cell);
}

/* 1234567.891 as "1,234,567.89": the plain English way in every locale. */
static char *
group_digits (double value,
              int    decimals)
{
  char format[] = "%.0f";
  char digits[400];
  const char *point, *first;
  GString *text = g_string_new (NULL);

  format[2] = (char) ('0' + CLAMP (decimals, 0, 9));
  g_ascii_formatd (digits, sizeof digits, format, value);
  first = digits + (*digits == '-');
  if (*digits == '-' && strspn (first, "0.") < strlen (first))
    g_string_append_c (text, '-');

  point = strchr (first, '.') != NULL ? strchr (first, '.') : first + strlen (first);
  for (const char *c = first; *c != '\0'; c++)
    {
      if (c > first && c < point && (point - c) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, *c);
    }

  return g_string_free (text, FALSE);
}

/**
 * outlay_grid_add_number:
 * @grid: a grid
 * @value: a number; NaN for "there is none"
 * @decimals: how many a table shows, 0 to 9; CSV has them all
 */
void
outlay_grid_add_number (OutlayGrid *grid,
                        double      value,
                        int         decimals)
{
  Cell cell = { g_strdup ("-"), g_strdup ("") };

  if (isfinite (value))
    {
      cell_clear (&cell);
      cell.shown = group_digits (value, decimals);
      cell.exact = outlay_number_to_string (value);
    }

  g_array_append_val (grid->cells, cell);
}

static const Cell *
get_cell (OutlayGrid *grid,
          guint       row,
          guint       column)
{
  return &g_array_index (grid->cells, Cell, row * grid->columns->len + column);
}

static guint
count_rows (OutlayGrid *grid)
{
  g_assert (grid->cells->len % grid->columns->len == 0);

  return grid->cells->len / grid->columns->len;
}

static glong
column_width (OutlayGrid *grid,
              guint       column)
{
  glong width = g_utf8_strlen (g_array_index (grid->columns, Column, column).heading, -1);

  for (guint row = 0; row < count_rows (grid); row++)
    width = MAX (width, g_utf8_strlen (get_cell (grid, row, column)->shown, -1));

  return width;
}

static void
append_padded (GString    *text,
               const char *word,
               glong       width,
               gboolean    right,
               gboolean    last)
{
  glong padding = width - g_utf8_strlen (word, -1);

  for (glong i = 0; right && i < padding; i++)
    g_string_append_c (text, ' ');
  g_string_append (text, word);
  for (glong i = 0; !right && !last && i < padding; i++)
    g_string_append_c (text, ' ');
  g_string_append (text, last ? "\n" : "  ");
}

/* Returns: (transfer full): the grid in columns, a line a row */
char *
outlay_grid_to_table (OutlayGrid *grid)
{
  GString *text = g_string_new (NULL);
  guint n_columns = grid->columns->len;
  g_autofree glong *widths = g_new (glong, n_columns);

  for (guint column = 0; column < n_columns; column++)
    {
      const Column *c = &g_array_index (grid->columns, Column, column);

      widths[column] = column_width (grid, column);
      append_padded (text, c->heading, widths[column], c->is_number,
                     column + 1 == n_columns);
    }

  for (guint row = 0; row < count_rows (grid); row++)
    for (guint column = 0; column < n_columns; column++)
      append_padded (text, get_cell (grid, row, column)->shown, widths[column],
                     g_array_index (grid->columns, Column, column).is_number,
                     column + 1 == n_columns);

  return g_string_free (text, FALSE);
}

static void
append_csv (GString    *text,
            const char *field,
            gboolean    last)
{
  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (text, field);
    }
  else
    {
      g_string_append_c (text, '"');
      for (const char *c = field; *c != '\0'; c++)
        g_string_append_printf (text, *c == '"' ? "\"\"" : "%c", *c);
      g_string_append_c (text, '"');
    }

  g_string_append (text, last ? "\r\n" : ",");
}

/* Returns: (transfer full): the grid as CSV, headings first */
char *
outlay_grid_to_csv (OutlayGrid *grid)
{
  GString *text = g_string_new (NULL);
  guint n_columns = grid->columns->len;

  for (guint column = 0; column < n_columns; column++)
    append_csv (text, g_array_index (grid->columns, Column, column).heading,
                column + 1 == n_columns);

  for (guint row = 0; row < count_rows (grid); row++)
    for (guint column = 0; column < n_columns; column++)
      append_csv (text, get_cell (grid, row, column)->exact, column + 1 == n_columns);

  return g_string_free (text, FALSE);
}
