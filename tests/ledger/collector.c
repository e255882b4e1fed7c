/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "collector.h"

#include "list-price.h"
#include "log-row.h"
#include "log-tree.h"

#include <glib/gstdio.h>

static void
free_session (gpointer data)
{
  outlay_usage_session_clear (data);
  g_free (data);
}

Collector *
collector_new (void)
{
  Collector *collector = g_new0 (Collector, 1);

  collector->usages = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  collector->sessions = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_session);
  collector->rows = g_array_new (FALSE, FALSE, sizeof (OutlayLogRow));
  collector->strings = g_string_chunk_new (1024);
  collector->names = g_ptr_array_new_with_free_func (g_free);

  return collector;
}

void
collector_free (Collector *collector)
{
  g_hash_table_unref (collector->usages);
  g_hash_table_unref (collector->sessions);
  g_array_unref (collector->rows);
  g_string_chunk_free (collector->strings);
  g_ptr_array_unref (collector->names);
  g_free (collector);
}

static const char *
keep (Collector  *collector,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (collector->strings, text) : NULL;
}

static void
take_usage (Collector         *collector,
            const OutlayUsage *usage)
{
  OutlayUsage *known = g_hash_table_lookup (collector->usages, &usage->key);
  gint64 at, estimate;

  if (known == NULL)
    {
      known = g_memdup2 (usage, sizeof *usage);
      known->model = keep (collector, usage->model);
      g_hash_table_insert (collector->usages, &known->key, known);
      return;
    }

  at = MIN (known->at, usage->at);
  estimate = MAX (known->output_estimate, usage->output_estimate);
  if (outlay_usage_is_fuller (usage, known))
    {
      *known = *usage;
      known->model = keep (collector, usage->model);
    }
  known->at = at;
  known->output_estimate = estimate;
}

static void
take (const OutlayLogFile  *file,
      const OutlayLogBatch *batch,
      gpointer              data)
{
  Collector *collector = data;

  collector->n_batches++;
  for (guint i = 0; i < batch->usages->len; i++)
    take_usage (collector, &g_array_index (batch->usages, OutlayUsage, i));

  for (guint i = 0; i < batch->sessions->len; i++)
    {
      const OutlayUsageSession *session =
        &g_array_index (batch->sessions, OutlayUsageSession, i);
      OutlayUsageSession *copy = g_memdup2 (session, sizeof *session);

      copy->name = g_strdup (session->name);
      copy->agent = g_strdup (session->agent);
      copy->repository = g_strdup (session->repository);
      copy->version = g_strdup (session->version);
      g_hash_table_replace (collector->sessions, &copy->key, copy);
    }

  for (guint i = 0; i < batch->rows->len; i++)
    {
      OutlayLogRow row = g_array_index (batch->rows, OutlayLogRow, i);

      for (guint j = 0; j < OUTLAY_N_ROW_TEXTS; j++)
        row.texts[j] = keep (collector, row.texts[j]);
      g_array_append_val (collector->rows, row);
    }
}

static void
done (const OutlayLogFile *file,
      gpointer             data)
{
  Collector *collector = data;

  g_ptr_array_add (collector->names, g_path_get_basename (file->path));
  collector->quoted_calls += file->quoted_calls;
  collector->copies += file->copies;
  collector->format = file->format;
  for (guint i = 0; i < OUTLAY_N_LOG_TROUBLES; i++)
    {
      if (collector->troubles[i].count == 0)
        collector->troubles[i].line = file->troubles[i].line;
      collector->troubles[i].count += file->troubles[i].count;
    }
}

void
collector_read (Collector              *collector,
                const char * const     *paths,
                const OutlayCsvMapping *columns,
                guint                   n_threads)
{
  const OutlayLogSink sink = { .take = take, .done = done, .data = collector };

  outlay_log_tree_read (paths, columns, n_threads, &sink);
}

/* Reads @text as a file of this name would be read. */
void
collector_read_text (Collector  *collector,
                     const char *name,
                     const char *text,
                     gssize      length)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-log-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char * const paths[] = { path, NULL };
  gboolean written = g_file_set_contents (path, text, length, NULL);

  g_assert_true (written);
  collector_read (collector, paths, NULL, 1);
  g_remove (path);
  g_rmdir (folder);
}

static void
add_call (CollectorSums      *sums,
          const OutlayUsage  *usage,
          const OutlayPrices *prices)
{
  const OutlayModel *model = outlay_list_price_find_model (prices, usage->model);
  gint64 cost = outlay_list_price (model, &usage->tokens, usage->tokens.output, FALSE, usage->at);

  sums->calls++;
  sums->subagent_calls += (usage->flags & OUTLAY_USAGE_SUBAGENT) != 0;
  sums->placeholders += (usage->flags & OUTLAY_USAGE_PLACEHOLDER) != 0;
  sums->tokens.input += usage->tokens.input;
  sums->tokens.write_5m += usage->tokens.write_5m;
  sums->tokens.write_1h += usage->tokens.write_1h;
  sums->tokens.read += usage->tokens.read;
  sums->tokens.output += usage->tokens.output;
  sums->output_estimate += usage->output_estimate;
  if (cost == OUTLAY_UNPRICED)
    {
      sums->unpriced++;
      return;
    }

  sums->cost += cost;
  sums->cost_estimate +=
    outlay_list_price (model, &usage->tokens, usage->output_estimate, FALSE, usage->at);
}

CollectorSums
collector_sum (Collector *collector)
{
  const OutlayPrices *prices = outlay_catalogue_get_prices (outlay_catalogue_get_default ());
  CollectorSums sums = { 0 };
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, collector->usages);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const OutlayUsage *usage = value;

      if (usage->kind == OUTLAY_USAGE_CALL)
        add_call (&sums, usage, prices);
      else if (usage->kind == OUTLAY_USAGE_PROMPT)
        sums.prompts++;
      else
        sums.compactions++;
    }

  return sums;
}
