/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OUTLAY_DATABASE_ERROR (outlay_database_error_quark ())

typedef enum
{
  OUTLAY_DATABASE_ERROR_OPEN,  /* it cannot be reached */
  OUTLAY_DATABASE_ERROR_SQL,   /* it refuses a statement; the message is its own */
  OUTLAY_DATABASE_ERROR_NEWER  /* a newer version of Outlay made it */
} OutlayDatabaseError;

GQuark outlay_database_error_quark (void);

typedef struct _OutlayDatabase     OutlayDatabase;
typedef struct _OutlayStatement    OutlayStatement;

/**
 * OutlayDatabaseKind:
 * @key_tables: what ends the definition of a table that is kept in the order of
 *   its key
 * @whole_key: the type of a key of 64 bits
 * @text: the type of a text, which is in the order of its bytes
 * @begin: begins a transaction
 * @lock: (nullable): in a transaction that writes, waits until no other one does;
 *   %NULL: @begin has done so
 * @settle: (nullable): tells it how long the lists of a refresh are
 * @is_shared: it is not on this machine alone, and not this person's alone
 * @close: frees the database
 * @run: runs statements that have no parameters
 * @prepare: makes a statement; a parameter is written $1
 * @step: runs it, or goes on to its next row; FALSE behind the last, or with an
 *   error
 * @reset: makes it ready to be run again
 *
 * All that differs between one store and another. Every statement of the ledger
 * is SQL that all of them understand.
 */
typedef struct
{
  const char        *key_tables;
  const char        *whole_key;
  const char        *text;
  const char        *begin;
  const char        *lock;
  const char        *settle;
  gboolean           is_shared;
  void             (*close)      (OutlayDatabase   *database);
  gboolean         (*run)        (OutlayDatabase   *database,
                                  const char       *sql,
                                  GError          **error);
  OutlayStatement *(*prepare)    (OutlayDatabase   *database,
                                  const char       *sql,
                                  GError          **error);
  void             (*finalize)   (OutlayStatement  *statement);
  void             (*bind_whole) (OutlayStatement  *statement,
                                  int               number,
                                  gint64            value);
  void             (*bind_text)  (OutlayStatement  *statement,
                                  int               number,
                                  const char       *text);
  gboolean         (*step)       (OutlayStatement  *statement,
                                  GError          **error);
  void             (*reset)      (OutlayStatement  *statement);
  gint64           (*n_changed)  (OutlayStatement  *statement);
  gboolean         (*is_null)    (OutlayStatement  *statement,
                                  int               column);
  gint64           (*get_whole)  (OutlayStatement  *statement,
                                  int               column);
  const char      *(*get_text)   (OutlayStatement  *statement,
                                  int               column);
} OutlayDatabaseKind;

/* What every kind of database and statement begins with. */
struct _OutlayDatabase
{
  const OutlayDatabaseKind *kind;
};

struct _OutlayStatement
{
  OutlayDatabase *database;
};

OutlayDatabase  *outlay_database_open          (const char       *address,
                                                GError          **error);
OutlayDatabase  *outlay_sqlite_open            (const char       *path,
                                                GError          **error);
OutlayDatabase  *outlay_postgresql_open        (const char       *address,
                                                GError          **error);
gboolean         outlay_database_is_address    (const char       *address);
gboolean         outlay_database_begin         (OutlayDatabase   *database,
                                                GError          **error);
void             outlay_database_close         (OutlayDatabase   *database);
gboolean         outlay_database_run           (OutlayDatabase   *database,
                                                const char       *sql,
                                                GError          **error);
gboolean         outlay_database_run_list      (OutlayDatabase   *database,
                                                const char * const *statements,
                                                gsize             n_statements,
                                                GError          **error);
OutlayStatement *outlay_database_prepare       (OutlayDatabase   *database,
                                                const char       *sql,
                                                GError          **error);

void             outlay_statement_finalize     (OutlayStatement  *statement);
void             outlay_statement_bind_whole   (OutlayStatement  *statement,
                                                int               number,
                                                gint64            value);
void             outlay_statement_bind_text    (OutlayStatement  *statement,
                                                int               number,
                                                const char       *text);
gboolean         outlay_statement_step         (OutlayStatement  *statement,
                                                GError          **error);
gboolean         outlay_statement_run          (OutlayStatement  *statement,
                                                gint64           *n_changed,
                                                GError          **error);
void             outlay_statement_reset        (OutlayStatement  *statement);
gboolean         outlay_statement_is_null      (OutlayStatement  *statement,
                                                int               column);
gint64           outlay_statement_get_whole    (OutlayStatement  *statement,
                                                int               column);
const char      *outlay_statement_get_text     (OutlayStatement  *statement,
                                                int               column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDatabase, outlay_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayStatement, outlay_statement_finalize)

G_END_DECLS
