/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import is a few transactions. Each leaves the ledger whole, so that one that
 * is cut short has only less in it, and the next goes on. */
#include "ledger-writer.h"

#include "log-tree.h"

/* More lines of trouble than anybody reads. */
#define MAX_TROUBLES 100

typedef struct
{
  OutlayLedger       *ledger;
  OutlayLedgerWriter *writer;
  OutlayImportReport *report;
  GHashTable         *sources; /* (element-type utf8 gint64): size and time of what was read */
  OutlayStatement    *add_source;

  const OutlayImportWatch *watch; /* or NULL */
  OutlayImportProgress     progress;
} Import;

void
outlay_import_report_free (OutlayImportReport *report)
{
  g_ptr_array_unref (report->troubles);
  g_free (report);
}

static void
begin_transaction (Import *import)
{
  if (import->writer->error == NULL)
    outlay_database_begin (import->ledger->database, &import->writer->error);
}

static void
end_transaction (Import *import)
{
  OutlayDatabase *database = import->ledger->database;
  OutlayLedgerWriter *writer = import->writer;

  if (writer->error == NULL &&
      outlay_ledger_refresh (import->ledger, writer->sessions, writer->days, &writer->error))
    outlay_database_run (database, "COMMIT", &writer->error);
  if (writer->error != NULL)
    outlay_database_run (database, "ROLLBACK", NULL);
  g_hash_table_remove_all (writer->sessions);
  g_hash_table_remove_all (writer->days);
  writer->pending = 0;
}

static gboolean
goes_on (guint64  n_bytes,
         gpointer data)
{
  Import *import = data;

  import->progress.n_bytes = n_bytes;
  if (import->watch == NULL || import->report->stopped)
    return !import->report->stopped;

  import->report->stopped = !import->watch->step (&import->progress, import->watch->data) &&
                            import->progress.n_files < import->progress.all_files;

  return !import->report->stopped;
}

static void
found (guint64  n_files,
       guint64  n_bytes,
       gpointer data)
{
  Import *import = data;

  import->progress = (OutlayImportProgress) { .all_files = n_files, .all_bytes = n_bytes };
}

static void
take (const OutlayLogFile  *file,
      const OutlayLogBatch *batch,
      gpointer              data)
{
  Import *import = data;
  OutlayLedgerWriter *writer = import->writer;

  for (guint i = 0; i < batch->sessions->len && writer->error == NULL; i++)
    outlay_ledger_writer_add_session (writer, &g_array_index (batch->sessions,
                                                              OutlayUsageSession, i));
  for (guint i = 0; i < batch->usages->len && writer->error == NULL; i++)
    outlay_ledger_writer_add_usage (writer, &g_array_index (batch->usages, OutlayUsage, i));
  for (guint i = 0; i < batch->rows->len && writer->error == NULL; i++)
    outlay_ledger_writer_add_row (writer, &g_array_index (batch->rows, OutlayLogRow, i));

  if (writer->pending >= import->ledger->transaction && writer->error == NULL)
    {
      end_transaction (import);
      begin_transaction (import);
    }
}

static void
report_troubles (OutlayImportReport  *report,
                 const OutlayLogFile *file)
{
  for (guint i = 0; i < OUTLAY_N_LOG_TROUBLES; i++)
    {
      const OutlayLogTroubles *trouble = &file->troubles[i];

      report->counts[i] += trouble->count;
      if (trouble->count > 0 && report->troubles->len < MAX_TROUBLES)
        g_ptr_array_add (report->troubles, g_strdup_printf (
          "%s:%" G_GUINT64_FORMAT ": %s (%" G_GUINT64_FORMAT " in this file)", file->path,
          trouble->line, outlay_log_trouble_describe ((OutlayLogTrouble) i), trouble->count));
    }
}

/* How the ledger remembers a file. In a shared one only its own machine can tell
 * which it is: paths speak of people, and are the same on many machines. */
static char *
name_source (Import     *import,
             const char *path)
{
  g_autofree char *whole = NULL;

  if (!import->ledger->database->kind->is_shared)
    return g_strdup (path);

  whole = g_strconcat (g_get_host_name (), "\n", g_get_user_name (), "\n", path, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
}

static void
write_source (Import              *import,
              const OutlayLogFile *file)
{
  g_autofree char *source = name_source (import, file->path);
  guint64 troubles = 0;

  for (guint i = 0; i < OUTLAY_N_LOG_TROUBLES; i++)
    troubles += file->troubles[i].count;

  outlay_statement_bind_text (import->add_source, 1, source);
  outlay_statement_bind_whole (import->add_source, 2, file->size);
  outlay_statement_bind_whole (import->add_source, 3, file->modified);
  outlay_statement_bind_whole (import->add_source, 4, file->format);
  outlay_statement_bind_whole (import->add_source, 5, (gint64) file->placeholders);
  outlay_statement_bind_whole (import->add_source, 6, (gint64) file->quoted_calls);
  outlay_statement_bind_whole (import->add_source, 7, (gint64) troubles);
  outlay_ledger_writer_run (import->writer, import->add_source, NULL);
}

static void
done (const OutlayLogFile *file,
      gpointer             data)
{
  Import *import = data;
  OutlayImportReport *report = import->report;

  import->progress.n_files++;
  report->n_files++;
  report->n_foreign += file->format == OUTLAY_LOG_UNKNOWN;
  report->n_lines += file->lines;
  report->n_bytes += file->bytes;
  report->n_copies += file->copies;
  report->placeholders += file->placeholders;
  report->quoted_calls += file->quoted_calls;
  report_troubles (report, file);
  if (file->troubles[OUTLAY_LOG_UNREADABLE].count == 0)
    write_source (import, file);
}

static gboolean
is_known (const char *path,
          gint64      size,
          gint64      modified,
          gpointer    data)
{
  Import *import = data;
  g_autofree char *source = name_source (import, path);
  const gint64 *known = g_hash_table_lookup (import->sources, source);
  gboolean same = known != NULL && known[0] == size && known[1] == modified;

  import->report->n_known += same;

  return same;
}

static gboolean
read_sources (Import *import)
{
  g_autoptr (OutlayStatement) all =
    outlay_database_prepare (import->ledger->database, "SELECT path, size, modified FROM source",
                             &import->writer->error);

  while (import->writer->error == NULL && outlay_statement_step (all, &import->writer->error))
    {
      const gint64 state[] = { outlay_statement_get_whole (all, 1),
                               outlay_statement_get_whole (all, 2) };

      g_hash_table_insert (import->sources, g_strdup (outlay_statement_get_text (all, 0)),
                           g_memdup2 (state, sizeof state));
    }

  return import->writer->error == NULL;
}

static gboolean
prepare (Import *import)
{
  GError **error = &import->writer->error;

  if (*error == NULL)
    import->add_source = outlay_database_prepare (
      import->ledger->database,
      "INSERT INTO source VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (path) DO UPDATE SET"
      " size = excluded.size, modified = excluded.modified, format = excluded.format,"
      " placeholders = excluded.placeholders, quoted_calls = excluded.quoted_calls,"
      " troubles = excluded.troubles", error);

  return *error == NULL;
}

static void
read_paths (Import                 *import,
            const char * const     *paths,
            const char             *person,
            const OutlayCsvMapping *columns)
{
  const OutlayLogSink sink = { found, goes_on, is_known, take, done, import };
  OutlayLedgerWriter *writer = import->writer;

  if (!prepare (import) || !read_sources (import))
    return;

  begin_transaction (import);
  if (writer->error != NULL)
    return;

  writer->person = outlay_ledger_get_name (import->ledger, person, &writer->error);
  outlay_log_tree_read (paths, columns, g_get_num_processors (), &sink);
  end_transaction (import);
  import->report->n_new = writer->n_new;
}

/* All runs are counted by day: it costs the same however many there are. */
static gint64
count_runs (OutlayLedger  *ledger,
            GError       **error)
{
  g_autoptr (OutlayStatement) sum =
    outlay_database_prepare (ledger->database,
                             "SELECT coalesce(sum(runs), 0) FROM day_sum WHERE view = 1", error);

  return sum != NULL && outlay_statement_step (sum, error)
           ? outlay_statement_get_whole (sum, 0) : 0;
}

/**
 * outlay_ledger_import_watched:
 * @ledger: a ledger
 * @paths: (array zero-terminated=1): files and folders
 * @person: (nullable): whose they are
 * @columns: (nullable): what the headings of tables mean
 * @watch: (nullable): who looks on, and may stop it
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Reads what is new in logs and tables. To read the same again changes nothing.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL where the ledger
 *   could not be written
 */
OutlayImportReport *
outlay_ledger_import_watched (OutlayLedger            *ledger,
                              const char * const      *paths,
                              const char              *person,
                              const OutlayCsvMapping  *columns,
                              const OutlayImportWatch *watch,
                              GError                 **error)
{
  g_autoptr (OutlayLedgerWriter) writer = outlay_ledger_writer_new (ledger);
  g_autoptr (OutlayImportReport) report = g_new0 (OutlayImportReport, 1);
  Import import = {
    .ledger = ledger,
    .writer = writer,
    .report = report,
    .sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .watch = watch,
  };
  gint64 n_runs = count_runs (ledger, &writer->error);

  report->troubles = g_ptr_array_new_with_free_func (g_free);
  if (writer->error == NULL)
    read_paths (&import, paths, person, columns);
  if (writer->error == NULL)
    report->n_runs = count_runs (ledger, &writer->error) - n_runs;
  g_clear_pointer (&import.add_source, outlay_statement_finalize);
  g_hash_table_unref (import.sources);
  if (writer->error == NULL)
    return g_steal_pointer (&report);

  g_propagate_error (error, g_steal_pointer (&writer->error));
  g_hash_table_remove_all (ledger->names);

  return NULL;
}

/**
 * outlay_ledger_import:
 *
 * outlay_ledger_import_watched() without anybody who looks on.
 */
OutlayImportReport *
outlay_ledger_import (OutlayLedger           *ledger,
                      const char * const     *paths,
                      const char             *person,
                      const OutlayCsvMapping *columns,
                      GError                **error)
{
  return outlay_ledger_import_watched (ledger, paths, person, columns, NULL, error);
}
