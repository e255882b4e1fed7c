/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkStringList *outlay_vendor_menu_new (GListModel *items);

G_END_DECLS
