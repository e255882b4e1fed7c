/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_TORNADO (outlay_tornado_get_type ())

G_DECLARE_FINAL_TYPE (OutlayTornado, outlay_tornado, OUTLAY, TORNADO, GtkWidget)

void outlay_tornado_set_session (OutlayTornado *self,
                                 OutlaySession *session);

G_END_DECLS
