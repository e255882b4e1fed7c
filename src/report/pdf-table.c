/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table on pages: columns as wide as their figures, rows that stay whole, and
 * headings again on each page. */
#include "pdf-pages.h"

#include <string.h>

#define CAPTION_FONT 9.0
#define TABLE_FONT 8.0
#define LEAST_FONT 5.0
#define COLUMN_GAP 8.0
#define ROW_GAP 3.0

/* A longer word, such as an address, is broken. */
#define LONGEST_WORD 70.0
#define SHORT_NAME 44.0
#define TABLE_GAP 16.0

/* No heading stands alone at the end of a page; a table of few rows is not broken
 * where a page can hold it. */
#define FIRST_ROWS 4
#define WHOLE_ROWS 14

typedef struct
{
  double start;
  double width;
  double least;
  double wanted;
} Column;

/* How a table is set. */
typedef struct
{
  const OutlayReportTable *table;
  Column                  *columns;
  double                   font;
} Plan;

/* What the longest word of a text takes. */
static double
measure_words (OutlayPages *pages,
               const char  *text,
               double       font,
               gboolean     bold)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, outlay_text_measure (pages->maker, words[i], font, bold));

  return MIN (widest, LONGEST_WORD);
}

/* Figures never break, words do. */
static void
measure_column (OutlayPages             *pages,
                const OutlayReportTable *table,
                guint                    number,
                double                   font,
                Column                  *column)
{
  const OutlayReportColumn *heading = outlay_report_table_get_column (table, number);

  column->least = measure_words (pages, heading->title, font, FALSE);
  column->wanted = column->least;
  if (!heading->is_number)
    column->wanted = outlay_text_measure (pages->maker, heading->title, font, FALSE);

  for (guint row = 0; row < outlay_report_table_get_n_rows (table); row++)
    {
      const char *text = outlay_report_table_get_cell (table, row, number)->text;
      gboolean bold = (int) row == table->strong_row;
      double width = outlay_text_measure (pages->maker, text, font, bold);

      column->wanted = MAX (column->wanted, width);
      column->least = MAX (column->least, heading->is_number
                                          ? width : measure_words (pages, text, font, bold));
    }

  /* A short name, such as that of a month, is not worth two lines. */
  if (number == 0)
    column->least = MAX (column->least, MIN (column->wanted, SHORT_NAME));

  /* Rounding must not break a line that just fits. */
  column->least += 0.5;
  column->wanted += 0.5;
}

/* Shares the room out: to each what it needs, then to those that want more.
 * Returns: the least that all columns need */
static double
place_columns (OutlayPages             *pages,
               const OutlayReportTable *table,
               double                   font,
               Column                  *columns)
{
  guint n = table->columns->len;
  double room = outlay_pages_get_room (pages) - COLUMN_GAP * (n - 1);
  double least = 0, wanted = 0, start = 0;
  double share;

  for (guint i = 0; i < n; i++)
    {
      measure_column (pages, table, i, font, &columns[i]);
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

  return least;
}

/* Figures too wide for the page are set smaller, so that none is broken. */
static void
init_plan (Plan                    *plan,
           OutlayPages             *pages,
           const OutlayReportTable *table)
{
  double room = outlay_pages_get_room (pages) - COLUMN_GAP * (table->columns->len - 1);
  double least;

  plan->table = table;
  plan->font = TABLE_FONT;
  plan->columns = g_new0 (Column, table->columns->len);
  least = place_columns (pages, table, plan->font, plan->columns);
  if (least <= room)
    return;

  plan->font = MAX (LEAST_FONT, TABLE_FONT * room / least * 0.98);
  place_columns (pages, table, plan->font, plan->columns);
}

/* Sets the words of a row, or of the headings. Returns: how high they are */
static double
set_row (OutlayPages  *pages,
         const Plan   *plan,
         int           row,
         PangoLayout **texts)
{
  double height = 0;

  for (guint i = 0; i < plan->table->columns->len; i++)
    {
      const OutlayReportColumn *column = outlay_report_table_get_column (plan->table, i);
      const char *words = column->title;

      if (row >= 0)
        words = outlay_report_table_get_cell (plan->table, (guint) row, i)->text;
      texts[i] = outlay_pages_set_text (pages, words, plan->font,
                                        row >= 0 && row == plan->table->strong_row,
                                        plan->columns[i].width, column->is_number);
      height = MAX (height, outlay_text_get_height (texts[i]));
    }

  return height;
}

/* What a row, or the headings (-1), takes. */
static double
measure_row (OutlayPages *pages,
             const Plan  *plan,
             int          row)
{
  guint n_columns = plan->table->columns->len;
  g_autofree PangoLayout **texts = g_new0 (PangoLayout *, n_columns);
  double height = set_row (pages, plan, row, texts);

  for (guint i = 0; i < n_columns; i++)
    g_object_unref (texts[i]);

  return height + 2 * ROW_GAP;
}

/* What a table takes below its caption before it may be broken. */
static double
measure_start (OutlayPages *pages,
               const Plan  *plan)
{
  guint n_rows = outlay_report_table_get_n_rows (plan->table);
  double height = measure_row (pages, plan, -1);

  if (n_rows > WHOLE_ROWS)
    n_rows = FIRST_ROWS;
  for (guint row = 0; row < n_rows; row++)
    height += measure_row (pages, plan, (int) row);

  return height;
}

/* The last row, which may be the sum, takes the one before it along. */
static double
measure_company (OutlayPages *pages,
                 const Plan  *plan,
                 int          row)
{
  int n_rows = (int) outlay_report_table_get_n_rows (plan->table);

  return row == n_rows - 2 ? measure_row (pages, plan, row + 1) : 0;
}

/* Puts a row, or the headings (-1), below what is there. */
static void
put_row (OutlayPages *pages,
         const Plan  *plan,
         int          row)
{
  g_autofree PangoLayout **texts = g_new0 (PangoLayout *, plan->table->columns->len);
  double height = set_row (pages, plan, row, texts);
  gboolean is_heading = row < 0;

  if (!is_heading && pages->y + height + 2 * ROW_GAP + measure_company (pages, plan, row) >
                     outlay_pages_get_end (pages))
    {
      outlay_pages_close (pages, "Table");
      outlay_pages_need (pages, outlay_pages_get_end (pages));
      outlay_pages_open (pages, "Table");
      put_row (pages, plan, -1);
    }

  outlay_pages_open (pages, "TR");
  for (guint i = 0; i < plan->table->columns->len; i++)
    {
      /* Headings of fewer lines than their neighbours stand on the rule. */
      double gap = is_heading ? height - outlay_text_get_height (texts[i]) : 0;

      outlay_pages_put_text (pages, texts[i],
                             is_heading ? pages->palette.dim : pages->palette.text,
                             is_heading || i == 0 ? "TH" : "TD", plan->columns[i].start,
                             pages->y + ROW_GAP + gap, plan->columns[i].width);
    }
  outlay_pages_close (pages, "TR");

  pages->y += height + 2 * ROW_GAP;
  outlay_pages_put_rule (pages, is_heading || row + 1 == plan->table->strong_row
                                ? pages->palette.axis : pages->palette.grid, pages->y);
}

static PangoLayout *
set_caption (OutlayPages             *pages,
             const OutlayReportTable *table)
{
  return outlay_pages_set_text (pages, table->caption, CAPTION_FONT, TRUE,
                                outlay_pages_get_room (pages), FALSE);
}

/* What a table takes at least on the page on which it begins. */
static double
measure_table (OutlayPages *pages,
               const Plan  *plan,
               PangoLayout *caption)
{
  double height = TABLE_GAP / 2 + outlay_text_get_height (caption) + ROW_GAP +
                  measure_start (pages, plan);

  return MIN (height, outlay_pages_get_end (pages) - OUTLAY_PAGE_MARGIN);
}

/**
 * outlay_pages_measure_table:
 * @pages: pages
 * @table: a table
 *
 * Returns: what a table takes at least on the page on which it begins
 */
double
outlay_pages_measure_table (OutlayPages             *pages,
                            const OutlayReportTable *table)
{
  g_autoptr (PangoLayout) caption = set_caption (pages, table);
  double height;
  Plan plan;

  init_plan (&plan, pages, table);
  height = measure_table (pages, &plan, caption);
  g_free (plan.columns);

  return height;
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
  PangoLayout *caption = set_caption (pages, table);
  double height = outlay_text_get_height (caption);
  Plan plan;

  init_plan (&plan, pages, table);
  if (!outlay_pages_need (pages, measure_table (pages, &plan, caption)))
    pages->y += TABLE_GAP / 2;
  outlay_pages_put_text (pages, caption, pages->palette.text, "P", 0, pages->y,
                         outlay_pages_get_room (pages));
  pages->y += height + ROW_GAP;

  outlay_pages_open (pages, "Table");
  put_row (pages, &plan, -1);
  for (guint row = 0; row < outlay_report_table_get_n_rows (table); row++)
    put_row (pages, &plan, (int) row);
  outlay_pages_close (pages, "Table");
  pages->y += TABLE_GAP;
  g_free (plan.columns);
}
