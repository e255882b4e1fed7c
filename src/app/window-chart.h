/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* The charts of a window: `win.zoom` (s: `in`, `out` or `all`), `win.copy-chart`,
 * `win.print-chart`. */
void               outlay_window_class_install_chart_actions (GtkWidgetClass *widget_class);

GtkPrintOperation *outlay_chart_print_operation_new          (OutlayWindow   *self);

G_END_DECLS
