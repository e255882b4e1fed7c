/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_ROLE_ROW (outlay_role_row_get_type ())

G_DECLARE_FINAL_TYPE (OutlayRoleRow, outlay_role_row, OUTLAY, ROLE_ROW, GtkListBoxRow)

GtkWidget *outlay_role_row_new          (OutlaySession *session);
void       outlay_role_row_set_position (OutlayRoleRow *self,
                                         guint          position);
void       outlay_role_row_update       (OutlayRoleRow *self);
void       outlay_role_row_rename       (OutlayRoleRow *self);

G_END_DECLS
