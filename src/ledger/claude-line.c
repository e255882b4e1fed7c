/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a Claude Code log: what stands where. */
#include "claude-line.h"

#include "work-kind.h"

#include <string.h>

/* Before 2.1.91 the output that is logged can be what was known when the answer
 * began. */
#define FIRST_WITH_OUTPUT 2001091

/* Logs that are shared with their texts taken out say how long a text was. */
static gint64
count_text (OutlayJsonSpan span)
{
  static const char mark[] = "[redacted ";

  if (span.length > strlen (mark) && span.length < 40 &&
      memcmp (span.start, mark, strlen (mark)) == 0)
    return g_ascii_strtoll (span.start + strlen (mark), NULL, 10);

  return (gint64) outlay_json_span_count (span);
}

/* A tool's input: its length as JSON, and what kind of work it was. */
static void
read_tool_input (OutlayJsonScan      *scan,
                 OutlayClaudeContent *content,
                 OutlayWorkKind      *work)
{
  const char *start;
  OutlayJsonSpan key, text;
  gint64 taken_out = 0;

  if (outlay_json_scan_peek (scan) != OUTLAY_JSON_OBJECT)
    {
      outlay_json_scan_skip (scan);
      return;
    }

  start = scan->at;
  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    if (outlay_json_span_equal (key, "command") &&
        outlay_json_scan_peek (scan) == OUTLAY_JSON_TEXT)
      {
        if (outlay_json_scan_text (scan, &text) && *work == OUTLAY_WORK_COMMAND)
          *work = outlay_work_of_command (text);
      }
    else if (outlay_json_span_equal (key, "redacted_chars"))
      outlay_json_scan_whole (scan, &taken_out);
    else
      outlay_json_scan_skip (scan);

  content->tool_json += taken_out > 0 ? taken_out : (gint64) (scan->at - start);
}

static void
read_block (OutlayJsonScan      *scan,
            OutlayClaudeMessage *message)
{
  OutlayJsonSpan key, type = { NULL, 0 }, text = { NULL, 0 }, thinking = { NULL, 0 };
  OutlayWorkKind work = OUTLAY_WORK_OTHER;

  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    {
      gboolean is_text = outlay_json_scan_peek (scan) == OUTLAY_JSON_TEXT;

      if (is_text && outlay_json_span_equal (key, "type"))
        outlay_json_scan_text (scan, &type);
      else if (is_text && outlay_json_span_equal (key, "text"))
        outlay_json_scan_text (scan, &text);
      else if (is_text && outlay_json_span_equal (key, "thinking"))
        outlay_json_scan_text (scan, &thinking);
      else if (is_text && outlay_json_span_equal (key, "name"))
        {
          OutlayJsonSpan name;

          if (outlay_json_scan_text (scan, &name))
            work = outlay_work_of_tool (name);
        }
      else if (outlay_json_span_equal (key, "input"))
        read_tool_input (scan, &message->content, &work);
      else
        outlay_json_scan_skip (scan);
    }

  if (type.length == 0)
    return;

  message->has_content = TRUE;
  if (outlay_json_span_equal (type, "tool_result"))
    message->is_tool_result = TRUE;
  else if (outlay_json_span_equal (type, "text"))
    {
      message->content.text += message->is_late ? 0 : count_text (text);
      if (message->start.start == NULL)
        message->start = text;
    }
  else if (outlay_json_span_equal (type, "thinking"))
    message->content.thinking += message->is_late ? 0 : count_text (thinking);
  else if (outlay_json_span_equal (type, "tool_use"))
    {
      message->content.tools++;
      message->works[work]++;
    }
}

static void
read_content (OutlayJsonScan      *scan,
              OutlayClaudeMessage *message)
{
  OutlayJsonKind kind = outlay_json_scan_peek (scan);

  if (kind == OUTLAY_JSON_TEXT)
    {
      message->has_content = outlay_json_scan_text (scan, &message->start);
      return;
    }

  if (kind != OUTLAY_JSON_LIST)
    {
      outlay_json_scan_skip (scan);
      return;
    }

  outlay_json_scan_enter (scan, OUTLAY_JSON_LIST);
  while (outlay_json_scan_next_entry (scan))
    if (outlay_json_scan_peek (scan) == OUTLAY_JSON_OBJECT)
      read_block (scan, message);
    else
      outlay_json_scan_skip (scan);
}

/* Counts of one class: null and what is left out are 0, anything else that is
 * not whole spoils the usage. */
static void
read_count (OutlayJsonScan *scan,
            gint64         *count,
            gboolean       *good)
{
  if (outlay_json_scan_peek (scan) == OUTLAY_JSON_NULL)
    outlay_json_scan_skip (scan);
  else if (!outlay_json_scan_whole (scan, count))
    *good = FALSE;
}

static void
read_lifetimes (OutlayJsonScan *scan,
                OutlayTokens   *tokens,
                gboolean       *good)
{
  OutlayJsonSpan key;

  if (outlay_json_scan_peek (scan) != OUTLAY_JSON_OBJECT)
    {
      outlay_json_scan_skip (scan);
      return;
    }

  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    if (outlay_json_span_equal (key, "ephemeral_5m_input_tokens"))
      read_count (scan, &tokens->write_5m, good);
    else if (outlay_json_span_equal (key, "ephemeral_1h_input_tokens"))
      read_count (scan, &tokens->write_1h, good);
    else
      outlay_json_scan_skip (scan);
}

static void
read_usage (OutlayJsonScan      *scan,
            OutlayClaudeMessage *message)
{
  OutlayTokens *tokens = &message->tokens;
  OutlayJsonSpan key;
  gint64 written = 0;
  gboolean good = TRUE;

  if (outlay_json_scan_peek (scan) != OUTLAY_JSON_OBJECT)
    {
      outlay_json_scan_skip (scan);
      return;
    }

  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    if (outlay_json_span_equal (key, "input_tokens"))
      read_count (scan, &tokens->input, &good);
    else if (outlay_json_span_equal (key, "cache_creation_input_tokens"))
      read_count (scan, &written, &good);
    else if (outlay_json_span_equal (key, "cache_read_input_tokens"))
      read_count (scan, &tokens->read, &good);
    else if (outlay_json_span_equal (key, "output_tokens"))
      read_count (scan, &tokens->output, &good);
    else if (outlay_json_span_equal (key, "cache_creation"))
      read_lifetimes (scan, tokens, &good);
    else
      outlay_json_scan_skip (scan);

  /* What has no stated lifetime was written for 5 minutes, the vendor's default. */
  tokens->write_5m = MAX (tokens->write_5m, written - tokens->write_1h);
  message->has_usage = good;
  message->bad_counts = !good;
}

static void
read_message (OutlayJsonScan      *scan,
              OutlayClaudeMessage *message)
{
  OutlayJsonSpan key;

  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    {
      gboolean is_text = outlay_json_scan_peek (scan) == OUTLAY_JSON_TEXT;

      if (outlay_json_span_equal (key, "content"))
        read_content (scan, message);
      else if (outlay_json_span_equal (key, "usage"))
        read_usage (scan, message);
      else if (is_text && outlay_json_span_equal (key, "id"))
        outlay_json_scan_text (scan, &message->id);
      else if (is_text && outlay_json_span_equal (key, "model"))
        outlay_json_scan_text (scan, &message->model);
      else if (outlay_json_span_equal (key, "stop_reason"))
        {
          message->is_final = is_text;
          outlay_json_scan_skip (scan);
        }
      else
        outlay_json_scan_skip (scan);
    }
}

/* A progress line quotes a sub-agent's message: {"message": {"type": "assistant",
 * "message": {"id": ...}}}. Only that it was made is of interest. */
static void
read_quoted_message (OutlayJsonScan *scan,
                     OutlayJsonSpan *id)
{
  OutlayJsonSpan key, type = { NULL, 0 };
  OutlayClaudeMessage message = { 0 };

  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    {
      OutlayJsonKind kind = outlay_json_scan_peek (scan);

      if (kind == OUTLAY_JSON_TEXT && outlay_json_span_equal (key, "type"))
        outlay_json_scan_text (scan, &type);
      else if (kind == OUTLAY_JSON_OBJECT && outlay_json_span_equal (key, "message"))
        read_message (scan, &message);
      else
        outlay_json_scan_skip (scan);
    }

  if (outlay_json_span_equal (type, "assistant"))
    *id = message.id;
}

static void
read_progress (OutlayJsonScan *scan,
               OutlayJsonSpan *id)
{
  OutlayJsonSpan key;

  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    if (outlay_json_span_equal (key, "message") &&
        outlay_json_scan_peek (scan) == OUTLAY_JSON_OBJECT)
      read_quoted_message (scan, id);
    else
      outlay_json_scan_skip (scan);
}

static OutlayJsonSpan *
find_text (OutlayClaudeLine *line,
           OutlayJsonSpan    key)
{
  if (outlay_json_span_equal (key, "type"))
    return &line->type;
  if (outlay_json_span_equal (key, "subtype"))
    return &line->subtype;
  if (outlay_json_span_equal (key, "sessionId"))
    return &line->session;
  if (outlay_json_span_equal (key, "uuid"))
    return &line->uuid;
  if (outlay_json_span_equal (key, "requestId"))
    return &line->request;
  if (outlay_json_span_equal (key, "timestamp"))
    return &line->timestamp;
  if (outlay_json_span_equal (key, "cwd"))
    return &line->cwd;
  if (outlay_json_span_equal (key, "version"))
    return &line->version;

  return NULL;
}

static gboolean *
find_flag (OutlayClaudeLine *line,
           OutlayJsonSpan    key)
{
  if (outlay_json_span_equal (key, "isSidechain"))
    return &line->is_sidechain;
  if (outlay_json_span_equal (key, "isMeta"))
    return &line->is_meta;
  if (outlay_json_span_equal (key, "isCompactSummary"))
    return &line->is_summary;

  return NULL;
}

/* 2001042 for "2.1.42"; 0 for none. */
static int
read_version (OutlayJsonSpan version)
{
  int parts[3] = { 0, 0, 0 };
  guint part = 0;

  for (gsize i = 0; i < version.length && part < 3; i++)
    if (version.start[i] == '.')
      part++;
    else if (g_ascii_isdigit (version.start[i]) && parts[part] < 100)
      parts[part] = parts[part] * 10 + (version.start[i] - '0');

  return parts[0] * 1000000 + parts[1] * 1000 + parts[2];
}

/* Returns: whether the line is of a version that logs output as it was; one that
 * does not say its version may not be */
gboolean
outlay_claude_line_is_late (const OutlayClaudeLine *line)
{
  return read_version (line->version) >= FIRST_WITH_OUTPUT;
}

static void
read_member (OutlayJsonScan   *scan,
             OutlayClaudeLine *line,
             OutlayJsonSpan    key)
{
  OutlayJsonKind kind = outlay_json_scan_peek (scan);
  OutlayJsonSpan *text = kind == OUTLAY_JSON_TEXT ? find_text (line, key) : NULL;
  gboolean *flag = kind == OUTLAY_JSON_TRUE ? find_flag (line, key) : NULL;

  if (text != NULL)
    outlay_json_scan_text (scan, text);
  else if (flag != NULL)
    *flag = outlay_json_scan_flag (scan);
  else if (kind == OUTLAY_JSON_OBJECT && outlay_json_span_equal (key, "message"))
    {
      line->message.is_late = outlay_claude_line_is_late (line);
      read_message (scan, &line->message);
    }
  else if (kind == OUTLAY_JSON_OBJECT && outlay_json_span_equal (key, "data"))
    read_progress (scan, &line->quoted);
  else
    outlay_json_scan_skip (scan);
}

/**
 * outlay_claude_line_read:
 * @line: (out): what counts in it
 * @text: a line of a log
 * @length: of @text in bytes
 * @bad_text: (out): whether it holds text that is not UTF-8
 *
 * Returns: whether the whole line is one JSON object
 */
gboolean
outlay_claude_line_read (OutlayClaudeLine *line,
                         const char       *text,
                         gsize             length,
                         gboolean         *bad_text)
{
  OutlayJsonScan scan;
  OutlayJsonSpan key;

  *line = (OutlayClaudeLine) { 0 };
  outlay_json_scan_init (&scan, text, length);
  outlay_json_scan_enter (&scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (&scan, &key))
    read_member (&scan, line, key);
  *bad_text = scan.bad_text;

  return outlay_json_scan_finish (&scan);
}
