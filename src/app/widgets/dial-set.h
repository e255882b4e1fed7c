/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_DIAL_SET (outlay_dial_set_get_type ())

G_DECLARE_FINAL_TYPE (OutlayDialSet, outlay_dial_set, OUTLAY, DIAL_SET, GtkWidget)

GtkWidget  *outlay_dial_set_new      (OutlaySession *session,
                                      const char    *path,
                                      const char    *owner);
const char *outlay_dial_set_get_path (OutlayDialSet *self);

G_END_DECLS
