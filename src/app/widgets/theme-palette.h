/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_theme_palette_init    (OutlayPalette *palette,
                                   GtkWidget     *widget);
void outlay_theme_palette_connect (GtkWidget     *widget);

/* While a drawing is made for paper, it is light, whatever the theme is. */
void outlay_theme_palette_set_on_paper (gboolean  on_paper);

G_END_DECLS
