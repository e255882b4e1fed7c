/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OUTLAY_USAGE_CALL,      /* one answer of a model */
  OUTLAY_USAGE_PROMPT,    /* one message of the person: it begins a turn */
  OUTLAY_USAGE_COMPACTION /* the context was summed up */
} OutlayUsageKind;

/* What is known of a call besides its counts. */
typedef enum
{
  OUTLAY_USAGE_SUBAGENT    = 1 << 0, /* made by an agent that another one set off */
  OUTLAY_USAGE_PLACEHOLDER = 1 << 1  /* output was logged before it was known */
} OutlayUsageFlags;

/* What a session did, by the tools it used: see work-kind.h. */
typedef enum
{
  OUTLAY_WORK_EDIT,
  OUTLAY_WORK_READ,
  OUTLAY_WORK_TEST,
  OUTLAY_WORK_OPERATE,
  OUTLAY_WORK_WEB,
  OUTLAY_WORK_DELEGATE,
  OUTLAY_WORK_COMMAND,
  OUTLAY_WORK_OTHER,
  OUTLAY_N_WORKS
} OutlayWorkKind;

/**
 * OutlayTokens:
 * @input: what no cache served
 * @write_5m: written to a cache of 5 minutes, or of no known lifetime
 * @write_1h: written to a cache of 1 hour
 * @read: read from a cache
 * @output: all output, reasoning included
 */
typedef struct
{
  gint64 input;
  gint64 write_5m;
  gint64 write_1h;
  gint64 read;
  gint64 output;
} OutlayTokens;

/**
 * OutlayUsage:
 * @key: the same for every copy of the same message, in whatever file
 * @session: of its session
 * @at: milliseconds since 1970, UTC
 * @model: as the log names it, interned, or %NULL where it does not
 * @output_estimate: output, repaired where the log holds a placeholder
 * @works: how many of its tools did what, by OutlayWorkKind
 *
 * One thing that happened in a session. Numbers only: what was said is not kept.
 */
typedef struct
{
  gint64           key;
  gint64           session;
  gint64           at;
  const char      *model;
  OutlayTokens     tokens;
  gint64           output_estimate;
  guint16          works[OUTLAY_N_WORKS];
  guint8           kind;  /* OutlayUsageKind */
  guint8           flags; /* OutlayUsageFlags */
} OutlayUsage;

/**
 * OutlayUsageSession:
 * @key: of the session
 * @name: as the log names it
 * @agent: the program: `claude-code`, `codex`, `gemini-cli`, `ccusage`
 * @repository: or %NULL
 * @version: of the agent, or %NULL
 */
typedef struct
{
  gint64  key;
  char   *name;
  char   *agent;
  char   *repository;
  char   *version;
} OutlayUsageSession;

void   outlay_usage_session_clear (OutlayUsageSession *session);

gint64 outlay_usage_key           (const char         *kind,
                                   const char         *text,
                                   gsize               length);
gint64 outlay_usage_key_numbers   (gint64              key,
                                   const gint64       *numbers,
                                   guint               n_numbers);
gint64 outlay_tokens_prompt       (const OutlayTokens *tokens);
gboolean outlay_usage_is_fuller   (const OutlayUsage  *one,
                                   const OutlayUsage  *other);
gboolean outlay_parse_moment      (const char         *text,
                                   gsize               length,
                                   gint64             *at);
int    outlay_moment_get_day      (gint64              at);

G_END_DECLS
