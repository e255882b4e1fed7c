/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file passes through one buffer, line by line: the buffer grows only for a
 * line that is longer, and never past OUTLAY_LOG_MAX_LINE. */
#include "log-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (64 * 1024)

typedef struct
{
  OutlayLogFile         *file;
  const OutlayLogReader *reader;
  gpointer               state;
  int                    handle;
  GByteArray            *buffer;
  gsize                  used;     /* bytes of the buffer that hold something */
  gboolean               skipping; /* the rest of a line that is too long */
} Reading;

static const OutlayLogReader * const readers[OUTLAY_N_LOG_FORMATS] = {
  [OUTLAY_LOG_CLAUDE] = &outlay_claude_reader,
  [OUTLAY_LOG_CODEX] = &outlay_codex_reader,
  [OUTLAY_LOG_GEMINI] = &outlay_gemini_reader,
  [OUTLAY_LOG_CCUSAGE] = &outlay_ccusage_reader,
  [OUTLAY_LOG_CSV] = &outlay_csv_reader,
};

/* Reads on behind what the buffer holds. Returns: whether there was more */
static gboolean
fill (Reading *reading)
{
  gssize got;

  if (reading->buffer->len - reading->used < CHUNK)
    g_byte_array_set_size (reading->buffer,
                           MAX (MIN (2 * reading->buffer->len, OUTLAY_LOG_MAX_LINE),
                                (guint) reading->used + CHUNK));
  do
    got = read (reading->handle, reading->buffer->data + reading->used,
                reading->buffer->len - reading->used);
  while (got < 0 && errno == EINTR);

  if (got < 0)
    outlay_log_file_add_trouble (reading->file, OUTLAY_LOG_UNREADABLE);
  if (got <= 0)
    return FALSE;

  reading->used += (gsize) got;
  reading->file->bytes += (guint64) got;
  reading->file->is_cut = reading->file->pass != NULL &&
                          !reading->file->pass ((gsize) got, reading->file->take_data);

  return !reading->file->is_cut;
}

static void
read_line (Reading    *reading,
           const char *text,
           gsize       length)
{
  reading->file->lines++;
  if (reading->skipping)
    {
      outlay_log_file_add_trouble (reading->file, OUTLAY_LOG_TOO_LONG);
      reading->skipping = FALSE;
      return;
    }

  while (length > 0 && (text[length - 1] == '\r' || text[length - 1] == ' '))
    length--;
  if (length > 0)
    reading->reader->read (reading->state, text, length);
}

/* Reads every line that the buffer holds whole. */
static void
read_lines (Reading *reading)
{
  const char *text = (const char *) reading->buffer->data;
  const char *end = text + reading->used;
  const char *newline;

  while ((newline = memchr (text, '\n', (gsize) (end - text))) != NULL)
    {
      read_line (reading, text, (gsize) (newline - text));
      text = newline + 1;
    }

  reading->used = (gsize) (end - text);
  if (reading->skipping || reading->used > OUTLAY_LOG_MAX_LINE)
    {
      reading->skipping = TRUE;
      reading->used = 0;
    }
  memmove (reading->buffer->data, text, reading->used);
}

static void
read_all_lines (Reading *reading)
{
  do
    read_lines (reading);
  while (fill (reading));

  if (!reading->file->is_cut && (reading->used > 0 || reading->skipping))
    read_line (reading, (const char *) reading->buffer->data, reading->used);
}

static void
read_whole (Reading *reading)
{
  while (reading->used <= OUTLAY_LOG_MAX_LINE && fill (reading))
    continue;

  if (reading->file->is_cut)
    return;

  reading->file->lines = 1;
  if (reading->used > OUTLAY_LOG_MAX_LINE)
    outlay_log_file_add_trouble (reading->file, OUTLAY_LOG_TOO_LONG);
  else
    reading->reader->read (reading->state, (const char *) reading->buffer->data, reading->used);
}

static void
read_format (Reading *reading)
{
  OutlayLogFile *file = reading->file;

  fill (reading);
  if (file->is_cut)
    return;

  file->format = outlay_log_format_tell ((const char *) reading->buffer->data, reading->used,
                                         file->columns);
  reading->reader = readers[file->format];
  if (reading->reader == NULL)
    return;

  reading->state = reading->reader->begin (file);
  if (reading->reader->whole)
    read_whole (reading);
  else
    read_all_lines (reading);
  reading->reader->end (reading->state);
  outlay_log_file_flush (file);
}

/**
 * outlay_log_file_read:
 * @file: a log
 * @buffer: room to read in, used again for the next file
 *
 * Reads a log, whole unless it is told to stop, and hands on what it finds, batch by
 * batch. Nothing that it holds is fatal; what is wrong is counted.
 */
void
outlay_log_file_read (OutlayLogFile *file,
                      GByteArray    *buffer)
{
  Reading reading = { .file = file, .buffer = buffer };

  reading.handle = open (file->path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (reading.handle < 0)
    {
      outlay_log_file_add_trouble (file, OUTLAY_LOG_UNREADABLE);
      return;
    }

  read_format (&reading);
  close (reading.handle);

  /* One long line must not hold its memory until the last file is read. */
  if (buffer->len > 4 * CHUNK)
    {
      g_free (g_byte_array_steal (buffer, NULL));
      g_byte_array_set_size (buffer, CHUNK);
    }
}
