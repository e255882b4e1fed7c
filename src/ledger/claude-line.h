/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json-scan.h"
#include "usage.h"

G_BEGIN_DECLS

/* What an answer holds, for the estimate of its output; a message that needs none
 * is not measured. */
typedef struct
{
  gint64 text;      /* characters */
  gint64 tool_json;
  gint64 thinking;
  gint64 tools;
} OutlayClaudeContent;

typedef struct
{
  OutlayTokens        tokens;
  guint16             works[OUTLAY_N_WORKS];
  OutlayClaudeContent content;
  gboolean            is_late;    /* of a version that logs output as it was */
  gboolean            is_final;   /* it says why it stopped */
  gboolean            has_usage;
  gboolean            bad_counts; /* there is a usage, but not of whole numbers */
  gboolean            has_content;
  gboolean            is_tool_result;
  OutlayJsonSpan      id;
  OutlayJsonSpan      model;
  OutlayJsonSpan      start;      /* how the message's first text begins */
} OutlayClaudeMessage;

/**
 * OutlayClaudeLine:
 * @quoted: the id of a sub-agent's message that a progress line tells of
 *
 * What counts in a line. Its texts stand in the line.
 */
typedef struct
{
  OutlayJsonSpan      type;
  OutlayJsonSpan      subtype;
  OutlayJsonSpan      session;
  OutlayJsonSpan      uuid;
  OutlayJsonSpan      request;
  OutlayJsonSpan      timestamp;
  OutlayJsonSpan      cwd;
  OutlayJsonSpan      version;
  OutlayJsonSpan      quoted;
  gboolean            is_sidechain;
  gboolean            is_meta;
  gboolean            is_summary;
  OutlayClaudeMessage message;
} OutlayClaudeLine;

gboolean outlay_claude_line_read    (OutlayClaudeLine       *line,
                                     const char             *text,
                                     gsize                   length,
                                     gboolean               *bad_text);
gboolean outlay_claude_line_is_late (const OutlayClaudeLine *line);

G_END_DECLS
