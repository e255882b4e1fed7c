/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_DEARER_LIST (outlay_dearer_list_get_type ())

G_DECLARE_FINAL_TYPE (OutlayDearerList, outlay_dearer_list, OUTLAY, DEARER_LIST, GtkWidget)

void outlay_dearer_list_set_session (OutlayDearerList *self,
                                     OutlaySession    *session);

G_END_DECLS
