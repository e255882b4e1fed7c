/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_ADD_OPTION_DIALOG (outlay_add_option_dialog_get_type ())

G_DECLARE_FINAL_TYPE (OutlayAddOptionDialog, outlay_add_option_dialog,
                      OUTLAY, ADD_OPTION_DIALOG, AdwWindow)

GtkWidget *outlay_add_option_dialog_present (GtkWidget     *parent,
                                             OutlaySession *session,
                                             const char    *option_id);

G_END_DECLS
