/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"

G_DEFINE_QUARK (outlay-database-error-quark, outlay_database_error)

/* Whether this is a server's address, not a file. */
gboolean
outlay_database_is_address (const char *address)
{
  return g_str_has_prefix (address, "postgresql://") ||
         g_str_has_prefix (address, "postgres://");
}

/**
 * outlay_database_open:
 * @address: a file, or `postgresql://…`
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the database; a file is made where there is
 *   none
 */
OutlayDatabase *
outlay_database_open (const char  *address,
                      GError     **error)
{
  return outlay_database_is_address (address) ? outlay_postgresql_open (address, error)
                                              : outlay_sqlite_open (address, error);
}

void
outlay_database_close (OutlayDatabase *database)
{
  database->kind->close (database);
}

gboolean
outlay_database_run (OutlayDatabase  *database,
                     const char      *sql,
                     GError         **error)
{
  return database->kind->run (database, sql, error);
}

/* Begins a transaction that writes the ledger's rows: no two do so at a time. */
gboolean
outlay_database_begin (OutlayDatabase  *database,
                       GError         **error)
{
  const OutlayDatabaseKind *kind = database->kind;

  if (!outlay_database_run (database, kind->begin, error))
    return FALSE;
  if (kind->lock == NULL || outlay_database_run (database, kind->lock, error))
    return TRUE;

  outlay_database_run (database, "ROLLBACK", NULL);

  return FALSE;
}

/* Runs one after the other, up to the first that fails. */
gboolean
outlay_database_run_list (OutlayDatabase      *database,
                          const char * const  *statements,
                          gsize                n_statements,
                          GError             **error)
{
  for (gsize i = 0; i < n_statements; i++)
    if (!outlay_database_run (database, statements[i], error))
      return FALSE;

  return TRUE;
}

OutlayStatement *
outlay_database_prepare (OutlayDatabase  *database,
                         const char      *sql,
                         GError         **error)
{
  return database->kind->prepare (database, sql, error);
}

void
outlay_statement_finalize (OutlayStatement *statement)
{
  statement->database->kind->finalize (statement);
}

/* Parameters are numbered from 1. */
void
outlay_statement_bind_whole (OutlayStatement *statement,
                             int              number,
                             gint64           value)
{
  statement->database->kind->bind_whole (statement, number, value);
}

/* The text is copied; %NULL is SQL's. */
void
outlay_statement_bind_text (OutlayStatement *statement,
                            int              number,
                            const char      *text)
{
  statement->database->kind->bind_text (statement, number, text);
}

/**
 * outlay_statement_step:
 * @statement: a statement
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: whether there is a row; if not, the statement is done or failed
 */
gboolean
outlay_statement_step (OutlayStatement  *statement,
                       GError          **error)
{
  return statement->database->kind->step (statement, error);
}

/**
 * outlay_statement_run:
 * @statement: a statement whose rows nobody wants
 * @n_changed: (out) (optional): how many rows it changed
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Runs a statement and makes it ready to be run again.
 *
 * Returns: whether it did not fail
 */
gboolean
outlay_statement_run (OutlayStatement  *statement,
                      gint64           *n_changed,
                      GError          **error)
{
  g_autoptr (GError) own_error = NULL;

  while (outlay_statement_step (statement, &own_error))
    continue;
  if (n_changed != NULL)
    *n_changed = statement->database->kind->n_changed (statement);
  outlay_statement_reset (statement);
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

void
outlay_statement_reset (OutlayStatement *statement)
{
  statement->database->kind->reset (statement);
}

/* Columns are numbered from 0. */
gboolean
outlay_statement_is_null (OutlayStatement *statement,
                          int              column)
{
  return statement->database->kind->is_null (statement, column);
}

gint64
outlay_statement_get_whole (OutlayStatement *statement,
                            int              column)
{
  return statement->database->kind->get_whole (statement, column);
}

/* Returns: (transfer none) (nullable): the text, until the next step */
const char *
outlay_statement_get_text (OutlayStatement *statement,
                           int              column)
{
  return statement->database->kind->get_text (statement, column);
}
