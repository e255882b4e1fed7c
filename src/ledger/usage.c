/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage.h"

#include <string.h>

#define DAY_MS G_GINT64_CONSTANT (86400000)

void
outlay_usage_session_clear (OutlayUsageSession *session)
{
  g_clear_pointer (&session->name, g_free);
  g_clear_pointer (&session->agent, g_free);
  g_clear_pointer (&session->repository, g_free);
  g_clear_pointer (&session->version, g_free);
}

/* FNV-1a, 64 bits, then the finaliser of MurmurHash3, so that every bit of the
 * text reaches every bit of the key. The numbers are part of the ledger on disk:
 * they never change. */
static guint64
mix (guint64 hash)
{
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  return hash ^ (hash >> 33);
}

static guint64
add_bytes (guint64     hash,
           const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return hash;
}

/**
 * outlay_usage_key:
 * @kind: what the text names, so that a session and a message differ
 * @text: a name
 * @length: of @text in bytes
 *
 * Returns: a number that stands for the name. Among ten million names, two share
 *   one with a chance of 1 in 370,000.
 */
gint64
outlay_usage_key (const char *kind,
                  const char *text,
                  gsize       length)
{
  guint64 hash = add_bytes (G_GUINT64_CONSTANT (0xcbf29ce484222325), kind, strlen (kind) + 1);

  return (gint64) mix (add_bytes (hash, text, length));
}

/* Returns: the key of @key together with @numbers */
gint64
outlay_usage_key_numbers (gint64        key,
                          const gint64 *numbers,
                          guint         n_numbers)
{
  guint64 hash = (guint64) key;

  for (guint i = 0; i < n_numbers; i++)
    hash = mix (hash * 31 + (guint64) numbers[i]);

  return (gint64) hash;
}

/* Returns: the call's prompt, as long-context prices ask for it */
gint64
outlay_tokens_prompt (const OutlayTokens *tokens)
{
  return tokens->input + tokens->write_5m + tokens->write_1h + tokens->read;
}

/* Of two copies of a message the one that says more is kept: a log repeats a
 * message while it grows. Where both say the same, the order of time and then of
 * sessions decides, so that the order of reading never does. */
gboolean
outlay_usage_is_fuller (const OutlayUsage *one,
                        const OutlayUsage *other)
{
  gint64 prompt = outlay_tokens_prompt (&one->tokens);
  gint64 other_prompt = outlay_tokens_prompt (&other->tokens);

  if (one->tokens.output != other->tokens.output)
    return one->tokens.output > other->tokens.output;
  if (prompt != other_prompt)
    return prompt > other_prompt;
  if (one->at != other->at)
    return one->at < other->at;

  return one->session < other->session;
}

static gboolean
read_digits (const char *text,
             guint       count,
             int        *value)
{
  *value = 0;
  for (guint i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }

  return TRUE;
}

/* Days from 1970-01-01 to a day of the Gregorian calendar. */
static gint64
count_days (int year,
            int month,
            int day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = y / 400;
  gint64 of_era = y - era * 400;
  gint64 of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* Milliseconds of ".123456" or of nothing; where the fraction ends. */
static const char *
read_fraction (const char *text,
               const char *end,
               int        *milliseconds)
{
  int worth = 100;

  *milliseconds = 0;
  if (text < end && *text == '.')
    for (text++; text < end && g_ascii_isdigit (*text); text++, worth /= 10)
      *milliseconds += worth * (*text - '0');

  return text;
}

static gboolean
read_zone (const char *text,
           const char *end,
           int        *minutes)
{
  int hour, minute;

  *minutes = 0;
  if (text == end || (end - text == 1 && *text == 'Z'))
    return TRUE;

  if (end - text != 6 || (*text != '+' && *text != '-') || text[3] != ':' ||
      !read_digits (text + 1, 2, &hour) || !read_digits (text + 4, 2, &minute))
    return FALSE;

  *minutes = (hour * 60 + minute) * (*text == '-' ? -1 : 1);

  return TRUE;
}

/**
 * outlay_parse_moment:
 * @text: a moment, as 2026-07-01T21:37:09.123Z; also a day alone, which is its
 *   first moment
 * @length: of @text in bytes
 * @at: (out): milliseconds since 1970, UTC
 *
 * Returns: whether it is a moment from 2000 to 2199
 */
gboolean
outlay_parse_moment (const char *text,
                     gsize       length,
                     gint64     *at)
{
  const char *end;
  int year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0, zone = 0;

  if (length < 10)
    return FALSE;

  end = text + length;
  if (text[4] != '-' || text[7] != '-' || !read_digits (text, 4, &year) ||
      !read_digits (text + 5, 2, &month) || !read_digits (text + 8, 2, &day))
    return FALSE;

  if (length > 10 &&
      (length < 19 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' ||
       text[16] != ':' || !read_digits (text + 11, 2, &hour) ||
       !read_digits (text + 14, 2, &minute) || !read_digits (text + 17, 2, &second) ||
       !read_zone (read_fraction (text + 19, end, &millisecond), end, &zone)))
    return FALSE;

  if (year < 2000 || year > 2199 || hour > 23 || minute > 59 || second > 60 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  *at = count_days (year, month, day) * DAY_MS +
        ((hour * 60 + minute - zone) * G_GINT64_CONSTANT (60) + second) * 1000 + millisecond;

  return TRUE;
}

/* Returns: the day in UTC, as 20260701 */
int
outlay_moment_get_day (gint64 at)
{
  gint64 z = (at >= 0 ? at : at - DAY_MS + 1) / DAY_MS + 719468;
  gint64 era = z / 146097;
  gint64 of_era = z - era * 146097;
  gint64 year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  gint64 of_year = of_era - (365 * year + year / 4 - year / 100);
  gint64 shifted = (5 * of_year + 2) / 153;
  gint64 day = of_year - (153 * shifted + 2) / 5 + 1;
  gint64 month = shifted < 10 ? shifted + 3 : shifted - 9;

  year += era * 400 + (month <= 2 ? 1 : 0);

  return (int) (year * 10000 + month * 100 + day);
}
