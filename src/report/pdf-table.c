/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table on pages: columns as wide as their figures, rows that stay whole, and
 * headings again on each page. */
#include "pdf-pages.h"

#include <string.h>

#define CAPTION_FONT 9.0
#define TABLE_FONT 8.0
#define COLUMN_GAP 8.0
#define ROW_GAP 3.0
#define TABLE_GAP 16.0

/* No heading stands alone at the end of a page. */
#define FIRST_ROWS 4

typedef struct
{
  double start;
  double width;
  double least;
  double wanted;
} Column;

/* What the longest word of a text takes. */
static double
measure_words (OutlayPages *pages,
               const char  *text,
               gboolean     bold)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, outlay_text_measure (pages->maker, words[i], TABLE_FONT, bold));

  return widest;
}

/* Figures never break, words do. */
static void
measure_column (OutlayPages             *pages,
                const OutlayReportTable *table,
                guint                    number,
                Column                  *column)
{
  const OutlayReportColumn *heading = outlay_report_table_get_column (table, number);

  column->least = measure_words (pages, heading->title, FALSE);
  column->wanted = column->least;
  if (!heading->is_number)
    column->wanted = outlay_text_measure (pages->maker, heading->title, TABLE_FONT, FALSE);

  for (guint row = 0; row < outlay_report_table_get_n_rows (table); row++)
    {
      const char *text = outlay_report_table_get_cell (table, row, number)->text;
      gboolean bold = (int) row == table->strong_row;
      double width = outlay_text_measure (pages->maker, text, TABLE_FONT, bold);

      column->wanted = MAX (column->wanted, width);
      column->least = MAX (column->least, heading->is_number ? width
                                                             : measure_words (pages, text, bold));
    }

  /* Rounding must not break a line that just fits. */
  column->least += 0.5;
  column->wanted += 0.5;
}

/* Shares the room out: to each what it needs, then to those that want more. */
static Column *
place_columns (OutlayPages             *pages,
               const OutlayReportTable *table)
{
  guint n = table->columns->len;
  Column *columns = g_new0 (Column, n);
  double room = outlay_pages_get_room (pages) - COLUMN_GAP * (n - 1);
  double least = 0, wanted = 0, start = 0;
  double share;

  for (guint i = 0; i < n; i++)
    {
      measure_column (pages, table, i, &columns[i]);
      least += columns[i].least;
      wanted += columns[i].wanted;
    }

  share = wanted > least ? CLAMP ((room - least) / (wanted - least), 0, 1) : 1;
  for (guint i = 0; i < n; i++)
    {
      columns[i].width = columns[i].least + (columns[i].wanted - columns[i].least) * share;
      if (least > room)
        columns[i].width = columns[i].least * room / least;
      else if (wanted < room)
        columns[i].width += (room - wanted) / n;
      columns[i].start = start;
      start += columns[i].width + COLUMN_GAP;
    }

  return columns;
}

/* Sets a row, and puts it where there is room. Returns: how high it is */
static double
put_row (OutlayPages             *pages,
         const OutlayReportTable *table,
         const Column            *columns,
         int                      row)
{
  guint n = table->columns->len;
  g_autofree PangoLayout **texts = g_new0 (PangoLayout *, n);
  gboolean bold = row == table->strong_row;
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      const OutlayReportColumn *column = outlay_report_table_get_column (table, i);
      const char *words = row < 0 ? column->title
                                  : outlay_report_table_get_cell (table, (guint) row, i)->text;

      texts[i] = outlay_pages_set_text (pages, words, TABLE_FONT, bold && row >= 0,
                                        columns[i].width, column->is_number);
      height = MAX (height, outlay_text_get_height (texts[i]));
    }

  if (row >= 0 && outlay_pages_need (pages, height + 2 * ROW_GAP))
    {
      outlay_pages_open (pages, "Table");
      put_row (pages, table, columns, -1);
    }

  outlay_pages_open (pages, "TR");
  for (guint i = 0; i < n; i++)
    {
      double y = pages->y + ROW_GAP;

      /* Headings of several lines stand on the rule. */
      if (row < 0)
        y += height - outlay_text_get_height (texts[i]);
      outlay_pages_put_text (pages, texts[i], row < 0 ? pages->palette.dim : pages->palette.text,
                             row < 0 || i == 0 ? "TH" : "TD", columns[i].start, y,
                             columns[i].width);
    }
  outlay_pages_close (pages, "TR");

  pages->y += height + 2 * ROW_GAP;
  outlay_pages_put_rule (pages, row < 0 || row + 1 == table->strong_row ? pages->palette.axis
                                                                      : pages->palette.grid,
                         pages->y);

  return height + 2 * ROW_GAP;
}

/* The last row of a page closes the table's part on it. */
static void
put_rows (OutlayPages             *pages,
          const OutlayReportTable *table,
          const Column            *columns)
{
  for (guint row = 0; row < outlay_report_table_get_n_rows (table); row++)
    {
      guint page = pages->pages->len;

      put_row (pages, table, columns, (int) row);
      if (pages->pages->len > page)
        {
          GArray *items = g_ptr_array_index (pages->pages, page - 1);
          OutlayPageItem end = { .kind = OUTLAY_PAGE_ITEM_CLOSE, .tag = "Table" };

          g_array_append_val (items, end);
        }
    }
}

/**
 * outlay_pages_add_table:
 * @pages: pages
 * @table: a table
 *
 * Puts a table below what is there.
 */
void
outlay_pages_add_table (OutlayPages             *pages,
                        const OutlayReportTable *table)
{
  g_autofree Column *columns = place_columns (pages, table);
  double width = outlay_pages_get_room (pages);
  PangoLayout *caption = outlay_pages_set_text (pages, table->caption, CAPTION_FONT, TRUE,
                                                width, FALSE);
  double height = outlay_text_get_height (caption);

  pages->y += TABLE_GAP / 2;
  outlay_pages_need (pages, height + FIRST_ROWS * 2 * TABLE_FONT);
  outlay_pages_put_text (pages, caption, pages->palette.text, "P", 0, pages->y, width);
  pages->y += height + ROW_GAP;

  outlay_pages_open (pages, "Table");
  put_row (pages, table, columns, -1);
  put_rows (pages, table, columns);
  outlay_pages_close (pages, "Table");
  pages->y += TABLE_GAP;
}
