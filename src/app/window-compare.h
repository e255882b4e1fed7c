/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Variants of a scenario, and comparing two: `win.duplicate`, `win.compare-with` (u:
 * the id of another window), `win.compare-file`, `win.compare-stop`. */
void outlay_window_class_install_compare_actions (GtkWidgetClass *widget_class);

void outlay_window_compare_with                  (OutlayWindow   *self,
                                                  OutlaySession  *other);
void outlay_window_fill_others                   (OutlayWindow   *self,
                                                  GMenu          *menu);

G_END_DECLS
