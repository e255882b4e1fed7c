/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_STRIP_LAYOUT (outlay_strip_layout_get_type ())

G_DECLARE_FINAL_TYPE (OutlayStripLayout, outlay_strip_layout, OUTLAY, STRIP_LAYOUT, GtkLayoutManager)

G_END_DECLS
