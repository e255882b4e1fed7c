/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON that ccusage prints: sums for each period and model. A sum is one run
 * of the ledger, at the price that ccusage states, because what a single call
 * cost is no longer known. */
#include "json-scan.h"
#include "log-reader.h"
#include "log-row.h"

#include <math.h>
#include <string.h>

typedef struct
{
  OutlayJsonSpan model;
  OutlayTokens   tokens;
  double         cost;
  gboolean       bad_counts;
} Sum;

typedef struct
{
  OutlayLogFile  *file;
  OutlayJsonSpan  heading; /* daily, monthly, ... */
} Reader;

static gpointer
begin (OutlayLogFile *file)
{
  Reader *reader = g_new0 (Reader, 1);

  reader->file = file;

  return reader;
}

static void
end (gpointer state)
{
  g_free (state);
}

static double
read_money (OutlayJsonScan *scan)
{
  g_autofree char *text = NULL;
  const char *start;

  if (outlay_json_scan_peek (scan) != OUTLAY_JSON_NUMBER)
    {
      outlay_json_scan_skip (scan);
      return NAN;
    }

  start = scan->at;
  outlay_json_scan_skip (scan);
  text = g_strndup (start, (gsize) (scan->at - start));

  return g_ascii_strtod (text, NULL);
}

static void
read_sum_member (OutlayJsonScan *scan,
                 OutlayJsonSpan  key,
                 Sum            *sum)
{
  const struct
  {
    const char *name;
    gint64     *count;
  } members[] = {
    { "inputTokens", &sum->tokens.input },
    { "outputTokens", &sum->tokens.output },
    { "cacheCreationTokens", &sum->tokens.write_5m },
    { "cacheReadTokens", &sum->tokens.read },
  };
  gint64 *count = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (outlay_json_span_equal (key, members[i].name))
      count = members[i].count;

  if (count != NULL)
    sum->bad_counts |= !outlay_json_scan_whole (scan, count);
  else if (outlay_json_span_equal (key, "cost") || outlay_json_span_equal (key, "totalCost"))
    sum->cost = read_money (scan);
  else if (outlay_json_span_equal (key, "modelName") &&
           outlay_json_scan_peek (scan) == OUTLAY_JSON_TEXT)
    outlay_json_scan_text (scan, &sum->model);
  else
    outlay_json_scan_skip (scan);
}

static void
read_breakdowns (OutlayJsonScan *scan,
                 GArray         *sums)
{
  outlay_json_scan_enter (scan, OUTLAY_JSON_LIST);
  while (outlay_json_scan_next_entry (scan))
    {
      Sum sum = { .cost = NAN };
      OutlayJsonSpan key;

      if (outlay_json_scan_peek (scan) != OUTLAY_JSON_OBJECT)
        {
          outlay_json_scan_skip (scan);
          continue;
        }

      outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
      while (outlay_json_scan_next_key (scan, &key))
        read_sum_member (scan, key, &sum);
      g_array_append_val (sums, sum);
    }
}

/* A period is a day, a month or a moment; a month begins on its first day. */
static gboolean
parse_period (OutlayJsonSpan  period,
              gint64         *at)
{
  g_autofree char *day = NULL;

  if (period.length != 7)
    return outlay_parse_moment (period.start, period.length, at);

  day = g_strdup_printf ("%.7s-01", period.start);

  return outlay_parse_moment (day, strlen (day), at);
}

static void
add_sum (Reader         *reader,
         const Sum      *sum,
         OutlayJsonSpan  period,
         OutlayJsonSpan  name)
{
  OutlayLogFile *file = reader->file;
  OutlayLogRow row = { .turns = -1, .calls = -1, .tool_calls = -1, .wall_ms = -1, .cost = -1 };
  g_autofree char *run = g_strdup_printf ("ccusage %.*s %.*s %.*s",
                                          (int) reader->heading.length, reader->heading.start,
                                          (int) MIN (name.length, 100), name.start,
                                          (int) MIN (sum->model.length, 100), sum->model.start);

  if (sum->bad_counts)
    outlay_log_file_add_trouble (file, OUTLAY_LOG_NO_COUNT);
  else if (!parse_period (period, &row.at))
    outlay_log_file_add_trouble (file, OUTLAY_LOG_NO_TIME);
  else
    {
      row.key = outlay_usage_key ("run", run, strlen (run));
      row.texts[OUTLAY_ROW_RUN] = outlay_log_file_keep (file, run, strlen (run));
      row.texts[OUTLAY_ROW_AGENT] = outlay_log_file_keep (file, "ccusage", 7);
      if (sum->model.length > 0)
        row.texts[OUTLAY_ROW_MODEL] =
          outlay_log_file_keep (file, sum->model.start, sum->model.length);
      row.tokens = sum->tokens;
      if (isfinite (sum->cost) && sum->cost >= 0 && sum->cost < 1e9)
        row.cost = llround (sum->cost * 1e9);
      outlay_log_file_add_row (file, &row);
    }
}

static void
read_period (OutlayJsonScan *scan,
             Reader         *reader)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  Sum all = { .cost = NAN };
  OutlayJsonSpan key, period = { "", 0 }, last = { "", 0 }, name = { "", 0 };

  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    {
      OutlayJsonKind kind = outlay_json_scan_peek (scan);
      gboolean is_text = kind == OUTLAY_JSON_TEXT;

      if (is_text &&
          (outlay_json_span_equal (key, "period") || outlay_json_span_equal (key, "date") ||
           outlay_json_span_equal (key, "week") || outlay_json_span_equal (key, "month")))
        outlay_json_scan_text (scan, &period);
      else if (is_text && outlay_json_span_equal (key, "lastActivity"))
        outlay_json_scan_text (scan, &last);
      else if (is_text && outlay_json_span_equal (key, "sessionId"))
        outlay_json_scan_text (scan, &name);
      else if (kind == OUTLAY_JSON_LIST && outlay_json_span_equal (key, "modelBreakdowns"))
        read_breakdowns (scan, sums);
      else
        read_sum_member (scan, key, &all);
    }

  if (scan->broken)
    return;

  if (name.length == 0)
    name = period;
  if (last.length > 0)
    period = last;
  if (sums->len == 0)
    add_sum (reader, &all, period, name);
  for (guint i = 0; i < sums->len; i++)
    add_sum (reader, &g_array_index (sums, Sum, i), period, name);
}

static gboolean
is_heading (OutlayJsonSpan key)
{
  static const char * const headings[] = { "daily", "weekly", "monthly", "session", "sessions" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (outlay_json_span_equal (key, headings[i]))
      return TRUE;

  return FALSE;
}

static void
read_document (gpointer    state,
               const char *text,
               gsize       length)
{
  Reader *reader = state;
  OutlayJsonScan scan;
  OutlayJsonSpan key;

  outlay_json_scan_init (&scan, text, length);
  outlay_json_scan_enter (&scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (&scan, &key))
    {
      if (!is_heading (key) || outlay_json_scan_peek (&scan) != OUTLAY_JSON_LIST)
        {
          outlay_json_scan_skip (&scan);
          continue;
        }

      reader->heading = key;
      outlay_json_scan_enter (&scan, OUTLAY_JSON_LIST);
      while (outlay_json_scan_next_entry (&scan))
        if (outlay_json_scan_peek (&scan) == OUTLAY_JSON_OBJECT)
          read_period (&scan, reader);
        else
          outlay_json_scan_skip (&scan);
    }

  if (!outlay_json_scan_finish (&scan))
    outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_NOT_JSON);
  if (scan.bad_text)
    outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_NOT_TEXT);
}

const OutlayLogReader outlay_ccusage_reader = { TRUE, begin, read_document, end };
