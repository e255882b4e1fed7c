/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log-file.h"

#include "log-row.h"

/* A batch is handed on before it grows past this: memory stays bounded however
 * long a log is. */
#define BATCH_USAGES 8192

static const char * const format_names[OUTLAY_N_LOG_FORMATS] = {
  "unknown", "Claude Code", "Codex", "Gemini CLI", "ccusage", "CSV"
};

static const char * const trouble_texts[OUTLAY_N_LOG_TROUBLES] = {
  "not JSON or cut off, passed by",
  "not UTF-8, read all the same",
  "longer than 16 MB, passed by",
  "usage without a time, passed by",
  "usage without whole counts, passed by",
  "clock went back, read all the same",
  "row that says too little, passed by",
  "could not be read",
};

const char *
outlay_log_format_get_name (OutlayLogFormat format)
{
  return format_names[format];
}

/* Returns: what is wrong with a line, for people */
const char *
outlay_log_trouble_describe (OutlayLogTrouble trouble)
{
  return trouble_texts[trouble];
}

OutlayLogFile *
outlay_log_file_new (const char *path,
                     gint64      size,
                     gint64      modified)
{
  OutlayLogFile *file = g_new0 (OutlayLogFile, 1);

  file->path = g_strdup (path);
  file->size = size;
  file->modified = modified;

  return file;
}

void
outlay_log_file_free (OutlayLogFile *file)
{
  g_clear_pointer (&file->batch, outlay_log_batch_free);
  g_free (file->path);
  g_free (file);
}

/* Counts a line that something is wrong with, and remembers the first. */
void
outlay_log_file_add_trouble (OutlayLogFile    *file,
                             OutlayLogTrouble  trouble)
{
  if (file->troubles[trouble].count++ == 0)
    file->troubles[trouble].line = MAX (file->lines, 1);
}

static void
clear_session (gpointer data)
{
  outlay_usage_session_clear (data);
}

static OutlayLogBatch *
get_batch (OutlayLogFile *file)
{
  if (file->batch == NULL)
    {
      file->batch = g_new0 (OutlayLogBatch, 1);
      file->batch->usages = g_array_new (FALSE, FALSE, sizeof (OutlayUsage));
      file->batch->sessions = g_array_new (FALSE, FALSE, sizeof (OutlayUsageSession));
      file->batch->rows = g_array_new (FALSE, FALSE, sizeof (OutlayLogRow));
      file->batch->strings = g_string_chunk_new (1024);
      g_array_set_clear_func (file->batch->sessions, clear_session);
    }

  return file->batch;
}

void
outlay_log_batch_free (OutlayLogBatch *batch)
{
  g_array_unref (batch->usages);
  g_array_unref (batch->sessions);
  g_array_unref (batch->rows);
  g_string_chunk_free (batch->strings);
  g_free (batch);
}

/* Returns: (transfer none): a copy of @text as UTF-8 that lives as long as the
 *   batch, the same pointer for the same text */
const char *
outlay_log_file_keep (OutlayLogFile *file,
                      const char    *text,
                      gsize          length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (length, 256));

  return g_string_chunk_insert_const (get_batch (file)->strings, valid);
}

/**
 * outlay_log_file_add_usage:
 * @file: a log
 * @usage: what happened
 *
 * Returns: (transfer none): where it is kept; a later message moves it
 */
OutlayUsage *
outlay_log_file_add_usage (OutlayLogFile     *file,
                           const OutlayUsage *usage)
{
  GArray *usages = get_batch (file)->usages;

  g_array_append_vals (usages, usage, 1);

  return &g_array_index (usages, OutlayUsage, usages->len - 1);
}

/* Takes over the session's texts. */
void
outlay_log_file_add_session (OutlayLogFile      *file,
                             OutlayUsageSession *session)
{
  g_array_append_vals (get_batch (file)->sessions, session, 1);
  *session = (OutlayUsageSession) { 0 };
}

void
outlay_log_file_add_row (OutlayLogFile      *file,
                         const OutlayLogRow *row)
{
  g_array_append_vals (get_batch (file)->rows, row, 1);
}

static void
count_placeholders (OutlayLogFile *file)
{
  const GArray *usages = file->batch->usages;

  for (guint i = 0; i < usages->len; i++)
    if ((g_array_index (usages, OutlayUsage, i).flags & OUTLAY_USAGE_PLACEHOLDER) != 0)
      file->placeholders++;
}

/* Hands on what was read so far. */
void
outlay_log_file_flush (OutlayLogFile *file)
{
  if (file->batch == NULL)
    return;

  count_placeholders (file);
  if (file->take != NULL)
    file->take (file, g_steal_pointer (&file->batch), file->take_data);
  else
    g_clear_pointer (&file->batch, outlay_log_batch_free);
}

/* Hands on what was read once there is much of it. Returns: whether it did */
gboolean
outlay_log_file_flush_full (OutlayLogFile *file)
{
  if (file->batch == NULL ||
      file->batch->usages->len + file->batch->rows->len < BATCH_USAGES)
    return FALSE;

  outlay_log_file_flush (file);

  return TRUE;
}
