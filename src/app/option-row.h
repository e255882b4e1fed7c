/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_OPTION_ROW (outlay_option_row_get_type ())

G_DECLARE_FINAL_TYPE (OutlayOptionRow, outlay_option_row, OUTLAY, OPTION_ROW, GtkListBoxRow)

GtkWidget  *outlay_option_row_new             (OutlaySession   *session,
                                               const char      *option_id);
const char *outlay_option_row_get_id          (OutlayOptionRow *self);
int         outlay_option_row_get_position    (OutlayOptionRow *self);
void        outlay_option_row_move_to         (OutlayOptionRow *self,
                                               int              position);
void        outlay_option_row_update_option   (OutlayOptionRow *self);
void        outlay_option_row_update_estimate (OutlayOptionRow *self);
void        outlay_option_row_update_view     (OutlayOptionRow *self);

G_END_DECLS
