/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_theme_palette_init    (OutlayPalette *palette,
                                   GtkWidget     *widget);
void outlay_theme_palette_connect (GtkWidget     *widget);

G_END_DECLS
