/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_FOLD_ROW (outlay_fold_row_get_type ())

G_DECLARE_FINAL_TYPE (OutlayFoldRow, outlay_fold_row, OUTLAY, FOLD_ROW, GtkListBoxRow)

void outlay_fold_row_set_summary (OutlayFoldRow *self,
                                  const char    *summary);

G_END_DECLS
