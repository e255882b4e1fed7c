/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The scenario files that were opened or saved last, latest first. */
GMenuModel *outlay_recent_menu_get  (void);
void        outlay_recent_menu_note (GFile *file);

G_END_DECLS
