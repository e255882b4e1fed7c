/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Reports of a window's scenario: `win.export-report` (s: `pdf`, `html`, `xlsx`,
 * or `csv` for a bill by role) and `win.print-report`. */
void outlay_window_class_install_report_actions (GtkWidgetClass *widget_class);

G_END_DECLS
