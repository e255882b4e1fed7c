/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_MIX_EDITOR (outlay_mix_editor_get_type ())

G_DECLARE_FINAL_TYPE (OutlayMixEditor, outlay_mix_editor, OUTLAY, MIX_EDITOR, GtkWidget)

void outlay_mix_editor_set_session  (OutlayMixEditor *self,
                                     OutlaySession   *session);
void outlay_mix_editor_set_role     (OutlayMixEditor *self,
                                     int              role);
void outlay_mix_editor_set_unfolded (OutlayMixEditor *self,
                                     gboolean         unfolded);
void outlay_mix_editor_update       (OutlayMixEditor *self);

G_END_DECLS
