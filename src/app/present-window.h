/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_PRESENT_WINDOW (outlay_present_window_get_type ())

G_DECLARE_FINAL_TYPE (OutlayPresentWindow, outlay_present_window, OUTLAY, PRESENT_WINDOW,
                      GtkWindow)

GtkWidget *outlay_present_window_new (GtkWindow     *parent,
                                      OutlaySession *session);

/* `win.present` of the windows that have a session. */
void       outlay_window_class_install_present_action (GtkWidgetClass *widget_class);

G_END_DECLS
