/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_DIAL_NAME (outlay_dial_name_get_type ())

G_DECLARE_FINAL_TYPE (OutlayDialName, outlay_dial_name, OUTLAY, DIAL_NAME, GtkWidget)

char *outlay_dial_name_describe    (const char     *path,
                                    const char     *owner);

void  outlay_dial_name_set_session (OutlayDialName *self,
                                    OutlaySession  *session);
void  outlay_dial_name_set_path    (OutlayDialName *self,
                                    const char     *path);
void  outlay_dial_name_set_unit    (OutlayDialName *self,
                                    const char     *unit);
void  outlay_dial_name_set_wrap    (OutlayDialName *self,
                                    gboolean        wrap);

G_END_DECLS
