/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report's tables go on its pages. */
#include "pdf-report.h"

#include <math.h>
#include <string.h>

#define N_ROWS 200

static OutlayReportTable *
add_table_of (OutlayReport *report,
              guint         n_rows,
              guint         n_columns,
              const char   *figure)
{
  OutlayReportTable *table = outlay_report_add_table (report, "Caption");

  outlay_report_table_add_column (table, "Name", FALSE);
  for (guint i = 1; i < n_columns; i++)
    outlay_report_table_add_column (table, "Heading", TRUE);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *name = g_strdup_printf ("Row %u", row);

      outlay_report_table_add_text (table, name);
      for (guint i = 1; i < n_columns; i++)
        outlay_report_table_add_number (table, row, g_strdup (figure));
    }

  return table;
}

static OutlayReportTable *
add_table (OutlayReport *report,
           guint         n_columns,
           const char   *figure)
{
  return add_table_of (report, N_ROWS, n_columns, figure);
}

static const GArray *
get_page (OutlayPages *pages,
          guint        page)
{
  return g_ptr_array_index (pages->pages, page);
}

static const char *
get_words (const OutlayPageItem *item)
{
  return item->kind == OUTLAY_PAGE_ITEM_TEXT ? pango_layout_get_text (item->text) : NULL;
}

/* What each page has of the table, and that it stays on the paper. */
static void
check_page (OutlayPages *pages,
            guint        page,
            guint       *n_rows)
{
  const GArray *items = get_page (pages, page);
  guint n_headings = 0;
  int depth = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const OutlayPageItem *item = &g_array_index (items, OutlayPageItem, i);
      const char *words = get_words (item);

      depth += item->kind == OUTLAY_PAGE_ITEM_OPEN;
      depth -= item->kind == OUTLAY_PAGE_ITEM_CLOSE;
      g_assert_cmpint (depth, >=, 0);
      if (words == NULL)
        continue;

      g_assert_cmpfloat (item->x, >=, OUTLAY_PAGE_MARGIN - 0.01);
      g_assert_cmpfloat (item->x + item->width, <=, pages->width - OUTLAY_PAGE_MARGIN + 0.01);
      g_assert_cmpfloat (item->y + outlay_text_get_height (item->text), <=,
                         outlay_pages_get_end (pages) + 0.01);
      n_headings += strcmp (words, "Heading") == 0;
      *n_rows += g_str_has_prefix (words, "Row ");
    }

  g_assert_cmpint (depth, ==, 0);
  g_assert_cmpuint (n_headings, ==, 2);
}

static void
test_headings_come_again (gconstpointer right_to_left)
{
  g_autoptr (OutlayReport) report = outlay_report_new ("Title", right_to_left != NULL, "USD");
  g_autoptr (OutlayPages) pages = NULL;
  guint n_rows = 0;

  add_table (report, 3, "1,234");
  pages = outlay_pages_new (report, 0, 0);
  outlay_pages_add_table (pages, ((OutlayReportBlock *) report->blocks->pdata[0])->table);

  g_assert_cmpuint (pages->pages->len, >, 3);
  for (guint page = 0; page < pages->pages->len; page++)
    check_page (pages, page, &n_rows);
  g_assert_cmpuint (n_rows, ==, N_ROWS);
}

/* However wide they are, figures keep to one line and to their columns. */
static void
test_figures_stay_whole (void)
{
  static const char figure[] = "IDR 123,456,789,012,345";
  g_autoptr (OutlayReport) report = outlay_report_new ("Title", FALSE, "IDR");
  g_autoptr (OutlayPages) pages = NULL;
  guint n_figures = 0;

  add_table (report, 7, figure);
  pages = outlay_pages_new (report, 0, 0);
  outlay_pages_add_table (pages, ((OutlayReportBlock *) report->blocks->pdata[0])->table);

  for (guint page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < get_page (pages, page)->len; i++)
      {
        const OutlayPageItem *item = &g_array_index (get_page (pages, page), OutlayPageItem, i);

        if (g_strcmp0 (get_words (item), figure) != 0)
          continue;
        g_assert_cmpint (pango_layout_get_line_count (item->text), ==, 1);
        g_assert_cmpfloat (outlay_text_get_width (item->text), <=, item->width + 0.01);
        n_figures++;
      }
  g_assert_cmpuint (n_figures, ==, 6 * N_ROWS);
}

/* Lines that run from right to left are the mirror image. */
static void
test_mirrored (void)
{
  double left[2] = { 0, 0 };

  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (OutlayReport) report = outlay_report_new ("Title", rtl, "USD");
      g_autoptr (OutlayPages) pages = NULL;

      add_table (report, 3, "1,234");
      pages = outlay_pages_new (report, 0, 0);
      outlay_pages_add_table (pages, ((OutlayReportBlock *) report->blocks->pdata[0])->table);
      for (guint i = 0; i < get_page (pages, 0)->len; i++)
        {
          const OutlayPageItem *item = &g_array_index (get_page (pages, 0), OutlayPageItem, i);

          if (g_strcmp0 (get_words (item), "Row 0") == 0)
            left[rtl] = rtl ? pages->width - item->x - item->width : item->x;
        }
    }

  g_assert_cmpfloat (left[0], ==, OUTLAY_PAGE_MARGIN);
  g_assert_cmpfloat_with_epsilon (left[1], left[0], 0.01);
}

static guint
count_rows (OutlayPages *pages,
            guint        page)
{
  guint n_rows = 0;

  for (guint i = 0; i < get_page (pages, page)->len; i++)
    {
      const char *words = get_words (&g_array_index (get_page (pages, page), OutlayPageItem, i));

      n_rows += words != NULL && g_str_has_prefix (words, "Row ");
    }

  return n_rows;
}

/* Wherever a table begins: if it is short, it stays whole, and the last row, which
 * may be a sum, is never alone. */
static void
test_no_row_is_alone (void)
{
  for (guint n_rows = 2; n_rows < 60; n_rows += 9)
    for (double filled = 0; filled < 600; filled += 11)
      {
        g_autoptr (OutlayReport) report = outlay_report_new ("Title", FALSE, "USD");
        const OutlayReportTable *table = add_table_of (report, n_rows, 2, "1");
        g_autoptr (OutlayPages) pages = outlay_pages_new (report, 595, 842);
        guint n_pages = 0, last = 0;

        pages->y += filled;
        outlay_pages_add_table (pages, table);
        for (guint page = 0; page < pages->pages->len; page++)
          {
            guint n = count_rows (pages, page);

            n_pages += n > 0;
            last = n > 0 ? n : last;
          }
        g_assert_cmpuint (last, >=, 2);
        if (n_rows < 12)
          g_assert_cmpuint (n_pages, ==, 1);
      }
}

static void
test_whole_file (void)
{
  g_autoptr (OutlayReport) report = outlay_report_new ("Title", FALSE, "USD");
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;

  outlay_report_add_text (report, OUTLAY_REPORT_HEADING, "Heading");
  outlay_report_add_sentence (report, g_strdup ("It is so"));
  add_table (report, 3, "1,234");
  file = outlay_report_to_pdf (report, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (file, NULL), 5, "%PDF-", 5);
  g_assert_cmpstr (((OutlayReportBlock *) report->blocks->pdata[1])->text, ==, "It is so.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/pdf-pages/headings-come-again/left-to-right", NULL,
                        test_headings_come_again);
  g_test_add_data_func ("/pdf-pages/headings-come-again/right-to-left", "rtl",
                        test_headings_come_again);
  g_test_add_func ("/pdf-pages/figures-stay-whole", test_figures_stay_whole);
  g_test_add_func ("/pdf-pages/mirrored", test_mirrored);
  g_test_add_func ("/pdf-pages/no-row-is-alone", test_no_row_is_alone);
  g_test_add_func ("/pdf-pages/whole-file", test_whole_file);

  return g_test_run ();
}
