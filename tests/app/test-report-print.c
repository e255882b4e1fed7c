/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report on paper has the pages that were laid out for that paper. */
#include "report-print.h"

#include "estimates.h"
#include "pdf-report.h"

#include <glib/gstdio.h>
#include <string.h>

#define SMALL_WIDTH 297.0
#define SMALL_HEIGHT 420.0

static GtkPageSetup *
make_small_paper (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new_custom ("small", "Small", SMALL_WIDTH, SMALL_HEIGHT,
                                                   GTK_UNIT_POINTS);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);

  return setup;
}

static int
print_to (GtkPrintOperation *operation,
          const char        *path)
{
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;
  int n_pages;

  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_object_get (operation, "n-pages", &n_pages, NULL);

  return n_pages;
}

static void
test_pages_fit_the_paper (void)
{
  g_autoptr (OutlayEstimate) estimate = read_estimate ("one-person");
  OutlayReportFacts facts = { .estimate = estimate };
  g_autoptr (OutlayReport) report = outlay_report_new_for_estimate (&facts);
  g_autoptr (OutlayPages) large = outlay_report_lay_out (report, 595, 842);
  g_autoptr (OutlayPages) small = outlay_report_lay_out (report, SMALL_WIDTH, SMALL_HEIGHT);
  g_autoptr (GtkPrintOperation) operation = outlay_report_print_operation_new (&facts);
  g_autoptr (GtkPageSetup) setup = make_small_paper ();
  g_autofree char *folder = g_dir_make_tmp ("outlay-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *content = NULL;
  gsize size;

  gtk_print_operation_set_default_page_setup (operation, setup);
  g_assert_cmpuint (small->pages->len, >, large->pages->len);
  g_assert_cmpint (print_to (operation, path), ==, (int) small->pages->len);

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpmem (content, 5, "%PDF-", 5);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-print/pages-fit-the-paper", test_pages_fit_the_paper);

  return g_test_run ();
}
