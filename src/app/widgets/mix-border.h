/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_MIX_BORDER (outlay_mix_border_get_type ())

G_DECLARE_FINAL_TYPE (OutlayMixBorder, outlay_mix_border, OUTLAY, MIX_BORDER, GtkWidget)

GtkWidget *outlay_mix_border_new      (const char      *label);
void       outlay_mix_border_describe (OutlayMixBorder *self,
                                       double           share,
                                       double           most,
                                       gboolean         movable);

G_END_DECLS
