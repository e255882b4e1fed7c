/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_after_frame (GtkWidget *widget,
                         void     (*callback) (GtkWidget *widget));

G_END_DECLS
