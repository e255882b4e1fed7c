/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logs of one format, told by FUZZ_READER: whatever they hold, what is read of
 * them is sane. */
#include "fuzz.h"

#include "log-reader.h"
#include "log-row.h"

#include <string.h>

static void
check_usage (const OutlayUsage *usage,
             GHashTable        *keys)
{
  const gint64 most = G_GINT64_CONSTANT (2000000000000000);

  g_assert (g_hash_table_add (keys, g_memdup2 (&usage->key, sizeof usage->key)) ||
            &FUZZ_READER != &outlay_claude_reader);
  g_assert (usage->at > 0 && usage->kind <= OUTLAY_USAGE_COMPACTION);
  g_assert (usage->tokens.input >= 0 && usage->tokens.input <= most);
  g_assert (usage->tokens.write_5m >= 0 && usage->tokens.write_5m <= most);
  g_assert (usage->tokens.write_1h >= 0 && usage->tokens.write_1h <= most);
  g_assert (usage->tokens.read >= 0 && usage->tokens.read <= most);
  g_assert (usage->tokens.output >= 0 && usage->tokens.output <= most);
  g_assert (usage->output_estimate >= usage->tokens.output);
  g_assert (usage->model == NULL || g_utf8_validate (usage->model, -1, NULL));
}

static void
check_row (const OutlayLogRow *row)
{
  g_assert (row->tokens.input >= 0 && row->tokens.output >= 0 && row->tokens.read >= 0);
  g_assert (row->cost >= -1 && row->turns >= -1 && row->calls >= -1);
  for (guint i = 0; i < OUTLAY_N_ROW_TEXTS; i++)
    g_assert (row->texts[i] == NULL || g_utf8_validate (row->texts[i], -1, NULL));
}

static void
take (OutlayLogFile  *file,
      OutlayLogBatch *batch,
      gpointer        data)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < batch->usages->len; i++)
    check_usage (&g_array_index (batch->usages, OutlayUsage, i), keys);
  for (guint i = 0; i < batch->rows->len; i++)
    check_row (&g_array_index (batch->rows, OutlayLogRow, i));
  for (guint i = 0; i < batch->sessions->len; i++)
    {
      const OutlayUsageSession *session =
        &g_array_index (batch->sessions, OutlayUsageSession, i);

      g_assert (session->name != NULL && g_utf8_validate (session->name, -1, NULL));
      g_assert (session->agent != NULL);
    }
  outlay_log_batch_free (batch);
}

static void
read_lines (gpointer    state,
            const char *text,
            const char *end)
{
  while (text < end)
    {
      const char *newline = memchr (text, '\n', (gsize) (end - text));
      const char *stop = newline != NULL ? newline : end;

      if (stop > text)
        FUZZ_READER.read (state, text, (gsize) (stop - text));
      text = stop + 1;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (OutlayLogFile) file = outlay_log_file_new ("fuzz", (gint64) size, 0);
  const char *text = (const char *) data;
  gpointer state;

  file->take = take;
  outlay_log_format_tell (text, size, NULL);
  state = FUZZ_READER.begin (file);
  if (FUZZ_READER.whole)
    FUZZ_READER.read (state, text, size);
  else
    read_lines (state, text, text + size);
  FUZZ_READER.end (state);
  outlay_log_file_flush (file);

  return 0;
}
