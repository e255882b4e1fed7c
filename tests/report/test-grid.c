/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of cells as a table for people and as CSV for programs. */
#include "grid.h"

#include <locale.h>
#include <math.h>

/* How a number is shown, in any locale, and what a program reads. */
static void
test_numbers (void)
{
  static const struct { double value; int decimals; const char *shown, *exact; } table[] = {
    { 0, 0, "0", "0" },
    { 0, 2, "0.00", "0" },
    { 7, 0, "7", "7" },
    { 999, 0, "999", "999" },
    { 1000, 0, "1,000", "1000" },
    { 1234567.891, 2, "1,234,567.89", "1234567.891" },
    { 123456, 3, "123,456.000", "123456" },
    { -1234.5, 1, "-1,234.5", "-1234.5" },
    { -0.004, 2, "0.00", "-0.004" },
    { -123, 0, "-123", "-123" },
    { 0.5, 0, "0", "0.5" },
    { 1.5, 0, "2", "1.5" },
    { 0.1 + 0.2, 2, "0.30", "0.30000000000000004" },
    { 1e15, 0, "1,000,000,000,000,000", "1e+15" },
    { NAN, 2, "-", "" },
    { INFINITY, 2, "-", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayGrid) grid = outlay_grid_new ();
      g_autofree char *shown = NULL, *exact = NULL;
      g_autofree char *expected = g_strdup_printf ("%s\r\n", table[i].exact);
      g_auto (GStrv) lines = NULL;

      outlay_grid_add_column (grid, "", TRUE);
      outlay_grid_add_number (grid, table[i].value, table[i].decimals);
      shown = outlay_grid_to_table (grid);
      lines = g_strsplit (shown, "\n", -1);
      g_assert_cmpstr (lines[1], ==, table[i].shown);
      exact = outlay_grid_to_csv (grid);
      g_assert_cmpstr (exact + 2, ==, expected);
    }
}

static void
test_german_numbers (void)
{
  g_assert_nonnull (setlocale (LC_ALL, "de_DE.UTF-8"));
  test_numbers ();
  setlocale (LC_ALL, "C.UTF-8");
}

static OutlayGrid *
make_grid (void)
{
  OutlayGrid *grid = outlay_grid_new ();

  outlay_grid_add_column (grid, "name", FALSE);
  outlay_grid_add_column (grid, "cost", TRUE);
  outlay_grid_add_column (grid, "note", FALSE);
  outlay_grid_add_text (grid, "M\xC3\xBCller");
  outlay_grid_add_number (grid, 1234.5, 0);
  outlay_grid_add_text (grid, "first, \"dear\"");
  outlay_grid_add_text (grid, "B");
  outlay_grid_add_number (grid, NAN, 0);
  outlay_grid_add_text (grid, NULL);
  outlay_grid_add_text (grid, "two\nlines");
  outlay_grid_add_number (grid, 7, 0);
  outlay_grid_add_text (grid, "=1+1");

  return grid;
}

/* Words stand left and numbers right, by letters, not by bytes; no line ends in
 * blanks. */
static void
test_table (void)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  g_autofree char *table = NULL;

  outlay_grid_add_column (grid, "name", FALSE);
  outlay_grid_add_column (grid, "cost", TRUE);
  outlay_grid_add_column (grid, "note", FALSE);
  outlay_grid_add_text (grid, "M\xC3\xBCller");
  outlay_grid_add_number (grid, 1234.5, 1);
  outlay_grid_add_text (grid, "a");
  outlay_grid_add_text (grid, "B");
  outlay_grid_add_number (grid, NAN, 0);
  outlay_grid_add_text (grid, "longer");
  table = outlay_grid_to_table (grid);
  g_assert_cmpstr (table, ==,
                   "name       cost  note\n"
                   "M\xC3\xBCller  1,234.5  a\n"
                   "B             -  longer\n");
}

/* RFC 4180: fields with commas, quotes or line ends are quoted, lines end in
 * CR LF, and a figure that is not there is an empty field. */
static void
test_csv (void)
{
  g_autoptr (OutlayGrid) grid = make_grid ();
  g_autofree char *csv = outlay_grid_to_csv (grid);

  g_assert_cmpstr (csv, ==,
                   "name,cost,note\r\n"
                   "M\xC3\xBCller,1234.5,\"first, \"\"dear\"\"\"\r\n"
                   "B,,\r\n"
                   "\"two\nlines\",7,=1+1\r\n");
}

static void
test_no_rows (void)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  g_autofree char *table = NULL, *csv = NULL;

  outlay_grid_add_column (grid, "name", FALSE);
  outlay_grid_add_column (grid, "cost", TRUE);
  table = outlay_grid_to_table (grid);
  csv = outlay_grid_to_csv (grid);
  g_assert_cmpstr (table, ==, "name  cost\n");
  g_assert_cmpstr (csv, ==, "name,cost\r\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grid/numbers", test_numbers);
  g_test_add_func ("/grid/german-numbers", test_german_numbers);
  g_test_add_func ("/grid/table", test_table);
  g_test_add_func ("/grid/csv", test_csv);
  g_test_add_func ("/grid/no-rows", test_no_rows);

  return g_test_run ();
}
