/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *outlay_shipped_lookup (const char *name);
GStrv   outlay_shipped_list   (const char *folder);

G_END_DECLS
