/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codex: a line an event. Token counts are told again and again; one counts when
 * the running total has changed. A session that goes on from another repeats its
 * lines, so that a count is known by the first session and the totals. */
#include "json-scan.h"
#include "log-reader.h"
#include "work-kind.h"

#include <string.h>

#define MINUTE_MS 60000

typedef struct
{
  gint64 input; /* cached ones too */
  gint64 cached;
  gint64 output; /* reasoning too */
  gint64 reasoning;
  gint64 total;
} Counts;

typedef struct
{
  OutlayJsonSpan kind; /* payload.type */
  OutlayJsonSpan id, forked_from, cwd, repository, version, model, name, command;
  gboolean       is_subagent;
  gboolean       has_total, has_last, bad_counts;
  Counts         total, last;
} Payload;

typedef struct
{
  OutlayLogFile *file;
  char          *name;       /* of the session */
  gint64         session;
  gint64         root;       /* the session whose totals these are */
  char          *model;
  gboolean       is_subagent;
  gboolean       has_counted;
  Counts         total;
  gint64         prompts;    /* since the last count */
  guint16        works[OUTLAY_N_WORKS];
  gint64         last_at;
  char          *cwd, *repository, *version;
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
  Reader *reader = state;

  g_free (reader->name);
  g_free (reader->model);
  g_free (reader->cwd);
  g_free (reader->repository);
  g_free (reader->version);
  g_free (reader);
}

static void
read_counts (OutlayJsonScan *scan,
             Counts         *counts,
             gboolean       *has,
             gboolean       *bad)
{
  const struct
  {
    const char *name;
    gint64     *count;
  } members[] = {
    { "input_tokens", &counts->input },
    { "cached_input_tokens", &counts->cached },
    { "output_tokens", &counts->output },
    { "reasoning_output_tokens", &counts->reasoning },
    { "total_tokens", &counts->total },
  };
  OutlayJsonSpan key;

  if (outlay_json_scan_peek (scan) != OUTLAY_JSON_OBJECT)
    {
      outlay_json_scan_skip (scan);
      return;
    }

  *has = TRUE;
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
        *bad = TRUE;
    }
}

static void
read_info (OutlayJsonScan *scan,
           Payload        *payload)
{
  OutlayJsonSpan key;

  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    if (outlay_json_span_equal (key, "total_token_usage"))
      read_counts (scan, &payload->total, &payload->has_total, &payload->bad_counts);
    else if (outlay_json_span_equal (key, "last_token_usage"))
      read_counts (scan, &payload->last, &payload->has_last, &payload->bad_counts);
    else
      outlay_json_scan_skip (scan);
}

/* {"git": {"repository_url": ...}}, {"source": {"subagent": ...}} */
static void
read_nested (OutlayJsonScan *scan,
             Payload        *payload)
{
  OutlayJsonSpan key;

  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    if (outlay_json_span_equal (key, "repository_url") &&
        outlay_json_scan_peek (scan) == OUTLAY_JSON_TEXT)
      outlay_json_scan_text (scan, &payload->repository);
    else
      {
        if (outlay_json_span_equal (key, "subagent"))
          payload->is_subagent = TRUE;
        outlay_json_scan_skip (scan);
      }
}

static OutlayJsonSpan *
find_text (Payload        *payload,
           OutlayJsonSpan  key)
{
  const struct
  {
    const char     *name;
    OutlayJsonSpan *text;
  } texts[] = {
    { "type", &payload->kind },
    { "id", &payload->id },
    { "forked_from_id", &payload->forked_from },
    { "cwd", &payload->cwd },
    { "cli_version", &payload->version },
    { "model", &payload->model },
    { "name", &payload->name },
    { "arguments", &payload->command },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (outlay_json_span_equal (key, texts[i].name))
      return texts[i].text;

  return NULL;
}

static void
read_payload (OutlayJsonScan *scan,
              Payload        *payload)
{
  OutlayJsonSpan key;

  outlay_json_scan_enter (scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (scan, &key))
    {
      OutlayJsonKind kind = outlay_json_scan_peek (scan);
      OutlayJsonSpan *text = kind == OUTLAY_JSON_TEXT ? find_text (payload, key) : NULL;

      if (text != NULL)
        outlay_json_scan_text (scan, text);
      else if (kind == OUTLAY_JSON_OBJECT && outlay_json_span_equal (key, "info"))
        read_info (scan, payload);
      else if (kind == OUTLAY_JSON_OBJECT &&
               (outlay_json_span_equal (key, "git") || outlay_json_span_equal (key, "source")))
        read_nested (scan, payload);
      else
        outlay_json_scan_skip (scan);
    }
}

/* "owner/name" of a repository's address. */
static char *
name_address (OutlayJsonSpan address)
{
  g_autofree char *text = outlay_json_span_dup (address);
  char *name = strrchr (text, '/');

  if (g_str_has_suffix (text, ".git"))
    text[strlen (text) - 4] = '\0';
  while (name != NULL && name > text && name[-1] != '/' && name[-1] != ':')
    name--;

  return g_strdup (name != NULL ? name : text);
}

static void
replace (char           **text,
         OutlayJsonSpan   span)
{
  if (span.length == 0)
    return;

  g_free (*text);
  *text = outlay_json_span_dup (span);
}

/* A file can begin with the heads of the sessions that it goes on from, its own
 * first; the last one is where the totals began. */
static void
read_head (Reader        *reader,
           const Payload *payload)
{
  OutlayJsonSpan root = payload->forked_from.length > 0 ? payload->forked_from : payload->id;

  if (reader->has_counted || payload->id.length == 0)
    return;

  reader->root = outlay_usage_key ("session", root.start, root.length);
  if (reader->name != NULL)
    return;

  replace (&reader->name, payload->id);
  replace (&reader->cwd, payload->cwd);
  replace (&reader->version, payload->version);
  if (payload->repository.length > 0)
    reader->repository = name_address (payload->repository);
  else if (reader->cwd != NULL)
    reader->repository = g_path_get_basename (reader->cwd);
  reader->is_subagent = payload->is_subagent;
}

static void
make_session (Reader *reader)
{
  OutlayUsageSession session;

  if (reader->name == NULL)
    {
      reader->name = g_path_get_basename (reader->file->path);
      reader->root = outlay_usage_key ("session", reader->name, strlen (reader->name));
    }
  reader->session = outlay_usage_key ("session", reader->name, strlen (reader->name));

  session = (OutlayUsageSession) {
    .key = reader->session,
    .name = g_strdup (reader->name),
    .agent = g_strdup ("codex"),
    .repository = g_strdup (reader->repository),
    .version = g_strdup (reader->version),
  };
  outlay_log_file_add_session (reader->file, &session);
}

/* The key of what follows the last count: the same in a session that repeats it. */
static gint64
make_key (const Reader *reader,
          const Counts *total,
          const Counts *last,
          gint64        number)
{
  const gint64 numbers[] = {
    total->input, total->cached, total->output, total->reasoning, total->total,
    last->input, last->cached, last->output, last->reasoning, last->total, number,
  };

  return outlay_usage_key_numbers (reader->root, numbers, G_N_ELEMENTS (numbers));
}

static void
add_usage (Reader      *reader,
           OutlayUsage *usage)
{
  outlay_log_file_flush_full (reader->file);
  if (reader->session == 0 || reader->file->batch == NULL)
    make_session (reader);

  usage->session = reader->session;
  usage->flags |= reader->is_subagent ? OUTLAY_USAGE_SUBAGENT : 0;
  if (usage->kind == OUTLAY_USAGE_CALL && reader->model != NULL)
    usage->model = outlay_log_file_keep (reader->file, reader->model, strlen (reader->model));
  outlay_log_file_add_usage (reader->file, usage);
}

static Counts
subtract (const Counts *from,
          const Counts *what)
{
  return (Counts) {
    MAX (from->input - what->input, 0), MAX (from->cached - what->cached, 0),
    MAX (from->output - what->output, 0), MAX (from->reasoning - what->reasoning, 0),
    MAX (from->total - what->total, 0),
  };
}

/* One answer. Without its own counts it is what the total grew by. */
static void
read_count (Reader        *reader,
            const Payload *payload,
            gint64         at)
{
  Counts last = payload->last;
  OutlayUsage usage = { .at = at, .kind = OUTLAY_USAGE_CALL };

  if (!payload->has_total)
    return;

  if (reader->has_counted && memcmp (&payload->total, &reader->total, sizeof (Counts)) == 0)
    {
      reader->file->copies++;
      return;
    }

  if (!payload->has_last)
    last = subtract (&payload->total, &reader->total);
  if (reader->root == 0)
    make_session (reader);

  usage.key = make_key (reader, &payload->total, &last, 0);
  usage.tokens.input = MAX (last.input - last.cached, 0);
  usage.tokens.read = MIN (last.cached, last.input);
  usage.tokens.output = last.output;
  usage.output_estimate = last.output;
  memcpy (usage.works, reader->works, sizeof usage.works);
  add_usage (reader, &usage);

  reader->file->calls++;
  reader->has_counted = TRUE;
  reader->total = payload->total;
  reader->prompts = 0;
  memset (reader->works, 0, sizeof reader->works);
}

static void
read_mark (Reader          *reader,
           OutlayUsageKind  kind,
           gint64           at)
{
  const Counts none = { 0 };
  OutlayUsage usage = { .at = at, .kind = (guint8) kind };

  if (reader->root == 0)
    make_session (reader);
  reader->prompts++;
  usage.key = make_key (reader, &reader->total, &none, reader->prompts * 4 + (gint64) kind);
  add_usage (reader, &usage);
}

static void
read_tool (Reader        *reader,
           const Payload *payload)
{
  OutlayWorkKind work = payload->name.length > 0 ? outlay_work_of_tool (payload->name)
                                                 : OUTLAY_WORK_COMMAND;

  if (work == OUTLAY_WORK_COMMAND && payload->command.length > 0)
    work = outlay_work_of_command (payload->command);
  if (reader->works[work] < G_MAXUINT16)
    reader->works[work]++;
}

static void
read_event (Reader        *reader,
            const Payload *payload,
            gint64         at)
{
  if (payload->bad_counts)
    outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_NO_COUNT);
  else if (outlay_json_span_equal (payload->kind, "token_count"))
    read_count (reader, payload, at);
  else if (outlay_json_span_equal (payload->kind, "user_message"))
    read_mark (reader, OUTLAY_USAGE_PROMPT, at);
}

static gboolean
read_time (Reader         *reader,
           OutlayJsonSpan  timestamp,
           gint64         *at)
{
  if (!outlay_parse_moment (timestamp.start, timestamp.length, at))
    {
      outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_NO_TIME);
      return FALSE;
    }

  if (*at < reader->last_at - MINUTE_MS)
    outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_CLOCK_BACK);
  reader->last_at = *at;

  return TRUE;
}

static gboolean
is_tool (OutlayJsonSpan kind)
{
  return outlay_json_span_equal (kind, "function_call") ||
         outlay_json_span_equal (kind, "custom_tool_call") ||
         outlay_json_span_equal (kind, "local_shell_call");
}

static void
read_line (Reader         *reader,
           OutlayJsonSpan  type,
           OutlayJsonSpan  timestamp,
           const Payload  *payload)
{
  gint64 at;

  if (outlay_json_span_equal (type, "session_meta"))
    read_head (reader, payload);
  else if (outlay_json_span_equal (type, "turn_context"))
    replace (&reader->model, payload->model);
  else if (outlay_json_span_equal (type, "response_item") && is_tool (payload->kind))
    read_tool (reader, payload);
  else if (outlay_json_span_equal (type, "compacted") && read_time (reader, timestamp, &at))
    read_mark (reader, OUTLAY_USAGE_COMPACTION, at);
  else if (outlay_json_span_equal (type, "event_msg") && read_time (reader, timestamp, &at))
    read_event (reader, payload, at);
}

static void
read_record (gpointer    state,
             const char *text,
             gsize       length)
{
  Reader *reader = state;
  OutlayJsonScan scan;
  OutlayJsonSpan key, type = { NULL, 0 }, timestamp = { NULL, 0 };
  Payload payload = { 0 };

  outlay_json_scan_init (&scan, text, length);
  outlay_json_scan_enter (&scan, OUTLAY_JSON_OBJECT);
  while (outlay_json_scan_next_key (&scan, &key))
    {
      OutlayJsonKind kind = outlay_json_scan_peek (&scan);

      if (kind == OUTLAY_JSON_TEXT && outlay_json_span_equal (key, "type"))
        outlay_json_scan_text (&scan, &type);
      else if (kind == OUTLAY_JSON_TEXT && outlay_json_span_equal (key, "timestamp"))
        outlay_json_scan_text (&scan, &timestamp);
      else if (kind == OUTLAY_JSON_OBJECT && outlay_json_span_equal (key, "payload"))
        read_payload (&scan, &payload);
      else
        outlay_json_scan_skip (&scan);
    }

  if (!outlay_json_scan_finish (&scan))
    {
      outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_NOT_JSON);
      return;
    }
  if (scan.bad_text)
    outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_NOT_TEXT);

  read_line (reader, type, timestamp, &payload);
}

const OutlayLogReader outlay_codex_reader = { FALSE, begin, read_record, end };
