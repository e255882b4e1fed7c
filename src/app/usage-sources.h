/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayUsageSource:
 * @name: of the agent
 * @path: (owned): the folder in which it keeps its logs on this computer
 */
typedef struct
{
  const char *name;
  char       *path;
} OutlayUsageSource;

GPtrArray *outlay_usage_sources_find (void);
gboolean   outlay_usage_is_log       (GFile *file);

G_END_DECLS
