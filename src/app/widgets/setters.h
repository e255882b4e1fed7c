/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Setters for what is set at every move of a dial and is most often the same: GTK's
 * own do their work again each time. */

void outlay_set_tooltip   (GtkWidget  *widget,
                           const char *text);
void outlay_set_icon_name (GtkButton  *button,
                           const char *icon_name);

G_END_DECLS
