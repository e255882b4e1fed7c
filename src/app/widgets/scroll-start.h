/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_scroll_keep_start (GtkScrolledWindow *scroller);

G_END_DECLS
