/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mix-edits.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_MIX_BAR (outlay_mix_bar_get_type ())

G_DECLARE_FINAL_TYPE (OutlayMixBar, outlay_mix_bar, OUTLAY, MIX_BAR, GtkWidget)

void outlay_mix_bar_set_names  (OutlayMixBar       *self,
                                const char * const *names);
void outlay_mix_bar_set_shares (OutlayMixBar       *self,
                                OutlayMixEnd        end,
                                const double       *shares);
void outlay_mix_bar_set_locked (OutlayMixBar       *self,
                                const gboolean     *locked);

G_END_DECLS
