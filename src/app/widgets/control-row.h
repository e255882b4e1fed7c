/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_CONTROL_ROW (outlay_control_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayControlRow, outlay_control_row, OUTLAY, CONTROL_ROW, GtkListBoxRow)

G_END_DECLS
