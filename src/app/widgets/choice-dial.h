/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_CHOICE_DIAL (outlay_choice_dial_get_type ())

G_DECLARE_FINAL_TYPE (OutlayChoiceDial, outlay_choice_dial, OUTLAY, CHOICE_DIAL, GtkWidget)

GtkWidget  *outlay_choice_dial_new       (OutlaySession    *session,
                                          const char       *path,
                                          const char       *owner);
const char *outlay_choice_dial_get_path  (OutlayChoiceDial *self);
void        outlay_choice_dial_set_owner (OutlayChoiceDial *self,
                                          const char       *owner);

G_END_DECLS
