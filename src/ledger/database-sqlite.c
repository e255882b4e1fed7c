/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"

#include <sqlite3.h>

typedef struct
{
  OutlayDatabase  parent;
  sqlite3        *handle;
} Sqlite;

typedef struct
{
  OutlayStatement  parent;
  sqlite3_stmt    *handle;
} SqliteStatement;

/* What is written is there after a crash of the program, whole or not at all; a
 * reader never waits for a writer. Memory stays small however large the file is. */
static const char settings[] =
  "PRAGMA journal_mode = WAL;"
  "PRAGMA synchronous = NORMAL;"
  "PRAGMA cache_size = -8000;"
  "PRAGMA temp_store = FILE;"
  "PRAGMA foreign_keys = OFF;";

static Sqlite *
get_sqlite (OutlayDatabase *database)
{
  return (Sqlite *) (gpointer) database;
}

static sqlite3_stmt *
get_handle (OutlayStatement *statement)
{
  return ((SqliteStatement *) (gpointer) statement)->handle;
}

static void
set_error (GError  **error,
           sqlite3  *handle,
           int       code)
{
  g_set_error (error, OUTLAY_DATABASE_ERROR, code, "%s",
               handle != NULL ? sqlite3_errmsg (handle) : "no memory");
}

static void
sqlite_close (OutlayDatabase *database)
{
  sqlite3_close (get_sqlite (database)->handle);
  g_free (database);
}

static gboolean
sqlite_run (OutlayDatabase  *database,
            const char      *sql,
            GError         **error)
{
  sqlite3 *handle = get_sqlite (database)->handle;

  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  set_error (error, handle, OUTLAY_DATABASE_ERROR_SQL);

  return FALSE;
}

/* SQLite numbers its parameters as ?1. */
static OutlayStatement *
sqlite_prepare (OutlayDatabase  *database,
                const char      *sql,
                GError         **error)
{
  sqlite3 *handle = get_sqlite (database)->handle;
  g_autofree char *own = g_strdelimit (g_strdup (sql), "$", '?');
  SqliteStatement *statement = g_new0 (SqliteStatement, 1);

  statement->parent.database = database;
  if (sqlite3_prepare_v3 (handle, own, -1, SQLITE_PREPARE_PERSISTENT, &statement->handle,
                          NULL) == SQLITE_OK)
    return &statement->parent;

  set_error (error, handle, OUTLAY_DATABASE_ERROR_SQL);
  g_free (statement);

  return NULL;
}

static void
sqlite_finalize (OutlayStatement *statement)
{
  sqlite3_finalize (get_handle (statement));
  g_free (statement);
}

static void
sqlite_bind_whole (OutlayStatement *statement,
                   int              number,
                   gint64           value)
{
  sqlite3_bind_int64 (get_handle (statement), number, value);
}

static void
sqlite_bind_text (OutlayStatement *statement,
                  int              number,
                  const char      *text)
{
  if (text != NULL)
    sqlite3_bind_text (get_handle (statement), number, text, -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (get_handle (statement), number);
}

static gboolean
sqlite_step (OutlayStatement  *statement,
             GError          **error)
{
  int result = sqlite3_step (get_handle (statement));

  if (result != SQLITE_ROW && result != SQLITE_DONE)
    set_error (error, get_sqlite (statement->database)->handle, OUTLAY_DATABASE_ERROR_SQL);

  return result == SQLITE_ROW;
}

static void
sqlite_reset (OutlayStatement *statement)
{
  sqlite3_reset (get_handle (statement));
}

static gint64
sqlite_n_changed (OutlayStatement *statement)
{
  return sqlite3_changes64 (get_sqlite (statement->database)->handle);
}

static gboolean
sqlite_is_null (OutlayStatement *statement,
                int              column)
{
  return sqlite3_column_type (get_handle (statement), column) == SQLITE_NULL;
}

static gint64
sqlite_get_whole (OutlayStatement *statement,
                  int              column)
{
  return sqlite3_column_int64 (get_handle (statement), column);
}

static const char *
sqlite_get_text (OutlayStatement *statement,
                 int              column)
{
  return (const char *) sqlite3_column_text (get_handle (statement), column);
}

static const OutlayDatabaseKind sqlite_kind = {
  .key_tables = "WITHOUT ROWID",
  .whole_key = "INTEGER PRIMARY KEY",
  .text = "TEXT",
  .begin = "BEGIN IMMEDIATE",
  .close = sqlite_close,
  .run = sqlite_run,
  .prepare = sqlite_prepare,
  .finalize = sqlite_finalize,
  .bind_whole = sqlite_bind_whole,
  .bind_text = sqlite_bind_text,
  .step = sqlite_step,
  .reset = sqlite_reset,
  .n_changed = sqlite_n_changed,
  .is_null = sqlite_is_null,
  .get_whole = sqlite_get_whole,
  .get_text = sqlite_get_text,
};

/**
 * outlay_sqlite_open:
 * @path: a file
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the database, made where there is none
 */
OutlayDatabase *
outlay_sqlite_open (const char  *path,
                    GError     **error)
{
  g_autoptr (OutlayDatabase) database = NULL;
  Sqlite *sqlite = g_new0 (Sqlite, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;

  sqlite->parent.kind = &sqlite_kind;
  database = &sqlite->parent;
  if (sqlite3_open_v2 (path, &sqlite->handle, flags, NULL) != SQLITE_OK)
    {
      set_error (error, sqlite->handle, OUTLAY_DATABASE_ERROR_OPEN);
      return NULL;
    }

  sqlite3_busy_timeout (sqlite->handle, 30000);
  if (!sqlite_run (database, settings, error))
    return NULL;

  return g_steal_pointer (&database);
}
