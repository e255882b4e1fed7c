/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_YIELD_BIN (outlay_yield_bin_get_type ())
G_DECLARE_FINAL_TYPE (OutlayYieldBin, outlay_yield_bin, OUTLAY, YIELD_BIN, GtkWidget)

gboolean outlay_yield_bin_get_yields (OutlayYieldBin *self);

G_END_DECLS
