/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-mapping.h"
#include "database.h"
#include "log-file.h"

G_BEGIN_DECLS

/**
 * OutlayLedger:
 *
 * What a team really used: one row a run, in a database. A run is what one model
 * did in one session; what sub-agents did there is a run of its own. Runs come
 * from logs, message by message, or ready from tables. Sums by day are kept
 * beside them, so that a question costs the same however many runs there are.
 */
typedef struct _OutlayLedger OutlayLedger;

/**
 * OutlayImportProgress:
 * @n_files: files read
 * @n_bytes: what was read of all
 * @all_files: files to read
 * @all_bytes: what they hold
 */
typedef struct
{
  guint64 n_files;
  guint64 n_bytes;
  guint64 all_files;
  guint64 all_bytes;
} OutlayImportProgress;

/**
 * OutlayImportWatch:
 * @step: called between files and within large ones, in the thread that imports;
 *   %FALSE: read no further. What was read of a file that is not done stays, and the
 *   next import reads it again
 *
 * Who looks on while logs are read.
 */
typedef struct
{
  gboolean (*step) (const OutlayImportProgress *progress,
                    gpointer                    data);
  gpointer data;
} OutlayImportWatch;

/**
 * OutlayImportReport:
 * @n_files: files read
 * @n_known: files that are as they were when they were read before
 * @n_foreign: files that no reader knows
 * @n_new: messages and rows that were not in the ledger
 * @placeholders: calls whose output is a placeholder
 * @quoted_calls: calls of sub-agents that logs only quote
 * @n_runs: runs in the ledger that were not there before
 * @stopped: whether it was stopped before all files were read
 * @troubles: (element-type utf8): a line for each file and trouble
 *
 * What an import found.
 */
typedef struct
{
  guint64    n_files;
  guint64    n_known;
  guint64    n_foreign;
  guint64    n_new;
  guint64    n_lines;
  guint64    n_bytes;
  guint64    n_copies;
  guint64    placeholders;
  guint64    quoted_calls;
  guint64    counts[OUTLAY_N_LOG_TROUBLES];
  gint64     n_runs;
  gboolean   stopped;
  GPtrArray *troubles;
} OutlayImportReport;

char                *outlay_ledger_get_default_path (void);
gboolean             outlay_ledger_exists           (const char             *address);
OutlayLedger        *outlay_ledger_open             (const char             *address,
                                                     GError                **error);
void                 outlay_ledger_close            (OutlayLedger           *ledger);
OutlayDatabase      *outlay_ledger_get_database     (OutlayLedger           *ledger);

OutlayImportReport  *outlay_ledger_import           (OutlayLedger           *ledger,
                                                     const char * const     *paths,
                                                     const char             *person,
                                                     const OutlayCsvMapping *columns,
                                                     GError                **error);
OutlayImportReport  *outlay_ledger_import_watched   (OutlayLedger           *ledger,
                                                     const char * const     *paths,
                                                     const char             *person,
                                                     const OutlayCsvMapping *columns,
                                                     const OutlayImportWatch *watch,
                                                     GError                **error);
void                 outlay_import_report_free      (OutlayImportReport     *report);

/**
 * OutlayLedgerMonth:
 * @month: as 202607
 * @cost: at list price, nano-dollars; where output was a placeholder, as estimated
 */
typedef struct
{
  int    month;
  gint64 cost;
} OutlayLedgerMonth;

GArray              *outlay_ledger_list_months      (OutlayLedger           *ledger,
                                                     GError                **error);
gboolean             outlay_ledger_get_days         (OutlayLedger           *ledger,
                                                     int                    *first,
                                                     int                    *last,
                                                     GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayLedger, outlay_ledger_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayImportReport, outlay_import_report_free)

G_END_DECLS
