/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* The room for the pages beside the pane, and turning them: `win.turn-page` (i: 1
 * or -1) and `win.page` (i: from 1). */
void outlay_window_class_install_page_actions (GtkWidgetClass *widget_class);

void outlay_pages_turn                        (AdwViewStack   *stack,
                                               gboolean        forwards);
void outlay_pages_show                        (AdwViewStack   *stack,
                                               int             number);

void outlay_page_room_init                    (GtkWidget      *room);
void outlay_pages_fit_switcher                (GtkWidget      *switcher);
void outlay_pane_close_popovers               (GtkWidget      *flap);

G_END_DECLS
