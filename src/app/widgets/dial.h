/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_DIAL (outlay_dial_get_type ())

G_DECLARE_FINAL_TYPE (OutlayDial, outlay_dial, OUTLAY, DIAL, GtkWidget)

void        outlay_dial_set_session     (OutlayDial    *self,
                                         OutlaySession *session);
const char *outlay_dial_get_path        (OutlayDial    *self);
void        outlay_dial_set_path        (OutlayDial    *self,
                                         const char    *path);
void        outlay_dial_set_full_name   (OutlayDial    *self,
                                         const char    *name);
void        outlay_dial_set_limits      (OutlayDial    *self,
                                         double         least,
                                         double         most);
void        outlay_dial_set_start_value (OutlayDial    *self,
                                         double         value);
const char *outlay_dial_get_problem     (OutlayDial    *self);

G_END_DECLS
