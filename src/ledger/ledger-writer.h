/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-private.h"
#include "log-row.h"
#include "price-book.h"

G_BEGIN_DECLS

/**
 * OutlayLedgerWriter:
 * @person: whose it is, where nothing else says so
 * @sessions: (element-type gint64): those that changed
 * @days: (element-type gint64): days that lost a row
 * @pending: messages and rows since somebody last set it to 0
 * @n_new: those that were not in the ledger
 * @error: the first; nothing is written behind it
 *
 * Writes what logs say into the ledger's tables, each message once.
 */
typedef struct
{
  OutlayLedger       *ledger;
  OutlayPriceBook    *book; /* once a model is asked for that the catalogue lacks */
  gint64              person;
  GHashTable         *sessions;
  GHashTable         *days;
  guint64             pending;
  guint64             n_new;
  GError             *error;

  GHashTable         *models; /* (element-type utf8 Model) */
  OutlayStatement    *add_usage, *find_usage, *drop_usage, *move_usage;
  OutlayStatement    *add_session, *has_usage, *add_note;
  OutlayStatement    *find_row, *drop_row, *add_row;
} OutlayLedgerWriter;

OutlayLedgerWriter *outlay_ledger_writer_new           (OutlayLedger             *ledger);
void                outlay_ledger_writer_free          (OutlayLedgerWriter       *writer);
gboolean            outlay_ledger_writer_run           (OutlayLedgerWriter       *writer,
                                                        OutlayStatement          *statement,
                                                        gint64                   *n_changed);
void                outlay_ledger_writer_add_session   (OutlayLedgerWriter       *writer,
                                                        const OutlayUsageSession *session);
void                outlay_ledger_writer_add_usage     (OutlayLedgerWriter       *writer,
                                                        const OutlayUsage        *usage);
void                outlay_ledger_writer_add_row       (OutlayLedgerWriter       *writer,
                                                        const OutlayLogRow       *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayLedgerWriter, outlay_ledger_writer_free)

G_END_DECLS
