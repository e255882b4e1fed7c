/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-mapping.h"
#include "log-file.h"

G_BEGIN_DECLS

/**
 * OutlayLogReader:
 * @whole: a document is the whole file, not a line
 * @begin: returns what the reader remembers of a file
 * @read: reads one line, or the whole file
 * @end: frees what it remembers
 *
 * How one format is read.
 */
typedef struct
{
  gboolean  whole;
  gpointer (*begin) (OutlayLogFile *file);
  void     (*read)  (gpointer       state,
                     const char    *text,
                     gsize          length);
  void     (*end)   (gpointer       state);
} OutlayLogReader;

extern const OutlayLogReader outlay_claude_reader;
extern const OutlayLogReader outlay_codex_reader;
extern const OutlayLogReader outlay_gemini_reader;
extern const OutlayLogReader outlay_ccusage_reader;
extern const OutlayLogReader outlay_csv_reader;

OutlayLogFormat outlay_log_format_tell (const char             *text,
                                        gsize                   length,
                                        const OutlayCsvMapping *columns);
void            outlay_log_file_read   (OutlayLogFile          *file,
                                        GByteArray             *buffer);

G_END_DECLS
