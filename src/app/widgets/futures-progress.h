/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_FUTURES_PROGRESS (outlay_futures_progress_get_type ())

G_DECLARE_FINAL_TYPE (OutlayFuturesProgress, outlay_futures_progress,
                      OUTLAY, FUTURES_PROGRESS, GtkWidget)

void outlay_futures_progress_set_session (OutlayFuturesProgress *self,
                                          OutlaySession         *session);

G_END_DECLS
