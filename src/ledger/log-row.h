/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "log-file.h"

G_BEGIN_DECLS

/**
 * OutlayLogRow:
 * @key: the same whenever the row is read again
 * @at: when it began, milliseconds since 1970
 * @texts: by OutlayRowColumn; %NULL: not said
 * @turns: messages of the person; -1: not said, as the three that follow
 * @wall_ms: from first to last, in milliseconds
 * @cost: nano-dollars that the table states, or -1
 *
 * One run as a table states it.
 */
struct _OutlayLogRow
{
  gint64        key;
  gint64        at;
  const char   *texts[OUTLAY_N_ROW_TEXTS];
  OutlayTokens  tokens;
  gint64        turns;
  gint64        calls;
  gint64        tool_calls;
  gint64        wall_ms;
  gint64        cost;
};

void outlay_log_file_add_row (OutlayLogFile      *file,
                              const OutlayLogRow *row);

G_END_DECLS
