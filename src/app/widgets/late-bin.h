/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_LATE_BIN (outlay_late_bin_get_type ())

G_DECLARE_FINAL_TYPE (OutlayLateBin, outlay_late_bin, OUTLAY, LATE_BIN, AdwBin)

GtkWidget *outlay_late_bin_make     (OutlayLateBin *self);
gboolean   outlay_late_bin_make_for (OutlayLateBin *self,
                                     const char    *path);
void       outlay_late_bin_set_path (OutlayLateBin *self,
                                     const char    *path);

G_END_DECLS
