/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*OutlayReportDialogFunc) (GtkWindow *window,
                                        gpointer   data);

void      outlay_report_dialog_ask        (GtkWindow               *window,
                                           const char              *label,
                                           OutlayReportDialogFunc   answered,
                                           gpointer                 data);
char     *outlay_report_dialog_get_client (void);
gboolean  outlay_report_dialog_load_logo  (GBytes                 **logo,
                                           GError                 **error);

G_END_DECLS
