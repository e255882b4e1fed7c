/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_ANNOUNCED_ROW (outlay_announced_row_get_type ())

G_DECLARE_FINAL_TYPE (OutlayAnnouncedRow, outlay_announced_row, OUTLAY, ANNOUNCED_ROW, GtkWidget)

G_END_DECLS
