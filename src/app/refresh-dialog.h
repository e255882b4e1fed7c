/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "price-window.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_REFRESH_DIALOG (outlay_refresh_dialog_get_type ())

G_DECLARE_FINAL_TYPE (OutlayRefreshDialog, outlay_refresh_dialog,
                      OUTLAY, REFRESH_DIALOG, AdwWindow)

GtkWidget *outlay_refresh_dialog_present (GtkWindow        *parent,
                                          OutlayPriceShelf *shelf);

G_END_DECLS
