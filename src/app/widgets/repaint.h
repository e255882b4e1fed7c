/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_widget_class_repaint_whole (GtkWidgetClass *widget_class);

G_END_DECLS
