/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_TEXT_DIAL (outlay_text_dial_get_type ())

G_DECLARE_FINAL_TYPE (OutlayTextDial, outlay_text_dial, OUTLAY, TEXT_DIAL, GtkWidget)

GtkWidget  *outlay_text_dial_new       (OutlaySession  *session,
                                        const char     *path,
                                        const char     *owner);
const char *outlay_text_dial_get_path  (OutlayTextDial *self);
void        outlay_text_dial_set_owner (OutlayTextDial *self,
                                        const char     *owner);

G_END_DECLS
