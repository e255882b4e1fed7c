/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include "usage-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_USAGE_WINDOW (outlay_usage_window_get_type ())

G_DECLARE_FINAL_TYPE (OutlayUsageWindow, outlay_usage_window, OUTLAY, USAGE_WINDOW,
                      AdwApplicationWindow)

OutlayUsageWindow *outlay_usage_window_new   (GtkApplication    *application,
                                              OutlaySession     *session,
                                              OutlayUsageStore  *store);
void               outlay_usage_window_read  (OutlayUsageWindow *self,
                                              GFile             *file);

/* The one that belongs to a window, which is made where there is none. */
OutlayUsageWindow *outlay_usage_window_of    (GtkWindow         *window,
                                              OutlaySession     *session);

/* `win.usage` of the windows that have a session. */
void               outlay_window_class_install_usage_action (GtkWidgetClass *widget_class);

G_END_DECLS
