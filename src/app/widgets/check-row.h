/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-words.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_CHECK_ROW (outlay_check_row_get_type ())

G_DECLARE_FINAL_TYPE (OutlayCheckRow, outlay_check_row, OUTLAY, CHECK_ROW, GtkListBoxRow)

GtkWidget  *outlay_check_row_new      (OutlayCheckKind    kind);
void        outlay_check_row_show     (OutlayCheckRow    *self,
                                       const OutlayCheck *check);
const char *outlay_check_row_get_dial (OutlayCheckRow    *self);
const char *outlay_check_row_get_page (OutlayCheckRow    *self);

G_END_DECLS
