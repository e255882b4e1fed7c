/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-chart.h"

#include "chart-sheet.h"
#include "month-zoom.h"

#include <glib/gi18n.h>

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlaySession *session = outlay_window_get_session (OUTLAY_WINDOW (widget));
  const char *how = g_variant_get_string (parameter, NULL);

  if (g_str_equal (how, "in"))
    outlay_month_zoom_in (session);
  else if (g_str_equal (how, "out"))
    outlay_month_zoom_out (session);
  else
    outlay_session_set_zoom (session, -1, -1);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autoptr (OutlayChartSheet) sheet = outlay_chart_sheet_new (OUTLAY_WINDOW (widget), FALSE);
  g_autoptr (GdkTexture) texture = NULL;

  if (sheet == NULL)
    return;

  texture = outlay_chart_sheet_to_texture (sheet);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  outlay_window_show_toast (OUTLAY_WINDOW (widget), adw_toast_new (_("Chart copied")));
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           data)
{
  outlay_chart_sheet_draw (data, gtk_print_context_get_cairo_context (context),
                           gtk_print_context_get_width (context),
                           gtk_print_context_get_height (context));
}

static void
free_sheet (gpointer  data,
            GClosure *closure)
{
  outlay_chart_sheet_free (data);
}

/**
 * outlay_chart_print_operation_new:
 * @self: a window
 *
 * Returns: (transfer full) (nullable): an operation that prints the chart that is seen
 *   now on a page of its own; %NULL where there is none
 */
GtkPrintOperation *
outlay_chart_print_operation_new (OutlayWindow *self)
{
  OutlayChartSheet *sheet = outlay_chart_sheet_new (self, TRUE);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPrintOperation *operation;

  if (sheet == NULL)
    return NULL;

  operation = gtk_print_operation_new ();
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation,
                                    outlay_session_get_scenario (
                                      outlay_window_get_session (self))->name);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), sheet, free_sheet, 0);

  return operation;
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr (GtkPrintOperation) operation =
    outlay_chart_print_operation_new (OUTLAY_WINDOW (widget));
  g_autoptr (GError) error = NULL;

  if (operation == NULL)
    return;

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (widget), &error);
  if (error != NULL)
    outlay_window_show_toast (OUTLAY_WINDOW (widget), adw_toast_new (_("Not printed")));
}

void
outlay_window_class_install_chart_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.zoom", "s", zoom_action);
  gtk_widget_class_install_action (widget_class, "win.copy-chart", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "win.print-chart", NULL, print_action);
}
