/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_widget_mark_problem (GtkWidget  *widget,
                                 const char *problem);

G_END_DECLS
