/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gemini CLI: a session is one document with a list of messages. Input includes
 * what the cache served; thoughts are apart from output, and billed as output. */
#include "json-scan.h"
#include "log-reader.h"
#include "work-kind.h"

#include <string.h>

typedef struct
{
  gint64 input, output, cached, thoughts, tool;
} Counts;

typedef struct
{
  OutlayJsonSpan id, type, timestamp, model;
  Counts         counts;
  gboolean       has_counts, bad_counts;
  guint16        works[OUTLAY_N_WORKS];
} Message;

static gpointer
begin (OutlayLogFile *file)
{
  return file;
}

static void
end (gpointer state)
{
}

static void
read_counts (OutlayJsonScan *scan,
             Message        *message)
{
  const struct
  {
    const char *name;
    gint64     *count;
  } members[] = {
    { "input", &message->counts.input },
    { "output", &message->counts.output },
    { "cached", &message->counts.cached },
    { "thoughts", &message->counts.thoughts },
    { "tool", &message->counts.tool },
  };
  OutlayJsonSpan key;

  message->has_counts = TRUE;
  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    {
      gint64 *count = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        if (outlay_json_span_equal (key, members[i].name))
          count = members[i].count;
      if (count == NULL || outlay_json_scan_peek (scan) == OUTLAY_JSON_NULL)
        outlay_json_scan_skip (scan);
      else if (!outlay_json_scan_whole (scan, count))
        message->bad_counts = TRUE;
    }
}

static void
read_tool (OutlayJsonScan *scan,
           Message        *message)
{
  OutlayJsonSpan key, name = { NULL, 0 };
  OutlayWorkKind work;

  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    if (outlay_json_span_equal (key, "name") &&
        outlay_json_scan_peek (scan) == OUTLAY_JSON_TEXT)
      outlay_json_scan_text (scan, &name);
    else
      outlay_json_scan_skip (scan);

  work = outlay_work_of_tool (name);
  if (message->works[work] < G_MAXUINT16)
    message->works[work]++;
}

static void
read_tools (OutlayJsonScan *scan,
            Message        *message)
{
  outlay_json_scan_enter (scan, OUTLAY_JSON_LIST);
  while (outlay_json_scan_next_entry (scan))
    if (outlay_json_scan_peek (scan) == OUTLAY_JSON_OBJECT)
      read_tool (scan, message);
    else
      outlay_json_scan_skip (scan);
}

static void
read_member (OutlayJsonScan *scan,
             Message        *message,
             OutlayJsonSpan  key)
{
  OutlayJsonKind kind = outlay_json_scan_peek (scan);
  gboolean is_text = kind == OUTLAY_JSON_TEXT;

  if (is_text && outlay_json_span_equal (key, "id"))
    outlay_json_scan_text (scan, &message->id);
  else if (is_text && outlay_json_span_equal (key, "type"))
    outlay_json_scan_text (scan, &message->type);
  else if (is_text && outlay_json_span_equal (key, "timestamp"))
    outlay_json_scan_text (scan, &message->timestamp);
  else if (is_text && outlay_json_span_equal (key, "model"))
    outlay_json_scan_text (scan, &message->model);
  else if (kind == OUTLAY_JSON_OBJECT && outlay_json_span_equal (key, "tokens"))
    read_counts (scan, message);
  else if (kind == OUTLAY_JSON_LIST && outlay_json_span_equal (key, "toolCalls"))
    read_tools (scan, message);
  else
    outlay_json_scan_skip (scan);
}

static void
add_message (OutlayLogFile *file,
             const Message *message,
             gint64         session,
             gint64         number)
{
  gboolean is_call = outlay_json_span_equal (message->type, "gemini") && message->has_counts;
  const Counts *counts = &message->counts;
  OutlayUsage usage = { .session = session };

  if (!is_call && !outlay_json_span_equal (message->type, "user"))
    return;

  if (message->bad_counts)
    {
      outlay_log_file_add_trouble (file, OUTLAY_LOG_NO_COUNT);
      return;
    }
  if (!outlay_parse_moment (message->timestamp.start, message->timestamp.length, &usage.at))
    {
      outlay_log_file_add_trouble (file, OUTLAY_LOG_NO_TIME);
      return;
    }

  usage.key = message->id.length > 0
                ? outlay_usage_key ("gemini", message->id.start, message->id.length)
                : number;
  usage.key = outlay_usage_key_numbers (session, &usage.key, 1);
  usage.kind = is_call ? OUTLAY_USAGE_CALL : OUTLAY_USAGE_PROMPT;
  if (is_call)
    {
      usage.tokens.input = MAX (counts->input - counts->cached, 0) + counts->tool;
      usage.tokens.read = MIN (counts->cached, counts->input);
      usage.tokens.output = counts->output + counts->thoughts;
      usage.output_estimate = usage.tokens.output;
      memcpy (usage.works, message->works, sizeof usage.works);
      if (message->model.length > 0)
        usage.model = outlay_log_file_keep (file, message->model.start, message->model.length);
      file->calls++;
    }
  outlay_log_file_add_usage (file, &usage);
}

static void
read_messages (OutlayJsonScan *scan,
               OutlayLogFile  *file,
               gint64          session)
{
  gint64 number = 0;

  outlay_json_scan_enter (scan, OUTLAY_JSON_LIST);
  while (outlay_json_scan_next_entry (scan))
    {
      Message message = { 0 };
      OutlayJsonSpan key;

      if (outlay_json_scan_peek (scan) != OUTLAY_JSON_OBJECT)
        {
          outlay_json_scan_skip (scan);
          continue;
        }

      outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
      while (outlay_json_scan_next_key (scan, &key))
        read_member (scan, &message, key);
      if (!scan->broken)
        add_message (file, &message, session, number++);
    }
}

/* The session's name may stand behind its messages. */
static OutlayJsonSpan
find_session (const char *text,
              gsize       length)
{
  OutlayJsonScan scan;
  OutlayJsonSpan key, session = { "", 0 };

  outlay_json_scan_init (&scan, text, length);
  outlay_json_scan_enter (&scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (&scan, &key))
    if (outlay_json_span_equal (key, "sessionId") &&
        outlay_json_scan_peek (&scan) == OUTLAY_JSON_TEXT)
      outlay_json_scan_text (&scan, &session);
    else
      outlay_json_scan_skip (&scan);

  return session;
}

static void
read_document (gpointer    state,
               const char *text,
               gsize       length)
{
  OutlayLogFile *file = state;
  OutlayJsonSpan name = find_session (text, length), key;
  OutlayUsageSession session = {
    .key = outlay_usage_key ("session", name.start, name.length),
    .name = outlay_json_span_dup (name),
    .agent = g_strdup ("gemini-cli"),
  };
  gint64 session_key = session.key;
  OutlayJsonScan scan;

  outlay_log_file_add_session (file, &session);
  outlay_json_scan_init (&scan, text, length);
  outlay_json_scan_enter (&scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (&scan, &key))
    if (outlay_json_span_equal (key, "messages") &&
        outlay_json_scan_peek (&scan) == OUTLAY_JSON_LIST)
      read_messages (&scan, file, session_key);
    else
      outlay_json_scan_skip (&scan);

  if (!outlay_json_scan_finish (&scan))
    outlay_log_file_add_trouble (file, OUTLAY_LOG_NOT_JSON);
  if (scan.bad_text)
    outlay_log_file_add_trouble (file, OUTLAY_LOG_NOT_TEXT);
}

const OutlayLogReader outlay_gemini_reader = { TRUE, begin, read_document, end };
