/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lets the page that is left give way slowly to the one that comes: libadwaita 1.2 does
 * not do so itself. @veil lies over @pages and takes no events. */
void outlay_page_fade_init (AdwViewStack *pages,
                            GtkPicture   *veil);

G_END_DECLS
