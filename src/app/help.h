/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_help_show                        (GtkWindow      *parent);
void outlay_window_class_add_help_key        (GtkWidgetClass *widget_class);
void outlay_window_class_install_help_action (GtkWidgetClass *widget_class);

G_END_DECLS
