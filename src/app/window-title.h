/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window is called, and how what it shows stands: saved, edited, recovered. */
void outlay_window_title_show (GtkWindow      *window,
                               AdwWindowTitle *window_title,
                               OutlaySession  *session);

G_END_DECLS
