/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_INPUT_BOX (outlay_input_box_get_type ())

G_DECLARE_FINAL_TYPE (OutlayInputBox, outlay_input_box, OUTLAY, INPUT_BOX, GtkWidget)

void     outlay_input_box_set_paths (OutlayInputBox     *self,
                                     const char * const *paths,
                                     const char         *owner);
void     outlay_input_box_set_owner (OutlayInputBox     *self,
                                     const char         *owner);
gboolean outlay_input_box_build_for (OutlayInputBox     *self,
                                     const char         *path);

G_END_DECLS
