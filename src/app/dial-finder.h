/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *outlay_dial_path (GtkWidget  *widget);
gboolean    outlay_show_dial (GtkWidget  *root,
                              const char *path);

G_END_DECLS
