/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_OPTION_PREVIEW (outlay_option_preview_get_type ())

G_DECLARE_FINAL_TYPE (OutlayOptionPreview, outlay_option_preview,
                      OUTLAY, OPTION_PREVIEW, GtkWidget)

void outlay_option_preview_show (OutlayOptionPreview *self,
                                 OutlaySession       *session,
                                 const OutlayOption  *option,
                                 const char          *instead_of);

G_END_DECLS
