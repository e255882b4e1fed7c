/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_BREAK_BOX (outlay_break_box_get_type ())

G_DECLARE_FINAL_TYPE (OutlayBreakBox, outlay_break_box, OUTLAY, BREAK_BOX, GtkWidget)

G_END_DECLS
