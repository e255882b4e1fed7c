/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* What a window writes for others to look at: `win.export-chart` (s: `png`,
 * `svg` or `pdf`). */
void outlay_window_class_install_export_actions (GtkWidgetClass *widget_class);

G_END_DECLS
