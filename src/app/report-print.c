/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report on paper: the pages of its PDF, on the paper that is chosen. */
#include "report-print.h"

#include "pdf-report.h"

#include <glib/gi18n.h>

/* A report and its pages, which the operation keeps. */
typedef struct
{
  OutlayReport *report;
  OutlayPages  *pages;
} Printout;

static void
printout_free (gpointer  data,
               GClosure *closure)
{
  Printout *self = data;

  g_clear_pointer (&self->pages, outlay_pages_free);
  outlay_report_free (self->report);
  g_free (self);
}

static void
on_begin_print (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           data)
{
  Printout *self = data;

  g_clear_pointer (&self->pages, outlay_pages_free);
  self->pages = outlay_report_lay_out (self->report, gtk_print_context_get_width (context),
                                       gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) self->pages->pages->len);
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           data)
{
  Printout *self = data;

  outlay_pages_draw_page (self->pages, (guint) page, NULL,
                          gtk_print_context_get_cairo_context (context));
}

/**
 * outlay_report_print_operation_new:
 * @facts: what the report is made from
 *
 * Returns: (transfer full): an operation that prints it; the report is made now
 */
GtkPrintOperation *
outlay_report_print_operation_new (const OutlayReportFacts *facts)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Printout *printout = g_new0 (Printout, 1);

  printout->report = outlay_report_new_for_estimate (facts);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, printout->report->title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin_print), printout,
                         printout_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), printout);

  return operation;
}

/**
 * outlay_report_print:
 * @window: who asks
 * @facts: what the report is made from
 * @error: why it was not printed
 *
 * Asks for a printer, and prints.
 *
 * Returns: whether nothing went wrong; that it was cancelled is nothing wrong
 */
gboolean
outlay_report_print (GtkWindow                *window,
                     const OutlayReportFacts  *facts,
                     GError                  **error)
{
  g_autoptr (GtkPrintOperation) operation = outlay_report_print_operation_new (facts);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window,
                                  error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
