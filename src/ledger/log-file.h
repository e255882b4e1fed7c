/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-mapping.h"
#include "usage.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A longer line is passed by, and named; so is a longer file of one document. */
#define OUTLAY_LOG_MAX_LINE (16 * 1024 * 1024)

typedef enum
{
  OUTLAY_LOG_UNKNOWN, /* nothing that Outlay knows */
  OUTLAY_LOG_CLAUDE,
  OUTLAY_LOG_CODEX,
  OUTLAY_LOG_GEMINI,
  OUTLAY_LOG_CCUSAGE,
  OUTLAY_LOG_CSV,
  OUTLAY_N_LOG_FORMATS
} OutlayLogFormat;

/* What can be wrong with a line. None of it ends the reading. */
typedef enum
{
  OUTLAY_LOG_NOT_JSON,   /* cut off, or never was: passed by */
  OUTLAY_LOG_NOT_TEXT,   /* not UTF-8: read all the same */
  OUTLAY_LOG_TOO_LONG,   /* passed by */
  OUTLAY_LOG_NO_TIME,    /* usage without a moment from 2000 to 2199: passed by */
  OUTLAY_LOG_NO_COUNT,   /* usage without counts that are whole: passed by */
  OUTLAY_LOG_CLOCK_BACK, /* more than a minute before the line before: read */
  OUTLAY_LOG_BAD_ROW,    /* of a table: passed by */
  OUTLAY_LOG_UNREADABLE, /* the file, or the rest of it */
  OUTLAY_N_LOG_TROUBLES
} OutlayLogTrouble;

typedef struct
{
  guint64 count;
  guint64 line; /* of the first, from 1 */
} OutlayLogTroubles;

typedef struct _OutlayLogRow OutlayLogRow;

/**
 * OutlayLogBatch:
 * @usages: (element-type OutlayUsage): no key twice
 * @sessions: (element-type OutlayUsageSession)
 * @rows: (element-type OutlayLogRow): ready runs, of a table
 * @strings: what they point to
 *
 * What was read of a file since the batch before.
 */
typedef struct
{
  GArray       *usages;
  GArray       *sessions;
  GArray       *rows;
  GStringChunk *strings;
} OutlayLogBatch;

typedef struct _OutlayLogFile OutlayLogFile;

typedef void (*OutlayLogTake) (OutlayLogFile  *file,
                               OutlayLogBatch *batch,
                               gpointer        data);

/* @n_bytes more were read. Returns: whether to read on. */
typedef gboolean (*OutlayLogPass) (gsize    n_bytes,
                                   gpointer data);

/**
 * OutlayLogFile:
 * @path: where it is
 * @size: in bytes
 * @modified: nanoseconds since 1970
 * @format: told by its content
 * @troubles: by OutlayLogTrouble
 * @copies: lines that repeat a message
 * @quoted_calls: calls of sub-agents that this log only quotes; their tokens
 *   stand in their own logs
 * @columns: (nullable): what the headings of a table mean
 * @is_cut: it was not read to its end
 * @batch: (nullable): read, and not yet taken
 *
 * A log while it is read, and what is said of it then.
 */
struct _OutlayLogFile
{
  char              *path;
  gint64             size;
  gint64             modified;
  OutlayLogFormat    format;
  guint64            lines;
  guint64            bytes;
  OutlayLogTroubles  troubles[OUTLAY_N_LOG_TROUBLES];
  guint64            calls;
  guint64            copies;
  guint64            placeholders;
  guint64            quoted_calls;
  gboolean           is_cut;

  const OutlayCsvMapping *columns;
  OutlayLogBatch    *batch;
  OutlayLogTake      take;
  OutlayLogPass      pass;
  gpointer           take_data; /* of both */
};

OutlayLogFile  *outlay_log_file_new         (const char       *path,
                                             gint64            size,
                                             gint64            modified);
void            outlay_log_file_free        (OutlayLogFile    *file);
void            outlay_log_file_add_trouble (OutlayLogFile    *file,
                                             OutlayLogTrouble  trouble);
const char     *outlay_log_file_keep        (OutlayLogFile    *file,
                                             const char       *text,
                                             gsize             length);
OutlayUsage    *outlay_log_file_add_usage   (OutlayLogFile    *file,
                                             const OutlayUsage *usage);
void            outlay_log_file_add_session (OutlayLogFile    *file,
                                             OutlayUsageSession *session);
void            outlay_log_file_flush       (OutlayLogFile    *file);
gboolean        outlay_log_file_flush_full  (OutlayLogFile    *file);

void            outlay_log_batch_free       (OutlayLogBatch   *batch);

const char     *outlay_log_format_get_name  (OutlayLogFormat   format);
const char     *outlay_log_trouble_describe (OutlayLogTrouble  trouble);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayLogFile, outlay_log_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayLogBatch, outlay_log_batch_free)

G_END_DECLS
