/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void first_frame_end_with (GtkApplication *application,
                           GType           content);

G_END_DECLS
