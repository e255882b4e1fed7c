/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most bytes of a log are prompts and file contents that nobody may keep. They
 * are passed by many at a time, which a parser that makes values cannot do. */
#include "json-scan.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

void
outlay_json_scan_init (OutlayJsonScan *scan,
                       const char     *text,
                       gsize           length)
{
  *scan = (OutlayJsonScan) { .at = text, .end = text + length };
}

static void
set_broken (OutlayJsonScan *scan)
{
  scan->broken = TRUE;
  scan->end = scan->at;
}

static void
skip_space (OutlayJsonScan *scan)
{
  while (scan->at < scan->end &&
         (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\r' || *scan->at == '\t'))
    scan->at++;
}

OutlayJsonKind
outlay_json_scan_peek (OutlayJsonScan *scan)
{
  skip_space (scan);
  if (scan->at >= scan->end)
    {
      set_broken (scan);
      return OUTLAY_JSON_BROKEN;
    }

  switch (*scan->at)
    {
    case '{': return OUTLAY_JSON_OBJECT;
    case '[': return OUTLAY_JSON_LIST;
    case '"': return OUTLAY_JSON_TEXT;
    case 't': return OUTLAY_JSON_TRUE;
    case 'f': return OUTLAY_JSON_FALSE;
    case 'n': return OUTLAY_JSON_NULL;
    default:
      if (*scan->at == '-' || g_ascii_isdigit (*scan->at))
        return OUTLAY_JSON_NUMBER;

      set_broken (scan);
      return OUTLAY_JSON_BROKEN;
    }
}

#ifdef __SSE2__

/* Passes plain characters by, sixteen at a time: up to the first quote, backslash or
 * control character, or to where fewer are left. */
static const char *
skip_many (const char *at,
           const char *end,
           gboolean   *is_ascii)
{
  for (; end - at >= 16; at += 16)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) (gconstpointer) at);
      __m128i quote = _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('"'));
      __m128i backslash = _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\\'));
      __m128i control = _mm_cmpeq_epi8 (_mm_min_epu8 (bytes, _mm_set1_epi8 (0x1f)), bytes);
      int marks = _mm_movemask_epi8 (_mm_or_si128 (_mm_or_si128 (quote, backslash), control));
      int high = _mm_movemask_epi8 (bytes);

      if (marks != 0)
        {
          int length = __builtin_ctz ((unsigned int) marks);

          *is_ascii = *is_ascii && (high & ((1 << length) - 1)) == 0;
          return at + length;
        }
      *is_ascii = *is_ascii && high == 0;
    }

  return at;
}

#else

#define EVERY(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Whether one of eight bytes is a quote, a backslash or a control character: the
 * carry out of a byte that was below what is subtracted marks it. A mark may be
 * false only behind a true one, so that none is missed. */
static gboolean
has_marks (guint64 eight)
{
  guint64 quote = eight ^ EVERY ('"');
  guint64 backslash = eight ^ EVERY ('\\');

  return ((((quote - EVERY (1)) & ~quote) | ((backslash - EVERY (1)) & ~backslash) |
           ((eight - EVERY (0x20)) & ~eight)) & EVERY (0x80)) != 0;
}

/* The same, eight at a time, on every machine. */
static const char *
skip_many (const char *at,
           const char *end,
           gboolean   *is_ascii)
{
  for (; end - at >= 8; at += 8)
    {
      guint64 eight;

      memcpy (&eight, at, sizeof eight);
      if (has_marks (eight))
        break;
      *is_ascii = *is_ascii && (eight & EVERY (0x80)) == 0;
    }

  return at;
}

#endif

/* Passes plain characters by; *@is_ascii becomes %FALSE where one of them is not. */
static const char *
skip_plain (const char *at,
            const char *end,
            gboolean   *is_ascii)
{
  for (at = skip_many (at, end, is_ascii);
       at < end && *at != '"' && *at != '\\' && (guchar) *at >= 0x20; at++)
    *is_ascii = *is_ascii && (guchar) *at < 0x80;

  return at;
}

/* Behind an escape that begins at @at, or %NULL for one that does not exist. */
static const char *
skip_escape (const char *at,
             const char *end)
{
  if (end - at < 2)
    return NULL;

  if (at[1] != 'u')
    return at[1] != '\0' && strchr ("\"\\/bfnrt", at[1]) != NULL ? at + 2 : NULL;

  if (end - at < 6)
    return NULL;

  for (int i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (at[i]))
      return NULL;

  return at + 6;
}

gboolean
outlay_json_scan_text (OutlayJsonScan *scan,
                       OutlayJsonSpan *text)
{
  const char *at;
  gboolean is_ascii = TRUE;

  if (outlay_json_scan_peek (scan) != OUTLAY_JSON_TEXT)
    {
      set_broken (scan);
      return FALSE;
    }

  text->start = scan->at + 1;
  at = skip_plain (text->start, scan->end, &is_ascii);
  while (at != NULL && at < scan->end && *at == '\\')
    {
      at = skip_escape (at, scan->end);
      if (at != NULL)
        at = skip_plain (at, scan->end, &is_ascii);
    }

  if (at == NULL || at >= scan->end || *at != '"')
    {
      set_broken (scan);
      return FALSE;
    }

  text->length = (gsize) (at - text->start);
  if (!is_ascii && !g_utf8_validate_len (text->start, text->length, NULL))
    scan->bad_text = TRUE;
  scan->at = at + 1;
  scan->first = FALSE;

  return TRUE;
}

static const char *
skip_digits (const char *at,
             const char *end)
{
  const char *first = at;

  while (at < end && g_ascii_isdigit (*at))
    at++;

  return at > first ? at : NULL;
}

/* Behind a number, or %NULL where the grammar has no such number. */
static const char *
skip_number (const char *at,
             const char *end)
{
  if (*at == '-')
    at++;

  if (at < end && *at == '0')
    at++;
  else
    at = skip_digits (at, end);

  if (at != NULL && at < end && *at == '.')
    at = skip_digits (at + 1, end);

  if (at != NULL && at < end && (*at == 'e' || *at == 'E'))
    {
      at++;
      if (at < end && (*at == '+' || *at == '-'))
        at++;
      at = skip_digits (at, end);
    }

  return at;
}

static void
pass_number (OutlayJsonScan *scan)
{
  const char *behind = skip_number (scan->at, scan->end);

  if (behind == NULL)
    set_broken (scan);
  else
    scan->at = behind;
}

static void
pass_word (OutlayJsonScan *scan,
           const char     *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    set_broken (scan);
  else
    scan->at += length;
}

/* Goes into an object or a list; its entries are then asked for one by one. */
gboolean
outlay_json_scan_enter (OutlayJsonScan *scan,
                        OutlayJsonKind  kind)
{
  g_return_val_if_fail (kind == OUTLAY_JSON_OBJECT || kind == OUTLAY_JSON_LIST, FALSE);

  if (outlay_json_scan_peek (scan) != kind || scan->depth == OUTLAY_JSON_SCAN_DEPTH)
    {
      set_broken (scan);
      return FALSE;
    }

  scan->at++;
  scan->depth++;
  scan->first = TRUE;

  return TRUE;
}

/* Stands before the next entry of a container, or behind the container. */
static gboolean
next (OutlayJsonScan *scan,
      char            close)
{
  skip_space (scan);
  if (scan->at < scan->end && *scan->at == close)
    {
      scan->at++;
      scan->depth--;
      scan->first = FALSE;
      return FALSE;
    }

  if (!scan->first)
    {
      if (scan->at >= scan->end || *scan->at != ',')
        {
          set_broken (scan);
          return FALSE;
        }
      scan->at++;
    }

  return outlay_json_scan_peek (scan) != OUTLAY_JSON_BROKEN;
}

gboolean
outlay_json_scan_next_key (OutlayJsonScan *scan,
                           OutlayJsonSpan *key)
{
  if (!next (scan, '}') || !outlay_json_scan_text (scan, key))
    return FALSE;

  skip_space (scan);
  if (scan->at >= scan->end || *scan->at != ':')
    {
      set_broken (scan);
      return FALSE;
    }
  scan->at++;

  return TRUE;
}

gboolean
outlay_json_scan_next_entry (OutlayJsonScan *scan)
{
  return next (scan, ']');
}

static void
skip_plain_value (OutlayJsonScan *scan,
                  OutlayJsonKind  kind)
{
  OutlayJsonSpan text;

  switch (kind)
    {
    case OUTLAY_JSON_TEXT:
      outlay_json_scan_text (scan, &text);
      break;
    case OUTLAY_JSON_NUMBER:
      pass_number (scan);
      break;
    case OUTLAY_JSON_TRUE:
      pass_word (scan, "true");
      break;
    case OUTLAY_JSON_FALSE:
      pass_word (scan, "false");
      break;
    case OUTLAY_JSON_NULL:
      pass_word (scan, "null");
      break;
    case OUTLAY_JSON_OBJECT:
    case OUTLAY_JSON_LIST:
    case OUTLAY_JSON_BROKEN:
    default:
      break;
    }

  scan->first = FALSE;
}

/* Passes the next value by, whatever it holds. */
void
outlay_json_scan_skip (OutlayJsonScan *scan)
{
  guint8 is_object[OUTLAY_JSON_SCAN_DEPTH];
  guint outside = scan->depth;

  for (;;)
    {
      OutlayJsonKind kind = outlay_json_scan_peek (scan);
      OutlayJsonSpan key;
      gboolean more = FALSE;

      if (kind == OUTLAY_JSON_OBJECT || kind == OUTLAY_JSON_LIST)
        {
          if (outlay_json_scan_enter (scan, kind))
            is_object[scan->depth - 1] = kind == OUTLAY_JSON_OBJECT;
        }
      else
        {
          skip_plain_value (scan, kind);
        }

      while (!more && !scan->broken && scan->depth > outside)
        more = is_object[scan->depth - 1] ? outlay_json_scan_next_key (scan, &key)
                                          : outlay_json_scan_next_entry (scan);
      if (!more)
        return;
    }
}

/**
 * outlay_json_scan_whole:
 * @scan: a scan
 * @value: (out): a count
 *
 * Passes the next value by. Counts of tokens are whole and not below 0.
 *
 * Returns: whether it was a whole number from 0 to 10^15
 */
gboolean
outlay_json_scan_whole (OutlayJsonScan *scan,
                        gint64         *value)
{
  const char *start;
  gint64 sum = 0;

  skip_space (scan);
  start = scan->at;
  outlay_json_scan_skip (scan);
  if (scan->broken || scan->at == start || scan->at - start > 16)
    return FALSE;

  for (const char *c = start; c < scan->at; c++)
    {
      if (!g_ascii_isdigit (*c))
        return FALSE;
      sum = sum * 10 + (*c - '0');
    }

  if (sum > G_GINT64_CONSTANT (1000000000000000))
    return FALSE;

  *value = sum;

  return TRUE;
}

/* Passes the next value by. Returns: whether it was `true` */
gboolean
outlay_json_scan_flag (OutlayJsonScan *scan)
{
  gboolean is_true = outlay_json_scan_peek (scan) == OUTLAY_JSON_TRUE;

  outlay_json_scan_skip (scan);

  return is_true && !scan->broken;
}

/* Returns: whether all was JSON, and nothing follows it */
gboolean
outlay_json_scan_finish (OutlayJsonScan *scan)
{
  skip_space (scan);
  if (scan->at != scan->end || scan->depth != 0)
    set_broken (scan);

  return !scan->broken;
}

/* Returns: how many characters the text has once its escapes are read */
gsize
outlay_json_span_count (OutlayJsonSpan span)
{
  const char *end;
  gsize count = 0;

  if (span.length == 0)
    return 0;

  end = span.start + span.length;
  for (const char *at = span.start; at < end; count++)
    if (*at == '\\')
      at += at[1] == 'u' ? 6 : 2;
    else
      for (at++; at < end && ((guchar) *at & 0xC0) == 0x80; )
        at++;

  return count;
}

/* Returns: (transfer full): the text as written, as UTF-8 */
char *
outlay_json_span_dup (OutlayJsonSpan span)
{
  return g_utf8_make_valid (span.start, (gssize) span.length);
}
