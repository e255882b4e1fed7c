/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_column_view_name_parts (GtkColumnView *view,
                                    const char    *rows);
void outlay_column_view_name_row   (GtkWidget     *child,
                                    const char    *name);

G_END_DECLS
