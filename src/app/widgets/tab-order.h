/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean outlay_widget_focus_in_order (GtkWidget        *widget,
                                       GtkDirectionType  direction);

G_END_DECLS
