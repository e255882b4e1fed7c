/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_usage_save_csv (GtkWidget  *widget,
                            const char *title,
                            const char *name,
                            char       *text);

G_END_DECLS
