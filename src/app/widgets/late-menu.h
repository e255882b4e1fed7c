/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        outlay_late_menu_set      (GtkMenuButton *button,
                                       GMenuModel    *menu);
void        outlay_late_menu_set_full (GtkMenuButton *button,
                                       GMenuModel    *menu,
                                       GFunc          prepare,
                                       gpointer       data);
GMenuModel *outlay_late_menu_get      (GtkMenuButton *button);

G_END_DECLS
