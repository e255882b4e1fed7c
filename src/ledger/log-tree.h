/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "log-file.h"

G_BEGIN_DECLS

/**
 * OutlayLogSink:
 * @found: (nullable): all files that are to be read were found
 * @goes_on: (nullable): asked again and again with how many bytes were read; %FALSE:
 *   nothing more is read, nor taken
 * @is_known: (nullable): whether a file was read before, as it is now
 * @take: takes what was read; @batch is freed behind it
 * @done: (nullable): a file was read whole, and all of it was taken
 *
 * Where what is read goes. All are called in the thread that called
 * outlay_log_tree_read().
 */
typedef struct
{
  void     (*found)    (guint64               n_files,
                        guint64               n_bytes,
                        gpointer              data);
  gboolean (*goes_on)  (guint64               n_bytes,
                        gpointer              data);
  gboolean (*is_known) (const char           *path,
                        gint64                size,
                        gint64                modified,
                        gpointer              data);
  void     (*take)     (const OutlayLogFile  *file,
                        const OutlayLogBatch *batch,
                        gpointer              data);
  void     (*done)     (const OutlayLogFile  *file,
                        gpointer              data);
  gpointer data;
} OutlayLogSink;

void outlay_log_tree_read (const char * const     *paths,
                           const OutlayCsvMapping *columns,
                           guint                   n_threads,
                           const OutlayLogSink    *sink);

G_END_DECLS
