/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claude Code: a line a content block. Every block of an answer repeats the
 * answer's usage, and the last repeats it best. */
#include "claude-line.h"
#include "log-reader.h"

#include <math.h>
#include <string.h>

#define MINUTE_MS 60000

typedef struct
{
  OutlayLogFile *file;
  GHashTable    *places;   /* (element-type gint64 guint): key to place in the batch */
  GArray        *contents; /* (element-type OutlayClaudeContent): beside the batch's usages */
  GHashTable    *seen;     /* (element-type gint64): content blocks, quoted messages */
  char          *session_name;
  gint64         session;
  gint64         last_at;
} Reader;

static gpointer
begin (OutlayLogFile *file)
{
  Reader *reader = g_new0 (Reader, 1);

  reader->file = file;
  reader->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  reader->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  reader->contents = g_array_new (FALSE, FALSE, sizeof (OutlayClaudeContent));

  return reader;
}

static void
end (gpointer state)
{
  Reader *reader = state;

  g_hash_table_unref (reader->places);
  g_hash_table_unref (reader->seen);
  g_array_unref (reader->contents);
  g_free (reader->session_name);
  g_free (reader);
}

/* What an answer's content says about its output: fitted on answers that have
 * both (R2 0.99, n = 601). */
static gint64
estimate_output (const OutlayClaudeContent *content)
{
  return (gint64) floor (0.254 * (double) content->text + 0.309 * (double) content->tool_json +
                         0.315 * (double) content->thinking + 17.0 * (double) content->tools +
                         26.0 + 0.5);
}

/* A name for the last folder of a path is enough to add costs up by. */
static char *
name_repository (OutlayJsonSpan cwd)
{
  g_autofree char *path = outlay_json_span_dup (cwd);

  for (char *c = path; *c != '\0'; c++)
    if (*c == '\\')
      *c = '/';

  return *path != '\0' ? g_path_get_basename (path) : NULL;
}

static void
add_session (Reader                 *reader,
             const OutlayClaudeLine *line)
{
  OutlayUsageSession session = {
    .key = reader->session,
    .name = g_strdup (reader->session_name),
    .agent = g_strdup ("claude-code"),
    .repository = line->cwd.length > 0 ? name_repository (line->cwd) : NULL,
    .version = line->version.length > 0 ? outlay_json_span_dup (line->version) : NULL,
  };

  outlay_log_file_add_session (reader->file, &session);
}

/* The session of a line; a line that names none belongs to its file. Every batch
 * says which sessions it is about. */
static gint64
get_session (Reader                 *reader,
             const OutlayClaudeLine *line)
{
  gboolean is_same = reader->session_name != NULL &&
                     (line->session.length == 0 ||
                      outlay_json_span_equal (line->session, reader->session_name));

  if (is_same && reader->file->batch != NULL)
    return reader->session;

  if (!is_same)
    {
      g_free (reader->session_name);
      reader->session_name = line->session.length > 0
                               ? outlay_json_span_dup (line->session)
                               : g_path_get_basename (reader->file->path);
      reader->session = outlay_usage_key ("session", reader->session_name,
                                          strlen (reader->session_name));
    }
  add_session (reader, line);

  return reader->session;
}

/* Whether this is the first time that a name turns up in the file. */
static gboolean
is_new (Reader         *reader,
        const char     *kind,
        OutlayJsonSpan  name)
{
  gint64 key = outlay_usage_key (kind, name.start, name.length);

  return name.length == 0 ||
         g_hash_table_add (reader->seen, g_memdup2 (&key, sizeof key));
}

/* Room for one more usage, and its session, in the batch. */
static void
make_room (Reader *reader)
{
  if (outlay_log_file_flush_full (reader->file))
    {
      g_hash_table_remove_all (reader->places);
      g_hash_table_remove_all (reader->seen);
      g_array_set_size (reader->contents, 0);
    }
}

static OutlayUsage
make_usage (Reader                 *reader,
            const OutlayClaudeLine *line,
            OutlayUsageKind         kind,
            gint64                  key,
            gint64                  at)
{
  make_room (reader);

  return (OutlayUsage) {
    .key = key,
    .session = get_session (reader, line),
    .at = at,
    .kind = (guint8) kind,
    .flags = line->is_sidechain ? OUTLAY_USAGE_SUBAGENT : 0,
  };
}

/* The batch's usage of this key, or a new one. */
static OutlayUsage *
find_usage (Reader            *reader,
            const OutlayUsage *usage,
            gboolean          *is_copy)
{
  GArray *usages;
  gpointer place;

  *is_copy = g_hash_table_lookup_extended (reader->places, &usage->key, NULL, &place);
  if (*is_copy)
    {
      usages = reader->file->batch->usages;
      return &g_array_index (usages, OutlayUsage, GPOINTER_TO_UINT (place));
    }

  outlay_log_file_add_usage (reader->file, usage);
  usages = reader->file->batch->usages;
  g_array_set_size (reader->contents, usages->len);
  g_array_index (reader->contents, OutlayClaudeContent, usages->len - 1) =
    (OutlayClaudeContent) { 0 };
  g_hash_table_insert (reader->places, g_memdup2 (&usage->key, sizeof usage->key),
                       GUINT_TO_POINTER (usages->len - 1));

  return &g_array_index (usages, OutlayUsage, usages->len - 1);
}

/* Another content block of a message. */
static void
add_content (OutlayUsage               *usage,
             OutlayClaudeContent       *sum,
             const OutlayClaudeMessage *message)
{
  sum->text += message->content.text;
  sum->tool_json += message->content.tool_json;
  sum->thinking += message->content.thinking;
  sum->tools += message->content.tools;
  for (guint i = 0; i < OUTLAY_N_WORKS; i++)
    usage->works[i] = (guint16) MIN (usage->works[i] + message->works[i], G_MAXUINT16);
}

static void
add_answer (Reader                 *reader,
            const OutlayClaudeLine *line,
            gint64                  at)
{
  const OutlayClaudeMessage *message = &line->message;
  OutlayJsonSpan id = message->id.length > 0 ? message->id : line->uuid;
  OutlayUsage copy = make_usage (reader, line, OUTLAY_USAGE_CALL,
                                 outlay_usage_key ("call", id.start, id.length), at);
  gboolean is_copy;
  OutlayClaudeContent *content;
  OutlayUsage *usage;

  copy.tokens = message->tokens;
  if (!outlay_claude_line_is_late (line) && !message->is_final)
    copy.flags |= OUTLAY_USAGE_PLACEHOLDER;
  usage = find_usage (reader, &copy, &is_copy);
  content = &g_array_index (reader->contents, OutlayClaudeContent,
                            usage - (OutlayUsage *) (gpointer) reader->file->batch->usages->data);

  if (is_copy)
    reader->file->copies++;
  else
    {
      reader->file->calls++;
      usage->model = message->model.length == 0 ? NULL :
        outlay_log_file_keep (reader->file, message->model.start, message->model.length);
    }
  if (is_copy && outlay_usage_is_fuller (&copy, usage))
    usage->tokens = copy.tokens;
  usage->at = MIN (usage->at, at);
  if ((copy.flags & OUTLAY_USAGE_PLACEHOLDER) == 0)
    usage->flags &= (guint8) ~OUTLAY_USAGE_PLACEHOLDER;

  if (message->has_content && is_new (reader, "block", line->uuid))
    add_content (usage, content, message);
  usage->output_estimate = usage->tokens.output;
  if ((usage->flags & OUTLAY_USAGE_PLACEHOLDER) != 0)
    usage->output_estimate = MAX (usage->output_estimate, estimate_output (content));
}

/* What a person types begins a turn; what programs put in a person's mouth does
 * not. */
static gboolean
is_prompt (const OutlayClaudeLine *line)
{
  static const char * const not_typed[] = {
    "<local-command-", "<command-name>", "<bash-", "<task-notification>",
    "[Request interrupted",
  };
  const OutlayClaudeMessage *message = &line->message;

  if (line->is_meta || line->is_summary || line->is_sidechain || !message->has_content ||
      message->is_tool_result)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (not_typed); i++)
    if (message->start.length >= strlen (not_typed[i]) &&
        memcmp (message->start.start, not_typed[i], strlen (not_typed[i])) == 0)
      return FALSE;

  return TRUE;
}

static void
add_mark (Reader                 *reader,
          const OutlayClaudeLine *line,
          OutlayUsageKind         kind,
          gint64                  at)
{
  const char *name = kind == OUTLAY_USAGE_PROMPT ? "prompt" : "compaction";
  OutlayJsonSpan id = line->uuid.length > 0 ? line->uuid : line->timestamp;
  OutlayUsage usage = make_usage (reader, line, kind,
                                  outlay_usage_key (name, id.start, id.length), at);
  gboolean is_copy;

  find_usage (reader, &usage, &is_copy);
}

static gboolean
read_time (Reader                 *reader,
           const OutlayClaudeLine *line,
           gint64                 *at)
{
  if (!outlay_parse_moment (line->timestamp.start, line->timestamp.length, at))
    {
      outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_NO_TIME);
      return FALSE;
    }

  if (*at < reader->last_at - MINUTE_MS)
    outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_CLOCK_BACK);
  reader->last_at = *at;

  return TRUE;
}

static void
read_answer (Reader                 *reader,
             const OutlayClaudeLine *line)
{
  const OutlayClaudeMessage *message = &line->message;
  gint64 at;

  /* The program's own messages ("<synthetic>") were never sent to a model. */
  if (outlay_json_span_equal (message->model, "<synthetic>"))
    return;
  if (message->bad_counts)
    outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_NO_COUNT);
  else if (message->has_usage && (message->id.length > 0 || line->uuid.length > 0) &&
           read_time (reader, line, &at))
    add_answer (reader, line, at);
}

static void
read_record (gpointer    state,
             const char *text,
             gsize       length)
{
  Reader *reader = state;
  OutlayClaudeLine line;
  gboolean bad_text;
  gint64 at;

  if (!outlay_claude_line_read (&line, text, length, &bad_text))
    {
      outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_NOT_JSON);
      return;
    }
  if (bad_text)
    outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_NOT_TEXT);

  if (outlay_json_span_equal (line.type, "assistant"))
    read_answer (reader, &line);
  else if (outlay_json_span_equal (line.type, "user") && is_prompt (&line) &&
           read_time (reader, &line, &at))
    add_mark (reader, &line, OUTLAY_USAGE_PROMPT, at);
  else if (outlay_json_span_equal (line.subtype, "compact_boundary") &&
           outlay_json_span_equal (line.type, "system") && read_time (reader, &line, &at))
    add_mark (reader, &line, OUTLAY_USAGE_COMPACTION, at);
  else if (line.quoted.length > 0 && is_new (reader, "quoted", line.quoted))
    reader->file->quoted_calls++;
}

const OutlayLogReader outlay_claude_reader = { FALSE, begin, read_record, end };
