/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* How scenarios come into a window and leave it: the file actions, dropped
 * files, and the question on closing. */
void  outlay_window_class_install_file_actions (GtkWidgetClass *widget_class);
void  outlay_window_accept_drops               (OutlayWindow   *self);

void  outlay_window_open_file                  (OutlayWindow   *self,
                                                GFile          *file);
void  outlay_window_ask_to_close               (OutlayWindow   *self);
void  outlay_note_file                         (GFile          *file);
char *outlay_window_suggest_file_name          (OutlayWindow   *self,
                                                const char     *suffix);

G_END_DECLS
