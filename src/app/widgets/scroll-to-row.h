/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_column_view_scroll_to_row (GtkColumnView *view,
                                       guint          row);

G_END_DECLS
