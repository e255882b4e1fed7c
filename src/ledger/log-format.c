/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A format is told by what stands in a file, not by what the file is called. */
#include "json-scan.h"
#include "log-reader.h"

#include <string.h>

/* How many lines are looked at: summaries may stand before the first message. */
#define LINES 16

typedef enum
{
  HAS_TYPE      = 1 << 0,
  HAS_SESSION   = 1 << 1,
  HAS_UUID      = 1 << 2,
  HAS_PAYLOAD   = 1 << 3,
  HAS_MESSAGES  = 1 << 4,
  HAS_TOTALS    = 1 << 5,
  HAS_PERIODS   = 1 << 6,
  HAS_TIMESTAMP = 1 << 7
} Keys;

static const struct
{
  const char *name;
  Keys        key;
} known_keys[] = {
  { "type", HAS_TYPE },
  { "sessionId", HAS_SESSION },
  { "uuid", HAS_UUID },
  { "leafUuid", HAS_UUID },
  { "payload", HAS_PAYLOAD },
  { "timestamp", HAS_TIMESTAMP },
  { "messages", HAS_MESSAGES },
  { "totals", HAS_TOTALS },
  { "daily", HAS_PERIODS },
  { "weekly", HAS_PERIODS },
  { "monthly", HAS_PERIODS },
  { "session", HAS_PERIODS },
  { "sessions", HAS_PERIODS },
};

/* The keys at the top of the first document, which may be cut off. */
static guint
find_keys (const char *text,
           gsize       length)
{
  OutlayJsonScan scan;
  OutlayJsonSpan key;
  guint keys = 0;

  outlay_json_scan_init (&scan, text, length);
  if (!outlay_json_scan_enter (&scan, OUTLAY_JSON_OBJECT))
    return 0;

  while (outlay_json_scan_next_key (&scan, &key))
    {
      for (guint i = 0; i < G_N_ELEMENTS (known_keys); i++)
        if (outlay_json_span_equal (key, known_keys[i].name))
          keys |= known_keys[i].key;
      outlay_json_scan_skip (&scan);
    }

  return keys;
}

static gboolean
has (guint keys,
     guint wanted)
{
  return (keys & wanted) == wanted;
}

static OutlayLogFormat
tell_by_keys (guint keys)
{
  if (has (keys, HAS_PAYLOAD | HAS_TYPE))
    return OUTLAY_LOG_CODEX;
  if (has (keys, HAS_MESSAGES | HAS_SESSION))
    return OUTLAY_LOG_GEMINI;
  if (has (keys, HAS_PERIODS) && !has (keys, HAS_TYPE))
    return OUTLAY_LOG_CCUSAGE;
  if (has (keys, HAS_TYPE | HAS_SESSION) || has (keys, HAS_TYPE | HAS_UUID))
    return OUTLAY_LOG_CLAUDE;

  return OUTLAY_LOG_UNKNOWN;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/**
 * outlay_log_format_tell:
 * @text: how a file begins
 * @length: of @text in bytes
 * @columns: (nullable): what the headings of a table mean
 *
 * Returns: the format, or %OUTLAY_LOG_UNKNOWN
 */
OutlayLogFormat
outlay_log_format_tell (const char             *text,
                        gsize                   length,
                        const OutlayCsvMapping *columns)
{
  const char *end = text + length;

  while (text < end && is_space (*text))
    text++;

  if (text < end && *text != '{')
    return outlay_csv_is_heading (columns, text, (gsize) (end - text)) ? OUTLAY_LOG_CSV
                                                                       : OUTLAY_LOG_UNKNOWN;

  for (guint line = 0; line < LINES && text < end; line++)
    {
      const char *newline = memchr (text, '\n', (gsize) (end - text));
      OutlayLogFormat format = tell_by_keys (find_keys (text, (gsize) (end - text)));

      if (format != OUTLAY_LOG_UNKNOWN)
        return format;
      text = newline != NULL ? newline + 1 : end;
    }

  return OUTLAY_LOG_UNKNOWN;
}
