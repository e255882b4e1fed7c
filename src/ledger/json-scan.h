/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* A log line may nest this deep; the grammar is RFC 8259 throughout. */
#define OUTLAY_JSON_SCAN_DEPTH 512

typedef enum
{
  OUTLAY_JSON_BROKEN,
  OUTLAY_JSON_OBJECT,
  OUTLAY_JSON_LIST,
  OUTLAY_JSON_TEXT,
  OUTLAY_JSON_NUMBER,
  OUTLAY_JSON_TRUE,
  OUTLAY_JSON_FALSE,
  OUTLAY_JSON_NULL
} OutlayJsonKind;

/**
 * OutlayJsonSpan:
 * @start: the first byte of a text, after its quote
 * @length: in bytes, as written, escapes and all
 *
 * A text where it stands, not copied.
 */
typedef struct
{
  const char *start;
  gsize       length;
} OutlayJsonSpan;

/**
 * OutlayJsonScan:
 * @at: what is read next
 * @end: behind the last byte
 * @broken: not JSON, from @at on; every later question answers no
 * @bad_text: some text is not UTF-8
 *
 * Walks through JSON without making anything of it: what nobody asks for is
 * checked and passed by. So a value is found by where it stands, never by how it
 * looks, and what a text quotes stays a text.
 */
typedef struct
{
  const char *at;
  const char *end;
  guint       depth;
  gboolean    first;  /* nothing was read yet in the innermost container */
  gboolean    broken;
  gboolean    bad_text;
} OutlayJsonScan;

void            outlay_json_scan_init       (OutlayJsonScan *scan,
                                             const char     *text,
                                             gsize           length);
OutlayJsonKind  outlay_json_scan_peek       (OutlayJsonScan *scan);
gboolean        outlay_json_scan_enter      (OutlayJsonScan *scan,
                                             OutlayJsonKind  kind);
gboolean        outlay_json_scan_next_key   (OutlayJsonScan *scan,
                                             OutlayJsonSpan *key);
gboolean        outlay_json_scan_next_entry (OutlayJsonScan *scan);
void            outlay_json_scan_skip       (OutlayJsonScan *scan);
gboolean        outlay_json_scan_text       (OutlayJsonScan *scan,
                                             OutlayJsonSpan *text);
gboolean        outlay_json_scan_whole      (OutlayJsonScan *scan,
                                             gint64         *value);
gboolean        outlay_json_scan_flag       (OutlayJsonScan *scan);
gboolean        outlay_json_scan_finish     (OutlayJsonScan *scan);

gsize           outlay_json_span_count      (OutlayJsonSpan  span);
char           *outlay_json_span_dup        (OutlayJsonSpan  span);

/* In the header, so that the length of a name is known when it is compiled. */
static inline gboolean
outlay_json_span_equal (OutlayJsonSpan  span,
                        const char     *text)
{
  return span.length > 0 && span.length == strlen (text) &&
         memcmp (span.start, text, span.length) == 0;
}

G_END_DECLS
